/// A fragment in the making: HTML and plain text side by side. Both ways into it, libcmark's tree and the plain path,
/// call the same functions, so that they give the same bytes.
struct Fragment {
  let options: MarkdownOptions
  /// How many levels headings are moved down.
  let headingShift: Int

  var html: [UInt8] = []
  var text: [UInt8] = []
  var slots: [TargetSlot] = []
  var outline: [OutlineEntry] = []
  var numberedParagraphs: [OutlineEntry] = []
  var issues: [MarkdownIssue] = []
  var anchors = Anchors()

  /// A heading of level 1 came while `headingShift` was 0: all must be rendered again, moved down.
  var needsShift = false
  /// Bytes to leave out of, and then to mark as an article's number in, the next text.
  var lead = Lead()
  /// The paragraph that is open serves as a heading.
  var isTitleOpen = false
  /// The level of the last heading of the top level.
  var headingLevel = 1
  /// The number of blocks of the top level so far, headings not counted.
  var blockCount = 0
  /// Where ` class="signature"` would go, if the last block is a line that may be one and a date follows.
  var signatureOffset: Int?
  private var marks: [SectionMark] = []

  init(options: MarkdownOptions, headingShift: Int, sourceCount: Int) {
    self.options = options
    self.headingShift = headingShift
    html.reserveCapacity(sourceCount + sourceCount / 4 + 64)
    text.reserveCapacity(sourceCount + 16)
  }

  /// Begins a section of the plain text after the boundary that the last block left.
  mutating func beginSection(_ entry: OutlineEntry) {
    outline.append(entry)
    marks.append(SectionMark(anchor: entry.anchor, heading: entry.text, end: text.count, start: text.count))
    separateText()
    marks[marks.count - 1].start = text.count
  }

  /// Leaves the heading, which has just been written, out of the section's text.
  mutating func endSectionHeading() {
    separateText()
    marks[marks.count - 1].start = text.count
  }

  /// The finished text, with the issues in the order of the source.
  consuming func finished() -> MarkdownText {
    if issues.count > 1 {
      issues.sort { ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound) }
    }
    return MarkdownText(
      html: html, slots: slots, outline: outline, numberedParagraphs: numberedParagraphs, plainText: text,
      sections: sections(), issues: issues)
  }

  private func sections() -> [TextSection] {
    var sections: [TextSection] = []
    sections.reserveCapacity(marks.count + 1)
    let firstEnd = marks.first?.end ?? text.count
    if firstEnd > 0 { sections.append(TextSection(anchor: nil, heading: "", text: text[..<firstEnd])) }
    for (index, mark) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1].end : text.count
      let range = min(mark.start, end)..<end
      sections.append(TextSection(anchor: mark.anchor, heading: mark.heading, text: text[range]))
    }
    return sections
  }
}

/// What the first text of a paragraph is treated to.
struct Lead {
  /// Bytes of indentation to leave out.
  var skipped = 0
  /// Bytes of the article's number.
  var number = 0
}

/// Where a section begins, and where the one before it ends.
private struct SectionMark {
  let anchor: String
  let heading: String
  let end: Int
  var start: Int
}
