import Base

extension Fragment {
  /// Reports the lines outside ``tables`` that their author meant as a table.
  ///
  /// - Complexity: A few passes that look for single bytes; more only where they are found.
  mutating func reportLooseTables(in source: Bytes) {
    var finder = LooseTableFinder(source: source, tables: tables)
    for (table, isAboveTable) in finder.find() {
      let loose = MarkdownIssue.LooseTable(form: table.form, isAboveTable: isAboveTable, table: table.pipeTable)
      issues.append(MarkdownIssue(kind: .looseTable(loose), place: table.place))
    }
  }
}

/// Gathers lines that may be rows into blocks.
private struct LooseTableFinder {
  let source: Bytes
  /// The tables that Markdown knows, in order.
  let tables: [Range<Int>]
  private var block: [LooseLine] = []
  /// The line above, if it is text.
  private var above: Range<Int>?
  /// Whether blank lines stand between the block and the current line.
  private var hasGap = false
  /// The character of the open code fence.
  private var fence: UInt8?
  private var found: [(table: LooseTable, isAboveTable: Bool)] = []

  init(source: Bytes, tables: [Range<Int>]) { (self.source, self.tables) = (source, tables) }

  mutating func find() -> [(table: LooseTable, isAboveTable: Bool)] {
    let marks = LooseMarks(source)
    var rest = tables[...]
    var start = 0
    while start < source.count {
      let end = lineEnd(from: start, marks)
      if let table = rest.first, end > table.lowerBound {
        if !block.isEmpty, !hasGap { addLines(of: table, marks) }
        finish(isAboveTable: !hasGap)
        start = max(table.upperBound, end + 1)
        rest.removeFirst()
        continue
      }
      read(start..<end, marks)
      start = end + (end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A ? 2 : 1)
    }
    finish()
    return found
  }

  /// The offset of the line's LF, CRLF or CR.
  private func lineEnd(from start: Int, _ marks: LooseMarks) -> Int {
    let feed = source.offset(of: 0x0A, from: start) ?? source.count
    guard marks.carriageReturns else { return feed }
    return source[start..<feed].firstIndex(of: 0x0D) ?? feed
  }

  private mutating func read(_ line: Range<Int>, _ marks: LooseMarks) {
    if let mark = fenceMark(line), fence == nil || fence == mark {
      fence = fence == nil ? mark : nil
      finish()
    } else if fence == nil, let row = LooseLine(source, line: line, marks) {
      if row.mark == .ruler, block.isEmpty, let above { block.append(LooseLine(ruled: above, in: source)) }
      if !continues(row) { finish() }
      block.append(row)
      hasGap = false
    } else if line.allSatisfy({ isBlank(source[$0]) }) {
      hasGap = true
    } else if let last = block.last?.mark, last.goesWith(.ruled), !hasGap {
      block.append(LooseLine(ruled: line, in: source))
    } else {
      finish()
      above = line
      return
    }
    above = nil
  }

  /// Whether a row belongs to the block: tabs do not mix with bars, and after blank lines only a row of as many cells does.
  private func continues(_ row: LooseLine) -> Bool {
    guard let last = block.last else { return true }
    guard last.mark.goesWith(row.mark) else { return false }
    guard hasGap else { return true }
    return row.mark != .ruler && last.mark != .frame && row.mark != .frame
      && last.cells(in: source).count == row.cells(in: source).count
  }

  /// Adds the lines of a table that Markdown knows to those above it, to show the two as one.
  private mutating func addLines(of table: Range<Int>, _ marks: LooseMarks) {
    var start = table.lowerBound
    while start < table.upperBound {
      let end = min(lineEnd(from: start, marks), table.upperBound)
      if let line = LooseLine(source, line: start..<end, marks) { block.append(line) }
      start = end + 1
    }
  }

  private mutating func finish(isAboveTable: Bool = false) {
    if !block.isEmpty, let table = LooseTable(block, in: source) { found.append((table, isAboveTable)) }
    block.removeAll()
    hasGap = false
  }

  /// The character of a code fence that begins or ends on a line.
  private func fenceMark(_ line: Range<Int>) -> UInt8? {
    guard let first = line.first(where: { !isBlank(source[$0]) }), first + 3 <= line.upperBound else { return nil }
    let mark = source[first]
    guard mark == 0x60 || mark == 0x7E, source[first + 1] == mark, source[first + 2] == mark else { return nil }
    return mark
  }
}
