import Base
import Documents

// 撤下.
extension FileReader {
  /// Reads `{on, reason, by, title}`.
  mutating func retraction(_ value: YAMLValue?) -> Retraction? {
    let label = CommonField.withdrawn.label
    guard let value, let entries = entries(of: value, what: label) else { return nil }
    let draft = Draft(entries, vocabulary: .retraction, file: &self)
    let on = date(draft["on"], "\(label)的日期")
    let reason = text(draft["reason"], "\(label)的理由", multiline: true)
    let missing = [("on", "日期"), ("reason", "理由")].filter { draft[$0.0]?.isEmpty ?? true }
    if let first = missing.first {
      add(
        "missing-field", at: draft.place(of: first.0) ?? value.place,
        "撤下没有写" + missing.map(\.1).joined(separator: "和"),
        cures: ["写作 withdrawn: {on: 2026-11-20, reason: 行政处罚决定已依法撤销, by: 安澜县市场监督管理局}"])
    }
    let by = text(draft["by"], "\(label)的机关")
    let title = text(draft["title"], "撤下以后的标题")
    guard let on, let reason else { return nil }
    return Retraction(on: on, reason: reason, by: by, title: title)
  }
}

extension Vocabulary {
  /// The words of 撤下.
  static let retraction = Vocabulary(
    [("on", "日期"), ("reason", "理由"), ("by", "机关"), ("title", "标题")], required: ["on", "reason"])
}
