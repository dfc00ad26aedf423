import OfficeFiles

/// Where in a part we are; counted as ``OfficeReader`` does, so that a person finds one place by one name.
struct WordPlaces {
  /// What part of the file it is.
  enum Part: Sendable { case body, notes, margin, comments }

  let part: Part
  private var tables: [(number: Int, row: Int, column: Int)] = []
  private var (paragraphCount, tableCount) = (0, 0)

  init(_ part: Part) { self.part = part }

  var now: OfficePlace {
    switch part {
    case .notes: .note
    case .margin: .margin
    case .comments: .comment
    case .body:
      if let table = tables.last {
        .tableCell(table: table.number, row: table.row, column: table.column)
      } else {
        .paragraph(paragraphCount + 1)
      }
    }
  }

  /// The first cell of the table that begins.
  var firstCell: OfficePlace {
    if part == .body, let table = tables.last { return .tableCell(table: table.number, row: 1, column: 1) }
    return now
  }

  mutating func beginTable() {
    tableCount += 1
    tables.append((tableCount, 0, 0))
  }

  mutating func beginRow() { if let last = tables.last { tables[tables.count - 1] = (last.number, last.row + 1, 0) } }

  mutating func beginCell() { if !tables.isEmpty { tables[tables.count - 1].column += 1 } }

  mutating func endTable() { _ = tables.popLast() }

  /// Behind a paragraph with any text, seen or not.
  mutating func endParagraph() { if tables.isEmpty { paragraphCount += 1 } }
}
