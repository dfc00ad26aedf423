import Base
import Documents

/// 年度制发情况: ``AnnualCounts`` for every kind that the annual report counts, year by year.
struct AnnualOverview {
  let corpus: Corpus

  var tables: [OverviewTable] {
    corpus.kinds.values.filter { $0.duties.contains(.annualReport) }.sorted { $0.id < $1.id }.map(table)
  }

  private func table(_ kind: Kind) -> OverviewTable {
    OverviewTable(
      id: "annual-\(kind.id)", title: "\(kind.label)年度制发情况",
      explanation: "按本库公开的文件计算：制发按成文年份，废止包括废止、失效和撤销；现行有效件数截至当年12月31日，今年的截至\(corpus.asOf.chinese)。",
      columns: [("年份", false), ("本年制发件数", true), ("本年废止件数", true), ("现行有效件数", true)],
      rows: AnnualCounts.years(corpus, kind: kind).compactMap { year in
        AnnualCounts(corpus, kind: kind, year: year).map { counts in
          [
            .init("\(year)年", url: nil), .init(counts.made.count), .init(counts.ended.count),
            .init(counts.inForce.count),
          ]
        }
      },
      chart: OverviewTable.Chart(title: "\(kind.label)各年件数", shape: .line, columns: [1, 2, 3]))
  }
}
