import Base

/// A fast path around libcmark for most of an official text: lines without any byte that could be Markdown syntax,
/// which are paragraphs, and ATX headings of such text. Tests compare its output with libcmark's.
extension Fragment {
  /// Renders the plain line whose text begins at an offset. Returns the offset of its end; nil if it is not plain.
  @inline(__always)
  mutating func renderPlainLine(of source: Bytes, at start: Int) -> Int? {
    guard let line = PlainLine(source, at: start) else { return nil }
    let text = source.part(line.text)
    if line.level > 0 {
      openHeading(level: line.level, source: start..<line.text.upperBound)
      writeText(text)
      closeHeading(level: line.level)
    } else {
      openParagraph(first: text, source: line.text)
      writeText(text)
      closeParagraph()
    }
    return line.end
  }
}

/// A line that is a paragraph or a heading of plain text.
private struct PlainLine {
  /// The heading's level; 0 for a paragraph.
  let level: Int
  /// The text, without blanks around it.
  let text: Range<Int>
  /// The offset of the line end, or the end of the source.
  let end: Int

  @inline(__always)
  init?(_ source: Bytes, at start: Int) {
    var offset = start
    if source[start] == 0x23 {
      while offset < source.count, source[offset] == 0x23 { offset += 1 }
      level = offset - start
      guard level <= 6, offset < source.count, source[offset] == 0x20 else { return nil }
      while offset < source.count, source[offset] == 0x20 { offset += 1 }
    } else {
      guard source.beginsPlainLine(at: start) else { return nil }
      level = 0
    }
    guard let end = source.plainLineEnd(from: offset), end > offset else { return nil }
    self.end = end
    text =
      source[end - 1] > 0x20 && source[end - 1] < 0x80 || source[end - 1] > 0x80 && source[end - 1] != 0xA0
      ? offset..<end : source.trimmingBlanks(offset..<end)
    if level > 0 {
      // Blanks of any width and closing marks are left to the transcriber.
      if source.blankLength(at: offset) > 0 || source[offset..<end].contains(0x23) { return nil }
    } else if source.mayBeLookalike(at: start), Lookalike(source.part(text)) != nil {
      return nil
    }
    if source.mayBeHeader(before: end) { return nil }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the text at an offset is a plain line.
  func isPlainLine(at start: Int) -> Bool { PlainLine(self, at: start) != nil }

  /// Whether a sign that ``Lookalike`` looks for may begin at an offset; most lines begin with Han, “ or （.
  @inline(__always)
  fileprivate func mayBeLookalike(at offset: Int) -> Bool {
    switch self[offset] {
    case 0xC2: true
    case 0xE2: offset + 2 < count && !(self[offset + 1] == 0x80 && 0x98...0x9D ~= self[offset + 2])
    case 0xEF: offset + 2 < count && (self[offset + 2] == 0x83 || self[offset + 2] == 0x8D)
    default: false
    }
  }

  /// Whether the next line may be the delimiter row of a table.
  fileprivate func mayBeHeader(before end: Int) -> Bool {
    var next = afterLineEnd(at: end)
    while next < count, isBlank(self[next]) { next += 1 }
    guard next < count, self[next] == 0x7C || self[next] == 0x2D || self[next] == 0x3A else { return false }
    return mayDelimit(self, line: next..<lineEnd(from: next))
  }

  /// Whether a line that begins here can only be paragraph text.
  fileprivate func beginsPlainLine(at offset: Int) -> Bool {
    switch self[offset] {
    case 0x80..., 0x28, 0x29, 0x22, 0x27, 0x41...0x5A, 0x61...0x7A: return true
    case 0x30...0x39:
      var end = offset
      while end < count, self[end] >= 0x30, self[end] <= 0x39 { end += 1 }
      // `1.甲` is text; `1. 甲` and `1.` are for the transcriber.
      return end == count || self[end] != 0x2E && self[end] != 0x29 || end + 1 < count && self[end + 1] > 0x20
    default: return false
    }
  }

  /// The end of a line that contains no Markdown syntax; nil if it may contain some.
  fileprivate func plainLineEnd(from start: Int) -> Int? {
    var offset = start
    while true {
      while offset + 8 <= count {
        let word = word(at: offset)
        // Controls, `&` 26, `*` 2A, `<` 3C, `[` 5B, `\` 5C, `_` 5F, a grave accent 60, `~` 7E.
        let low = word.below(0x20) | word.zeros(0x26) | word.zeros(0x2A) | word.zeros(0x3C)
        let high = word.zeros(0x5B) | word.zeros(0x5C) | word.zeros(0x5F) | word.zeros(0x60) | word.zeros(0x7E)
        if (low | high) & .every(0x80) != 0 { break }
        offset += 8
      }
      while offset < count, !isSyntax(self[offset]) { offset += 1 }
      guard offset < count else { return count }
      switch self[offset] {
      case 0x0A, 0x0D: return offset
      // A single `_` or `~` is text.
      case 0x5F, 0x7E:
        if offset + 1 < count, self[offset + 1] == self[offset] { return nil }
        offset += 1
      default: return nil
      }
    }
  }
}

@inline(__always)
private func isSyntax(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5F, 0x60, 0x7E: true
  default: false
  }
}
