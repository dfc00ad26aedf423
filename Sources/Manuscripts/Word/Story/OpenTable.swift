import Base
import OfficeFiles

/// A table that is being read.
struct OpenTable {
  private(set) var rows: [ManuscriptTable.Row] = []
  private(set) var row: OpenRow?
  let place: OfficePlace
  /// Whether cells do not fit the grid.
  private(set) var isIrregular = false
  /// The cells above that may be longer than one row, by their first column.
  private var above: [Int: Int] = [:]

  struct OpenRow {
    var cells: [ManuscriptTable.Cell] = []
    var isHeader = false
    /// Who added or removed it, if a change did.
    var changedBy: String??
    var isDeleted = false
    var isHidden = false
    var columnsAfter = 0
    /// The columns taken so far.
    var width = 0
    var cell: OpenCell?
    /// The columns of cells that may go on below.
    var tall: [Int: Int] = [:]
  }

  struct OpenCell {
    var columns = 1
    var isTall = false
    /// Whether the file says that it belongs to the one above, or before.
    var goesOnAbove = false
    var goesOnBefore = false
    var place: OfficePlace
  }

  init(at place: OfficePlace) { self.place = place }

  /// Wider tables are cut off; Word allows 63 columns.
  private static let mostColumns = 1024

  /// Takes in an element of `w:tcPr`.
  mutating func takeCell(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:gridSpan": row?.cell?.columns = min(max(attributes.number ?? 1, 1), Self.mostColumns)
    case "w:vMerge":
      row?.cell?.isTall = true
      row?.cell?.goesOnAbove = attributes["val"] != "restart"
    case "w:hMerge": row?.cell?.goesOnBefore = attributes["val"] != "restart"
    case "w:cellDel", "w:cellMerge": isIrregular = true
    default: break
    }
  }

  /// Takes in an element of `w:trPr`.
  mutating func takeRow(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:tblHeader": row?.isHeader = attributes.isSwitchedOn
    case "w:gridBefore": pad(min(max(attributes.number ?? 0, 0), Self.mostColumns))
    case "w:gridAfter": row?.columnsAfter = min(max(attributes.number ?? 0, 0), Self.mostColumns)
    case "w:ins": row?.changedBy = .some(attributes["author"])
    case "w:del":
      row?.changedBy = .some(attributes["author"])
      row?.isDeleted = true
    case "w:hidden": row?.isHidden = attributes.isSwitchedOn
    default: break
    }
  }

  mutating func beginRow() { row = OpenRow() }

  mutating func beginCell(at place: OfficePlace) { row?.cell = OpenCell(place: place) }

  /// Whether the open cell is the lower part of the one above.
  var continuesAbove: Bool {
    guard let row, let cell = row.cell else { return false }
    return cell.goesOnAbove && above[row.width] == cell.columns
  }

  /// Whether nobody sees the open cell.
  var isUnseen: Bool { continuesAbove || row?.isDeleted == true || row?.isHidden == true }

  /// Ends the cell; gives blocks that nobody sees, because the cell belongs to the one above.
  mutating func endCell(_ blocks: [ManuscriptBlock]) -> [ManuscriptBlock] {
    guard let cell = row?.cell, let width = row?.width else { return [] }
    let continues = continuesAbove
    if cell.goesOnAbove, !continues { isIrregular = true }
    if width + cell.columns > Self.mostColumns { isIrregular = true }
    if cell.isTall { row?.tall[width] = cell.columns }
    row?.width += cell.columns
    row?.cell = nil
    if cell.goesOnBefore, let last = row?.cells.indices.last {
      row?.cells[last].columns += cell.columns
      row?.cells[last].blocks += blocks
      return []
    }
    row?.cells.append(
      ManuscriptTable.Cell(
        continues ? [] : blocks, columns: cell.columns, continuesAbove: continues, at: cell.place))
    return continues ? blocks : []
  }

  /// Ends the row, which is kept unless it was removed or is hidden.
  mutating func endRow() -> OpenRow? {
    pad(row?.columnsAfter ?? 0)
    guard let row else { return nil }
    self.row = nil
    if !row.isDeleted, !row.isHidden {
      rows.append(ManuscriptTable.Row(row.cells, isHeader: row.isHeader))
      above = row.tall
    }
    return row
  }

  /// The table, every row as wide as the widest; nil if there is nothing in it.
  mutating func finished() -> ManuscriptTable? {
    let widths = rows.map { $0.cells.reduce(0) { $0 + $1.columns } }
    let width = widths.max() ?? 0
    guard width > 0 else { return nil }
    for index in rows.indices where widths[index] < width {
      rows[index].cells.append(ManuscriptTable.Cell([], columns: width - widths[index]))
      isIrregular = true
    }
    let heads = rows.prefix { $0.isHeader }.count
    for index in rows.indices.dropFirst(heads) { rows[index].isHeader = false }
    return ManuscriptTable(rows: rows, columnCount: width, at: place)
  }

  private mutating func pad(_ columns: Int) {
    guard columns > 0 else { return }
    row?.cells.append(ManuscriptTable.Cell([], columns: columns))
    row?.width += columns
  }
}
