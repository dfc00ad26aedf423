import Base
import Documents

/// A file's front matter as its author wrote it: each word once, values unchecked.
struct Draft {
  /// The values by canonical key.
  private(set) var values: [String: YAMLValue] = [:]
  /// Whether the front matter could be read at all; otherwise nothing is known about what is missing.
  let isReadable: Bool

  /// A draft of which nothing is known.
  static var unreadable: Draft { Draft(values: [:], isReadable: false) }

  private init(values: [String: YAMLValue], isReadable: Bool) {
    self.values = values
    self.isReadable = isReadable
  }

  /// A value by its canonical key; nil when it is not there or empty.
  subscript(key: String) -> YAMLValue? {
    guard let value = values[key], !value.isEmpty else { return nil }
    return value
  }

  /// A value by a word that every kind has.
  subscript(field: CommonField) -> YAMLValue? { self[field.rawValue] }

  /// The place of a value, empty or not.
  func place(of key: String) -> Range<Int>? { values[key]?.place }

  /// Sorts the entries of a mapping under their canonical keys and reports the words that are none.
  ///
  /// - Parameters:
  ///   - vocabulary: Which words there are.
  ///   - reportsUnknown: Whether other words are mistakes.
  init(_ entries: [YAMLEntry], vocabulary: Vocabulary, reportsUnknown: Bool = true, findings: inout Findings) {
    isReadable = true
    var first: [String: YAMLEntry] = [:]
    for entry in entries {
      guard let key = vocabulary.key(of: entry.key) else {
        if reportsUnknown { findings.reportUnknown(entry, vocabulary) }
        continue
      }
      if let earlier = first[key] {
        // The same word twice was reported when the YAML was read.
        if earlier.key != entry.key {
          findings.add(
            "key-in-two-languages", at: entry.place, "“\(entry.key)”与“\(earlier.key)”是同一项，只能写一个",
            cures: ["删去其中一个"], related: [(earlier.place, "另一处")])
        }
        continue
      }
      first[key] = entry
      values[key] = entry.value
      if entry.value.isEmpty, !vocabulary.required.contains(key) {
        if case .list = entry.value.content { continue }
        findings.add(
          "empty-value", .warning, at: entry.place, "“\(entry.key)”没有内容", cures: ["填写内容，或者删去这一行"])
      }
    }
  }
}

/// The words that a mapping may use.
struct Vocabulary: Sendable {
  private let keys: [String: String]
  /// All of them, for suggestions.
  private let words: [String]
  /// Canonical keys whose absence is reported elsewhere.
  let required: Set<String>

  /// Takes canonical keys with their labels; a nil label: none.
  init(_ entries: [(key: String, label: String?)], required: Set<String> = []) {
    var keys: [String: String] = [:]
    for (key, label) in entries {
      keys[key] = key
      if let label { keys[label] = key }
    }
    self.keys = keys
    words = entries.map(\.key) + entries.compactMap(\.label)
    self.required = required
  }

  /// The canonical key of a word.
  func key(of word: String) -> String? { keys[word] }

  /// What a writer may have meant.
  func cure(for word: String) -> [String] {
    if let meant = UsualWords.meaning(of: word), keys[meant] != nil { return ["是否想写：\(meant)？"] }
    let near = NearMiss.cure(for: word, among: words)
    if !near.isEmpty { return near }
    return words.count <= 12 ? ["可以写的有：" + words.joined(separator: "、")] : ["改为已有的键，或者删去这一项"]
  }
}

extension Findings {
  fileprivate mutating func reportUnknown(_ entry: YAMLEntry, _ vocabulary: Vocabulary) {
    guard !entry.key.isEmpty else {
      add("wrong-type", at: entry.place, "键应为文字", cures: ["写作“键: 值”"])
      return
    }
    add("unknown-key", at: entry.place, "“\(entry.key)”不是已知的键", cures: vocabulary.cure(for: entry.key))
  }

  /// The entries of a value that must be a mapping; reports when it is none.
  mutating func entries(of value: YAMLValue?, what: String) -> [YAMLEntry]? {
    guard let value else { return nil }
    if let entries = value.entries { return entries }
    if case .empty = value.content { return [] }
    add("wrong-type", at: value.place, "\(what)应由“键: 值”组成，这里是\(value.form)", cures: wideColonCure(value))
    return nil
  }

  /// A text where a mapping should be: the colon is full-width, or no space follows it.
  private func wideColonCure(_ value: YAMLValue) -> [String] {
    guard case .text(let text) = value.content else { return ["每行写一项，如“title: 标题”"] }
    return [text.contains("：") ? "改为半角冒号加一个空格“: ”" : "冒号后面加一个空格"]
  }
}
