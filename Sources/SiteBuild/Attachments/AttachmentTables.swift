import Auditing
import Guard
import OfficeFiles

/// The tables of an attachment, put together again of their cells, for what shows only when a row is seen as a whole.
struct AttachmentTables {
  /// Each with its cells in reading order.
  private var tables: [[Cell]] = []

  private struct Cell {
    let row, column: Int
    let text: String
    let place: OfficePlace
  }

  /// What a cell is in.
  enum Owner: Hashable {
    case sheet(String)
    case table(Int)

    /// Nil for what is no cell.
    init?(_ place: OfficePlace) {
      switch place {
      case .cell(let sheet, _, _): self = .sheet(sheet)
      case .tableCell(let table, _, _): self = .table(table)
      default: return nil
      }
    }
  }

  /// Above the head of a table stand its title, its unit and its day.
  private static let mostRowsAbove = 10
  /// Wider tables than any list of people are only seen in part.
  private static let mostColumns = 256

  init(_ content: OfficeContent) {
    var indices: [Owner: Int] = [:]
    for piece in content.pieces {
      let (owner, row, column): (Owner, Int, Int)
      switch piece.place {
      case .cell(let sheet, let y, let x): (owner, row, column) = (.sheet(sheet), y, x)
      case .tableCell(let table, let y, let x): (owner, row, column) = (.table(table), y, x)
      default: continue
      }
      guard 1...Self.mostColumns ~= column else { continue }
      let index = indices[owner] ?? tables.count
      if index == tables.count {
        indices[owner] = index
        tables.append([])
      }
      tables[index].append(Cell(row: row, column: column, text: piece.text, place: piece.place))
    }
  }

  /// What they say of people by their full names, one for each table.
  var people: [AttachmentSighting] { tables.compactMap(Self.people) }

  private static func people(_ cells: [Cell]) -> AttachmentSighting? {
    let byRow = Dictionary(grouping: cells, by: \.row)
    let numbers = byRow.keys.sorted()
    let width = cells.reduce(0) { max($0, $1.column) }
    func row(_ number: Int) -> [String] {
      var row = Array(repeating: "", count: width)
      // The paragraphs of a cell come one by one.
      for cell in byRow[number] ?? [] { row[cell.column - 1] += cell.text }
      return row
    }
    for (index, number) in numbers.prefix(mostRowsAbove).enumerated() {
      let headings = row(number)
      guard PeopleTable.isSensitive(headings) else { continue }
      let below = numbers[(index + 1)...]
      guard let found = PeopleTable.sighting(headings: headings, rows: below.map(row)),
        let cell = byRow[below[below.startIndex + found.row]]?.first(where: { $0.column == found.column + 1 })
      else { return nil }
      return AttachmentSighting(found.rule, found.severity, found.message, cures: found.cures, at: cell.place)
    }
    return nil
  }
}
