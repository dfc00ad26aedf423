import Base
import Documents

/// 文件公开台账: the number of documents in the library by office and by year, and by state.
struct LedgerOverview {
  let corpus: Corpus
  let terms: TermIndex

  var tables: [OverviewTable] {
    let entries = corpus.entries.filter { corpus.kind(of: $0)?.lifecycle == .validity }
    let states = State.validity.filter { state in entries.contains { $0.status?.state == state } }
    // A joint document counts for its lead issuer.
    let offices = Dictionary(grouping: entries) { $0.document.issuers.first ?? "（未写发文机关）" }
    let years = Dictionary(grouping: entries) { $0.document.year.map { "\($0)年" } ?? "（未写日期）" }
    let order = corpus.site.organizations.map(\.name)
    let officeNames = offices.keys.sorted {
      (order.firstIndex(of: $0) ?? .max, $0) < (order.firstIndex(of: $1) ?? .max, $1)
    }
    return [
      table(
        "ledger-offices", "按发文机关", "发文机关", officeNames.map { ($0, terms.url(.issuers, name: $0), offices[$0] ?? []) },
        states,
        of: entries, chart: "全部文件的有效性"),
      table(
        "ledger-years", "按年份", "年份",
        years.keys.sorted(by: >).map { ($0, terms.url(.years, name: String($0.dropLast())), years[$0] ?? []) }, states,
        of: entries),
    ]
  }

  private func table(
    _ id: String, _ title: String, _ heading: String, _ groups: [(String, String?, [CorpusEntry])], _ states: [State],
    of entries: [CorpusEntry], chart: String? = nil
  ) -> OverviewTable {
    let columns = [(heading, false), ("文件数", true)] + states.map { ($0.label, true) } + [("最新成文日期", false)]
    return OverviewTable(
      id: id, title: title, explanation: "本库公开的政策文件，联合发文计入牵头机关；有效性更新于\(corpus.asOf.chinese)。", columns: columns,
      rows: groups.map { name, url, members in [.init(name, url: url)] + counts(members, states) },
      total: [.init("合计")] + counts(entries, states),
      chart: chart.map {
        OverviewTable.Chart(title: $0, shape: .share, columns: states.indices.map { $0 + 2 }, isOfTotal: true)
      })
  }

  private func counts(_ entries: [CorpusEntry], _ states: [State]) -> [OverviewTable.Cell] {
    let newest = entries.compactMap(\.document.documentDate).max()?.iso ?? ""
    return [.init(entries.count)] + states.map { state in .init(entries.count { $0.status?.state == state }) }
      + [.init(newest)]
  }
}
