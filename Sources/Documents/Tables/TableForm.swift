/// What a kind says about the tables of one of its fields: headings, fixed rows, sums, and what happens to a row.
package struct TableForm: Sendable, Hashable {
  /// The columns that a file may have; empty: any.
  package let columns: [TableColumn]
  /// The rows that a file must have, in this order; empty: any. They belong to official forms.
  package let lines: [TableLine]
  /// What must add up.
  package let sums: [TableSum]
  /// The clock that reads each row's dates: `task`, `publicNotice`, `validity` or `none`.
  package let lifecycle: Lifecycle
  /// Rows on a page.
  package let pageSize: Int
  /// The heading of the text under which the table stands; nil: behind the text.
  package var heading: String?
  /// Whether every column beside those that it points at must be in it: a catalogue of all that is published.
  package var coversColumns = false

  /// A table of 20,000 rows makes 200 pages of it.
  package static let defaultPageSize = 100

  /// Makes a form.
  package init(
    columns: [TableColumn] = [], lines: [TableLine] = [], sums: [TableSum] = [], lifecycle: Lifecycle = .none,
    pageSize: Int = defaultPageSize
  ) {
    self.columns = columns
    self.lines = lines
    self.sums = sums
    self.lifecycle = lifecycle
    self.pageSize = pageSize
  }

  /// What the heading of a column says in the file: its label, or the whole path where two columns have the same label.
  package func heading(of column: TableColumn) -> String {
    columns.count { $0.label == column.label } > 1 ? column.path.joined(separator: "/") : column.label
  }

  /// The words that a row's clock reads.
  package static let clockWords = CommonField.all(of: .rowClock)
}

/// One column of a table.
package struct TableColumn: Sendable, Hashable {
  /// ASCII; of a column that no kind describes, its heading.
  package let key: String
  package let label: String
  /// The headings that it stands under, outermost first: 申请人情况, 法人或其他组织.
  package let groups: [String]
  package let type: FieldType
  package let isRequired: Bool
  /// Whether no two rows may have the same value.
  package let isUnique: Bool
  /// Whether it names the row.
  package let isHeader: Bool
  /// Whether a cell may hold several values, with `；` between them.
  package let isMany: Bool
  /// Whether names in it must be masked: 张*.
  package let isMasked: Bool
  /// The words a `choice` may be; empty otherwise.
  package let choices: [String]
  /// Whether a cell shows all choices, the chosen ones as ■ and the others as □.
  package let showsBoxes: Bool

  /// Makes a column.
  package init(
    key: String, label: String, groups: [String] = [], type: FieldType = .text, isRequired: Bool = false,
    isUnique: Bool = false, isHeader: Bool = false, isMany: Bool = false, isMasked: Bool = false,
    choices: [String] = [],
    showsBoxes: Bool = false
  ) {
    self.key = key
    self.label = label
    self.groups = groups
    self.type = type
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.isHeader = isHeader
    self.isMany = isMany
    self.isMasked = isMasked
    self.choices = choices
    self.showsBoxes = showsBoxes
  }

  /// Its groups and its label.
  package var path: [String] { groups + [label] }
}

/// One fixed row of an official form.
package struct TableLine: Sendable, Hashable {
  package let key: String
  /// What the file says in the header column.
  package let label: String
  /// The row headings that it stands under, outermost first.
  package let groups: [String]
  /// Keys of the columns that it has numbers in; empty: all. Rows that differ in this stand in blocks of their own.
  package let columns: [String]

  /// Makes a row of a form.
  package init(key: String, label: String, groups: [String] = [], columns: [String] = []) {
    self.key = key
    self.label = label
    self.groups = groups
    self.columns = columns
  }

  /// Its groups and its label.
  package var path: [String] { groups + [label] }
}

/// An equation over the columns of each row, or over the rows of each column: `total = natural + business`.
package struct TableSum: Sendable, Hashable {
  package let left: [String]
  package let right: [String]
  /// Whether the keys are those of rows.
  package let isOverRows: Bool

  /// Makes an equation over keys.
  package init(left: [String], right: [String], isOverRows: Bool) {
    self.left = left
    self.right = right
    self.isOverRows = isOverRows
  }
}
