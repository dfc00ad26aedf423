import Base

/// A fast path around libcmark for most of an official text: paragraphs and ATX headings without any byte that could be
/// Markdown syntax. It stops before the first other block; tests compare its output with libcmark's.
extension Fragment {
  /// Renders the plain blocks at the beginning of a source. Returns the number of bytes rendered.
  ///
  /// The rest can be parsed separately: no block is open at the blank line after a plain block, and a plain block
  /// contains no `[` that a later definition could turn into a link.
  mutating func renderPlainPrefix(of source: Bytes) -> Int {
    var done = 0
    var paragraph = PlainParagraph()
    while true {
      while done < source.count, source[done] == 0x0A { done += 1 }
      guard done < source.count else { return done }
      if source[done] == 0x23 {
        guard let heading = PlainHeading(source, at: done) else { return done }
        openHeading(level: heading.level, source: done..<heading.end)
        writeText(source.part(heading.content))
        closeHeading(level: heading.level)
        done = heading.end
      } else {
        guard paragraph.read(source, at: done) else { return done }
        render(paragraph, of: source)
        done = paragraph.end
      }
    }
  }

  private mutating func render(_ paragraph: PlainParagraph, of source: Bytes) {
    var start = paragraph.start
    let firstEnd = paragraph.breaks.first ?? paragraph.end
    openParagraph(first: source.part(start..<firstEnd), source: start..<paragraph.end)
    for end in paragraph.breaks {
      writeText(source.part(start..<end))
      start = end + 1
      writeSoftBreak(before: source.part(start..<paragraph.end))
    }
    writeText(source.part(start..<paragraph.end))
    closeParagraph()
  }
}

/// An ATX heading such as `## 第一章 总则`, without other markup or closing `#`s.
private struct PlainHeading {
  let level: Int
  let content: Range<Int>
  /// The offset of the line feed after it, or the end of the source.
  let end: Int

  init?(_ source: Bytes, at start: Int) {
    var offset = start
    while offset < source.count, source[offset] == 0x23 { offset += 1 }
    let marks = offset - start
    guard marks <= 6, offset < source.count, source[offset] == 0x20 else { return nil }
    while offset < source.count, source[offset] == 0x20 { offset += 1 }
    guard let end = source.plainLineEnd(from: offset), end > offset else { return nil }
    for index in offset..<end where source[index] == 0x23 { return nil }
    (level, content, self.end) = (marks, offset..<end, end)
  }
}

/// The lines up to a blank line or the end, none of which can begin another block.
private struct PlainParagraph {
  var start = 0
  var end = 0
  /// Offsets of the line feeds inside it.
  var breaks: [Int] = []

  mutating func read(_ source: Bytes, at start: Int) -> Bool {
    self.start = start
    breaks.removeAll(keepingCapacity: true)
    var line = start
    while true {
      guard source.beginsPlainLine(at: line), let lineEnd = source.plainLineEnd(from: line) else { return false }
      end = lineEnd
      if lineEnd + 1 >= source.count || source[lineEnd + 1] == 0x0A { return true }
      breaks.append(lineEnd)
      line = lineEnd + 1
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether a line that begins here can only be paragraph text.
  fileprivate func beginsPlainLine(at offset: Int) -> Bool {
    switch self[offset] {
    case 0x80..., 0x28, 0x29, 0x22, 0x27, 0x41...0x5A, 0x61...0x7A: return true
    case 0x30...0x39:
      var end = offset
      while end < count, self[end] >= 0x30, self[end] <= 0x39 { end += 1 }
      return end == count || self[end] != 0x2E && self[end] != 0x29
    default: return false
    }
  }

  /// The end of a line that contains no Markdown syntax; nil if it may contain some, or ends with blanks.
  fileprivate func plainLineEnd(from start: Int) -> Int? {
    var offset = start
    while offset + 8 <= count {
      let word = word(at: offset)
      // Controls, `&` 26, `*` 2A, `<` 3C, `[` 5B, `\` 5C, `_` 5F, a grave accent 60.
      let low = word.below(0x20) | word.zeros(0x26) | word.zeros(0x2A) | word.zeros(0x3C)
      let high = word.zeros(0x5B) | word.zeros(0x5C) | word.zeros(0x5F) | word.zeros(0x60)
      if (low | high) & .every(0x80) != 0 { break }
      offset += 8
    }
    while offset < count, !isSyntax(self[offset]) { offset += 1 }
    if offset < count, self[offset] != 0x0A { return nil }
    if offset > start, self[offset - 1] == 0x20 { return nil }
    return offset
  }
}

@inline(__always)
private func isSyntax(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5F, 0x60: true
  default: false
  }
}
