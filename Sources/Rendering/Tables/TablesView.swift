import Documents
import Markdown
import Resolution
import Base

extension Shape {
  static let tables: Shape = .list(
    .object([
      "id": .text, "caption": .text, "isTitle": .truth, "html": .html, "total": .text, "isLong": .truth,
      "isForm": .truth, "chart": .html, "statesChart": .html,
      "csv": .object(["href": .text, "size": .text]), "rows": .text, "pageSize": .text, "range": .text,
      "states": .list(.object(["label": .text, "tone": .text, "state": .text, "total": .text])),
      "progress": .object(["done": .text, "total": .text, "percent": .text]),
      "pagination": .pagination,
    ]))
}

/// The tables of a document, one page of each.
struct TablesView {
  let corpus: Corpus
  let document: Document
  let address: PageAddress

  /// The tables with rows on this page, without those placed in the text.
  func views(page: Int, body: MarkdownText? = nil) -> View? {
    .items(
      corpus.tables(of: document).compactMap { id, caption, table in
        if let body, place(of: table, in: body) != nil { return nil }
        let pagination = Pagination(total: table.rows.count, size: table.form.pageSize)
        return page <= pagination.pageCount ? view(id, caption, table, pagination, page: page) : nil
      })
  }

  /// The tables placed in the text, each at the end of its heading's section.
  func insertions(into body: MarkdownText) -> [BodyInsertion] {
    corpus.tables(of: document).compactMap { id, caption, table in
      place(of: table, in: body).map { BodyInsertion(offset: $0, html: block(id, caption, table)) }
    }
  }

  private func place(of table: DataTable, in body: MarkdownText) -> Int? {
    guard let heading = table.form.heading, let index = body.outline.firstIndex(where: { $0.text == heading }) else {
      return nil
    }
    let next = body.outline[(index + 1)...].first { $0.level <= body.outline[index].level }
    return next?.htmlOffset ?? body.html.count
  }

  private func block(_ id: String, _ caption: String, _ table: DataTable) -> [UInt8] {
    let writer = TableWriter(
      corpus: corpus, document: document, table: table, statuses: corpus.statuses(of: table), address: address,
      caption: caption)
    var out = OutputBuffer()
    out.write(
      "<div class=\"data-table form\" id=\"\(id)\">\n<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"")
    out.write(" aria-label=\"\(caption.escapedForMarkup)（可左右滚动）\">\n")
    out.write(bytes: writer.html(table.rows.indices))
    // What the page adds to the text is no part of it: the search does not find it.
    out.write("</div>\n<div data-note>\n")
    out.write(bytes: TableCharts(corpus: corpus, document: document).html(of: table, id: id, caption: caption))
    out.write("<p class=\"table-facts\"><a href=\"\(table.file.fileName.encodedForURLPath)\" download>")
    out.write("下载表格（CSV，\(FileSize.text(table.file.byteCount))）</a></p>\n</div>\n</div>\n")
    return out.bytes
  }

  private func view(_ id: String, _ caption: String, _ table: DataTable, _ pagination: Pagination, page: Int) -> View {
    let statuses = corpus.statuses(of: table)
    let writer = TableWriter(
      corpus: corpus, document: document, table: table, statuses: statuses, address: address, caption: caption)
    let rows = pagination.rows(onPage: page)
    let below = address.href(document.url)
    let charts =
      page > 1 ? [] : TableCharts(corpus: corpus, document: document).html(of: table, id: id, caption: caption)
    return .make([
      "id": .text(id), "caption": .text(caption), "isTitle": .flag(caption == document.title),
      "html": .html(writer.html(rows)),
      "total": .text(String(table.rows.count)), "isLong": .flag(table.rows.count > 10 && table.form.lines.isEmpty),
      "isForm": .flag(!table.form.lines.isEmpty),
      "csv": .make([
        "href": .text(below + table.file.fileName.encodedForURLPath),
        "size": .text(FileSize.text(table.file.byteCount)),
      ]),
      "rows": table.isPaged
        ? .text(below + DocumentFile.tableRows(table.file.path).path(beside: "").encodedForURLPath) : nil,
      "pageSize": .text(String(table.form.pageSize)),
      "range": table.isPaged ? .text("第\(rows.lowerBound + 1)至\(rows.upperBound)行") : nil,
      "chart": charts.isEmpty ? nil : .html(charts), "statesChart": statesChart(statuses, table, id: id),
      "states": .items(counts(statuses)), "progress": progress(statuses, table),
      "pagination": pagination.view(document.url, page: page, from: address),
    ])
  }

  /// The number of rows in each state, in the order of the states.
  private func counts(_ statuses: [Status]) -> [View] {
    State.allCases.compactMap { state in
      let count = statuses.count { $0.state == state }
      guard count > 0 else { return nil }
      return .make([
        "label": .text(state.label), "tone": .text(state.tone.rawValue), "state": .text(state.rawValue),
        "total": .text(String(count)),
      ])
    }
  }

  /// The states of a ledger's rows as one divided bar; the badges beside it say the same in words.
  private func statesChart(_ statuses: [Status], _ table: DataTable, id: String) -> View? {
    guard table.form.lifecycle == .task else { return nil }
    let states = State.allCases.map { state in (state: state, count: statuses.count { $0.state == state }) }
      .filter { $0.count > 0 }
    let data = ChartData(
      title: table.file.title, labels: states.map(\.state.label),
      series: [.init(name: "", points: states.map { ChartData.Point($0.count) })])
    let chart = ShareChart(
      data: data, id: id + "-states", isLegendBeside: true, tones: states.map(\.state.tone.rawValue))
    return chart.fits ? .html(chart.svg()) : nil
  }

  private func progress(_ statuses: [Status], _ table: DataTable) -> View? {
    guard table.form.lifecycle == .task, !statuses.isEmpty else { return nil }
    let done = statuses.count { $0.state == .done }
    return .make([
      "done": .text(String(done)), "total": .text(String(statuses.count)),
      "percent": .text(String(done * 100 / statuses.count)),
    ])
  }
}

extension Status {
  /// `2026-12-01 overdue ended 已逾期` for each upcoming state, for the script that corrects badges.
  var upcomingWords: String { upcoming.compactMap(\.words).joined(separator: ";") }
}
