import Papers

/// What a comparison came to, in a sentence: 共58条（原56条）：修改12条，新增3条，删除1条，移动2条。
struct ComparisonSummary {
  let sentence: String
  /// What a reader should know about the table; nil if nothing.
  let remark: String?

  init(_ comparison: TextComparison) {
    let rows = comparison.rows.filter { $0.change != .departed }
    let articles = rows.filter(\.isArticle)
    let others = rows.filter { !$0.isArticle }
    let isLaw = !articles.isEmpty
    let counted = isLaw ? articles : others
    let unit = isLaw ? "条" : "段"
    let (old, new) = (counted.reduce(0) { $0 + $1.oldCount }, counted.reduce(0) { $0 + $1.newCount })
    let kinds = Self.counts(of: counted, unit: unit)
    var sentence = old == new ? "共\(new)\(unit)" : "共\(new)\(unit)（原\(old)\(unit)）"
    sentence += kinds.isEmpty ? "，没有变化" : "：" + kinds.joined(separator: "，")
    if isLaw {
      let changed = others.count { $0.change != .unchanged && $0.change != .renumbered || $0.isMoved }
      if changed > 0 { sentence += "；标题和其他段落另有\(changed)处变化" }
    }
    self.sentence = sentence + "。"
    let isAlike = rows.contains { !$0.old.isEmpty && !$0.new.isEmpty }
    remark =
      !isAlike
      ? "两份文件没有相近的条文，以下列出两份文件的全文。"
      : comparison.isCoarse ? "文本较长，后面有变化的段落没有逐字对照，整段标出。" : nil
  }

  private static func counts(of rows: [TextComparison.Row], unit: String) -> [String] {
    let counts = [
      ("修改", rows.count { $0.change == .changed }), ("新增", rows.count { $0.change == .added }),
      ("删除", rows.count { $0.change == .deleted }), ("移动", rows.count(where: \.isMoved)),
      ("只有序号变动", rows.count { $0.change == .renumbered && !$0.isMoved }),
    ]
    return counts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)\(unit)" }
  }
}

extension TextComparison.Row {
  fileprivate var oldCount: Int { old.count(where: \.isStart) }
  fileprivate var newCount: Int { new.count(where: \.isStart) }
}
