import Documents

/// The room that a column of a table gets, from its longest cell and its heading.
struct ColumnRoom {
  /// In ems, without the padding.
  let ems: Int
  /// Whether its cells have lines to break: it takes what the others leave.
  let isLong: Bool

  /// The class of its heading, which sets the width of the column: stylesheets have `w1` to `w8`, and `long`.
  var className: String { isLong ? "long" : "w\(ems)" }

  /// - Parameter widest: The longest cell in tenths of an em.
  init(widest: Int, heading: String) {
    let cell = (widest + 9) / 10
    // A heading of up to three characters stays on its line, a longer one may take two.
    let length = heading.count
    let head = length <= 3 ? length : (length + 1) / 2
    isLong = max(cell, head) > 8
    ems = isLong ? 6 : max(cell, head, 1)
  }

  /// A column of badges, boxes or links, whose words are not in the file.
  init(ems: Int, isLong: Bool = false) { (self.ems, self.isLong) = (ems, isLong) }
}

/// The columns of a table as a page shows them, with that of the states.
struct TableRoom {
  let columns: [ColumnRoom]

  init(_ table: DataTable) {
    var columns = zip(table.columns, table.measure.widest).map { column, widest in
      switch column.type {
      case .choice where column.showsBoxes: ColumnRoom(ems: min(8, 2 + (column.choices.map(\.count).max() ?? 0)))
      case .link, .reference: ColumnRoom(ems: 6, isLong: true)
      default: ColumnRoom(widest: widest, heading: column.label)
      }
    }
    if let position = table.statePosition { columns.insert(ColumnRoom(ems: 6), at: position) }
    self.columns = columns
  }

  /// With 0.6 em of padding for each column.
  private func ems(ofLong long: Int) -> Double {
    columns.reduce(0) { $0 + Double($1.isLong ? max($1.ems, long) : $1.ems) + 0.6 }
  }

  /// Whether a phone shows each row as a card, in which every cell says its heading: a row is wider than 343 pixels.
  var isCards: Bool { ems(ofLong: 6) > 21 }

  /// `as-cards`; and `wide` for what does not fit an upright sheet of A4.
  var classNames: String { (isCards ? " as-cards" : "") + (ems(ofLong: 8) > 47 ? " wide" : "") }
}
