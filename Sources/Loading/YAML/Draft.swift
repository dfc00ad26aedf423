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
  init(_ entries: [YAMLEntry], vocabulary: Vocabulary, reportsUnknown: Bool = true, file: inout FileReader) {
    isReadable = true
    var first: [String: YAMLEntry] = [:]
    for entry in entries {
      guard let key = vocabulary.key(of: entry.key) else {
        if reportsUnknown { file.reportUnknown(entry, vocabulary) }
        continue
      }
      if let earlier = first[key] {
        // The same word twice was reported when the YAML was read.
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
  }
}
