import Base
import Papers

extension Fragment {
  /// Opens a top-level heading; `content` is its whole text.
  mutating func openHeading(level: Int, content: Bytes) {
    beginLine()
    signatureOffset = nil
    let shown = shifted(level)
    headingLevel = shown
    let start = html.count
    writeHeadingTag(shown)
    if options.anchors {
      let (anchor, kind) = headingAnchor(content)
      write(" id=\"")
      write(name: anchor)
      write("\"")
      beginSection(OutlineEntry(kind: kind, level: shown, text: content.string, anchor: anchor, htmlOffset: start))
    } else {
      separateText()
    }
    write(">")
  }

  /// Closes a top-level heading.
  mutating func closeHeading(level: Int) {
    writeHeadingEnd(level)
    if options.anchors { endSectionHeading() }
  }

  /// Opens a heading inside a list or quotation: without an anchor, as it is not part of the text's structure.
  mutating func openNestedHeading(level: Int) {
    beginLine()
    separateText()
    writeHeadingTag(shifted(level))
    write(">")
  }

  /// Writes `</hN>`.
  mutating func writeHeadingEnd(_ level: Int) {
    write("</h")
    html.append(0x30 + UInt8(shifted(level)))
    write(">\n")
  }

  private mutating func writeHeadingTag(_ shown: Int) {
    write("<h")
    html.append(0x30 + UInt8(shown))
  }

  private mutating func shifted(_ level: Int) -> Int {
    if level == 1, headingShift == 0, options.shiftsHeadings { needsShift = true }
    return min(level + headingShift, 6)
  }

  private mutating func headingAnchor(_ content: Bytes) -> (String, OutlineEntry.Kind) {
    if let clause = Clause(content), clause.unit != .article || clause.isSetApart(in: content),
      let anchor = anchors.anchor(for: clause)
    {
      return (anchor, clause.unit == .article ? .article : .heading)
    }
    return (anchors.anchor(forHeading: content), .heading)
  }
}
