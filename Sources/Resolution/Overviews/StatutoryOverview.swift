import Base
import Documents

/// 法定公开内容: each item of 政府信息公开条例 (国务院令第711号) art. 20 and 21, the columns that cover it, and what they contain; an
/// item that does not apply is shown with the date and the reason of the declaration.
struct StatutoryOverview {
  let corpus: Corpus

  var table: OverviewTable {
    OverviewTable(
      id: "statutory", title: "法定公开内容",
      explanation: "《中华人民共和国政府信息公开条例》第二十条、第二十一条列举的内容，各在哪些栏目公开；件数包括下级栏目，截至\(corpus.asOf.chinese)。",
      columns: [("条款", false), ("内容", false), ("栏目", false), ("件数", true), ("最近更新", false), ("情况", false)],
      rows: StatutoryItem.allCases.map(row))
  }

  private func row(_ item: StatutoryItem) -> [OverviewTable.Cell] {
    let columns = corpus.columns.filter { column in column.statutory.contains { $0.text == item.key } }
    let documents = corpus.entries.filter { entry in
      columns.contains { ColumnTree.contains($0.path, entry.document.column) }
    }
    let declared = columns.compactMap(\.notApplicable)
    let state =
      if !documents.isEmpty { "已公开" } else if let first = declared.first {
        "不涉及（\(first.on.iso)声明：\(first.reason)）"
      } else if columns.isEmpty { "没有对应的栏目" } else { "尚无内容" }
    return [
      .init(item.clause), .init(item.text), .init(columns.map { ($0.title, $0.url) }), .init(documents.count),
      .init(documents.compactMap(\.listDate).max()?.iso ?? ""), .init(state),
    ]
  }
}
