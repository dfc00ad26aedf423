import Base
import OfficeFiles

// Tables: those that hold values, and those that only arrange a page.
extension WebReader {
  mutating func readTable(_ table: WebElement, _ style: WebStyle) {
    let rows = Self.rows(of: table)
    if let caption = table.elements.first(where: { $0.name == "caption" }) {
      readChildren(of: caption, style.inside(caption))
      endLine(style)
    }
    for row in rows where row.isHidden { hide(row.element) }
    let seen = rows.filter { !$0.isHidden }
    if seen.allSatisfy({ $0.cells.count <= 1 }) || Self.isLayout(table, seen) {
      for cell in seen.flatMap(\.cells) {
        let inner = style.inside(cell)
        readChildren(of: cell, inner)
        endLine(inner)
      }
      return
    }
    readGrid(seen, style)
  }

  fileprivate struct Row {
    let element: WebElement
    let cells: [WebElement]
    let isHead: Bool
    let isHidden: Bool
  }

  private static func rows(of table: WebElement) -> [Row] {
    table.elements.flatMap { part -> [Row] in
      if part.name == "tr" { return [row(part, of: table)] }
      guard ["thead", "tbody", "tfoot"].contains(part.name) else { return [] }
      return part.elements.filter { $0.name == "tr" }.map { row($0, of: part) }
    }
  }

  private static func row(_ element: WebElement, of part: WebElement) -> Row {
    let cells = element.elements.filter { $0.name == "td" || $0.name == "th" }
    // Office programs end a table with a row that only says how wide its columns are.
    let isBlank = element.attributes["height"] == "0" && element.text.isEmpty
    return Row(
      element: element, cells: cells,
      isHead: part.name == "thead" || !cells.isEmpty && cells.allSatisfy { $0.name == "th" },
      isHidden: isBlank || element.isHidden || part.name != "table" && part.isHidden)
  }

  /// A table without lines that has tables in it arranges them.
  private static func isLayout(_ table: WebElement, _ rows: [Row]) -> Bool {
    if table.attributes["role"] == "presentation" { return true }
    let hasLines = table.attributes["border"].map { $0 != "0" } ?? false
    return !hasLines && rows.contains { row in row.cells.contains { cell in cell.first { $0.name == "table" } != nil } }
  }

  private mutating func readGrid(_ rows: [Row], _ style: WebStyle) {
    let outerCell = cell
    if outerCell == nil { tableCount += 1 }
    var grid = WebGrid(rowCount: rows.count)
    for (index, row) in rows.enumerated() {
      grid.beginRow()
      for element in row.cells {
        let inner = style.inside(element)
        let place = outerCell ?? .tableCell(table: tableCount, row: index + 1, column: grid.cellNumber)
        let blocks = element.isHidden ? [] : cellBlocks(element, inner, at: place)
        if element.isHidden {
          cell = place
          hide(element)
        }
        grid.add(
          ManuscriptTable.Cell(blocks, columns: Self.span(element, "colspan", most: 1000), at: place),
          rows: Self.span(element, "rowspan", most: 65_534))
      }
      grid.endRow(isHeader: row.isHead)
    }
    cell = outerCell
    let place = outerCell ?? .tableCell(table: tableCount, row: 1, column: 1)
    if grid.isUneven { manuscript.doubts.append(Doubt(.tableGrid, text: "", at: place)) }
    guard let table = grid.table(at: place) else { return }
    blocks.append(.table(table))
  }

  private mutating func cellBlocks(_ element: WebElement, _ style: WebStyle, at place: OfficePlace) -> [ManuscriptBlock]
  {
    let outer = (blocks, cell, label)
    (blocks, cell, label) = ([], place, "")
    readChildren(of: element, style)
    endLine(style)
    defer { (blocks, cell, label) = outer }
    return blocks
  }

  private static func span(_ element: WebElement, _ name: String, most: Int) -> Int {
    let number = element.attributes[name].flatMap { Int(written: $0.trimmed) } ?? 1
    if name == "rowspan", number == 0 { return most }
    return min(max(number, 1), most)
  }
}

/// Puts cells into the grid of a table as browsers do.
private struct WebGrid {
  /// More columns are cut off.
  static let mostColumns = 2000

  private let rowCount: Int
  private var rows: [ManuscriptTable.Row] = []
  private var cells: [ManuscriptTable.Cell] = []
  private var column = 0
  /// Cells of rows above that go on: where they begin, how wide they are, and for how many rows more.
  private var open: [(start: Int, columns: Int, rows: Int)] = []
  private var next: [(start: Int, columns: Int, rows: Int)] = []
  private(set) var isUneven = false

  init(rowCount: Int) { self.rowCount = rowCount }

  /// Of the cell that comes next in its row, from 1.
  var cellNumber: Int { cells.count(where: { !$0.continuesAbove }) + 1 }

  mutating func beginRow() { (cells, column, next) = ([], 0, []) }

  private mutating func passOpen() {
    while let cell = open.first, cell.start <= column {
      open.removeFirst()
      cells.append(ManuscriptTable.Cell([], columns: cell.columns, continuesAbove: true))
      column += cell.columns
      if cell.rows > 1 { next.append((cell.start, cell.columns, cell.rows - 1)) }
    }
  }

  mutating func add(_ cell: ManuscriptTable.Cell, rows: Int) {
    passOpen()
    var cell = cell
    // A cell that would lie over one from above is cut.
    let room = min(open.first.map { $0.start - column } ?? .max, max(Self.mostColumns - column, 1))
    if cell.columns > room { (cell.columns, isUneven) = (room, true) }
    if rows > 1 { next.append((column, cell.columns, rows - 1)) }
    column += cell.columns
    cells.append(cell)
  }

  mutating func endRow(isHeader: Bool) {
    passOpen()
    while let cell = open.first {
      cells.append(ManuscriptTable.Cell([], columns: cell.start - column))
      column = cell.start
      passOpen()
    }
    open = next.sorted { $0.start < $1.start }
    rows.append(ManuscriptTable.Row(cells, isHeader: isHeader))
  }

  /// The table; nil if nothing is in it.
  func table(at place: OfficePlace) -> ManuscriptTable? {
    let widths = rows.map { $0.cells.reduce(0) { $0 + $1.columns } }
    let width = widths.max() ?? 0
    guard width > 0, rows.contains(where: { $0.cells.contains { !$0.blocks.isEmpty } }) else { return nil }
    var rows = rows
    for (index, own) in widths.enumerated() where own < width {
      rows[index].cells.append(ManuscriptTable.Cell([], columns: width - own))
    }
    return ManuscriptTable(rows: rows, columnCount: width, at: place)
  }
}
