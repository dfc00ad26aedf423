/// A kind's rules for the tables of one of its fields: columns, fixed rows, sums, and the lifecycle of rows.
package struct TableForm: Sendable, Hashable {
  /// The columns a file may have; empty: any.
  package let columns: [TableColumn]
  /// The rows a file must have, in this order, in official forms; empty: any.
  package let lines: [TableLine]
  /// The equations that must hold.
  package let sums: [TableSum]
  /// How the state of a row follows from its dates: `task`, `publicNotice`, `validity` or `none`.
  package let lifecycle: Lifecycle
  /// Rows per page.
  package let pageSize: Int
  /// The heading in the text under which the table is shown; nil: after the text.
  package var heading: String?
  /// Whether it is a full catalogue: every column under the same top-level columns as those it points at must be in it.
  package var coversColumns = false
  /// How it is drawn, beside itself.
  package var charts: [ChartForm] = []

  /// Rows per page unless the kind says otherwise; 20,000 rows make 200 pages.
  package static let defaultPageSize = 100

  /// Memberwise.
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

  /// The heading of a column in the file: its label, or its whole path when another column has the same label.
  package func heading(of column: TableColumn) -> String {
    columns.count { $0.label == column.label } > 1 ? column.path.joined(separator: "/") : column.label
  }

  /// The date fields that determine the state of a row.
  package static let clockWords = CommonField.all(of: .rowClock)
}

/// One column of a table.
package struct TableColumn: Sendable, Hashable {
  /// ASCII; for a column that the kind does not describe, its heading.
  package let key: String
  package let label: String
  /// The headings above it, outermost first: 申请人情况, 法人或其他组织.
  package let groups: [String]
  package let type: FieldType
  package let isRequired: Bool
  /// Whether values must be unique.
  package let isUnique: Bool
  /// Whether it names the rows.
  package let isHeader: Bool
  /// Whether a cell may hold several values, with `；` between them.
  package let isMany: Bool
  /// Whether names in it must be masked: 张*.
  package let isMasked: Bool
  /// Only for choices: the allowed words.
  package let choices: [String]
  /// Whether cells show all choices, the selected ones as ■ and the others as □.
  package let showsBoxes: Bool
  /// Whether the table ends with the sum of its numbers.
  package let hasTotal: Bool

  /// Memberwise.
  package init(
    key: String, label: String, groups: [String] = [], type: FieldType = .text, isRequired: Bool = false,
    isUnique: Bool = false, isHeader: Bool = false, isMany: Bool = false, isMasked: Bool = false,
    choices: [String] = [],
    showsBoxes: Bool = false, hasTotal: Bool = false
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
    self.hasTotal = hasTotal
  }

  /// Its groups and its label.
  package var path: [String] { groups + [label] }
}

/// One fixed row of an official form.
package struct TableLine: Sendable, Hashable {
  package let key: String
  /// The text in the header column of the file.
  package let label: String
  /// The row headings to its left, outermost first.
  package let groups: [String]
  /// Keys of the columns in which it has numbers; empty: all. Rows that differ in this form separate blocks.
  package let columns: [String]

  /// Memberwise.
  package init(key: String, label: String, groups: [String] = [], columns: [String] = []) {
    self.key = key
    self.label = label
    self.groups = groups
    self.columns = columns
  }

  /// Its groups and its label.
  package var path: [String] { groups + [label] }
}

/// An equation between the columns of every row, or between the rows of every column: `total = natural + business`.
package struct TableSum: Sendable, Hashable {
  package let left: [String]
  package let right: [String]
  /// Whether the keys are those of rows.
  package let isOverRows: Bool

  /// Memberwise.
  package init(left: [String], right: [String], isOverRows: Bool) {
    self.left = left
    self.right = right
    self.isOverRows = isOverRows
  }
}
