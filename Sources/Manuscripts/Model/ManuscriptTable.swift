package import OfficeFiles

/// A table, as the file's grid has it.
package struct ManuscriptTable: Sendable, Hashable {
  package var rows: [Row]
  /// Of the grid.
  package var columnCount: Int
  package var place: OfficePlace?

  /// Memberwise.
  package init(rows: [Row], columnCount: Int, at place: OfficePlace? = nil) {
    (self.rows, self.columnCount, self.place) = (rows, columnCount, place)
  }

  package struct Row: Sendable, Hashable {
    /// From left to right; their columns add up to the table's.
    package var cells: [Cell]
    /// Whether the file says that it is repeated on every page.
    package var isHeader: Bool

    /// Memberwise.
    package init(_ cells: [Cell], isHeader: Bool = false) { (self.cells, self.isHeader) = (cells, isHeader) }
  }

  package struct Cell: Sendable, Hashable {
    /// Paragraphs, and tables inside it.
    package var blocks: [ManuscriptBlock]
    /// How many columns of the grid it takes, at least 1.
    package var columns: Int
    /// Whether it is the lower part of the cell above, which takes the same columns; then it has no blocks.
    package var continuesAbove: Bool
    package var place: OfficePlace?

    /// Memberwise.
    package init(
      _ blocks: [ManuscriptBlock], columns: Int = 1, continuesAbove: Bool = false, at place: OfficePlace? = nil
    ) {
      (self.blocks, self.columns, self.continuesAbove, self.place) = (blocks, columns, continuesAbove, place)
    }

    /// The text of its paragraphs, a line each.
    package var text: String {
      blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
        .joined(separator: "\n")
    }
  }
}
