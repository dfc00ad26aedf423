import OfficeFiles

/// Puts the cells of a sheet into rows and columns, without what is hidden.
struct SheetAssembly {
  let name: String
  /// Nil if nothing is shown, or too much.
  private(set) var sheet: ManuscriptSheet?
  private(set) var isTooLarge = false
  /// The texts of hidden rows and columns, and those beneath merged cells, each with its place.
  private(set) var hidden: [(text: String, place: OfficePlace)] = []
  private(set) var doubts: [Doubt] = []
  /// What is shown, cell by cell.
  private(set) var shown: [Shown] = []

  struct Shown {
    let row: Int
    let column: Int
    let cell: ManuscriptSheet.Cell
    var text: String { cell.text }
  }

  init(_ name: String, _ grid: SheetGrid, _ reader: CellReader) {
    self.name = name
    let covered = Covered(grid)
    var (rows, columns): ([Int: [String]], [Int: [String]]) = ([:], [:])
    for stored in grid.cells {
      let reading = reader.read(stored)
      let cell = reading.cell
      let place = OfficePlace.cell(sheet: name, row: stored.row, column: stored.column)
      if let doubt = reading.doubt { doubts.append(Doubt(doubt.kind, text: doubt.text, at: place)) }
      if let text = reading.hidden { hidden.append((text, place)) }
      guard !cell.text.isEmpty else { continue }
      if grid.hiddenRows.contains(stored.row) {
        rows[stored.row, default: []].append(cell.text)
      } else if grid.isHidden(column: stored.column) {
        columns[stored.column, default: []].append(cell.text)
      } else if covered.isCovered(row: stored.row, column: stored.column) {
        hidden.append((cell.text, place))
      } else {
        shown.append(Shown(row: stored.row, column: stored.column, cell: cell))
      }
    }
    hidden += rows.sorted { $0.key < $1.key }.map { ($0.value.joined(separator: "\t"), .row(sheet: name, $0.key)) }
    hidden += columns.sorted { $0.key < $1.key }.map {
      ($0.value.joined(separator: "\t"), .column(sheet: name, $0.key))
    }
    assemble(grid)
  }

  private mutating func assemble(_ grid: SheetGrid) {
    let numbers = (rows: Set(shown.map(\.row)).sorted(), columns: Set(shown.map(\.column)).sorted())
    guard !numbers.rows.isEmpty else { return }
    guard numbers.rows.count * numbers.columns.count <= ManuscriptSheet.mostCells else {
      isTooLarge = true
      return
    }
    let rowIndex = Dictionary(zip(numbers.rows, 0...), uniquingKeysWith: { first, _ in first })
    let columnIndex = Dictionary(zip(numbers.columns, 0...), uniquingKeysWith: { first, _ in first })
    let empty = [ManuscriptSheet.Cell](repeating: ManuscriptSheet.Cell(), count: numbers.columns.count)
    var rows = numbers.rows.map { ManuscriptSheet.Row(number: $0, cells: empty) }
    for piece in shown {
      guard let row = rowIndex[piece.row], let column = columnIndex[piece.column] else { continue }
      rows[row].cells[column] = piece.cell
    }
    for merge in grid.merges {
      guard let top = numbers.rows.firstIndex(of: merge.rows.lowerBound, sorted: true),
        let left = numbers.columns.firstIndex(of: merge.columns.lowerBound, sorted: true)
      else { continue }
      let bottom = numbers.rows.firstIndex(of: merge.rows.upperBound + 1, sorted: true) ?? rows.count
      let right = numbers.columns.firstIndex(of: merge.columns.upperBound + 1, sorted: true) ?? numbers.columns.count
      for row in top..<max(top, bottom) {
        for column in left..<max(left, right) where row > top || column > left {
          guard rows[row].cells[column].text.isEmpty else { continue }
          // The top left cell may be hidden; then the first that is not takes its place.
          rows[row].cells[column].cover = column > left ? .left : .above
        }
      }
    }
    sheet = ManuscriptSheet(name: name, columns: numbers.columns, rows: rows)
  }
}

/// Which cells lie beneath merged ones.
private struct Covered {
  /// By row: the merged cells that reach into it, sorted. Only merged cells that are in rows with text are asked.
  private var spans: [Int: [(columns: ClosedRange<Int>, top: Int)]] = [:]

  init(_ grid: SheetGrid) {
    let rows = Set(grid.cells.map(\.row)).sorted()
    // Each row of each merged cell is looked at once; merged cells do not overlap in sound files, and a bound holds
    // for others.
    var room = ManuscriptSheet.mostCells
    for merge in grid.merges {
      var index = rows.firstIndex(of: merge.rows.lowerBound, sorted: true) ?? rows.count
      while index < rows.count, rows[index] <= merge.rows.upperBound, room > 0 {
        spans[rows[index], default: []].append((merge.columns, merge.rows.lowerBound))
        (index, room) = (index + 1, room - 1)
      }
    }
  }

  func isCovered(row: Int, column: Int) -> Bool {
    spans[row]?.contains { $0.columns.contains(column) && (row > $0.top || column > $0.columns.lowerBound) } ?? false
  }
}

extension [Int] {
  /// The index of the first number that is not below; nil if all are. For sorted ones.
  fileprivate func firstIndex(of number: Int, sorted: Bool) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count ? low : nil
  }
}
