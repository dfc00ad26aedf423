import Base
import Documents
import Guard

// The cells of a table go past the guard one by one.
extension TableReader {
  /// Looks at the cells that will be published.
  mutating func watchCells(by textGuard: TextGuard, made: CalendarDate?) {
    // Where the kind asks for masks, each name is looked at by itself.
    if !columns.contains(where: { $0.column.isMasked }),
      let people = PeopleTable.sighting(headings: columns.map(\.column.label), rows: rows.map(\.cells))
    {
      file.add(
        people.rule, people.severity, at: rows[people.row].places[people.column], people.message, cures: people.cures)
    }
    for row in rows {
      for (index, (column, _)) in columns.enumerated() where index < row.places.count && !row.joined.contains(index) {
        if column.type == .date || column.type == .number && row.cells[index].utf8.count < 11 { continue }
        if personalCells.contains(row.places[index].lowerBound) { continue }
        file.watch(row.cells[index], at: row.places[index], by: textGuard, made: made)
      }
    }
  }
}
