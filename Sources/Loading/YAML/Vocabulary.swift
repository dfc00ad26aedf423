import Base

/// The words that a mapping may use.
struct Vocabulary: Sendable {
  private let keys: [String: String]
  /// All keys and labels, for suggestions.
  private let words: [String]
  /// Canonical keys that are reported elsewhere when missing or empty.
  let required: Set<String>

  /// Takes canonical keys with their labels, if they have one.
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

  /// The canonical key that a word means.
  func key(of word: String) -> String? { keys[word] }

  /// Suggests what the author may have meant.
  func cure(for word: String) -> [String] {
    if let meant = UsualWords.meaning(of: word), keys[meant] != nil { return ["是否想写：\(meant)？"] }
    let near = NearMiss.cure(for: word, among: words)
    if !near.isEmpty { return near }
    return words.count <= 12 ? ["可以写的有：" + words.joined(separator: "、")] : ["改为已有的键，或者删去这一项"]
  }
}
