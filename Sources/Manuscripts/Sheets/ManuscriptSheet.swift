/// A sheet of a workbook, or a CSV file: what a person sees of it, without rows and columns in which nothing stands.
package struct ManuscriptSheet: Sendable, Hashable {
  package let name: String
  /// The columns' numbers in the file, from 1.
  package let columns: [Int]
  /// From top to bottom; each has a cell for each column.
  package var rows: [Row]

  package struct Row: Sendable, Hashable {
    /// In the file, from 1.
    package let number: Int
    package var cells: [Cell]
  }

  package struct Cell: Sendable, Hashable {
    package var text = ""
    package var value = Value.empty
    /// The cell of which it is a part, if it is merged.
    package var cover = Cover.none
  }

  package enum Cover: Sendable, Hashable { case none, left, above }

  /// What the file says a cell is.
  package enum Value: Sendable, Hashable {
    case empty
    case text
    /// Its figures as they are shown, and the words that its format puts beside them.
    case number(String, isPercent: Bool, unit: String)
    /// A day that is shown whole: `2026-11-30`.
    case date(String)
    case boolean(Bool)
    /// A formula that failed.
    case failure
  }

  /// Rows and columns that a sheet and all sheets may have, multiplied: what memory is for.
  package static let mostCells = 2_000_000

  /// Memberwise.
  package init(name: String, columns: [Int], rows: [Row]) {
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }
}

extension ManuscriptSheet {
  /// What stands above the table and below it, and how many rows are its head.
  package struct Parts: Sendable, Hashable {
    /// Titles and remarks (单位：万元).
    package var above: Range<Int>
    /// Empty if there is no table.
    package var table: Range<Int>
    package var headCount: Int
    /// Notes (注：…).
    package var below: Range<Int>
  }

  /// Where the table is.
  package var parts: Parts {
    let counts = rows.map { row in row.cells.count { !$0.text.isEmpty } }
    let most = counts.max() ?? 0
    guard most > 1, let first = rows.indices.first(where: { !isTitle($0, counts[$0]) }) else {
      return Parts(above: 0..<rows.count, table: rows.count..<rows.count, headCount: 0, below: rows.count..<rows.count)
    }
    let last = rows.indices.last { $0 <= first || !isNote($0, counts[$0]) } ?? first
    return Parts(
      above: 0..<first, table: first..<(last + 1), headCount: headCount(first, last), below: (last + 1)..<rows.count)
  }

  /// Whether a row may stand above the head: a single text, or remarks with empty cells between.
  private func isTitle(_ index: Int, _ count: Int) -> Bool {
    if count <= 1 { return true }
    let isHalfEmpty = count * 2 <= columns.count || count == 2 && columns.count == 3
    return isHalfEmpty && !isMergedHead(index) && rows[index].cells.contains { $0.text.contains { "：:".contains($0) } }
  }

  /// A head of several rows has cells that go on below or to the right.
  private func isMergedHead(_ index: Int) -> Bool {
    index + 1 < rows.count && rows[index + 1].cells.contains { $0.cover == .above }
  }

  /// Whether a row may stand below the table: a single text that begins it and is a note or spans most of it.
  private func isNote(_ index: Int, _ count: Int) -> Bool {
    guard count == 1, let first = rows[index].cells.first, !first.text.isEmpty else { return false }
    let width = 1 + rows[index].cells.dropFirst().prefix { $0.cover == .left }.count
    return width * 2 > columns.count || Self.notes.contains { first.text.hasPrefix($0) }
  }

  private static let notes = ["注", "备注", "说明", "填表", "制表", "填报"]

  /// A merged cell in the first row of the head reaches down to its last.
  private func headCount(_ first: Int, _ last: Int) -> Int {
    func depth(_ column: Int) -> Int {
      1 + rows[(first + 1)..<(last + 1)].prefix { $0.cells[column].cover == .above }.count
    }
    let own = rows[first].cells.indices.filter { rows[first].cells[$0].cover == .none }
    let deepest = own.map(depth).max() ?? 1
    // A merged cell that goes on through the whole table is no head.
    let isWide = rows[first].cells.contains { $0.cover == .left } && first < last
    return min(max(deepest == last - first + 1 ? 1 : deepest, isWide ? 2 : 1), last - first + 1)
  }
}
