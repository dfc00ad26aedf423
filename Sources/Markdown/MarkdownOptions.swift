/// What the renderer adds to CommonMark.
package struct MarkdownOptions: Sendable, Hashable {
  /// A line is a paragraph, and what official texts contain by chance is no syntax; see docs/markdown.md.
  package var officialLines = true
  /// Pipe tables by GFM's rules, with merged cells.
  package var tables = true
  /// `id`s for top-level headings, title lines and articles, and the outline.
  package var anchors = true
  /// Classes for addressee, signature, date and note; ideographic spaces that indent a paragraph are removed.
  package var officialParagraphs = true
  /// A source line break between two Han characters or full-width marks does not become a space.
  package var joinsHanLines = true
  /// If the body has a level 1 heading, all headings move one level down: the page's title is its only `h1`.
  package var shiftsHeadings = true
  /// Links lead to http, https, mail and telephone only; otherwise to whatever does not run.
  package var checksAddresses = true
  /// Writes `<!-- raw HTML omitted -->` in place of raw HTML, as `cmark` does, instead of nothing.
  package var marksOmittedHTML = false

  /// The options for document bodies.
  package static let document = MarkdownOptions()

  /// Exactly what `cmark` 0.30 does in safe mode.
  package static let commonMark = MarkdownOptions(
    officialLines: false, tables: false, anchors: false, officialParagraphs: false, joinsHanLines: false,
    shiftsHeadings: false, checksAddresses: false, marksOmittedHTML: true)

  /// Memberwise, by default those of ``document``.
  package init(
    officialLines: Bool = true, tables: Bool = true, anchors: Bool = true, officialParagraphs: Bool = true,
    joinsHanLines: Bool = true,
    shiftsHeadings: Bool = true, checksAddresses: Bool = true, marksOmittedHTML: Bool = false
  ) {
    self.officialLines = officialLines
    self.tables = tables
    self.anchors = anchors
    self.officialParagraphs = officialParagraphs
    self.joinsHanLines = joinsHanLines
    self.shiftsHeadings = shiftsHeadings
    self.checksAddresses = checksAddresses
    self.marksOmittedHTML = marksOmittedHTML
  }
}
