import Base
import Manuscripts

/// A table of the manuscript as a table of Markdown: a row of headings, `^^` for what is joined with the cell above, nothing between
/// two pipes for what is joined with the cell to the left.
struct PipeTable {
  /// Writes what stands in a cell.
  typealias CellWriter = (ManuscriptTable.Cell) -> String

  private let grid: [[Place]]
  private let flags: [Bool]
  private let columns: Int

  /// A place of the grid.
  private struct Place {
    /// Row and column of the upper left place of the cell.
    let origin: Origin
    let cell: ManuscriptTable.Cell
    var isOrigin: Bool
  }

  private struct Origin: Hashable { let row, column: Int }

  init(_ table: ManuscriptTable) {
    columns = max(table.columnCount, table.rows.map { $0.cells.reduce(0) { $0 + max($1.columns, 1) } }.max() ?? 0, 1)
    flags = table.rows.map(\.isHeader)
    var grid: [[Place]] = []
    for (number, row) in table.rows.enumerated() {
      var places: [Place] = []
      for cell in row.cells {
        let column = places.count
        // The lower part of a cell belongs to the place above, if there is one that begins in the same column.
        let above =
          cell.continuesAbove ? grid.last.flatMap { $0[column].origin.column == column ? $0[column] : nil } : nil
        let origin = above?.origin ?? Origin(row: number, column: column)
        for offset in 0..<min(max(cell.columns, 1), columns - column) {
          places.append(Place(origin: origin, cell: above?.cell ?? cell, isOrigin: above == nil && offset == 0))
        }
      }
      while places.count < columns {
        places.append(
          Place(origin: Origin(row: number, column: places.count), cell: ManuscriptTable.Cell([]), isOrigin: true))
      }
      grid.append(places)
    }
    self.grid = grid
  }

  /// How many rows at its top are one cell each: what is written there is no row but the name of the table, or its unit.
  var titleRows: Int {
    var count = 0
    while count + 1 < grid.count, columns > 1, isOneCell(count), !isOneCell(in: count + 1, as: count) { count += 1 }
    return count
  }

  private func isOneCell(_ row: Int) -> Bool { grid[row].allSatisfy { $0.origin == Origin(row: row, column: 0) } }
  private func isOneCell(in row: Int, as other: Int) -> Bool { grid[row][0].origin == Origin(row: other, column: 0) }

  /// The cell of a row that is one.
  func titleCell(_ row: Int) -> ManuscriptTable.Cell { grid[row][0].cell }

  /// Whether cells of the first row reach so far down that it cannot be told what the headings are.
  private(set) var hasDoubtfulHead = false

  /// The lines of the table.
  mutating func markdown(_ write: CellWriter) -> String {
    let first = titleRows
    let head = first..<headEnd(from: first)
    var lines = [Self.line(headings(head, write)), Self.line(Array(repeating: "---", count: columns))]
    for row in head.upperBound..<max(grid.count, head.upperBound) {
      lines.append(Self.line(grid[row].enumerated().map { text(of: $1, in: row, $0, write) }))
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Rows

  /// Nil is joined with what stands to the left.
  private static func line(_ cells: [String?]) -> String {
    "|" + cells.map { $0.map { $0.isEmpty ? " " : " \($0) " } ?? "" }.joined(separator: "|") + "|"
  }

  private func text(of place: Place, in row: Int, _ column: Int, _ write: CellWriter) -> String? {
    if place.origin.column < column { return nil }
    if place.origin.row < row { return "^^" }
    return Self.text(of: place.cell, write)
  }

  private static func text(of cell: ManuscriptTable.Cell, _ write: CellWriter) -> String {
    let text = write(cell)
    // Whoever writes this means it.
    return text == "^^" ? "\\^^" : text
  }

  // MARK: The head

  /// As far as the file says, or as cells of the first row reach down or are divided below.
  private mutating func headEnd(from first: Int) -> Int {
    let marked = flags[first...].prefix { $0 }.count
    var end = first + (marked < grid.count - first ? max(marked, 1) : 1)
    let start = end
    while end < grid.count, grid[end].contains(where: { (first..<end).contains($0.origin.row) }) { end += 1 }
    if end - start > Self.mostHeadRows || end == grid.count && end > start {
      hasDoubtfulHead = true
      return start
    }
    if marked == 0, end == first + 1, end + 1 < grid.count, isDivided(first, by: end) { end += 1 }
    return end
  }

  private static let mostHeadRows = 4

  /// Whether a row has texts only below the wide cells of the row above it.
  private func isDivided(_ row: Int, by next: Int) -> Bool {
    let (upper, lower) = (grid[row], grid[next])
    let isWide = upper.indices.map { column in upper.count { $0.origin == upper[column].origin } > 1 }
    guard isWide.contains(true), isWide.contains(false) else { return false }
    return lower.indices.allSatisfy { column in isWide[column] != lower[column].cell.text.trimmed.isEmpty }
  }

  /// One heading for each column: 责任单位：牵头单位.
  private func headings(_ rows: Range<Int>, _ write: CellWriter) -> [String?] {
    var before: [Origin]?
    return (0..<columns).map { column in
      var (chain, texts) = ([Origin](), [String]())
      for row in rows where chain.last != grid[row][column].origin {
        let place = grid[row][column]
        chain.append(place.origin)
        let text = Self.text(of: place.cell, write)
        if !text.isEmpty, text != texts.last { texts.append(text) }
      }
      defer { before = chain }
      return chain == before ? nil : texts.joined(separator: "：")
    }
  }
}
