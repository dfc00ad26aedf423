import Documents
import Base

/// Writes the body of an official form: fixed rows with row headings, and blocks of rows with their own columns.
struct FormWriter {
  let table: DataTable

  private var lines: [TableLine] { table.form.lines }
  private var numbers: [Int] { table.columns.indices.filter { !table.columns[$0].isHeader } }
  private var header: TableColumn? { table.columns.first(where: \.isHeader) }

  /// One grid: column headings above, row headings on the left.
  func write(into out: inout OutputBuffer) {
    let rows = HeadingTree(header == nil ? lines.map { _ in [] } : lines.map(\.path))
    writeHeadings(corner: header?.label, width: rows.levels.count, into: &out)
    out.write("<tbody>\n")
    for index in table.rows.indices {
      out.write("<tr>")
      for level in rows.levels {
        guard let cell = level.first(where: { $0.start == index }) else { continue }
        out.write(cell.isGroup ? "<th scope=\"rowgroup\"" : "<th scope=\"row\"")
        out.writeSpan("rowspan", cell.span)
        out.writeSpan("colspan", cell.depth)
        out.write(">")
        out.writeEscaped(cell.text)
        out.write("</th>")
      }
      for position in numbers { write(table.rows[index].cells[position], span: 1, into: &out) }
      out.write("</tr>\n")
    }
    out.write("</tbody>\n")
  }

  private func writeHeadings(corner: String?, width: Int, into out: inout OutputBuffer) {
    let levels = HeadingTree(numbers.map { table.columns[$0].path }).levels
    out.write("<thead>\n")
    for (index, level) in levels.enumerated() {
      out.write("<tr>")
      if index == 0, let corner {
        out.write("<th scope=\"col\"")
        out.writeSpan("colspan", width)
        out.writeSpan("rowspan", levels.count)
        out.write(">")
        out.writeEscaped(corner)
        out.write("</th>")
      }
      for cell in level { out.writeHeading(cell) }
      out.write("</tr>\n")
    }
    out.write("</thead>\n")
  }

  /// Rows with the same columns form a block: its name across the table, its headings, its rows. The last column of a
  /// block takes the remaining width.
  func writeBlocks(into out: inout OutputBuffer) {
    let width = lines.map(\.columns.count).max() ?? 0
    var start = 0
    while start < lines.count {
      let first = lines[start]
      var end = start + 1
      while end < lines.count, lines[end].columns == first.columns, lines[end].groups == first.groups { end += 1 }
      out.write("<tbody>\n")
      if let name = first.groups.last {
        out.write("<tr><th scope=\"rowgroup\" colspan=\"\(width + 1)\">")
        out.writeEscaped(name)
        out.write("</th></tr>\n")
      }
      writeBlock(start..<end, first.columns, width: width, into: &out)
      out.write("</tbody>\n")
      start = end
    }
  }

  private func writeBlock(_ rows: Range<Int>, _ keys: [String], width: Int, into out: inout OutputBuffer) {
    let positions = keys.compactMap(table.position)
    let rest = width - positions.count + 1
    out.write("<tr><th scope=\"col\">")
    out.writeEscaped(header?.label ?? "")
    out.write("</th>")
    for position in positions {
      out.write("<th scope=\"col\"")
      out.writeSpan("colspan", position == positions.last ? rest : 1)
      out.write(">")
      out.writeEscaped(table.columns[position].label)
      out.write("</th>")
    }
    out.write("</tr>\n")
    for index in rows where index < table.rows.count {
      out.write("<tr><th scope=\"row\">")
      out.writeEscaped(lines[index].label)
      out.write("</th>")
      for position in positions {
        write(table.rows[index].cells[position], span: position == positions.last ? rest : 1, into: &out)
      }
      out.write("</tr>\n")
    }
  }

  private func write(_ text: String, span: Int, into out: inout OutputBuffer) {
    out.write("<td class=\"digits\"")
    out.writeSpan("colspan", span)
    out.write(">")
    out.writeEscaped(text)
    out.write("</td>")
  }
}
