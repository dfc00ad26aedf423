import Base
import Documents

/// A mapping as its author wrote it: keys made canonical, values unchecked.
struct Draft {
  /// Values by canonical key.
  private(set) var values: [String: YAMLValue] = [:]
  /// Whether the front matter could be read at all; if not, nothing can be reported as missing.
  let isReadable: Bool

  /// The draft of front matter that could not be read.
  static var unreadable: Draft { Draft(values: [:], isReadable: false) }

  private init(values: [String: YAMLValue], isReadable: Bool) {
    self.values = values
    self.isReadable = isReadable
  }

  /// The value of a canonical key; nil if absent or empty.
  subscript(key: String) -> YAMLValue? {
    guard let value = values[key], !value.isEmpty else { return nil }
    return value
  }

  /// The value of a common field; nil if absent or empty.
  subscript(field: CommonField) -> YAMLValue? { self[field.rawValue] }

  /// The place of a value, even if empty.
  func place(of key: String) -> Range<Int>? { values[key]?.place }

  /// Takes the entries of a mapping by canonical key and reports unknown words.
  ///
  /// - Parameters:
  ///   - vocabulary: The known words.
  ///   - reportsUnknown: Whether unknown words are mistakes.
  init(_ entries: [YAMLEntry], vocabulary: Vocabulary, reportsUnknown: Bool = true, file: inout FileReader) {
    isReadable = true
    var first: [String: YAMLEntry] = [:]
    var misspelt: [(key: String, entry: YAMLEntry)] = []
    for written in entries {
      let entry = file.separated(written, vocabulary)
      guard let key = vocabulary.key(of: entry.key) else {
        if reportsUnknown { file.reportUnknown(entry, vocabulary) }
        vocabulary.meantKey(of: entry.key).map { misspelt.append(($0, entry)) }
        continue
      }
      if let earlier = first[key] {
        // A duplicate key was reported when the YAML was parsed.
        if earlier.key != entry.key {
          file.add(
            "key-in-two-languages", at: entry.place, "“\(entry.key)”与“\(earlier.key)”是同一项，只能写一个",
            cures: ["删去其中一个"], related: [(earlier.place, "另一处")])
        }
        continue
      }
      first[key] = entry
      values[key] = entry.value
      if entry.value.isEmpty, !vocabulary.required.contains(key) {
        if case .list = entry.value.content { continue }
        file.add(
          "empty-value", .warning, at: entry.place, "“\(entry.key)”没有内容", cures: ["填写内容，或者删去这一行"])
      }
    }
    // A misspelt key is one mistake; that its value is missing would be a second.
    for (key, entry) in misspelt where values[key] == nil { values[key] = entry.value }
  }
}
