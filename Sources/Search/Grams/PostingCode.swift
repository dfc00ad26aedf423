/// Ascending document numbers as printable ASCII: gaps of one to four characters, from the 91 characters that JSON does
/// not escape. `store.js` reads it.
///
/// A gap (distance from the previous document, minus one) below 64 takes one character; then 22 lead characters start
/// two, four start three, one starts four. A space ends a list, `!` and a digit start a level within a list: neither
/// mark is in the alphabet.
enum PostingCode {
  /// Ends the list of one gram.
  static let listEnd = UInt8(ascii: " ")
  /// Starts a level other than 0 within a list.
  static let levelMark = UInt8(ascii: "!")

  /// Gaps below it take one character.
  static let twoFrom = 64
  private static let base = 91
  private static let threeFrom = twoFrom + 22 * base
  private static let fourFrom = threeFrom + 4 * base * base

  /// Appends one gap.
  static func append(_ gap: Int, to bytes: inout [UInt8]) {
    guard gap >= twoFrom else { return bytes.append(character(gap)) }
    forEachCharacter(ofLong: gap) { bytes.append($0) }
  }

  /// The characters of a gap that takes more than one.
  @inline(__always)
  static func forEachCharacter(ofLong gap: Int, _ body: (UInt8) -> Void) {
    if gap < threeFrom {
      body(character(64 + (gap - twoFrom) / base))
      body(character((gap - twoFrom) % base))
    } else if gap < fourFrom {
      let rest = gap - threeFrom
      body(character(86 + rest / (base * base)))
      body(character(rest / base % base))
      body(character(rest % base))
    } else {
      let rest = gap - fourFrom
      precondition(rest < base * base * base, "an index holds at most 786 thousand documents")
      body(character(90))
      body(character(rest / (base * base)))
      body(character(rest / base % base))
      body(character(rest % base))
    }
  }

  /// `#` … `~` without the backslash.
  @inline(__always)
  static func character(_ value: Int) -> UInt8 {
    let code = UInt8(truncatingIfNeeded: value + 35)
    return code < 92 ? code : code + 1
  }

  /// The documents of a list, level by level. A truncated list ends early.
  static func documents(_ list: some Sequence<UInt8>) -> [Int] {
    let list = Array(list)
    var documents: [Int] = []
    var (place, next) = (0, 0)
    while place < list.count {
      if list[place] == levelMark {
        (place, next) = (place + 2, 0)
        continue
      }
      var gap = value(list[place])
      place += 1
      if gap >= twoFrom {
        let (lead, digits, from) =
          switch gap {
          case ..<86: (64, 1, twoFrom)
          case ..<90: (86, 2, threeFrom)
          default: (90, 3, fourFrom)
          }
        gap -= lead
        for _ in 0..<digits where place < list.count {
          gap = gap * base + value(list[place])
          place += 1
        }
        gap += from
      }
      documents.append(next + gap)
      next += gap + 1
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
