import Base
import Documents
import Guard

/// Reads a CSV file into a table, with findings located in that file.
struct TableReader {
  let form: TableForm
  /// The site's organizations, for columns that name them.
  let organizations: TermTable
  /// The year that the table is about, for deadlines that name none.
  let year: Int?
  var file: FileReader
  /// The columns of the file, each with the position of its cells in a row.
  private(set) var columns: [(column: TableColumn, position: Int)] = []
  private var headingCount = 0
  /// The places of the empty cells after the last heading; nil where text was found below one.
  private var emptyHeadings: [Range<Int>?] = []
  /// The words of the row being read, see ``DataTable/Row/words``.
  var words: [Int: String] = [:]
  private(set) var rows: [DataTable.Row] = []
  /// Where cells begin whose numbers of persons were reported.
  var personalCells: Set<Int> = []
  private var taken: [Int: [String: Range<Int>]] = [:]
  /// Unknown organizations, each reported once.
  var unknownOrganizations: Set<String> = []

  /// Reads a file known to be text; `file` has its findings so far.
  static func read(
    _ file: FileReader, _ attachment: Attachment, _ form: TableForm, organizations: TermTable, year: Int?,
    textGuard: TextGuard, made: CalendarDate?
  ) -> (table: DataTable, findings: [Diagnostic]) {
    var reader = TableReader(form: form, organizations: organizations, year: year, file: file)
    reader.read()
    reader.watchCells(by: textGuard, made: made)
    let table = DataTable(
      file: attachment, form: form, columns: reader.columns.map(\.column), rows: reader.rows, source: file.source)
    return (table, reader.file.findings)
  }

  private init(form: TableForm, organizations: TermTable, year: Int?, file: FileReader) {
    self.form = form
    self.organizations = organizations
    self.year = year
    self.file = file
  }

  private mutating func read() {
    if let foreign = ForeignTable(file.source.bytes) { return file.add(foreign) }
    var records = CSVRecords(file.source.bytes, from: file.source.markLength)
    if reportTitle(above: records) { return }
    guard let headings = records.nextFilled(), isSound(headings), readHeadings(headings) else { return }
    while let cells = records.next() {
      guard isSound(cells) else {
        if cells.contains(where: { $0.fault == .unclosed }) { return }
        continue
      }
      if cells.allSatisfy(\.text.isEmpty) { continue }
      readRow(cells)
      // A file with so many mistakes is probably the wrong file.
      if file.isFull { return file.stop(at: cells[0].place) }
    }
    if form.columns.isEmpty { inferNumbers() }
    if form.lines.isEmpty { checkMergedBlanks() } else { rows = officialRows(rows) }
    if !file.hasErrors { checkSums() }
  }

  /// Whether the quotation marks are correct; reports them otherwise.
  private mutating func isSound(_ cells: [CSVRecords.Cell]) -> Bool {
    for cell in cells {
      switch cell.fault {
      case .unclosed:
        file.add(
          "table-quote", at: cell.place.lowerBound..<(cell.place.lowerBound + 1), "引号没有结束，后面的内容都成了这一格",
          cures: ["在这一格末尾补上引号；格中的引号写两个：\"\""])
      case .textAfterQuote:
        file.add(
          "table-quote", at: cell.place, "引号之后还有文字，不知道这一格到哪里为止", cures: ["格中的引号写两个：\"\"，整格再用引号括起来"])
      case nil: continue
      }
    }
    return cells.allSatisfy { $0.fault == nil }
  }
}

// The heading row.
extension TableReader {
  private mutating func readHeadings(_ cells: [CSVRecords.Cell]) -> Bool {
    // A spreadsheet also exports the empty columns to the right of a table.
    let empty = cells.reversed().prefix { $0.text.isEmpty }.count
    headingCount = cells.count - empty
    emptyHeadings = cells.suffix(empty).map(\.place)
    if cells.count == 1, let mark = ["\t", ";", "；", "，"].first(where: cells[0].text.contains) {
      let name = mark == "\t" ? "制表符" : "“\(mark)”"
      file.add("table-separator", at: cells[0].place, "各列之间用的是\(name)，应为半角逗号", cures: ["另存为“CSV UTF-8（逗号分隔）”"])
      return false
    }
    var seen: [String: Range<Int>] = [:]
    for (position, cell) in cells.prefix(headingCount).enumerated() {
      guard let column = column(cell) else { continue }
      if let earlier = seen[column.key] {
        file.add(
          "table-heading", at: cell.place, "表头“\(cell.text)”出现两次", cures: ["只保留一列，或者改名"], related: [(earlier, "第一处")])
        continue
      }
      seen[column.key] = cell.place
      columns.append((column, position))
    }
    for column in form.columns where column.isRequired && seen[column.key] == nil {
      file.add(
        "table-heading", at: cells[0].place, "表头缺少“\(form.heading(of: column))”一列",
        cures: ["第一行写：" + form.columns.map(form.heading).joined(separator: ",")])
    }
    return true
  }

  /// The column that a heading names.
  private mutating func column(_ cell: CSVRecords.Cell) -> TableColumn? {
    let text = cell.text.filter { !$0.isWhitespace }
    guard !text.isEmpty else {
      reportMissingHeading(at: cell.place)
      return nil
    }
    if let trace = SpreadsheetTrace(cell.text) {
      file.add("excel-value", at: cell.place, trace.message(cell.text), cures: [trace.cure])
      return nil
    }
    if form.columns.isEmpty { return TableColumn(key: text, label: text) }
    let headings = form.columns.map(form.heading)
    if let index = headings.firstIndex(of: text) ?? form.columns.firstIndex(where: { $0.key == text }) {
      return form.columns[index]
    }
    if form.lifecycle != .none, ["状态", "state"].contains(text) {
      file.add("table-heading", at: cell.place, "状态由系统按日期计算，不写在表格中", cures: ["删去这一列"])
    } else {
      file.add(
        "table-heading", at: cell.place, "表头“\(cell.text)”不是这张表的列",
        cures: NearMiss.cure(for: text, among: headings) + ["可以写的有：" + headings.joined(separator: "、")])
    }
    return nil
  }
}

extension TableReader {
  private mutating func reportMissingHeading(at place: Range<Int>) {
    file.add("table-heading", at: place, "这一列没有表头", cures: ["写上列名，或者删去这一列；表头只占一行，上下两行的合成一行"])
  }
}

// The data rows.
extension TableReader {
  private mutating func readRow(_ all: [CSVRecords.Cell]) {
    guard let cells = fitting(all) else { return }
    if reportForeignRow(cells) { return }
    var texts: [String] = []
    var joined: Set<Int> = []
    words = [:]
    for (index, (column, position)) in columns.enumerated() {
      let cell = cells[position]
      if cell.text == "^^" {
        texts.append(above(index, column, cell))
        joined.insert(index)
      } else {
        texts.append(read(cell.text, index, column, at: cell.place))
        checkUnique(texts[index], index, column, at: cell.place)
      }
    }
    rows.append(
      DataTable.Row(cells: texts, joined: joined, places: columns.map { cells[$0.position].place }, words: words))
  }

  /// The cells below the headings; nil for a row with more or fewer, which is reported.
  private mutating func fitting(_ cells: [CSVRecords.Cell]) -> [CSVRecords.Cell]? {
    let extra = cells.indices.dropFirst(headingCount).first { !cells[$0].text.isEmpty }
    if extra == nil, cells.count >= headingCount { return Array(cells.prefix(headingCount)) }
    if let extra, extra - headingCount < emptyHeadings.count {
      // Once is enough, however many rows there are.
      if let place = emptyHeadings[extra - headingCount] { reportMissingHeading(at: place) }
      emptyHeadings[extra - headingCount] = nil
    } else {
      file.add(
        "table-cells", at: cells[extra ?? cells.count - 1].place, "这一行有 \(cells.count) 格，表头有 \(headingCount) 列",
        cures: ["补齐或删去逗号；格中有逗号、引号或换行的，整格用引号括起来"])
    }
    return nil
  }

  /// The text of a cell merged with the one above.
  private mutating func above(_ index: Int, _ column: TableColumn, _ cell: CSVRecords.Cell) -> String {
    if column.isUnique {
      file.add("table-merge", at: cell.place, "“\(column.label)”每行不同，不能与上一行合并", cures: ["写上这一行的值"])
    }
    guard let last = rows.last else {
      file.add("table-merge", at: cell.place, "“^^”的上方没有可以合并的单元格", cures: ["写上内容，或者留空"])
      return ""
    }
    words[index] = last.words[index]
    return last.cells[index]
  }

  private mutating func checkUnique(_ text: String, _ index: Int, _ column: TableColumn, at place: Range<Int>) {
    guard column.isUnique, !text.isEmpty else { return }
    if let earlier = taken[index]?[text] {
      file.add(
        "table-duplicate", at: place, "\(column.label)“\(text)”出现两次", cures: ["改为不同的值，或者删去重复的一行"],
        related: [(earlier, "第一处")])
    } else {
      taken[index, default: [:]][text] = place
    }
  }

  /// Without a form, a column whose cells are all numbers is numeric; `007` is an identifier, not a number.
  private mutating func inferNumbers() {
    for index in columns.indices {
      let cells = rows.lazy.map { $0.cells[index] }.filter { !$0.isEmpty }
      let isNumber =
        !cells.isEmpty
        && cells.allSatisfy {
          ExactNumber($0) != nil && !($0.utf8.count > 1 && $0.hasPrefix("0") && !$0.hasPrefix("0."))
        }
      let label = columns[index].column.label
      if isNumber { columns[index].column = TableColumn(key: label, label: label, type: .number) }
    }
  }
}
