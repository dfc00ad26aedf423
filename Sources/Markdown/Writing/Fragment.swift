import Base
import Papers

/// A fragment under construction: HTML and plain text side by side. libcmark's tree and the plain path both call these
/// functions, so that they produce the same bytes.
struct Fragment {
  let options: MarkdownOptions
  /// Levels by which headings are moved down.
  let headingShift: Int

  var html: [UInt8] = []
  var text: [UInt8] = []
  var slots: [TargetSlot] = []
  var outline: [OutlineEntry] = []
  var numberedParagraphs: [OutlineEntry] = []
  var issues: [MarkdownIssue] = []
  var anchors = Anchors()

  /// Whether there was a level 1 heading with `headingShift` 0: the whole text must be rendered again, shifted.
  var needsShift = false
  /// How the beginning of the next text is treated.
  var lead = Lead()
  /// Whether the open paragraph serves as a heading.
  var isTitleOpen = false
  /// The level of the last top-level heading.
  var headingLevel = 1
  /// The number of top-level blocks so far, not counting headings.
  var blockCount = 0
  /// Where to insert ` class="signature"` if a date follows; nil unless the last block may be a signature.
  var signatureOffset: Int?
  private var marks: [SectionMark] = []

  init(options: MarkdownOptions, headingShift: Int, sourceCount: Int) {
    self.options = options
    self.headingShift = headingShift
    html.reserveCapacity(sourceCount + sourceCount / 4 + 64)
    text.reserveCapacity(sourceCount + 16)
  }

  /// Begins a section of the plain text.
  mutating func beginSection(_ entry: OutlineEntry) {
    outline.append(entry)
    marks.append(SectionMark(anchor: entry.anchor, heading: entry.text, end: text.count, start: text.count))
    separateText()
    marks[marks.count - 1].start = text.count
  }

  /// Excludes the heading just written from the section's text.
  mutating func endSectionHeading() {
    separateText()
    marks[marks.count - 1].start = text.count
  }

  /// The finished text, with the issues in source order.
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

/// How the first text of a paragraph is treated.
struct Lead {
  /// Bytes of indentation to skip.
  var skipped = 0
  /// Bytes to mark as the article's number.
  var number = 0
}

/// Where a section begins, and where the one before it ends.
private struct SectionMark {
  let anchor: String
  let heading: String
  let end: Int
  var start: Int
}
