package import Base

/// What a mapping of a settings file may say: site.yml, or the file of a kind. Its reader takes its words from here, and
/// `gongkai schema` describes it to editors.
package struct SettingsForm: Sendable {
  package let entries: [Entry]
  /// What stands behind keys that the author chooses; nil: there are none but the entries.
  package var others: Shape?

  /// A key with what stands behind it.
  package struct Entry: Sendable {
    /// ASCII.
    package let key: String
    /// What it is, for people; in mappings with `isNamed`, readers take it for the key, too.
    package let title: String
    package let shape: Shape
    package let isRequired: Bool
    package let isNamed: Bool
  }

  /// What a value can be.
  package indirect enum Shape: Sendable {
    /// Words, a number, a day: what it means, `gongkai check` says.
    case text
    /// A whole number.
    case integer(ClosedRange<Int>)
    case flag
    /// One of these words.
    case choice([String])
    /// One, or a list of them.
    case many(Shape)
    /// Always a list.
    case list(Shape)
    case mapping(SettingsForm)
    case either(Shape, Shape)
  }

  /// - Parameters:
  ///   - required: Keys that must be there.
  ///   - isNamed: Whether titles are keys, too.
  init(
    _ entries: [(key: String, title: String, shape: Shape)], required: Set<String> = [], others: Shape? = nil,
    isNamed: Bool = false
  ) {
    self.entries = entries.map {
      Entry(key: $0.key, title: $0.title, shape: $0.shape, isRequired: required.contains($0.key), isNamed: isNamed)
    }
    self.others = others
  }

  /// Keys that must be there.
  package var required: Set<String> { Set(entries.filter(\.isRequired).map(\.key)) }

  /// A file of this form as a JSON Schema.
  package func schema(title: String) -> JSONValue {
    .object(
      [
        JSONValue.Member("$schema", .string(FrontMatterForm.draft)), JSONValue.Member("title", .string(title)),
      ] + members)
  }

  private var members: [JSONValue.Member] {
    let properties = entries.flatMap { entry -> [JSONValue.Member] in
      let value = JSONValue.object([JSONValue.Member("title", .string(entry.title))] + entry.shape.members)
      return (entry.isNamed ? [entry.key, entry.title] : [entry.key]).map { JSONValue.Member($0, value) }
    }
    let required = entries.filter(\.isRequired).map(\.key)
    return [
      JSONValue.Member("type", "object"), JSONValue.Member("properties", .object(properties)),
      JSONValue.Member("additionalProperties", others.map { .object($0.members) } ?? false),
    ] + (required.isEmpty ? [] : [JSONValue.Member("required", .strings(required))])
  }
}

extension SettingsForm.Shape {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .text: [JSONValue.Member("type", .strings(["string", "number"]))]
    case .integer(let range):
      [
        JSONValue.Member("type", "integer"), JSONValue.Member("minimum", .integer(range.lowerBound)),
        JSONValue.Member("maximum", .integer(range.upperBound)),
      ]
    case .flag: [JSONValue.Member("enum", .array([true, false, "是", "否"]))]
    case .choice(let words): [JSONValue.Member("enum", .strings(words))]
    case .many(let one): [JSONValue.Member("anyOf", .array([.object(one.members), .object(Self.list(one).members)]))]
    case .list(let one): [JSONValue.Member("type", "array"), JSONValue.Member("items", .object(one.members))]
    case .mapping(let form): form.members
    case .either(let one, let other):
      [JSONValue.Member("anyOf", .array([.object(one.members), .object(other.members)]))]
    }
  }
}
