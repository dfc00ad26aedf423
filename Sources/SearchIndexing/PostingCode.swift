/// Ascending document numbers as printable ASCII: gaps, one to four characters each, from 91 characters that JSON does not
/// escape. `store.js` reads it.
///
/// A gap (distance to the document before, minus one) below 64 is one character; then 22 lead characters open two, four
/// open three, one opens four. A space ends a list, `!` and a digit begin a level within a list: neither mark is in the alphabet.
enum PostingCode {
  /// Ends the list of one gram.
  static let listEnd = UInt8(ascii: " ")
  /// Begins a level other than 0 within a list.
  static let levelMark = UInt8(ascii: "!")

  private static let base = 91
  private static let twoFrom = 64
  private static let threeFrom = 64 + 22 * base
  private static let fourFrom = threeFrom + 4 * base * base

  /// Appends one gap.
  static func append(_ gap: Int, to bytes: inout [UInt8]) {
    if gap < twoFrom {
      bytes.append(character(gap))
    } else if gap < threeFrom {
      appendLong(gap - twoFrom, lead: 64, digits: 1, to: &bytes)
    } else if gap < fourFrom {
      appendLong(gap - threeFrom, lead: 86, digits: 2, to: &bytes)
    } else {
      precondition(gap - fourFrom < base * base * base, "an index holds at most 786 thousand documents")
      appendLong(gap - fourFrom, lead: 90, digits: 3, to: &bytes)
    }
  }

  private static func appendLong(_ rest: Int, lead: Int, digits: Int, to bytes: inout [UInt8]) {
    switch digits {
    case 1: bytes.append(character(lead + rest / base))
    case 2:
      bytes.append(character(lead + rest / (base * base)))
      bytes.append(character(rest / base % base))
    default:
      bytes.append(character(lead))
      bytes.append(character(rest / (base * base)))
      bytes.append(character(rest / base % base))
    }
    bytes.append(character(rest % base))
  }

  /// `#` … `~` without the backslash.
  @inline(__always)
  private static func character(_ value: Int) -> UInt8 {
    let code = UInt8(truncatingIfNeeded: value + 35)
    return code < 92 ? code : code + 1
  }

  /// The documents of a list, level by level.
  static func documents(_ list: some Sequence<UInt8>) -> [Int] {
    var documents: [Int] = []
    var next = 0
    var characters = list.makeIterator()
    while let first = characters.next() {
      guard first != levelMark else {
        _ = characters.next()
        next = 0
        continue
      }
      var gap = value(first)
      let (lead, digits, from) =
        switch gap {
        case ..<64: (0, 0, 0)
        case ..<86: (64, 1, twoFrom)
        case ..<90: (86, 2, threeFrom)
        default: (90, 3, fourFrom)
        }
      gap -= lead
      for _ in 0..<digits { gap = gap * base + (characters.next().map(value) ?? 0) }
      documents.append(next + gap + from)
      next += gap + from + 1
    }
    return documents
  }

  private static func value(_ character: UInt8) -> Int { Int(character) - (character > 92 ? 36 : 35) }

  /// Appends an ascending list of document numbers.
  static func append(ascending documents: some Sequence<Int>, to bytes: inout [UInt8]) {
    var next = 0
    for document in documents {
      append(document - next, to: &bytes)
      next = document + 1
    }
  }
}
