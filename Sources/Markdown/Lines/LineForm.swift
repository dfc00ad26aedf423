import Base

/// What a line of an official text is by its beginning. `content` is the line without the blanks around it.
extension UnsafeBufferPointer where Element == UInt8 {
  /// The length of the `#`s and the blanks of a heading such as `## 总则`; 0 if it is none.
  func headingMark(_ content: Range<Int>) -> Int {
    let marks = run(of: 0x23, in: content)
    var end = content.lowerBound + marks
    guard 1...6 ~= marks, end < content.upperBound, isBlank(self[end]) else { return 0 }
    while end < content.upperBound, isBlank(self[end]) { end += 1 }
    // `## ##` is an empty heading for libcmark: its marks would be lost.
    var text = trimmingBlanks(end..<content.upperBound)
    while !text.isEmpty, self[text.upperBound - 1] == 0x23 {
      text = trimmingBlanks(text.lowerBound..<text.upperBound - 1)
    }
    return text.isEmpty ? 0 : end - content.lowerBound
  }

  /// Whether the line is a rule between two parts: three or more `-`, or three `*`.
  func isRule(_ content: Range<Int>) -> Bool {
    guard let first = self[content].first, first == 0x2D || first == 0x2A else { return false }
    var marks = 0
    for byte in self[content] {
      if byte == first { marks += 1 } else if !isBlank(byte) { return false }
    }
    return first == 0x2D ? marks >= 3 : marks == 3
  }

  /// The sign and length of the fence that opens a code block; nil if the line is none.
  func fence(_ content: Range<Int>) -> (sign: UInt8, length: Int)? {
    guard let sign = self[content].first, sign == 0x60 || sign == 0x7E else { return nil }
    let length = run(of: sign, in: content)
    guard length >= 3 else { return nil }
    if sign == 0x60, self[content.lowerBound + length..<content.upperBound].contains(0x60) { return nil }
    return (sign, length)
  }

  /// Whether the line closes a code block.
  func closes(_ fence: (sign: UInt8, length: Int), _ content: Range<Int>) -> Bool {
    !content.isEmpty && content.count >= fence.length && run(of: fence.sign, in: content) == content.count
  }

  /// Whether the `>` with which the line begins makes a quotation. Before a figure or `=` it is a comparison: `>90`,
  /// `>=60`. Inside a quotation that has begun, a blank is enough.
  func isQuotation(_ content: Range<Int>, continues: Bool = false) -> Bool {
    guard self[content].first == 0x3E else { return false }
    var offset = content.lowerBound + 1
    while offset < content.upperBound, self[offset] == 0x3E || isBlank(self[offset]) { offset += 1 }
    guard offset < content.upperBound else { return continues }
    let isApart = isBlank(self[offset - 1])
    let rest = part(offset..<content.upperBound)
    if rest.has("=") || rest.has("＝") || rest.has("≥") { return false }
    if continues && isApart { return true }
    guard let digits = rest.leadingDigits else { return true }
    // `> 2023年` and `> 1. 甲` are quotations, `> 90 优秀` is not.
    let after = rest.part(digits..<rest.count)
    return isApart && (after.has("年") || after.has("月") || after.has("、") || after.has(". "))
  }

  /// The length of the digits, ASCII or full-width, perhaps after a sign, with which a text begins; nil if there are
  /// none.
  private var leadingDigits: Int? {
    var offset = 0
    if let first, first == 0x2B || first == 0x2D || first == 0x2E || first == 0x24 { offset = 1 }
    let start = offset
    while offset < count {
      if 0x30...0x39 ~= self[offset] {
        offset += 1
      } else if has("\u{FF10}", at: offset)
        || offset + 2 < count && self[offset] == 0xEF && self[offset + 1] == 0xBC
          && 0x90...0x99 ~= self[offset + 2]
      {
        offset += 3
      } else {
        break
      }
    }
    return offset > start ? offset : nil
  }

  /// How often a byte stands at the beginning of a range.
  func run(of byte: UInt8, in range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, self[end] == byte { end += 1 }
    return end - range.lowerBound
  }

  /// Whether a line has a pipe that is not escaped.
  func hasPipe(_ line: Range<Int>) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound {
      if self[offset] == 0x7C { return true }
      offset += self[offset] == 0x5C ? 2 : 1
    }
    return false
  }

  /// Whether a line is the delimiter row of a table: `|---|---|`.
  func isDelimiter(_ line: Range<Int>) -> Bool {
    guard mayDelimit(self, line: line) else { return false }
    return TableRow(self, line: line).alignments(in: self) != nil
  }
}
