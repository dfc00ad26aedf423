/// Where a table says which place each of its rows is for.
package struct PlaceColumn: Sendable, Hashable {
  /// The key of the document's field with the table.
  package let field: String
  /// The key of the column.
  package let column: String
  /// Its heading.
  package let label: String

  /// Memberwise.
  package init(field: String, column: String, label: String) {
    (self.field, self.column, self.label) = (field, column, label)
  }
}

extension DataTable {
  /// The table of those of its rows that have one value in a column, without that column. A cell that was joined to the one above is
  /// so only if that one is still there.
  func rows(with value: String, in column: Int) -> DataTable {
    var kept: [Row] = []
    var previous = -1
    for (index, row) in rows.enumerated() where row.cells[column] == value {
      let isNext = previous == index - 1 && !kept.isEmpty
      kept.append(row.without(column, keepsJoints: isNext))
      previous = index
    }
    let columns = columns.indices.filter { $0 != column }.map { self.columns[$0] }
    return DataTable(file: file, form: form, columns: columns, rows: kept, source: source)
  }
}

extension DataTable.Row {
  fileprivate func without(_ column: Int, keepsJoints: Bool) -> Self {
    func moved(_ position: Int) -> Int? {
      position == column ? nil : position > column ? position - 1 : position
    }
    return Self(
      cells: cells.indices.filter { $0 != column }.map { cells[$0] },
      joined: keepsJoints ? Set(joined.compactMap(moved)) : [],
      places: places.indices.filter { $0 != column }.map { places[$0] },
      words: [Int: String](
        words.compactMap { position, text in moved(position).map { ($0, text) } },
        uniquingKeysWith: { first, _ in first }))
  }
}
