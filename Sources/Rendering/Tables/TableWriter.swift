import Documents
import Resolution
import Base

/// Writes a table as HTML: scoped headings, merged cells, right-aligned numbers, a badge for each row's state.
struct TableWriter {
  let corpus: Corpus
  let document: Document
  let table: DataTable
  /// One for each row; empty when rows have no lifecycle.
  let statuses: [Status]
  let address: PageAddress
  let caption: String

  /// The rows of one page. A merged cell that began on the page before has its text repeated.
  func html(_ rows: Range<Int>) -> [UInt8] {
    var out = OutputBuffer(capacity: 256 + rows.count * table.columns.count * 48)
    out.write("<table class=\"data\">\n<caption>")
    out.writeEscaped(caption)
    out.write("</caption>\n")
    if table.form.lines.contains(where: { !$0.columns.isEmpty }) {
      FormWriter(table: table).writeBlocks(into: &out)
    } else if !table.form.lines.isEmpty {
      FormWriter(table: table).write(into: &out)
    } else {
      let isShort = shortColumns(rows)
      writeHeadings(into: &out)
      out.write("<tbody>\n")
      for index in rows { write(row: index, in: rows, isShort, into: &out) }
      out.write("</tbody>\n")
    }
    out.write("</table>\n")
    return out.bytes
  }

  private func writeHeadings(into out: inout OutputBuffer) {
    var paths = table.columns.map(\.path)
    var types: [String] = table.columns.map { $0.type.rawValue }
    if let statePosition = table.statePosition {
      paths.insert(["状态"], at: statePosition)
      types.insert("state", at: statePosition)
    }
    out.write("<thead>\n")
    for level in HeadingTree(paths).levels {
      out.write("<tr>")
      for cell in level { out.writeHeading(cell, type: types[cell.start]) }
      out.write("</tr>\n")
    }
    out.write("</thead>\n")
  }

  /// Columns that hold only a few characters (序号, 类别) and so need no room to wrap.
  private func shortColumns(_ rows: Range<Int>) -> [Bool] {
    table.columns.indices.map { position in
      table.columns[position].type == .text && rows.allSatisfy { table.rows[$0].cells[position].utf8.count <= 12 }
    }
  }

  private func write(row index: Int, in page: Range<Int>, _ isShort: [Bool], into out: inout OutputBuffer) {
    out.write("<tr>")
    for (position, column) in table.columns.enumerated() {
      if position == table.statePosition { write(statuses[index], into: &out) }
      if index > page.lowerBound, table.rows[index].joined.contains(position) { continue }
      let span = spanOfCell(row: index, position, in: page)
      let isHeader = position == table.headerPosition
      out.write(isHeader ? "<th scope=\"\(span > 1 ? "rowgroup" : "row")\"" : "<td")
      if let name = Self.className(column.type) ?? (isShort[position] ? "short" : nil) {
        out.write(" class=\"\(name)\"")
      }
      out.writeSpan("rowspan", span)
      out.write(">")
      CellWriter(corpus: corpus, document: document, address: address)
        .write(table.rows[index].cells[position], column, shown: table.rows[index].words[position], into: &out)
      out.write(isHeader ? "</th>" : "</td>")
    }
    if table.statePosition == table.columns.count { write(statuses[index], into: &out) }
    out.write("</tr>\n")
  }

  private func spanOfCell(row index: Int, _ position: Int, in page: Range<Int>) -> Int {
    var end = index + 1
    while end < page.upperBound, table.rows[end].joined.contains(position) { end += 1 }
    return end - index
  }

  private func write(_ status: Status, into out: inout OutputBuffer) {
    out.write(
      "<td class=\"state\"><span class=\"status \(status.state.tone.rawValue)\" data-state=\"\(status.state.rawValue)\""
    )
    if !status.upcoming.isEmpty { out.write(" data-upcoming=\"\(status.upcomingWords)\"") }
    out.write(">\(status.state.label)</span></td>")
  }

  static func className(_ type: FieldType) -> String? {
    switch type {
    case .number: "digits"
    case .date: "day"
    default: nil
    }
  }
}

extension OutputBuffer {
  /// A heading with its scope; `type` tells the page's script how to sort the column.
  mutating func writeHeading(_ cell: HeadingTree.Cell, type: String? = nil) {
    write(cell.isGroup ? "<th scope=\"colgroup\"" : "<th scope=\"col\"")
    if let type, !cell.isGroup { write(" data-type=\"\(type)\"") }
    writeSpan("colspan", cell.span)
    writeSpan("rowspan", cell.depth)
    write(">")
    writeEscaped(cell.text)
    write("</th>")
  }

  /// ` rowspan="3"`; empty for 1.
  mutating func writeSpan(_ name: StaticString, _ count: Int) {
    if count > 1 { write(" \(name)=\"\(count)\"") }
  }
}

/// The content of a table cell.
struct CellWriter {
  let corpus: Corpus
  let document: Document
  let address: PageAddress

  private var links: TextLinks { TextLinks(corpus: corpus, address: address, document: document) }

  /// Writes the content of a cell; `words` are those of its author where they are not the value.
  func write(_ text: String, _ column: TableColumn, shown words: String? = nil, into out: inout OutputBuffer) {
    if text.isEmpty && !column.showsBoxes { return out.writeEscaped(words ?? "") }
    switch column.type {
    case .date: out.write("<time datetime=\"\(text)\">\((words ?? text).escapedForMarkup)</time>")
    case .link, .reference:
      for (index, link) in links(text).enumerated() {
        if index > 0 { out.write("<br>") }
        write(link, into: &out)
      }
    case .choice where column.showsBoxes: writeBoxes(text, column, into: &out)
    default:
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { out.write("<br>") }
        links.write(String(line), of: column.label, into: &out)
      }
    }
  }

  /// A link in a cell; plain text when there is nothing to link to.
  struct Link {
    let text: String
    let href: String?
    let isExternal: Bool
  }

  /// The target of the cell's link. A target that is not public leaves no trace of its address.
  func links(_ text: String) -> [Link] {
    CellTarget.read(text).compactMap { target in
      switch corpus.link(target, in: document) {
      case .document(let id):
        corpus[id].map {
          Link(text: target.title ?? $0.document.title, href: address.href($0.document.url), isExternal: false)
        }
      case .column(let path):
        Link(
          text: target.title ?? corpus.columns.first { $0.path == path }?.title ?? path,
          href: address.href(SiteFile.column(path, page: 1).url),
          isExternal: false)
      case .external(let url):
        Link(
          text: target.title ?? BodyWriter.host(of: url) ?? url, href: BodyWriter.safeURL(url),
          isExternal: BodyWriter.host(of: url).map { $0 != corpus.site.domain } ?? false)
      case .notPublic, .missing: target.title.map { Link(text: $0, href: nil, isExternal: false) }
      }
    }
  }

  private func write(_ link: Link, into out: inout OutputBuffer) {
    guard let href = link.href else { return out.writeEscaped(link.text) }
    out.write("<a href=\"")
    out.writeEscaped(href)
    out.write(link.isExternal ? "\" rel=\"external noopener\" class=\"external\">" : "\">")
    out.writeEscaped(link.text)
    out.write("</a>")
  }

  /// All choices, as on the paper form; those not chosen are hidden from screen readers.
  private func writeBoxes(_ text: String, _ column: TableColumn, into out: inout OutputBuffer) {
    let chosen = DataTable.values(text)
    out.write("<ul class=\"boxes\">")
    for choice in column.choices {
      let isChosen = chosen.contains(choice)
      out.write(isChosen ? "<li><span aria-hidden=\"true\">■</span>" : "<li class=\"off\" aria-hidden=\"true\">□")
      out.writeEscaped(choice)
      out.write("</li>")
    }
    out.write("</ul>")
  }
}
