import Base
import Documents
import Resolution

/// The charts that a kind asks for beside its tables.
struct TableCharts {
  let corpus: Corpus
  let document: Document

  /// More bars than this say no more than the table does.
  private static let limit = 40
  /// So many years fit beside each other.
  private static let years = 12

  /// The charts of a table; `id` is that of the table on the page.
  func html(of table: DataTable, id: String, caption: String) -> [UInt8] {
    table.form.charts.enumerated().flatMap { number, form -> [UInt8] in
      guard let data = data(form, of: table, caption: caption) else { return [] }
      return ChartFigure(data: data, shape: form.shape, id: "\(id)-chart\(number + 1)").html
    }
  }

  /// The numbers of a chart; nil when there are none, or too many.
  func data(_ form: ChartForm, of table: DataTable, caption: String) -> ChartData? {
    let data = form.over.map { overYears(form, by: $0, table, caption) } ?? rows(form, table, caption)
    guard let data, !data.numbers.isEmpty, data.labels.count <= Self.limit else { return nil }
    return data
  }

  private func rows(_ form: ChartForm, _ table: DataTable, _ caption: String) -> ChartData? {
    let label = form.label.map(table.position) ?? table.headerPosition
    let columns = form.values.compactMap(table.position)
    guard let label, !columns.isEmpty else { return nil }
    let rows = table.rows.indices.filter { index in
      guard index < table.form.lines.count, !form.lines.isEmpty else { return true }
      return form.lines.contains(table.form.lines[index].key)
    }
    .map { table.rows[$0] }.filter { !form.except.contains($0.shown[label]) }
    return ChartData(
      title: form.title ?? caption, labels: rows.map { $0.shown[label] },
      series: columns.map { column in
        .init(
          name: columns.count > 1 ? table.columns[column].label : "",
          points: rows.map { ChartData.Point($0.cells[column]) })
      })
  }

  /// The same cells in the documents of earlier years and in this one.
  private func overYears(_ form: ChartForm, by year: String, _ table: DataTable, _ caption: String) -> ChartData? {
    guard let key = document.tables.first(where: { $0.table.file.path == table.file.path })?.key else { return nil }
    let tables = peers(by: year).compactMap { peer in
      peer.document.tables.first { $0.key == key }.map { (year: peer.year, table: $0.table) }
    }
    guard tables.count > 1 else { return nil }
    let lines = form.lines.isEmpty ? table.form.lines.map(\.key) : form.lines
    let cells = lines.flatMap { line in form.values.map { (line: line, column: $0) } }
    return ChartData(
      title: form.title ?? caption, labels: tables.map { String($0.year) },
      series: cells.map { line, column in
        .init(
          name: name(line, column, of: form, lines: lines.count, table),
          points: tables.map { _, table in
            table.row(line).flatMap { table.text($0, column) }.flatMap(ChartData.Point.init)
          })
      })
  }

  /// The latest documents of the same kind and office up to this one's year, one for each year.
  private func peers(by key: String) -> [(year: Int, document: Document)] {
    guard let own = document.number(in: key) else { return [] }
    var found: [Int: Document] = [own: document]
    for entry in corpus.entries
    where entry.document.kind == document.kind && entry.document.issuers.first == document.issuers.first {
      guard let year = entry.document.number(in: key), year < own else { continue }
      found[year] = entry.document
    }
    return found.keys.sorted().suffix(Self.years).compactMap { year in found[year].map { (year, $0) } }
  }

  private func name(_ line: String, _ column: String, of form: ChartForm, lines: Int, _ table: DataTable) -> String {
    let row = lines > 1 ? table.form.lines.first { $0.key == line }?.path : nil
    let heading = form.values.count > 1 ? table.columns.first { $0.key == column }?.path : nil
    return [row, heading].compactMap { $0?.joined(separator: "，") }.joined(separator: "，")
  }
}

/// A chart with its caption. A form that does not suit the numbers gives way to bars.
struct ChartFigure {
  let data: ChartData
  let shape: ChartForm.Shape
  /// Unique on the page.
  let id: String

  var html: [UInt8] {
    var out = OutputBuffer()
    out.write("<figure class=\"figure\">\n<figcaption>")
    out.writeEscaped(data.title)
    out.write("</figcaption>\n")
    out.write(bytes: svg)
    out.write("\n</figure>\n")
    return out.bytes
  }

  private var svg: [UInt8] {
    let (line, share) = (LineChart(data: data), ShareChart(data: data, id: id))
    return switch shape {
    case .line where line.fits: line.svg()
    case .share where share.fits: share.svg()
    case .bar, .line, .share: BarChart(data: data).svg()
    }
  }
}
