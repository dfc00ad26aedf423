package import Base

/// A CSV file as a table: every value has the type of its column; the states of rows are not computed yet.
package struct DataTable: Sendable, Hashable {
  /// The file it was read from; readers get a copy in which formulas are neutralized.
  package let file: Attachment
  /// The kind's rules for it.
  package let form: TableForm
  /// The columns of the file, in its order.
  package let columns: [TableColumn]
  package let rows: [Row]
  /// The text of the file, to locate cells.
  package let source: SourceText
  /// Where the lines of the file begin: a table may have a finding in every row.
  private let lineStarts: [Int]
  /// The room that its cells take up, and its sums.
  package let measure: TableMeasure

  /// One row.
  package struct Row: Sendable, Hashable {
    /// One per column, trimmed; dates as `2026-11-30`. A cell joined to the one above has the value of that one.
    package let cells: [String]
    /// Positions of the cells joined to the one above (`^^`).
    package let joined: Set<Int>
    /// Byte range of each cell in the file.
    package let places: [Range<Int>]
    /// What readers see, by position, where the file says it in other words: 2026年11月底前.
    package let words: [Int: String]

    /// Memberwise.
    package init(
      cells: [String], joined: Set<Int> = [], places: [Range<Int>] = [], words: [Int: String] = [:]
    ) {
      self.cells = cells
      self.joined = joined
      self.places = places
      self.words = words
    }

    /// The text that readers see in each cell.
    package var shown: [String] { words.isEmpty ? cells : cells.indices.map { words[$0] ?? cells[$0] } }
  }

  /// Memberwise.
  package init(file: Attachment, form: TableForm, columns: [TableColumn], rows: [Row], source: SourceText) {
    self.file = file
    self.form = form
    self.columns = columns
    self.rows = rows
    self.source = source
    lineStarts = LineIndex.lineStarts(in: source)
    measure = TableMeasure(columns: columns, rows: rows)
  }

  /// The position of a column by its key.
  package func position(of key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// The position of a column that the program knows.
  package func position(of column: KnownColumn) -> Int? { position(of: column.rawValue) }

  /// The text in a column that the program knows.
  package func text(_ row: Row, _ column: KnownColumn) -> String? { text(row, column.rawValue) }

  /// The location of a cell in a column that the program knows.
  package func location(of row: Row, _ column: KnownColumn) -> Diagnostic.Location {
    location(of: row, column.rawValue)
  }

  /// The position of the column that names the rows: the header column of the kind, or else the first.
  package var headerPosition: Int { columns.firstIndex(where: \.isHeader) ?? 0 }

  /// Where the computed state is inserted among the columns: after the last date it depends on; nil without states.
  package var statePosition: Int? {
    guard form.lifecycle != .none else { return nil }
    let last = columns.lastIndex { CommonField(rawValue: $0.key).map(TableForm.clockWords.contains) ?? false }
    return last.map { $0 + 1 } ?? columns.count
  }

  /// The text of a cell; nil when there is no such column or the cell is empty.
  package func text(_ row: Row, _ key: String) -> String? {
    guard let position = position(of: key), !row.cells[position].isEmpty else { return nil }
    return row.cells[position]
  }

  /// The day in a cell.
  package func date(_ row: Row, _ key: String) -> CalendarDate? {
    guard let text = text(row, key), case .success(let day) = CalendarDate.parse(text) else { return nil }
    return day
  }

  /// The values of a cell that may hold several.
  package func values(_ row: Row, _ key: String) -> [String] { text(row, key).map(Self.values) ?? [] }

  /// Splits a text at `；`, `;`, `、` and line breaks.
  package static func values(_ text: String) -> [String] {
    text.split { "；;、\n".contains($0) }.map(String.init)
  }

  /// A row of an official form, by its key.
  package func row(_ line: String) -> Row? {
    guard let index = form.lines.firstIndex(where: { $0.key == line }), index < rows.count else { return nil }
    return rows[index]
  }

  /// A number of an official form, by the keys of its row and its column.
  package func number(_ line: String, _ column: String) -> ExactNumber? {
    row(line).flatMap { text($0, column) }.flatMap(ExactNumber.init)
  }

  /// The location of a cell; the start of the file when it is unknown.
  package func location(of row: Row, _ key: String) -> Diagnostic.Location {
    guard let position = position(of: key), position < row.places.count else { return source.whole }
    var lines = LineIndex(source, lineStarts: lineStarts)
    return lines.location(of: row.places[position])
  }
}

/// A decimal number with up to twelve figures and six decimals, exact under addition; stored in millionths, with room for the
/// sum of more numbers than a file can hold.
package struct ExactNumber: Sendable, Hashable, Comparable {
  package let millionths: Int128

  /// A whole number.
  package init(_ count: Int) { millionths = Int128(count) * 1_000_000 }

  /// Reads half-width digits with an optional minus sign and decimal point; nil for anything else.
  package init?(_ text: String) {
    let isNegative = text.utf8.first == 0x2D
    let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(parts.count), (1...6).contains(decimals.utf8.count),
      parts.allSatisfy({ $0.utf8.first != 0x2D }), let whole = Int(written: parts[0]),
      let rest = Int(written: decimals + String(repeating: "0", count: 6 - decimals.utf8.count))
    else { return nil }
    millionths = (Int128(whole) * 1_000_000 + Int128(rest)) * (isNegative ? -1 : 1)
  }

  private init(millionths: Int128) { self.millionths = millionths }

  /// The sum.
  package static func + (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    ExactNumber(millionths: a.millionths + b.millionths)
  }

  /// By value.
  package static func < (a: ExactNumber, b: ExactNumber) -> Bool { a.millionths < b.millionths }

  /// The value as a whole number; nil if it has a fraction.
  package var count: Int? { millionths % 1_000_000 == 0 ? Int(exactly: millionths / 1_000_000) : nil }

  /// In decimal notation without trailing zeros.
  package var text: String {
    let whole = String(millionths.magnitude / 1_000_000)
    var fraction = String(millionths.magnitude % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (millionths < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
