import Base
import Documents
import Resolution

extension Shape {
  static let overviews: Shape = .list(
    .object([
      "title": .text, "explanation": .text, "empty": .text, "download": .text, "chart": .html,
      "columns": .list(.object(["text": .text, "number": .truth])),
      "rows": .list(.object(["cells": .list(.overviewCell)])), "total": .object(["cells": .list(.overviewCell)]),
    ]))
  private static let overviewCell: Shape = .object([
    "heading": .truth, "number": .truth, "items": .list(.object(["text": .text, "href": .text])),
  ])
}

extension OverviewTable {
  /// The table on the page at `address`.
  func view(from address: PageAddress) -> View {
    .make([
      "title": .text(title), "explanation": .text(explanation), "empty": rows.isEmpty ? .text("没有这样的文件。") : nil,
      "download": rows.isEmpty ? nil : .text(DocumentFile.overview(id).path(beside: "")),
      "chart": figure.map { .html($0) },
      "columns": rows.isEmpty
        ? nil
        : .items(columns.map { .make(["text": .text($0.text), "number": .flag($0.isNumber)]) }),
      "rows": .items(rows.map { row($0, address) }), "total": total.map { row($0, address) },
    ])
  }

  private var figure: [UInt8]? {
    guard let chart, let data = data(chart), !data.numbers.isEmpty else { return nil }
    return ChartFigure(data: data, shape: chart.shape, id: id + "-chart").html
  }

  private func data(_ chart: Chart) -> ChartData? {
    func point(_ cells: [Cell], _ column: Int) -> ChartData.Point? {
      column < cells.count ? ChartData.Point(Self.text(cells[column])) : nil
    }
    if chart.isOfTotal {
      return total.map { cells in
        ChartData(
          title: chart.title, labels: chart.columns.map { columns[$0].text },
          series: [.init(name: "", points: chart.columns.map { point(cells, $0) })])
      }
    }
    let rows = Array(rows.reversed())
    guard rows.count > 1 else { return nil }
    return ChartData(
      title: chart.title, labels: rows.map { $0.first.map(Self.text) ?? "" },
      series: chart.columns.map { column in
        .init(name: columns[column].text, points: rows.map { point($0, column) })
      })
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

  /// The table for spreadsheets: RFC 4180 with a byte order mark.
  var csv: [UInt8] {
    let lines = [columns.map(\.text)] + (rows + (total.map { [$0] } ?? [])).map { $0.map(Self.text) }
    return CSVWriter.bytes(lines)
  }

  private static func text(_ cell: Cell) -> String { cell.items.map(\.text).joined(separator: "；") }
}
