import Base

/// A YAML value as text, list or mapping, with its place in the file. Types are not guessed: `no` and `2023` are texts.
struct YAMLValue {
  /// Byte range in the file; for a block scalar, its first line.
  let place: Range<Int>
  let content: Content
  /// The lines of a text that is written on several without a sign that it is one: perhaps the items of a list.
  var lines: [String] = []

  /// The content of a value.
  indirect enum Content {
    /// Nothing after the colon, or `~` or `null`.
    case empty
    case text(String)
    case list([YAMLValue])
    case mapping([YAMLEntry])
  }

  /// The name of its form, for messages.
  var form: String {
    switch content {
    case .empty: "空值"
    case .text: "文字"
    case .list: "列表"
    case .mapping: "一组“键: 值”"
    }
  }

  /// The entries of a mapping; nil for other values.
  var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The text; empty for other values.
  var words: String { if case .text(let text) = content { text.trimmed } else { "" } }

  /// Whether there is no value, only white space, or an empty list or mapping.
  var isEmpty: Bool {
    switch content {
    case .empty: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .list(let values): values.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }
}

/// A key with its value.
struct YAMLEntry {
  let key: String
  /// Byte range of the key.
  let place: Range<Int>
  let value: YAMLValue
}
