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
      if index == 1 { fragment.write("<tbody>\n") }
      fragment.write("<tr>\n")
      for cell in row {
        // Each cell is a heading; they are siblings in the same container.
        guard let node = next else { preconditionFailure("a table has fewer cells in the tree than in its layout") }
        render(cell, isHeader: index == 0, alignment: table.grid.alignments[cell.column], content: node)
        last = node
        next = node.next
      }
      fragment.write("</tr>\n")
      if index == 0 { fragment.write("</thead>\n") }
    }
    if table.grid.rows.count > 1 { fragment.write("</tbody>\n") }
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
    renderInlines(of: content)
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
  }
}

extension SourceMap {
  /// The place of a cell of the original, without surrounding blanks.
  fileprivate func place(cell range: Range<Int>) -> Range<Int> {
    let trimmed = range.trimmed(in: original)
    return place(ofOriginal: trimmed.isEmpty ? range : trimmed)
  }
}
