import Base
import Documents

// 改动: what was changed in a text after it was published.
extension FileReader {
  /// Reads `[{on, note, correction}]`.
  mutating func updates(_ value: YAMLValue?) -> [TextUpdate] {
    let label = CommonField.updates.label
    return items(of: value, label).compactMap { item in
      guard let entries = entries(of: item, what: label) else { return nil }
      let draft = Draft(entries, vocabulary: .update, file: &self)
      let on = date(draft["on"], "\(label)的日期")
      let note = text(draft["note"], "\(label)的说明")
      let isCorrection = boolean(draft["correction"], "\(label)的更正") ?? false
      for (key, label) in [("on", "日期"), ("note", "说明")] where draft[key]?.isEmpty ?? true {
        add(
          "missing-field", at: draft.place(of: key) ?? item.place, "改动没有写\(label)",
          cures: ["写作 updates: [{on: 2026-11-20, note: 补充附件2}]；改正错误的，加上 correction: 是"])
      }
      guard let on, let note else { return nil }
      return TextUpdate(on: on, note: note, isCorrection: isCorrection)
    }
  }
}

extension Vocabulary {
  /// The words of an entry.
  static let update = Vocabulary([("on", "日期"), ("note", "说明"), ("correction", "更正")], required: ["on", "note"])
}
