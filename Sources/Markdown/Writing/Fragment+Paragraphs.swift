import Base
import Papers

extension Fragment {
  /// Opens a top-level paragraph; `first` is its text up to the first markup.
  mutating func openParagraph(first: Bytes, source: Range<Int>) {
    openBlock(.paragraph, source: source)
    write("<p>")
    skipped = options.officialParagraphs ? first.ideographicIndent : 0
  }

  /// Closes a top-level paragraph.
  mutating func closeParagraph() {
    skipped = 0
    // Nothing is left of a line of tags or comments.
    if options.officialLines, discardEmptyBlock() { return }
    write("</p>\n")
    closeBlock()
  }

  /// Opens a top-level heading.
  mutating func openHeading(level: Int, source: Range<Int>) {
    openBlock(.heading(level), source: source)
    writeHeadingTag(level)
  }

  /// Closes a top-level heading.
  mutating func closeHeading(level: Int) {
    writeHeadingEnd(level)
    closeBlock()
  }

  /// Opens a heading inside a list or quotation: without an anchor, as it is not part of the text's structure.
  mutating func openNestedHeading(level: Int) {
    if level == 1 { hasNestedTitle = true }
    beginLine()
    separateText()
    writeHeadingTag(level)
  }

  /// Writes `</hN>`.
  mutating func writeHeadingEnd(_ level: Int) {
    write("</h")
    html.append(0x30 + UInt8(level))
    write(">\n")
  }

  private mutating func writeHeadingTag(_ level: Int) {
    write("<h")
    html.append(0x30 + UInt8(level))
    write(">")
  }
}
