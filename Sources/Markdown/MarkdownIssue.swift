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
  }

  /// Why a cell cannot be merged with its neighbour.
  package enum MergeProblem: Sendable, Hashable {
    /// `^^` in the header or directly below it.
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

  /// The stable name of the rule: `raw-html`, `html-comment`, `image-alt`, `link-scheme`, `table-cells`, `merge-target`.
  package var id: String {
    switch kind {
    case .rawHTML: "raw-html"
    case .htmlComment: "html-comment"
    case .imageWithoutText: "image-alt"
    case .unsafeScheme: "link-scheme"
    case .tableCells: "table-cells"
    case .mergeTarget: "merge-target"
    }
  }
}
