/// A mistake in a Markdown body. The caller writes the message.
package struct MarkdownIssue: Sendable, Equatable {
  /// The kind of mistake, with the details that a message needs.
  package enum Kind: Sendable, Hashable {
    /// A tag or declaration, which is omitted. The value is its first line.
    case rawHTML(String)
    /// A comment, which is omitted.
    case htmlComment
    /// An image without alternative text. The value is its target.
    case imageWithoutText(String)
    /// A link or image whose scheme may run code or read local files. The value is the scheme in lower case.
    case unsafeScheme(String)
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

  /// The stable name of the rule: `raw-html`, `html-comment`, `image-alt`, `link-scheme`, `table-cells`, `merge-target`,
  /// `table-short-row`, `table-line`, `table-text`.
  package var id: String {
    switch kind {
    case .rawHTML: "raw-html"
    case .htmlComment: "html-comment"
    case .imageWithoutText: "image-alt"
    case .unsafeScheme: "link-scheme"
    case .tableCells: "table-cells"
    case .mergeTarget: "merge-target"
    case .shortRow: "table-short-row"
    case .lineInTable: "table-line"
    case .looseTable: "table-text"
    }
  }
}
