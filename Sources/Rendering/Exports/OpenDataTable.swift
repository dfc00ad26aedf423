import Base
import Documents
import Papers
import Resolution

/// `data/documents.csv`: the same rows for spreadsheets, with Chinese headings.
struct OpenDataTable {
  let corpus: Corpus
  var revisions = Revisions()

  /// The headings, in the order of the columns.
  static let headings = [
    "路径", "网址", "类型", "栏目", "标题", "发文字号", "索引号", "发文机关", "成文日期", "发布日期", "施行日期", "有效期至", "有效性", "状态起始日",
    "状态截止日", "主题分类", "特色主题", "摘要", "内容更新日",
  ]

  /// The table, sorted by id.
  func csv() -> [UInt8] {
    CSVWriter.bytes([Self.headings] + corpus.entries.map(row))
  }

  private func row(_ entry: CorpusEntry) -> [String] {
    let document = entry.document
    return [
      document.id.path, corpus.site.baseURL + document.url.encodedForURLPath,
      corpus.kind(of: document)?.label ?? document.kind,
      corpus.columns.first { $0.path == document.column }?.title ?? document.column, document.title,
      document.documentNumber?.text ?? "", document.indexNumber ?? "", document.issuers.joined(separator: "；"),
      document.documentDate?.iso ?? "", document.publishedOn?.day.iso ?? "", document.effectiveOn?.iso ?? "",
      entry.lastDay?.iso ?? "", entry.status?.state.label ?? "", entry.status?.since?.iso ?? "",
      entry.status?.until?.iso ?? "", document.topics.joined(separator: "；"), document.themes.joined(separator: "；"),
      document.summary ?? "", revisions.documents[document.id]?.modifiedOn?.iso ?? "",
    ]
  }
}
