import Base
import Documents

/// 公报刊登情况: the documents that the gazette has yet to print (国办发〔2018〕22号), without those no longer in force.
struct GazetteOverview {
  let corpus: Corpus

  var table: OverviewTable {
    let waiting = corpus.documents(with: .gazette).filter { issue(of: $0) == nil && $0.status?.state.isEnded != true }
    return OverviewTable(
      id: "gazette", title: "尚未刊登的文件", explanation: "应当在政府公报上刊登、至今没有刊登的现行文件。",
      columns: [("文件", false), ("发文机关", false), ("成文日期", false)],
      rows: waiting.map { entry in
        [
          .init([entry.cellItem]), .init(entry.document.issuers.joined(separator: "、")),
          .init(entry.document.documentDate?.iso ?? ""),
        ]
      })
  }

  /// The issue of a periodical that contains a document.
  private func issue(of entry: CorpusEntry) -> CorpusEntry? {
    entry.incoming.lazy.filter { $0.kind == .contains }.compactMap { corpus[$0.source] }
      .first { corpus.kind(of: $0)?.series.isEmpty == false }
  }
}
