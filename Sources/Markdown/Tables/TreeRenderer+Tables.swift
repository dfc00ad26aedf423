import Base
import CCommonMark

extension TreeRenderer {
  /// Writes a table whose first cell is `first`. Returns its last cell, after which the tree continues.
  mutating func render(_ table: TableLayout.Table, from first: Node) -> Node {
    report(table)
    fragment.beginLine()
    fragment.write("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格（可左右滚动）\"><table>\n")
    fragment.write("<thead>\n")
    var next: Node? = first
    var last = first
    for (index, row) in table.grid.rows.enumerated() {
      if index == table.grid.headerCount { fragment.write("<tbody>\n") }
      fragment.write("<tr>\n")
      for cell in row {
        // Each cell is a heading; they are siblings in the same container.
        guard let node = next else { preconditionFailure("a table has fewer cells in the tree than in its layout") }
        render(
          cell, isHeader: index < table.grid.headerCount, alignment: table.grid.alignments[cell.column], content: node)
        last = node
        next = node.next
      }
      fragment.write("</tr>\n")
      if index == table.grid.headerCount - 1 { fragment.write("</thead>\n") }
    }
    if table.grid.rows.count > table.grid.headerCount { fragment.write("</tbody>\n") }
    fragment.write("</table></div>\n")
    return last
  }

  private mutating func render(
    _ cell: TableGrid.Cell, isHeader: Bool, alignment: ColumnAlignment, content: Node
  ) {
    if isHeader {
      fragment.write(cell.columns > 1 ? "<th scope=\"colgroup\"" : "<th scope=\"col\"")
    } else {
      fragment.write("<td")
    }
    writeSpan(" colspan=\"", cell.columns)
    writeSpan(" rowspan=\"", cell.rows)
    fragment.write(alignment.attribute)
    fragment.write(">")
    fragment.separateText()
    renderInlines(of: content, isCell: true)
    fragment.write(isHeader ? "</th>\n" : "</td>\n")
  }

  private mutating func writeSpan(_ attribute: StaticString, _ count: Int) {
    guard count > 1 else { return }
    fragment.write(attribute)
    fragment.write(name: String(count))
    fragment.write("\"")
  }

  private mutating func report(_ table: TableLayout.Table) {
    for problem in table.grid.problems {
      fragment.issues.append(MarkdownIssue(kind: .mergeTarget(problem.kind), place: map.place(cell: problem.cell)))
    }
    for row in table.overflows {
      let kind = MarkdownIssue.Kind.tableCells(columns: table.grid.alignments.count, cells: row.count)
      fragment.issues.append(MarkdownIssue(kind: kind, place: map.place(cell: row.cells)))
    }
    for cells in table.shortRows { report(shortRow: cells, columns: table.grid.alignments.count) }
    fragment.tables.append(map.place(ofLines: table.headerLine...table.lastLine))
  }

  private mutating func report(shortRow cells: [Range<Int>], columns: Int) {
    guard let first = cells.first, let last = cells.last else { return }
    let row = first.lowerBound..<last.upperBound
    let texts = cells.map { map.original.part($0.trimmed(in: map.original)).string }
    let hasPipe = map.hasPipe(before: row.lowerBound) || map.original[row].contains(0x7C)
    let kind: MarkdownIssue.Kind =
      hasPipe || texts[0].contains("｜") ? .shortRow(columns: columns, cells: texts) : .lineInTable(texts[0])
    fragment.issues.append(MarkdownIssue(kind: kind, place: map.place(cell: row)))
  }
}

extension SourceMap {
  /// Whether the row whose first cell begins at an offset of the original has a pipe before it.
  fileprivate func hasPipe(before offset: Int) -> Bool { offset > 0 && original[offset - 1] == 0x7C }

  /// The place of whole lines of the original.
  mutating func place(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    let (first, last) = (originalStart(of: lines.lowerBound), originalStart(of: lines.upperBound))
    return place(ofOriginal: first..<min(original.nextLineFeed(from: last) + 1, original.count))
  }

  /// The place of a cell of the original, without surrounding blanks.
  fileprivate func place(cell range: Range<Int>) -> Range<Int> {
    let trimmed = range.trimmed(in: original)
    return place(ofOriginal: trimmed.isEmpty ? range : trimmed)
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// `<br>`, `<br/>` or `<br />`: the only HTML that is shown, and only in a cell.
  var isLineBreak: Bool {
    let letters = filter { $0 != 0x20 && $0 != 0x2F }.map { $0 | 0x20 }
    return letters == Array("<br>".utf8)
  }
}
