import Base

extension Fragment {
  /// Renders an official text, in which a line is a paragraph.
  ///
  /// Plain lines are written directly; runs of other blocks are transcribed and go through libcmark. No block reaches
  /// from one run into another, as there are no definitions of links and every block ends where the transcriber ends it.
  mutating func renderLines(of source: Bytes, usesPlainPath: Bool) {
    var footnotes: Footnotes?
    var offset = 0
    while let start = source.nextText(from: offset) {
      if usesPlainPath, let end = renderPlainLine(of: source, at: start) {
        offset = end
        continue
      }
      if footnotes == nil {
        let found = Footnotes(of: source)
        issues += found.issues
        footnotes = found
      }
      guard let footnotes else { return }
      var lines = Lines(source, from: source.lineStart(of: start))
      renderBlocks(&lines, footnotes, usesPlainPath: usesPlainPath)
      offset = lines.position
    }
  }

  /// Renders blocks from the current line up to the next plain line.
  private mutating func renderBlocks(_ lines: inout Lines, _ footnotes: Footnotes, usesPlainPath: Bool) {
    let source = lines.source
    var transcriber = Transcriber(source, footnotes)
    repeat {
      transcriber.addBlock(&lines)
      guard let next = source.nextText(from: lines.position) else { break }
      if usesPlainPath, source.isPlainLine(at: next) { break }
      lines = Lines(source, from: source.lineStart(of: next))
    } while true
    issues += transcriber.issues
    transcriber.output.text.withUnsafeBufferPointer { text in
      renderTree(of: text, transcribedBy: transcriber.output)
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The offset of the next byte that is neither a blank of any width nor a line end; nil at the end.
  func nextText(from start: Int) -> Int? {
    var offset = start
    while offset < count {
      if isLineEnd(self[offset]) {
        offset += 1
      } else {
        let length = blankLength(at: offset)
        if length == 0 { return offset }
        offset += length
      }
    }
    return nil
  }

  /// The offset at which the line of an offset begins.
  fileprivate func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, !isLineEnd(self[start - 1]) { start -= 1 }
    return start
  }
}
