import Base

/// The lines of a body, or of a quotation in it, without the marks of the quotation and without line ends.
struct Lines {
  let source: Bytes
  /// The lines of a quotation; nil for the body itself.
  private let quoted: [Range<Int>]?
  /// Where the current line begins, or its index in the quotation.
  private(set) var position: Int

  /// The lines of a body from an offset on, at which one begins.
  init(_ source: Bytes, from offset: Int) {
    (self.source, quoted, position) = (source, nil, offset)
  }

  init(_ source: Bytes, quoted: [Range<Int>]) {
    (self.source, self.quoted, position) = (source, quoted, 0)
  }

  /// The current line; nil at the end.
  var current: Range<Int>? { line(at: position)?.range }

  /// Moves to the next line.
  mutating func advance() {
    if let line = line(at: position) { position = line.next }
  }

  /// Calls `body` for the lines after the current one until it returns false.
  func lookAhead(_ body: (Range<Int>) -> Bool) {
    var next = line(at: position)?.next
    while let start = next, let line = line(at: start) {
      guard body(line.range) else { return }
      next = line.next
    }
  }

  /// The line after the current one.
  var following: Range<Int>? {
    line(at: position).flatMap { line(at: $0.next)?.range }
  }

  private func line(at position: Int) -> (range: Range<Int>, next: Int)? {
    if let quoted { return position < quoted.count ? (quoted[position], position + 1) : nil }
    guard position < source.count else { return nil }
    let end = source.lineEnd(from: position)
    return (position..<end, source.afterLineEnd(at: end))
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The offset after a line end (LF, CR or CRLF).
  func afterLineEnd(at end: Int) -> Int {
    guard end < count else { return count }
    return self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Length in bytes of a blank at an offset: a space, a tab, a no-break or an ideographic space; 0 if there is none.
  @inline(__always)
  func blankLength(at offset: Int) -> Int {
    switch self[offset] {
    case 0x20, 0x09: 1
    case 0xC2 where offset + 1 < count && self[offset + 1] == 0xA0: 2
    case 0xE3 where offset + 2 < count && self[offset + 1] == 0x80 && self[offset + 2] == 0x80: 3
    default: 0
    }
  }

  /// A range without the blanks of any width at its ends.
  func trimmingBlanks(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = blankLength(at: start)
      if length == 0 { break }
      start += length
    }
    while end > start {
      if isBlank(self[end - 1]) {
        end -= 1
      } else if end - 3 >= start, blankLength(at: end - 3) == 3 {
        end -= 3
      } else if end - 2 >= start, blankLength(at: end - 2) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<Swift.max(start, end)
  }

  /// Whether a line has nothing but blanks and the marks of quotations.
  func isEmptyLine(_ line: Range<Int>) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound, case let length = self[offset] == 0x3E ? 1 : blankLength(at: offset), length > 0 {
      offset += length
    }
    return offset >= line.upperBound
  }

  /// The columns of spaces and tabs with which a line begins.
  func indentation(of line: Range<Int>) -> Int {
    var column = 0
    for byte in self[line] {
      guard isBlank(byte) else { break }
      column += byte == 0x09 ? 4 - column % 4 : 1
    }
    return column
  }
}
