import Documents

/// 解读情况: by year, how many of the documents that require an interpretation have one, and which do not.
struct InterpretationsOverview {
  let corpus: Corpus

  var table: OverviewTable {
    let years = Dictionary(grouping: corpus.documents(with: .interpretation)) { $0.document.year ?? 0 }
    let kinds = corpus.kinds.values.filter { $0.duties.contains(.interpretation) }.map(\.label).sorted()
    return OverviewTable(
      id: "interpretations", title: "解读情况",
      explanation: "应当解读的文件（\(kinds.joined(separator: "、"))）中已经公布解读的，按成文年份统计；“最迟几日”是文件公开以后隔了几日（自然日）才有第一篇解读，取最大的一个。",
      columns: [
        ("年份", false), ("应解读", true), ("已解读", true), ("解读率", true), ("解读材料", true), ("最迟几日", true),
        ("尚未解读的现行文件", false),
      ],
      rows: years.keys.sorted(by: >).map { year in
        let documents = years[year] ?? []
        let open = documents.filter { interpretations(of: $0) == 0 }
        let done = documents.count - open.count
        return [
          .init(year == 0 ? "（未写日期）" : "\(year)年"), .init(documents.count), .init(done),
          .init("\(done * 100 / max(documents.count, 1))%"),
          .init(documents.reduce(0) { $0 + interpretations(of: $1) }),
          .init(documents.compactMap { latest(of: $0) }.max().map(String.init) ?? "—"),
          .init(open.filter { $0.status?.state.isEnded != true }.map(\.cellItem)),
        ]
      })
  }

  /// After how many days the first interpretation of a document followed; nil if there is none.
  private func latest(of entry: CorpusEntry) -> Int? {
    entry.incoming.filter { $0.kind == .interprets }.compactMap { corpus[$0.source]?.interpretationDelay(in: corpus) }
      .min().map { max($0, 0) }
  }

  private func interpretations(of entry: CorpusEntry) -> Int { entry.incoming.count { $0.kind == .interprets } }
}
