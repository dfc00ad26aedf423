/// A mistake in a Markdown body. The caller words it.
package struct MarkdownIssue: Sendable, Equatable {
  /// What is wrong, with what a message needs to say it.
  package enum Kind: Sendable, Hashable {
    /// A tag or a declaration that is not passed on. The value is its first line.
    case rawHTML(String)
    /// A comment that is not passed on.
    case htmlComment
    /// An image that says nothing to who cannot see it. The value is its target.
    case imageWithoutText(String)
    /// A link or an image whose scheme may run code or reach the disk. The value is the scheme, in lower case.
    case unsafeScheme(String)
    /// A row with more cells than the header has columns; the rest is not shown.
    case tableCells(columns: Int, cells: Int)
    /// A `^^` or an empty `||` that cannot be joined; the cell is shown empty.
    case mergeTarget(MergeProblem)
  }

  /// Why a cell cannot be joined to its neighbour.
  package enum MergeProblem: Sendable, Hashable {
    /// `^^` in the header or right under it.
    case nothingAbove
    /// `||` at the beginning of a row.
    case nothingLeft
    /// The joined cells would not make a rectangle.
    case notRectangular
  }

  /// What is wrong.
  package let kind: Kind
  /// Where, as a byte range of the body.
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
