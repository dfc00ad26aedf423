import Documents
import Resolution
import Base

/// `data/documents.csv`: the same rows for a spreadsheet, with Chinese headings and a byte order mark, without which
/// Excel takes UTF-8 for GBK.
struct OpenDataTable {
  let corpus: Corpus

  private static let headings = [
    "路径", "网址", "类型", "栏目", "标题", "发文字号", "索引号", "发文机关", "成文日期", "发布日期", "施行日期", "有效期至", "有效性", "状态起始日",
    "状态截止日", "主题分类", "特色主题", "摘要",
  ]

  /// The table, by id; RFC 4180.
  func csv() -> [UInt8] {
    let rows = [Self.headings] + corpus.entries.map(row)
    return [0xEF, 0xBB, 0xBF] + rows.flatMap { Array(($0.map(Self.cell).joined(separator: ",") + "\r\n").utf8) }
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
      document.summary ?? "",
    ]
  }

  /// Quoted where needed; a cell that a spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection).
  static func cell(_ text: String) -> String {
    let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    // By bytes: a quotation mark with a combining accent is one character, but ends the cell all the same.
    let parts = safe.utf8.split(separator: 0x22, omittingEmptySubsequences: false)
    return "\"" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\"\"") + "\""
  }
}
