import Base
import Documents
import Resolution

/// The tables of an annual report (国办公开办函〔2021〕30号) must agree with the library and with the previous year's report;
/// both are warnings. In the report of the site's own organizer 制发, 废止 and 现行有效 must equal the counts of the library
/// (`annual-report-library`). 上年结转 must equal last year's 结转下年度, and 现行有效 must equal last year's 现行有效 + 制发 − 废止
/// (`annual-report-years`).
///
/// The kind of the report defines its rows: one whose key is the id of a kind with the duty `annualReport` counts that kind.
struct AnnualReports: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let reports = context.corpus.entries.map(\.document).compactMap(Report.init)
    return reports.flatMap { report in
      let before = reports.first { $0.year == report.year - 1 && $0.document.issuers == report.document.issuers }
      return library(report, context.corpus) + (before.map { years(report, after: $0, context.corpus) } ?? [])
    }
  }

  /// A report: a document with a year and tables.
  private struct Report {
    let document: Document
    let year: Int
    let tables: [DataTable]

    init?(_ document: Document) {
      guard let year = document.number(in: .year), !document.tables.isEmpty else { return nil }
      self.document = document
      self.year = year
      tables = document.tables.map(\.table)
    }

    /// A figure with its location.
    func figure(_ line: ReportCell, _ column: ReportCell) -> (count: Int, place: Diagnostic.Location)? {
      figure(line.rawValue, column)
    }

    /// A figure by the key of its row, which may be the id of a kind, with its location.
    func figure(_ line: String, _ cell: ReportCell) -> (count: Int, place: Diagnostic.Location)? {
      let column = cell.rawValue
      return tables.lazy.compactMap { table in
        guard let row = table.row(line), let count = table.number(line, column)?.count else { return nil }
        return (count, table.location(of: row, column))
      }.first
    }
  }

  private func library(_ report: Report, _ corpus: Corpus) -> [Diagnostic] {
    guard report.document.issuers.contains(corpus.site.organizer), report.year < corpus.asOf.year else { return [] }
    return counted(corpus).flatMap { kind -> [Diagnostic] in
      guard let counts = AnnualCounts(corpus, kind: kind, year: report.year) else { return [] }
      let figures: [(ReportCell, String, Int)] = [
        (.made, "本年制发件数", counts.made.count), (.repealed, "本年废止件数", counts.ended.count),
        (.inForce, "现行有效件数", counts.inForce.count),
      ]
      return figures.compactMap { key, label, count in
        guard let figure = report.figure(kind.id, key), figure.count != count else { return nil }
        return Diagnostic(
          "annual-report-library", .warning, at: figure.place,
          "\(kind.label)\(label)写的是 \(figure.count)，按本库计算是 \(count)",
          cures: ["用 gongkai report --year \(report.year) 逐件核对；本库没有录全的，补录文件"])
      }
    }
  }

  private func years(_ report: Report, after last: Report, _ corpus: Corpus) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let carried = report.figure(.carried, .total), let over = last.figure(.carriedOver, .total),
      carried.count != over.count
    {
      found.append(finding(carried.place, "上年结转 \(carried.count) 件，上一年度报告的结转下年度是 \(over.count) 件", over.place))
    }
    for kind in counted(corpus) {
      guard let now = report.figure(kind.id, .inForce), let before = last.figure(kind.id, .inForce),
        let made = report.figure(kind.id, .made), let repealed = report.figure(kind.id, .repealed),
        now.count != before.count + made.count - repealed.count
      else { continue }
      let sum = "上年有效 \(before.count) + 制发 \(made.count) − 废止 \(repealed.count)"
      found.append(
        finding(
          now.place, "\(kind.label)现行有效 \(now.count) 件，而\(sum) = \(before.count + made.count - repealed.count)",
          before.place))
    }
    return found
  }

  private func finding(
    _ place: Diagnostic.Location, _ message: String, _ other: Diagnostic.Location
  ) -> Diagnostic {
    Diagnostic(
      "annual-report-years", .warning, at: place, message, cures: ["核对两年的数；数确实不衔接的，在报告里说明原因"],
      related: [Diagnostic.Related(other, "上一年度报告")])
  }

  private func counted(_ corpus: Corpus) -> [Kind] {
    corpus.kinds.values.filter { $0.duties.contains(.annualReport) }.sorted { $0.id < $1.id }
  }
}
