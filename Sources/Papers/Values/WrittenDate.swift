package import Base

/// A day as official texts write it: 2023年10月12日, 2023 年 10 月 12 日, 二〇二三年十月十二日, 二○二三年….
package struct WrittenDate: Sendable, Hashable {
  package let day: CalendarDate
  /// Length in bytes, from the first figure to 日.
  package let byteCount: Int

  /// Reads the date at an offset; nil if there is none, or no such day.
  package init?(_ text: Bytes, at start: Int = 0) {
    var offset = start
    var numbers: [Int] = []
    for unit: StaticString in ["年", "月", "日"] {
      text.skipBlanks(&offset)
      guard let numeral = ChineseNumeral(text, at: offset) else { return nil }
      offset += numeral.byteCount
      text.skipBlanks(&offset)
      guard text.has(unit, at: offset) else { return nil }
      offset += unit.utf8CodeUnitCount
      numbers.append(numeral.value)
    }
    guard let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]), day.year >= 1900 else {
      return nil
    }
    (self.day, byteCount) = (day, offset - start)
  }
}

extension WrittenDate {
  /// Reads 2026.2.3, 2026．2．3, 2026-02-03 or 2026/2/3 at an offset, which papers should not write, and do; nil if there is
  /// none.
  init?(figures text: Bytes, at start: Int = 0) {
    var offset = start
    var numbers: [Int] = []
    for digits in [4...4, 1...2, 1...2] {
      let first = offset
      while offset < text.count, text[offset] >= 0x30, text[offset] <= 0x39, offset - first < digits.upperBound {
        offset += 1
      }
      guard digits.contains(offset - first), let number = Int(text.part(first..<offset).string) else { return nil }
      numbers.append(number)
      guard numbers.count < 3 else { break }
      let marks: [StaticString] = [".", "．", "-", "/", "－"]
      guard let mark = marks.first(where: { text.has($0, at: offset) }) else { return nil }
      offset += mark.utf8CodeUnitCount
    }
    guard let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]), day.year >= 1900 else {
      return nil
    }
    (self.day, byteCount) = (day, offset - start)
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Skips spaces, tabs, and the full-width and no-break spaces that word processors put between figures and Han.
  func skipBlanks(_ offset: inout Int) {
    while true {
      let length = blankLength(at: offset)
      if length == 0 { return }
      offset += length
    }
  }

  /// Bytes of the blank at an offset; 0 if there is none.
  func blankLength(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case 0x20, 0x09: return 1
    case 0xC2: return has("\u{A0}", at: offset) ? 2 : 0
    case 0xE2:
      return (has("\u{2002}", at: offset) || has("\u{2003}", at: offset) || has("\u{2009}", at: offset)) ? 3 : 0
    case 0xE3: return has("\u{3000}", at: offset) ? 3 : 0
    default: return 0
    }
  }

  /// The range without blanks at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, case let length = blankLength(at: start), length > 0 { start += length }
    while end > start, let length = [1, 2, 3].first(where: { end - $0 >= start && blankLength(at: end - $0) == $0 }) {
      end -= length
    }
    return start..<end
  }

  /// The text of a range without any blanks, for comparison: 的　通　知 is 的通知.
  func compact(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = blankLength(at: offset)
      if length == 0 {
        bytes.append(self[offset])
        offset += 1
      } else {
        offset += length
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
