import Base
import Documents

/// The words that a mapping may use.
struct Vocabulary: Sendable {
  private let keys: [String: String]
  /// All keys and labels, for suggestions.
  private let words: [String]
  /// Canonical keys that are reported elsewhere when missing or empty.
  let required: Set<String>
  /// The kind whose words these are; nil for other mappings.
  var kind: KindWords?

  /// What a kind says about words that are not its own.
  struct KindWords: Sendable {
    /// The kind's name.
    let label: String
    /// Common fields that do nothing for a record of this kind: known, but never suggested.
    let idle: Set<CommonField>
    /// Words that only other kinds have, with the names of those.
    let elsewhere: [String: [String]]
  }

  /// Takes canonical keys with their labels, if they have one.
  init(_ entries: [(key: String, label: String?)], required: Set<String> = []) {
    var keys: [String: String] = [:]
    for (key, label) in entries {
      keys[key] = key
      if let label { keys[label] = key }
    }
    self.keys = keys
    words = entries.compactMap(\.label) + entries.map(\.key)
    self.required = required
  }

  /// The words of a mapping with this form.
  init(_ form: MappingForm, required: Set<String> = []) {
    self.init(form.members.map { ($0.key, $0.label) }, required: required)
  }

  /// The words of a mapping of a settings file.
  ///
  /// - Parameters:
  ///   - also: Keys that are known only to be refused.
  ///   - alsoRequired: Keys that are required in some of these mappings.
  init(_ form: SettingsForm, also: [String] = [], alsoRequired: Set<String> = []) {
    self.init(
      form.entries.map { ($0.key, $0.isNamed ? $0.title : nil) } + also.map { ($0, nil) },
      required: form.required.union(alsoRequired))
  }

  /// The canonical key that a word means.
  func key(of word: String) -> String? { keys[word] }

  /// The canonical key that a misspelt word certainly means: another letter case, blanks inside, or the usual word
  /// elsewhere.
  func meantKey(of word: String) -> String? {
    let plain = word.filter { !$0.isWhitespace }.lowercased()
    if let known = words.first(where: { $0.lowercased() == plain }) { return keys[known] }
    return usualMeaning(of: word).flatMap { keys[$0] }
  }

  /// Suggests what the author may have meant, or lists what can be written.
  func cure(for word: String) -> [String] {
    if let key = meantKey(of: word) { return ["是否想写：\(name(of: key, like: word))？"] }
    let near = NearMiss.cure(for: word, among: suggested)
    if !near.isEmpty { return near }
    let names = suggested.filter { $0.utf8.allSatisfy { $0 < 0x80 } == Self.isASCII(word) }
    return [(kind.map { "\($0.label)" } ?? "") + "可以写的有：" + (names.isEmpty ? suggested : names).joined(separator: "、")]
  }

  /// The words worth suggesting.
  private var suggested: [String] {
    guard let idle = kind?.idle else { return words }
    return words.filter { word in CommonField(word: word).map { !idle.contains($0) } ?? true }
  }

  private func usualMeaning(of word: String) -> String? {
    guard let meant = UsualWords.meaning(of: word), keys[meant] != nil else { return nil }
    return suggested.contains(meant) ? meant : nil
  }

  /// The key or its label, whichever is in the language of a word.
  private func name(of key: String, like word: String) -> String {
    words.first { keys[$0] == key && Self.isASCII($0) == Self.isASCII(word) } ?? key
  }

  private static func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }
}

extension Vocabulary {
  /// The words that lines of front matter and settings begin with, in lower case: to tell a field with a wrong colon
  /// from a text.
  static let allWords: Set<String> = {
    let common = CommonField.allCases.flatMap { [$0.rawValue, $0.label] }
    let known =
      [reference, attachment, link, ColumnReader.vocabulary, SiteReader.vocabulary].flatMap(\.words) + UsualWords.all
    return Set((common + known).map { $0.lowercased() })
  }()
}
