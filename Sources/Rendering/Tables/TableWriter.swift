import Documents
import Resolution
import Base

/// Writes a table as HTML: scoped headings, numbers aligned at the point, a badge for each row's state.
///
/// Merged cells are written in every row and only look merged (class `again`): so a row makes sense as a card on a phone,
/// on the second page of the paper, and to who hears it.
struct TableWriter {
  let corpus: Corpus
  let document: Document
  let table: DataTable
  /// One for each row; empty when rows have no lifecycle.
  let statuses: [Status]
  let address: PageAddress
  let caption: String

  /// The rows of one page. A merged cell that began on the page before is shown again.
  func html(_ rows: Range<Int>) -> [UInt8] {
    var out = OutputBuffer(capacity: 256 + rows.count * table.columns.count * 48)
    let isForm = !table.form.lines.isEmpty
    let room = TableRoom(table)
    out.write("<table class=\"data\(isForm ? "" : room.classNames)\">\n<caption>")
    out.writeEscaped(caption)
    out.write("</caption>\n")
    if table.form.lines.contains(where: { !$0.columns.isEmpty }) {
      FormWriter(table: table).writeBlocks(into: &out)
    } else if isForm {
      FormWriter(table: table).write(into: &out)
    } else {
      let marks = table.columns.map { CellMarks($0, isCard: room.isCards) }
      writeHeadings(room, into: &out)
      out.write("<tbody>\n")
      for index in rows { write(row: index, isFirst: index == rows.lowerBound, marks, room, into: &out) }
      out.write("</tbody>\n")
      writeTotals(marks, into: &out)
    }
    out.write("</table>\n")
    return out.bytes
  }

  private func writeHeadings(_ room: TableRoom, into out: inout OutputBuffer) {
    var paths = table.columns.map(\.path)
    var attributes = table.columns.indices.map { position in
      let column = table.columns[position]
      let decimals = table.measure.decimals[position]
      return " data-type=\"\(column.type.rawValue)\"" + (decimals > 0 ? " data-decimals=\"\(decimals)\"" : "")
    }
    if let statePosition = table.statePosition {
      let states = State.allCases.map(\.rawValue).joined(separator: " ")
      paths.insert([Self.stateLabel], at: statePosition)
      attributes.insert(" data-type=\"state\" data-order=\"\(states)\"", at: statePosition)
    }
    out.write("<thead>\n")
    for level in HeadingTree(paths).levels {
      out.write("<tr>")
      for cell in level {
        let ordinal = cell.text == CellMarks.ordinal ? " ordinal" : ""
        let name = room.columns[cell.start].className + ordinal
        out.writeHeading(cell, attributes: " class=\"\(name)\"" + attributes[cell.start])
      }
      out.write("</tr>\n")
    }
    out.write("</thead>\n")
  }

  private static let stateLabel = "状态"

  private func write(
    row index: Int, isFirst: Bool, _ marks: [CellMarks], _ room: TableRoom, into out: inout OutputBuffer
  ) {
    let row = table.rows[index]
    let cells = CellWriter(corpus: corpus, document: document, address: address)
    out.write("<tr>")
    for (position, column) in table.columns.enumerated() {
      if position == table.statePosition { write(statuses[index], isCard: room.isCards, into: &out) }
      let isHeader = position == table.headerPosition
      let isAgain = !isFirst && row.joined.contains(position)
      out.write(isHeader ? "<th scope=\"row\"" : "<td")
      out.write(isAgain ? marks[position].again : marks[position].plain)
      writePadding(row.cells[position], at: position, into: &out)
      out.write(">")
      cells.write(row.cells[position], column, shown: row.words[position], into: &out)
      out.write(isHeader ? "</th>" : "</td>")
    }
    if table.statePosition == table.columns.count { write(statuses[index], isCard: room.isCards, into: &out) }
    out.write("</tr>\n")
  }

  /// The decimals that a number lacks beside the others of its column: room that the stylesheet keeps free after it, so
  /// that points stand under points and the number stays as it was published.
  private func writePadding(_ number: String, at position: Int, into out: inout OutputBuffer) {
    let most = table.measure.decimals[position]
    guard most > 0, !number.isEmpty else { return }
    let own = TableMeasure.decimals(number)
    guard own < most else { return }
    out.write(" data-pad=\"" + (own == 0 ? "." : "") + String(repeating: "0", count: most - own) + "\"")
  }

  private func writeTotals(_ marks: [CellMarks], into out: inout OutputBuffer) {
    let totals = table.measure.totals
    guard let first = totals.keys.min(), first > 0 else { return }
    out.write("<tfoot data-note>\n<tr><th scope=\"row\"")
    out.writeSpan("colspan", first + (table.statePosition.map { $0 <= first ? 1 : 0 } ?? 0))
    out.write(table.isPaged ? ">全表合计</th>" : ">合计</th>")
    for position in first..<table.columns.count {
      if position > first, position == table.statePosition { out.write("<td></td>") }
      out.write("<td")
      out.write(marks[position].plain)
      let text = totals[position]?.text ?? ""
      writePadding(text, at: position, into: &out)
      out.write(">\(text)</td>")
    }
    if table.statePosition == table.columns.count { out.write("<td></td>") }
    out.write("</tr>\n</tfoot>\n")
  }

  private func write(_ status: Status, isCard: Bool, into out: inout OutputBuffer) {
    out.write(isCard ? "<td class=\"state\" data-label=\"\(Self.stateLabel)\">" : "<td class=\"state\">")
    out.write(
      "<span class=\"status \(status.state.tone.rawValue)\" data-state=\"\(status.state.rawValue)\"")
    if !status.upcoming.isEmpty { out.write(" data-upcoming=\"\(status.upcomingWords)\"") }
    out.write(">\(status.state.label)</span></td>")
  }
}

/// The attributes of a column's cells, the same in every row.
private struct CellMarks {
  let plain: String
  /// Of a cell that is merged with the one above.
  let again: String

  /// The heading of a column that only counts the rows.
  static let ordinal = "序号"

  /// - Parameter isCard: Whether cells say their heading.
  init(_ column: TableColumn, isCard: Bool) {
    let name: String? =
      switch column.type {
      case _ where column.label == Self.ordinal: "ordinal"
      case .number: "digits"
      case .date: "day"
      default: nil
      }
    let label = isCard ? " data-label=\"\(column.label.escapedForMarkup)\"" : ""
    plain = (name.map { " class=\"\($0)\"" } ?? "") + label
    again = " class=\"\(name.map { $0 + " " } ?? "")again\"" + label
  }
}

extension OutputBuffer {
  /// A heading with its scope; the attributes of a single column say how wide it is and how to sort it.
  mutating func writeHeading(_ cell: HeadingTree.Cell, attributes: String = "") {
    write(cell.isGroup ? "<th scope=\"colgroup\"" : "<th scope=\"col\"")
    if !cell.isGroup { write(attributes) }
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
          text: target.title ?? LinkAddress(url).host?.nameAndPort ?? url, href: url.encodedForURL,
          isExternal: LinkAddress(url).host.map { $0.nameAndPort != corpus.site.domain } ?? false)
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
