import Base

/// Figures in a row, half or full width, perhaps with single blanks or hyphens between groups of them: how people write
/// long numbers.
struct DigitRun {
  /// Some figures without anything between them.
  struct Group {
    /// ASCII.
    var digits: [UInt8]
    var range: Range<Int>
  }

  private(set) var groups: [Group] = []

  /// More digits than any number of a person has, in a row without end, are counted and not kept.
  private static let longest = 200

  /// Where figures in a row end, and how many there are: most are too few to be looked at.
  static func extent(_ text: Bytes, at start: Int) -> (end: Int, digits: Int) {
    var offset = start
    var digits = 0
    for _ in 0..<mostGroups {
      while let (_, next) = digit(text, at: offset) {
        offset = next
        digits += 1
      }
      guard let next = separator(text, at: offset), digit(text, at: next) != nil else { break }
      offset = next
    }
    // Whatever the groups, a row of figures is left as a whole.
    while let (_, next) = digit(text, at: offset) {
      offset = next
      digits += 1
    }
    return (offset, digits)
  }

  private static let mostGroups = 12

  /// Reads from the first digit on.
  init(_ text: Bytes, at start: Int) {
    var offset = start
    while true {
      var group = Group(digits: [], range: offset..<offset)
      while let (digit, next) = Self.digit(text, at: offset) {
        if group.digits.count < Self.longest { group.digits.append(digit) }
        offset = next
      }
      group.range = group.range.lowerBound..<offset
      groups.append(group)
      guard groups.count < Self.mostGroups, let next = Self.separator(text, at: offset),
        Self.digit(text, at: next) != nil
      else {
        return
      }
      offset = next
    }
  }

  /// Where the run ends.
  var end: Int { groups.last?.range.upperBound ?? 0 }

  @inline(__always)
  private static func digit(_ text: Bytes, at offset: Int) -> (UInt8, Int)? {
    guard offset < text.count else { return nil }
    if 0x30...0x39 ~= text[offset] { return (text[offset], offset + 1) }
    guard offset + 2 < text.count, text[offset] == 0xEF, text[offset + 1] == 0xBC, 0x90...0x99 ~= text[offset + 2]
    else {
      return nil
    }
    return (text[offset + 2] - 0x60, offset + 3)
  }

  /// The offset after one blank, hyphen or dot in the middle.
  private static func separator(_ text: Bytes, at offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    if text[offset] == 0x20 || text[offset] == 0x2D { return offset + 1 }
    guard text[offset] >= 0xC2, [0xC2, 0xE2, 0xE3, 0xEF].contains(text[offset]) else { return nil }
    for sign: StaticString in ["\u{A0}", "\u{3000}", "－", "—", "·", "‐", "\u{2011}", "–"]
    where text.has(sign, at: offset) {
      return offset + sign.utf8CodeUnitCount
    }
    return nil
  }
}
