import Base

/// The tables of a source, and the source rewritten so that libcmark can parse them.
///
/// libcmark has no tables. In the rewritten text each cell is an ATX heading on its own line, after the row's container
/// marks. A heading can interrupt a paragraph, takes one line, is never continued and has inline content, so the text
/// around the table is parsed as in GFM, and link definitions apply inside the cells.
struct TableLayout {
  /// Sorted by line, without overlaps.
  private(set) var tables: [Table] = []
  /// The rewritten source; empty if there are no tables.
  private var rewritten: [UInt8] = []
  /// The origins of the lines of the rewritten source.
  private(set) var origins: [LineOrigin] = []
  /// Indices of tables by their first line in the rewritten source, 1-based.
  private var tableLines: [Int: Int] = [:]

  /// A table in the source, lines counted from 0.
  struct Table {
    let headerLine: Int
    let lastLine: Int
    /// The container marks in the source before the header's text, and before the text of all other rows.
    let headerPrefix: Range<Int>
    let prefix: Range<Int>
    var grid: TableGrid
    /// Rows with more cells than columns: the extra cells, and the row's number of cells.
    var overflows: [(cells: Range<Int>, count: Int)] = []
    /// The cells of rows with fewer cells than columns.
    var shortRows: [[Range<Int>]] = []
  }

  /// Finds the tables. A source without a possible delimiter row costs only one pass over its line ends.
  init(of source: Bytes, isWanted: Bool) {
    guard isWanted, mayHaveTable(source) else { return }
    // Ending a paragraph at a table can uncover another table after it; more than a few passes are not worthwhile.
    for _ in 0..<8 {
      let found = withText(or: source) { text in
        let tree = CommonMarkTree(text)
        var finder = TableFinder(
          map: SourceMap(parsed: text, original: source, origins: origins))
        return finder.tables(in: tree.root)
      }
      guard !found.isEmpty else { return }
      tables = (tables + found).sorted { $0.headerLine < $1.headerLine }
      rewrite(source)
    }
  }

  /// Calls `body` with the text to be parsed by libcmark.
  func withText<Result>(or source: Bytes, _ body: (Bytes) -> Result) -> Result {
    tables.isEmpty ? body(source) : rewritten.withUnsafeBufferPointer(body)
  }

  /// The table whose first cell is on this line of the rewritten source, 1-based.
  func table(at line: Int) -> Table? {
    tableLines.isEmpty ? nil : tableLines[line].map { tables[$0] }
  }

  private mutating func rewrite(_ source: Bytes) {
    let starts = lineStarts(of: source)
    rewritten.removeAll(keepingCapacity: true)
    rewritten.reserveCapacity(source.count * 2)
    origins.removeAll(keepingCapacity: true)
    tableLines.removeAll()
    var line = 0
    for (index, table) in tables.enumerated() {
      copy(line..<table.headerLine, of: source, starts)
      tableLines[origins.count + 1] = index
      write(table, of: source)
      line = table.lastLine + 1
    }
    copy(line..<starts.count, of: source, starts)
  }

  private mutating func copy(_ lines: Range<Int>, of source: Bytes, _ starts: [Int]) {
    guard !lines.isEmpty else { return }
    let end = lines.upperBound < starts.count ? starts[lines.upperBound] : source.count
    rewritten.append(contentsOf: source.part(starts[lines.lowerBound]..<end))
    for line in lines { origins.append(.line(line)) }
  }

  private mutating func write(_ table: Table, of source: Bytes) {
    var prefix = table.headerPrefix
    for row in table.grid.rows {
      for cell in row {
        rewritten.append(contentsOf: source.part(prefix))
        rewritten.append(contentsOf: [0x23, 0x20])
        origins.append(.cell(offset: cell.text.lowerBound, indent: prefix.count + 2))
        writeCell(source.part(cell.text))
        // The closing `#` keeps a `#` at the end of the cell from being parsed as one.
        rewritten.append(contentsOf: [0x20, 0x23, 0x0A])
        prefix = table.prefix
      }
    }
  }

  /// Writes a cell's text with `\|` as `|`, even in code, as in GFM.
  private mutating func writeCell(_ text: Bytes) {
    for (index, byte) in text.enumerated() {
      if byte == 0x5C, index + 1 < text.count, text[index + 1] == 0x7C { continue }
      rewritten.append(byte)
    }
  }
}

private func mayHaveTable(_ source: Bytes) -> Bool {
  var start = 0
  while start < source.count {
    let end = source.nextLineFeed(from: start)
    if end > start, mayEndDelimiter(source[end - 1]), mayDelimit(source, line: start..<end) { return true }
    start = end + 1
  }
  return false
}

private func mayEndDelimiter(_ byte: UInt8) -> Bool {
  byte == 0x7C || byte == 0x2D || byte == 0x3A || byte <= 0x20
}
