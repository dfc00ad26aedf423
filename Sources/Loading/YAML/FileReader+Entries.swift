// Mappings and their keys.
extension FileReader {
  /// Reports a key that is not in the vocabulary.
  mutating func reportUnknown(_ entry: YAMLEntry, _ vocabulary: Vocabulary) {
    guard !entry.key.isEmpty else {
      add("wrong-type", at: entry.place, "键应为文字", cures: ["写作“键: 值”"])
      return
    }
    add("unknown-key", at: entry.place, "“\(entry.key)”不是已知的键", cures: vocabulary.cure(for: entry.key))
  }

  /// The entries of a value that must be a mapping; reports it otherwise.
  mutating func entries(of value: YAMLValue?, what: String) -> [YAMLEntry]? {
    guard let value else { return nil }
    if let entries = value.entries { return entries }
    if case .empty = value.content { return [] }
    add("wrong-type", at: value.place, "\(what)应由“键: 值”组成，这里是\(value.form)", cures: wideColonCure(value))
    return nil
  }

  /// The fix for a text in place of a mapping: its colon is full-width, or has no space after it.
  private func wideColonCure(_ value: YAMLValue) -> [String] {
    guard case .text(let text) = value.content else { return ["每行写一项，如“title: 标题”"] }
    return [text.contains("：") ? "改为半角冒号加一个空格“: ”" : "冒号后面加一个空格"]
  }
}
