/// A mistake in a Markdown body. The caller writes the message.
package struct MarkdownIssue: Sendable, Equatable {
  /// The kind of mistake, with the details that a message needs.
  package enum Kind: Sendable, Hashable {
    /// A tag or declaration, which is omitted. The value is its first line.
    case rawHTML(String)
    /// A table in HTML, of which only the text of its cells is shown. The value is the table as Markdown has it.
    case pastedTable(String)
    /// What looks like a tag that another program left behind; it is shown as written.
    case leftoverHTML(String)
    /// A comment, which is omitted.
    case htmlComment
    /// An image without alternative text. The value is its target.
    case imageWithoutText(String)
    /// A link or image to a place on the author's computer. The value is its target.
    case localPath(String)
    /// Brackets that were meant as a link but are none; they are shown as written.
    case link(LinkProblem)
    /// Marks of emphasis that have no effect and are shown as written. The value is the mark.
    case strayMark(String)
    /// A line that begins like the item of a list but is none. The value is its first sign.
    case listMark(String)
    /// A line that begins like a heading but is none.
    case headingMark(wide: Bool, level: Int)
    /// A character reference of HTML. The value is as written.
    case entity(String)
    /// A footnote without mark in the text, or the other way round.
    case footnote(FootnoteProblem)
    /// A sentence that goes on in the next paragraph. The values are its end and the beginning of the next paragraph.
    case brokenSentence(end: String, next: String)
    /// Text of the source that does not stand on the page, or stands there differently. The value is what stands there.
    case lostText(String)
    /// A link or image whose scheme is none of http, https, mailto and tel. The value is the scheme in lower case.
    case unsafeScheme(String)
    /// A link or image that leads to another host without saying so: `http:host/x`.
    case incompleteAddress(String)
    /// A row with more cells than the header has columns; the extra cells are not shown.
    case tableCells(columns: Int, cells: Int)
    /// A `^^` or an empty `||` that cannot be merged; the cell is shown empty.
    case mergeTarget(MergeProblem)
    /// A row with fewer cells than the header has columns; the missing ones are shown empty, at its end.
    case shortRow(columns: Int, cells: [String])
    /// A line without pipes that directly follows a table and so becomes a row of it. The value is the line.
    case lineInTable(String)
    /// A table that is shown as running text.
    case looseTable(LooseTable)
  }

  /// A table that is shown as running text, because it is not written as Markdown has it.
  package struct LooseTable: Sendable, Hashable {
    /// What stands between its cells.
    package enum Form: Sendable, Hashable {
      /// Pipes, without a delimiter row that fits.
      case pipes
      /// `｜`.
      case fullWidthPipes
      /// Tabs, as Excel and Word copy a table.
      case tabs
      /// Lines that draw a frame: `+---+`, `┌──┬──┐`.
      case drawn
    }

    package let form: Form
    /// Whether a table follows: a header of two rows has only the first one above the delimiter row.
    package let isAboveTable: Bool
    /// The table as Markdown has it.
    package let table: String
  }

  /// Why brackets are no link.
  package enum LinkProblem: Sendable, Hashable {
    /// `[附件](附件 1.docx)`: the value is the target.
    case blankInTarget(String)
    /// `[网站]（https://…）`: the value is the target.
    case wideBrackets(String)
    /// `[通知](关于防汛的通知)`: the value is no address, path or file name.
    case notATarget(String)
  }

  /// What is wrong with a footnote. The value is its mark, `[^1]`.
  package enum FootnoteProblem: Sendable, Hashable {
    case missing(String)
    case unused(String)
    case repeated(String)
  }

  /// Why a cell cannot be merged with its neighbour.
  package enum MergeProblem: Sendable, Hashable {
    /// `^^` in the first row, or below it in a table that has nothing but a header.
    case nothingAbove
    /// `||` at the beginning of a row.
    case nothingLeft
    /// The merged cells would not form a rectangle.
    case notRectangular
  }

  /// The kind of mistake.
  package let kind: Kind
  /// Its byte range in the body.
  package let place: Range<Int>

  /// A second place that belongs to it: where the other half of a broken sentence stands.
  package let other: Range<Int>?

  init(kind: Kind, place: Range<Int>, other: Range<Int>? = nil) {
    (self.kind, self.place, self.other) = (kind, place, other)
  }

  /// Whether what stands at its place is not shown.
  var isDropped: Bool {
    switch kind {
    case .rawHTML, .htmlComment, .tableCells, .mergeTarget: true
    default: false
    }
  }

  /// The stable name of the rule, listed in the handbook.
  package var id: String {
    switch kind {
    case .rawHTML, .leftoverHTML, .pastedTable: "raw-html"
    case .htmlComment: "html-comment"
    case .imageWithoutText: "image-alt"
    case .localPath: "local-path"
    case .link: "link-syntax"
    case .strayMark: "emphasis-mark"
    case .listMark: "list-mark"
    case .headingMark: "heading-mark"
    case .entity: "html-entity"
    case .footnote: "footnote"
    case .brokenSentence: "broken-sentence"
    case .lostText: "lost-text"
    case .unsafeScheme, .incompleteAddress: "link-scheme"
    case .tableCells: "table-cells"
    case .mergeTarget: "merge-target"
    case .shortRow: "table-short-row"
    case .lineInTable: "table-line"
    case .looseTable: "table-text"
    }
  }
}
