import Base
import Documents

/// 法定公开内容: each item of 政府信息公开条例 (国务院令第711号) art. 20 and 21, the columns that cover it, and what they contain; an
/// item that does not apply is shown with the date and the reason of the declaration.
struct StatutoryOverview {
  let corpus: Corpus

  /// The items, with the wording of the regulation shortened; columns name them by key in `statutory`.
  private static let items = [
    ("20-1", "行政法规、规章和规范性文件"), ("20-2", "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名"),
    ("20-3", "国民经济和社会发展规划、专项规划、区域规划及相关政策"), ("20-4", "国民经济和社会发展统计信息"),
    ("20-5", "行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"),
    ("20-6", "行政处罚、行政强制的依据、条件、程序和具有一定社会影响的行政处罚决定"), ("20-7", "财政预算、决算信息"),
    ("20-8", "行政事业性收费项目及其依据、标准"), ("20-9", "政府集中采购项目的目录、标准及实施情况"),
    ("20-10", "重大建设项目的批准和实施情况"), ("20-11", "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况"),
    ("20-12", "突发公共事件的应急预案、预警信息及应对情况"), ("20-13", "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况"),
    ("20-14", "公务员招考的职位、名额、报考条件等事项以及录用结果"), ("20-15", "规定应当主动公开的其他政府信息"),
    ("21", "第二十一条规定的市、县、乡镇政府应当主动公开的政府信息"),
  ]

  var table: OverviewTable {
    OverviewTable(
      id: "statutory", title: "法定公开内容",
      explanation: "《中华人民共和国政府信息公开条例》第二十条、第二十一条列举的内容，各在哪些栏目公开；件数包括下级栏目，截至\(corpus.asOf.chinese)。",
      columns: [("条款", false), ("内容", false), ("栏目", false), ("件数", true), ("最近更新", false), ("情况", false)],
      rows: Self.items.map(row))
  }

  private func row(_ key: String, _ text: String) -> [OverviewTable.Cell] {
    let columns = corpus.columns.filter { column in column.statutory.contains { $0.text == key } }
    let documents = corpus.entries.filter { entry in
      columns.contains { ColumnTree.contains($0.path, entry.document.column) }
    }
    let declared = columns.compactMap(\.notApplicable)
    let state =
      if !documents.isEmpty { "已公开" } else if let first = declared.first {
        "不涉及（\(first.on.iso)声明：\(first.reason)）"
      } else if columns.isEmpty { "没有对应的栏目" } else { "尚无内容" }
    return [
      .init(Self.clause(key)), .init(text), .init(columns.map { ($0.title, $0.url) }), .init(documents.count),
      .init(documents.compactMap(\.listDate).max()?.iso ?? ""), .init(state),
    ]
  }

  /// `20-1` is 第二十条第（一）项.
  private static func clause(_ key: String) -> String {
    guard key.hasPrefix("20-"), let number = Int(written: key.dropFirst(3)), (1...99).contains(number) else {
      return "第二十一条"
    }
    return "第二十条第（\(ChineseNumeral.text(of: number))）项"
  }
}
