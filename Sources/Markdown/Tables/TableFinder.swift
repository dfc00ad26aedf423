import Base
import CCommonMark

/// Finds tables in what libcmark parsed as paragraphs and setext headings.
struct TableFinder {
  var map: SourceMap
  private var found: [TableLayout.Table] = []
  /// The first line of the parsed text after the last table found.
  private var nextLine = 0

  init(map: SourceMap) { self.map = map }

  /// The tables under a document node, in order, with lines and offsets of the original source.
  mutating func tables(in root: Node) -> [TableLayout.Table] {
    var next = root.firstChild
    while let node = next {
      let isLeaf = node.type == CMARK_NODE_PARAGRAPH || node.type == CMARK_NODE_HEADING
      if isLeaf, node.endLine > node.startLine { findTables(in: node) }
      next = node.following(within: root, skippingChildren: isLeaf)
    }
    return found
  }

  /// Finds the first table of a leaf. The text after it may then parse differently, so a second table has to wait for
  /// the next pass.
  private mutating func findTables(in leaf: Node) {
    var path: [Container]?
    for line in leaf.startLine..<leaf.endLine where line > nextLine && mayDelimit(map.parsed, line: map.lineRange(line))
    {
      let containers = path ?? map.containers(around: leaf)
      path = containers
      if isSetext(leaf), hasUnderline(before: line, in: containers, of: leaf) { return }
      if let table = table(delimitedAt: line, in: containers, of: leaf) { return found.append(table) }
    }
  }

  private func isSetext(_ leaf: Node) -> Bool { leaf.type == CMARK_NODE_HEADING }

  /// Whether the heading's underline is before a line; libcmark's last line of a setext heading is not always right.
  private mutating func hasUnderline(before line: Int, in path: [Container], of leaf: Node) -> Bool {
    for candidate in leaf.startLine..<line {
      let (cursor, isWithin) = map.cursor(at: candidate, in: path)
      guard isWithin, cursor.indent <= 3 else { continue }
      var text = map.parsed.part(cursor.firstNonBlank..<map.lineRange(candidate).upperBound)
      while let last = text.last, isBlank(last) || isLineEnd(last) { text = text.part(0..<text.count - 1) }
      if let first = text.first, first == 0x3D || first == 0x2D, text.allSatisfy({ $0 == first }) { return true }
    }
    return false
  }

  private mutating func table(delimitedAt line: Int, in path: [Container], of leaf: Node) -> TableLayout.Table? {
    var (cursor, isWithin) = map.cursor(at: line, in: path)
    guard isWithin, cursor.indent <= 3 else { return nil }
    cursor.skipBlanks()
    let range = map.lineRange(line)
    guard let alignments = TableRow(map.parsed, line: cursor.offset..<range.upperBound).alignments(in: map.parsed)
    else {
      return nil
    }
    let (headerStart, header) = header(line - 1, in: path, of: leaf)
    guard header.cells.count == alignments.count else { return nil }

    let prefix = range.lowerBound..<cursor.offset
    let isFirstLine = line == leaf.startLine
    let headerPrefix = isFirstLine ? map.lineRange(line - 1).lowerBound..<headerStart : prefix
    return table(from: line, header: header, alignments, path, prefixes: (shifted(headerPrefix), shifted(prefix)))
  }

  /// The header row, and the offset at which its text begins.
  private mutating func header(_ line: Int, in path: [Container], of leaf: Node) -> (start: Int, row: TableRow) {
    let range = map.lineRange(line)
    if line == leaf.startLine - 1 {
      let start = range.lowerBound + leaf.startColumn - 1
      return (start, TableRow(map.parsed, line: start..<range.upperBound))
    }
    let (cursor, isWithin) = map.cursor(at: line, in: path)
    let start = cursor.firstNonBlank
    let row = TableRow(map.parsed, line: start..<range.upperBound)
    guard !isWithin, cursor.offset < start, map.parsed[start] == 0x7C else { return (start, row) }
    // Without container marks, GFM treats the indentation before the first pipe as a cell.
    return (start, TableRow(cells: [cursor.offset..<start] + row.cells))
  }

  private mutating func table(
    from delimiter: Int, header: TableRow, _ alignments: [ColumnAlignment], _ path: [Container],
    prefixes: (header: Range<Int>, others: Range<Int>)
  ) -> TableLayout.Table? {
    var grid = TableGrid(alignments: alignments)
    var overflows: [(cells: Range<Int>, count: Int)] = []
    var shortRows: [[Range<Int>]] = []
    guard let headerLine = originalLine(delimiter - 1) else { return nil }
    grid.append(header.shifted(by: shift(delimiter - 1)), of: map.original)
    var line = delimiter + 1
    var last = headerLine + 1
    while let row = row(at: line, in: path), let source = originalLine(line), grid.hasRoom {
      let cells = row.shifted(by: shift(line))
      grid.append(cells, of: map.original)
      if let extra = cells.overflow(beyond: alignments.count) { overflows.append((extra, cells.cells.count)) }
      if cells.cells.count < alignments.count { shortRows.append(cells.cells) }
      last = source
      line += 1
    }
    grid.finish()
    nextLine = line
    return TableLayout.Table(
      headerLine: headerLine, lastLine: last, headerPrefix: prefixes.header, prefix: prefixes.others, grid: grid,
      overflows: overflows, shortRows: shortRows)
  }

  /// The row on a line; nil if the table ends before it.
  private mutating func row(at line: Int, in path: [Container]) -> TableRow? {
    guard line < map.starts.count else { return nil }
    let (cursor, isWithin) = map.cursor(at: line, in: path)
    guard isWithin, !cursor.isAtBlank, cursor.indent <= 3 else { return nil }
    let end = map.lineRange(line).upperBound
    let start = cursor.firstNonBlank
    if mayBeginBlock(map.parsed[start]), beginsBlock(map.parsed.part(start..<end)) { return nil }
    let row = TableRow(map.parsed, line: start..<end)
    return row.cells.isEmpty ? nil : row
  }

  /// The line of the original source; nil for a cell of a table found in an earlier pass.
  private func originalLine(_ line: Int) -> Int? {
    guard !map.origins.isEmpty else { return line }
    guard line < map.origins.count, case .line(let source) = map.origins[line] else { return nil }
    return source
  }

  /// The difference between a line's offsets in the original and in the parsed text.
  private mutating func shift(_ line: Int) -> Int {
    guard !map.origins.isEmpty, let source = originalLine(line) else { return 0 }
    return map.originalStart(of: source) - map.starts[line]
  }

  private mutating func shifted(_ range: Range<Int>) -> Range<Int> {
    let line = map.lineIndex(of: range.lowerBound)
    let distance = shift(line)
    return range.lowerBound + distance..<range.upperBound + distance
  }
}

/// Whether a line that begins with the byte can begin anything but a paragraph.
private func mayBeginBlock(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x23, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x3C, 0x3E, 0x5F, 0x60, 0x7E: true
  default: false
  }
}

/// Whether a line on its own begins a block other than a paragraph, as decided by libcmark.
private func beginsBlock(_ line: Bytes) -> Bool {
  let tree = CommonMarkTree(line)
  guard let block = tree.root.firstChild else { return false }
  return block.type != CMARK_NODE_PARAGRAPH
}

extension TableRow {
  fileprivate init(cells: [Range<Int>]) { self.cells = cells }

  fileprivate func shifted(by distance: Int) -> TableRow {
    distance == 0 ? self : TableRow(cells: cells.map { $0.lowerBound + distance..<$0.upperBound + distance })
  }

  fileprivate func overflow(beyond columns: Int) -> Range<Int>? {
    guard cells.count > columns, let last = cells.last else { return nil }
    return cells[columns].lowerBound..<last.upperBound
  }
}

extension TableGrid {
  /// Whether another row is accepted: short rows must not make a huge table from a small source.
  fileprivate var hasRoom: Bool { rows.count * alignments.count < 500_000 }
}
