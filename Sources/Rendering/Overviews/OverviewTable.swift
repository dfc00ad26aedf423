import Documents
import Resolution

extension Shape {
  static let overviews: Shape = .list(
    .object([
      "title": .text, "explanation": .text, "empty": .text, "download": .text,
      "columns": .list(.object(["text": .text, "number": .truth])),
      "rows": .list(.object(["cells": .list(.overviewCell)])), "total": .object(["cells": .list(.overviewCell)]),
    ]))
  private static let overviewCell: Shape = .object([
    "heading": .truth, "number": .truth, "items": .list(.object(["text": .text, "href": .text])),
  ])
}

/// A table drawn up from the library: for a page and as CSV.
struct OverviewTable: Sendable {
  /// One cell: a text or a list of documents, each with its page.
  struct Cell: Sendable {
    var items: [(text: String, url: String?)]

    init(_ text: String, url: String? = nil) { items = [(text, url)] }
    init(_ number: Int) { self.init(String(number)) }
    init(_ items: [(text: String, url: String?)]) { self.items = items }
  }

  /// ASCII, names the CSV.
  let id: String
  let title: String
  let explanation: String
  /// Headings, and whether their cells are numbers.
  let columns: [(text: String, isNumber: Bool)]
  let rows: [[Cell]]
  /// The last row, under 合计.
  var total: [Cell]?

  /// Name of the CSV beside the page.
  var fileName: String { "tongji-\(id).csv" }

  /// The table on the page at `address`.
  func view(from address: PageAddress) -> View {
    .make([
      "title": .text(title), "explanation": .text(explanation), "empty": rows.isEmpty ? .text("没有这样的文件。") : nil,
      "download": rows.isEmpty ? nil : .text(fileName),
      "columns": rows.isEmpty
        ? nil
        : .items(columns.map { .make(["text": .text($0.text), "number": .flag($0.isNumber)]) }),
      "rows": .items(rows.map { row($0, address) }), "total": total.map { row($0, address) },
    ])
  }

  private func row(_ cells: [Cell], _ address: PageAddress) -> View {
    .make([
      "cells": .items(
        zip(cells, columns).enumerated().map { place, pair in
          let (cell, column) = pair
          return .make([
            "heading": .flag(place == 0), "number": .flag(column.isNumber),
            "items": .items(
              cell.items.filter { !$0.text.isEmpty }.map { item in
                .make(["text": .text(item.text), "href": item.url.map { .text(address.href($0)) }])
              }),
          ])
        })
    ])
  }

  /// The table for a spreadsheet; RFC 4180 with a byte order mark.
  var csv: [UInt8] {
    let lines = [columns.map(\.text)] + (rows + (total.map { [$0] } ?? [])).map { $0.map(Self.text) }
    return [0xEF, 0xBB, 0xBF]
      + lines.flatMap { Array(($0.map(OpenDataTable.cell).joined(separator: ",") + "\r\n").utf8) }
  }

  private static func text(_ cell: Cell) -> String { cell.items.map(\.text).joined(separator: "；") }
}

/// Draws up the overviews that pages name.
struct Overviews: Sendable {
  let corpus: Corpus
  let terms: TermIndex

  /// The tables of an overview.
  func tables(_ overview: Overview) -> [OverviewTable] {
    switch overview {
    case .statutory: [StatutoryCoverage(corpus: corpus).table]
    case .ledger: LibraryLedger(corpus: corpus, terms: terms).tables
    case .numbers: [NumberSeries(corpus: corpus).table]
    case .interpretations: [InterpretationCoverage(corpus: corpus).table]
    case .gazette: [GazetteCoverage(corpus: corpus).table]
    case .annual: AnnualOverview(corpus: corpus).tables
    }
  }

  /// Every table of a document's page, in order.
  func tables(of document: Document) -> [OverviewTable] { document.overviews.flatMap(tables) }
}

extension Corpus {
  /// Public documents of the kinds with a duty, newest first.
  func documents(with duty: Duty) -> [CorpusEntry] {
    entries.filter { kinds[$0.document.kind]?.duties.contains(duty) ?? false }.sorted(by: CorpusEntry.newestFirst)
  }
}

extension CorpusEntry {
  /// As a cell names it.
  var cellItem: (text: String, url: String?) {
    (document.documentNumber.map { "\(document.title)（\($0.text)）" } ?? document.title, document.url)
  }
}
