import Base

// Mappings and their keys.
extension FileReader {
  /// Reports a key that is not in the vocabulary.
  mutating func reportUnknown(_ entry: YAMLEntry, _ vocabulary: Vocabulary) {
    guard !entry.key.isEmpty else {
      add("wrong-type", at: entry.place, "键应为文字", cures: ["写作“键: 值”"])
      return
    }
    if let kind = vocabulary.kind, let owners = kind.elsewhere[entry.key] {
      let names = owners.prefix(3).map { "“\($0)”" }.joined(separator: "、")
      add(
        "unknown-key", at: entry.place, "“\(entry.key)”是\(names)的字段，本文件的类型是“\(kind.label)”",
        cures: ["删去这一项；本文件其实是\(owners[0])的，写 kind: \(owners[0])"])
      return
    }
    add("unknown-key", at: entry.place, "“\(entry.key)”不是已知的键", cures: vocabulary.cure(for: entry.key))
  }

  /// Reports a key with a full-width colon, or without a blank after the colon, inside `{…}`, where YAML takes the whole
  /// for a key; returns what was meant.
  mutating func separated(_ entry: YAMLEntry, _ vocabulary: Vocabulary) -> YAMLEntry {
    guard entry.value.isEmpty, let colon = entry.key.firstIndex(where: ":：".contains),
      vocabulary.key(of: entry.key[..<colon].trimmed) != nil
    else { return entry }
    let slip = entry.key[colon] == ":" ? YAMLSlip.Kind.noBlank : .wideColon("：")
    add(slip.rule, at: entry.place, slip.message, cures: slip.cures(meaning: ""))
    let text = entry.key[entry.key.index(after: colon)...].trimmed
    return YAMLEntry(
      key: entry.key[..<colon].trimmed, place: entry.place, value: YAMLValue(place: entry.place, content: .text(text)))
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
