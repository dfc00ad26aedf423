import Base

/// A table as shown: its cells, and the columns and rows that each spans.
struct TableGrid {
  /// A cell as shown.
  struct Cell {
    let column: Int
    var columns = 1
    var rows = 1
    /// The cell's text in the source; empty if the row lacks the cell or it could not be merged.
    let text: Range<Int>
  }

  let alignments: [ColumnAlignment]
  /// Those of the header first.
  private(set) var rows: [[Cell]] = []
  /// The number of rows in the header: the first one, and those below it that continue its cells with `^^`.
  private(set) var headerCount = 1
  /// The `^^` that make rows of the header.
  private var continued: [Range<Int>] = []
  /// Cells that could not be merged.
  private(set) var problems: [(kind: MarkdownIssue.MergeProblem, cell: Range<Int>)] = []
  /// The previous row's cell in each column.
  private var above: [Position] = []

  private struct Position: Equatable {
    var row: Int
    var index: Int
  }

  private enum Sign { case text, up, left }

  init(alignments: [ColumnAlignment]) {
    self.alignments = alignments
  }

  /// Adds a row. Missing cells are empty, extra cells are left out.
  mutating func append(_ row: TableRow, of source: Bytes) {
    let signs = row.cells.prefix(alignments.count).map { sign(of: $0, in: source) }
    let lineEnd = row.cells.last?.upperBound ?? 0
    rows.append([])
    if rows.count == headerCount + 1, signs.contains(.up) {
      headerCount += 1
      continued += row.cells.indices.filter { $0 < signs.count && signs[$0] == .up }.map { row.cells[$0] }
    }
    var current: [Position] = []
    for column in alignments.indices {
      let cell = column < row.cells.count ? row.cells[column] : lineEnd..<lineEnd
      if let joined = join(column, signs, current, cell: cell) {
        current.append(joined)
      } else {
        let isText = column < signs.count && signs[column] == .text
        let text = isText ? cell.trimmed(in: source) : cell.upperBound..<cell.upperBound
        rows[rows.count - 1].append(Cell(column: column, text: text))
        current.append(Position(row: rows.count - 1, index: rows[rows.count - 1].count - 1))
      }
    }
    above = current
  }

  /// Ends the table. A header that goes on to the last row was meant as something else.
  mutating func finish() {
    guard headerCount > 1, headerCount == rows.count else { return }
    problems += continued.map { (.nothingAbove, $0) }
  }

  /// Merges a cell into its neighbour; nil if it is a separate cell.
  private mutating func join(
    _ column: Int, _ signs: [Sign], _ current: [Position], cell: Range<Int>
  ) -> Position? {
    guard column < signs.count else { return nil }
    switch signs[column] {
    case .text: return nil
    case .left:
      guard let left = current.last else { return fail(.nothingLeft, cell) }
      return joinLeft(left, column, cell: cell)
    case .up:
      guard rows.count > 1 else { return fail(.nothingAbove, cell) }
      return joinUp(above[column], column, signs, cell: cell)
    }
  }

  private mutating func joinLeft(_ left: Position, _ column: Int, cell: Range<Int>) -> Position? {
    if left.row == rows.count - 1 {
      rows[left.row][left.index].columns += 1
    } else if above[column] != left {
      return fail(.notRectangular, cell)
    }
    return left
  }

  /// A cell that spans columns can only be extended downwards over all of them.
  private mutating func joinUp(
    _ target: Position, _ column: Int, _ signs: [Sign], cell: Range<Int>
  ) -> Position? {
    let upper = rows[target.row][target.index]
    let range = upper.column..<upper.column + upper.columns
    guard range.upperBound <= signs.count, signs[upper.column] == .up, range.allSatisfy({ signs[$0] != .text }) else {
      return fail(.notRectangular, cell)
    }
    if column == upper.column { rows[target.row][target.index].rows += 1 }
    return target
  }

  private mutating func fail(_ problem: MarkdownIssue.MergeProblem, _ cell: Range<Int>) -> Position? {
    problems.append((problem, cell))
    return nil
  }

  private func sign(of cell: Range<Int>, in source: Bytes) -> Sign {
    if cell.isEmpty { return .left }
    let text = cell.trimmed(in: source)
    return text.count == 2 && source[text.lowerBound] == 0x5E && source[text.lowerBound + 1] == 0x5E ? .up : .text
  }
}
