/// What the renderer adds to CommonMark.
package struct MarkdownOptions: Sendable, Hashable {
  /// Pipe tables with GFM's rules, and merged cells.
  package var tables = true
  /// `id` for headings, title lines and articles of the top level, and the outline.
  package var anchors = true
  /// Classes for addressee, signature, date and note; ideographic spaces that indent a paragraph are dropped.
  package var officialParagraphs = true
  /// A line break in the source between two Han characters or full-width marks is no space.
  package var joinsHanLines = true
  /// All headings one level down when the body has one of level 1: the page's title is its only `h1`.
  package var shiftsHeadings = true
  /// Writes `<!-- raw HTML omitted -->` where raw HTML was, as `cmark` does, instead of nothing.
  package var marksOmittedHTML = false

  /// What a document's body is rendered with.
  package static let document = MarkdownOptions()

  /// What `cmark` 0.30 in safe mode does, and nothing else.
  package static let commonMark = MarkdownOptions(
    tables: false, anchors: false, officialParagraphs: false, joinsHanLines: false, shiftsHeadings: false,
    marksOmittedHTML: true)

  /// Options, by default those of ``document``.
  package init(
    tables: Bool = true, anchors: Bool = true, officialParagraphs: Bool = true, joinsHanLines: Bool = true,
    shiftsHeadings: Bool = true, marksOmittedHTML: Bool = false
  ) {
    self.tables = tables
    self.anchors = anchors
    self.officialParagraphs = officialParagraphs
    self.joinsHanLines = joinsHanLines
    self.shiftsHeadings = shiftsHeadings
    self.marksOmittedHTML = marksOmittedHTML
  }
}
