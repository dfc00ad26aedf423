import Base

/// The mark of a list item: `- `, `* `, `+ ` or `1. `.
struct ListMark {
  /// The number as written; nil for a bullet.
  let number: Int?
  /// The bullet, or the full stop after the number.
  let sign: UInt8
  /// Length of the mark without the blanks after it.
  let count: Int
  /// The item's text.
  let content: Range<Int>

  /// Reads the mark at the beginning of a line without the blanks around it; nil if there is none. An item has text:
  /// a lone `-` is a dash. `1)` and `01.` are text, as no list can show them.
  init?(_ source: Bytes, _ line: Range<Int>) {
    guard let first = source[line].first else { return nil }
    var end = line.lowerBound
    switch first {
    case 0x2D, 0x2A, 0x2B:
      number = nil
      end += 1
    case 0x30...0x39:
      while end < line.upperBound, 0x30...0x39 ~= source[end] { end += 1 }
      let digits = end - line.lowerBound
      guard digits <= 3, digits == 1 || first != 0x30, end < line.upperBound, source[end] == 0x2E else { return nil }
      number = source[line.lowerBound..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      end += 1
    default: return nil
    }
    guard end < line.upperBound, isBlank(source[end]) else { return nil }
    count = end - line.lowerBound
    sign = source[end - 1]
    content = source.trimmingBlanks(end..<line.upperBound)
    if content.isEmpty { return nil }
  }

  /// Whether the item stands in a list, between the marks of the lines around it.
  ///
  /// - A number before a figure may be a decimal fraction with a stray blank (`12. 5万元`) and has to be 1 or to have a
  ///   neighbour that counts with it.
  /// - A bullet before nothing but figures is a sign: `- 3.2%`.
  /// - A plus before a figure is a sign, too, and so is a minus without a neighbour: `+ 5分`, `- 3分`.
  /// - A star without a neighbour is the mark of a note: `* 表示约束性指标`.
  func isItem(_ source: Bytes, after previous: ListMark?, before next: ListMark?) -> Bool {
    let text = source.part(content)
    guard let number else {
      guard text.contains(where: { $0 >= 0x80 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x5B }) else {
        return false
      }
      let isFigure = text.first.map { 0x30...0x39 ~= $0 } ?? false
      if sign == 0x2B { return !isFigure }
      if sign == 0x2D, !isFigure { return true }
      return previous?.sign == sign && previous?.number == nil || next?.sign == sign && next?.number == nil
    }
    guard let first = text.first, 0x30...0x39 ~= first, number > 1 else { return true }
    return previous?.number == number - 1 || next?.number == number + 1
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the lines above lead from `附件：1.…` to an entry with this number, whose text begins at an offset: the
  /// entries below the first are no list of their own.
  func namesAttachment(_ number: Int, at offset: Int) -> Bool {
    var (number, offset) = (number, offset)
    while number > 1, let line = lineAbove(offset) {
      number -= 1
      offset = line.lowerBound
      guard has("附件", at: offset) else {
        guard has("\(number).", at: offset) else { return false }
        continue
      }
      var entry = offset + 6
      while entry < line.upperBound, case let length = colonOrBlank(at: entry), length > 0 { entry += length }
      return number == 1 && entry > offset + 6 && entry < line.upperBound && self[entry] == 0x31
    }
    return false
  }

  private func has(_ text: String, at offset: Int) -> Bool {
    offset + text.utf8.count <= count && self[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
  }

  private func colonOrBlank(at offset: Int) -> Int {
    if self[offset] == 0x3A { return 1 }
    return has("：", at: offset) ? 3 : blankLength(at: offset)
  }

  /// The text of the last line above an offset that is not empty.
  private func lineAbove(_ offset: Int) -> Range<Int>? {
    var end = offset
    while true {
      while end > 0, !isLineEnd(self[end - 1]) { end -= 1 }
      guard end > 0 else { return nil }
      end -= 1
      var start = end
      while start > 0, !isLineEnd(self[start - 1]) { start -= 1 }
      let text = trimmingBlanks(start..<end)
      if !text.isEmpty { return text }
    }
  }
}
