package import Base

extension FrontMatterForm {
  static let draft = "https://json-schema.org/draft/2020-12/schema"

  /// The front matter of this kind as a JSON Schema: what editors complete and other programs make forms of. It is as strict as
  /// names, required keys and lists of words; what days and numbers mean, `gongkai check` says.
  package var schema: JSONValue {
    .object(
      [JSONValue.Member("$schema", .string(Self.draft)), JSONValue.Member("title", .string(kind.label))]
        + members(at: "#", common: nil))
  }

  /// Documents of any of the kinds: those that name their kind must fit it; of the others the column says what they are.
  package static func schema(of forms: [FrontMatterForm], site: Site) -> JSONValue {
    let branches = forms.map { form -> JSONValue in
      let words = [form.kind.id, form.kind.label]
      return .object([
        "if": .object([
          "properties": .object(["kind": .object(["enum": .strings(words)])]), "required": .strings(["kind"]),
        ]),
        "then": .object(["$ref": .string("#/$defs/" + form.kind.id)]),
      ])
    }
    let common = FormEntry.common(site)
    let shared = common.map { JSONValue.Member($0.key, $0.schema) }
    let definitions = forms.map { form in
      JSONValue.Member(
        form.kind.id, .object(form.members(at: "#/$defs/" + form.kind.id, common: Set(common.map(\.key)))))
    }
    return .object([
      "$schema": .string(draft), "title": "文件", "type": "object",
      "properties": .object(["kind": .object(["enum": .strings(forms.flatMap { [$0.kind.id, $0.kind.label] })])]),
      "allOf": .array(branches),
      "$defs": .object([JSONValue.Member("common", .object(["properties": .object(shared)]))] + definitions),
    ])
  }

  /// Its properties. Keys and Chinese labels are the same; either satisfies `required`.
  ///
  /// - Parameters:
  ///   - place: Where they stand in the schema.
  ///   - common: The keys that are described once for all kinds; nil: none.
  private func members(at place: String, common: Set<String>?) -> [JSONValue.Member] {
    func reference(_ path: String) -> JSONValue { .object(["$ref": .string(path)]) }
    let properties = entries.flatMap { entry -> [JSONValue.Member] in
      let isShared = common?.contains(entry.key) ?? false
      let own = isShared ? reference("#/$defs/common/properties/" + entry.key) : entry.schema
      return [
        JSONValue.Member(entry.key, own),
        JSONValue.Member(entry.label, reference(place + "/properties/" + entry.key)),
      ]
    }
    let required = entries.filter(\.isRequired).map { entry -> JSONValue in
      .object(["anyOf": .array([entry.key, entry.label].map { .object(["required": .strings([$0])]) })])
    }
    return [
      JSONValue.Member("type", "object"), JSONValue.Member("properties", .object(properties)),
      JSONValue.Member("additionalProperties", false),
    ] + (required.isEmpty ? [] : [JSONValue.Member("allOf", .array(required))])
  }
}

extension FormEntry {
  fileprivate var schema: JSONValue {
    let about = [help, example.map { "如 " + $0 } ?? ""].filter { !$0.isEmpty }.joined(separator: "；")
    var members = [JSONValue.Member("title", .string(label))]
    if !about.isEmpty { members.append(JSONValue.Member("description", .string(about))) }
    if isMany {
      let list = JSONValue.object(["type": "array", "items": .object(one)])
      members.append(JSONValue.Member("anyOf", .array([.object(one), list])))
    } else {
      members += one
    }
    return .object(members)
  }

  /// One value.
  private var one: [JSONValue.Member] {
    if !choices.isEmpty { return [JSONValue.Member("enum", .strings(choices))] }
    let types =
      switch type {
      case .number: ["number", "string"]
      case .boolean: ["boolean", "string"]
      case .text, .markdown, .date, .period, .organization, .person, .choice: ["string", "number", "object"]
      case .link, .file, .table, .reference: ["string", "object"]
      }
    let known = suggestions.isEmpty ? [] : [JSONValue.Member("examples", .strings(suggestions))]
    return [JSONValue.Member("type", .strings(types))] + known
  }
}
