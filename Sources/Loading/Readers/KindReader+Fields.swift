import Base
import Documents

// The fields of a kind: its own, and the common ones whose rules it sets.
extension KindReader {
  private static let fieldVocabulary = Vocabulary(.field, alsoRequired: ["label", "type", "choices"])

  /// Its own fields in place of the parent's with the same keys, the others after them.
  mutating func fields(_ value: YAMLValue?, extending parent: Kind?) -> [Field] {
    let inherited = parent?.fields ?? []
    guard let value else { return inherited }
    guard case .list = value.content else {
      file.wrongType(value, "fields（字段）", "列表")
      return inherited
    }
    var fields: [Field] = []
    var taken: [String: Range<Int>] = [:]
    for item in file.items(of: value, "fields（字段）") {
      guard let entries = file.entries(of: item, what: "字段") else { continue }
      let draft = Draft(entries, vocabulary: Self.fieldVocabulary, file: &file)
      guard let field = field(draft, item), let place = draft["key"]?.place else { continue }
      for word in [field.key, field.label] {
        if let earlier = taken[word] {
          file.add(
            "duplicate-field", at: place, "字段“\(word)”定义了两次", cures: ["只保留一处"], related: [(earlier, "第一处")])
          break
        }
      }
      if taken[field.key] == nil, taken[field.label] == nil { fields.append(field) }
      taken[field.key] = place
      taken[field.label] = place
      fieldPlaces[field.key] = place
    }
    checkNames(of: fields, against: inherited, places: taken)
    return fields.added(to: inherited, by: \.key)
  }

  private mutating func field(_ draft: Draft, _ item: YAMLValue) -> Field? {
    guard let key = file.text(draft["key"], "key（键）") else {
      if draft["key"] == nil {
        file.add("missing-field", at: draft.place(of: "key") ?? item.place, "字段没有写 key", cures: ["写上 key: 英文键"])
      }
      return nil
    }
    let flags = FieldFlags(
      isRequired: file.boolean(draft["required"], "required（必填）") ?? false,
      isMany: file.boolean(draft["many"], "many（多值）") ?? false,
      isFacet: file.boolean(draft["facet"], "facet（筛选）") ?? false,
      isListed: file.boolean(draft["list"], "list（列表显示）") ?? false,
      isInternal: file.boolean(draft["internal"], "internal（内部记录）") ?? false)
    if let common = CommonField(rawValue: key) { return commonField(common, draft, flags) }
    return ownField(key, draft, flags, item)
  }

  private struct FieldFlags {
    let isRequired: Bool
    let isMany: Bool
    let isFacet: Bool
    let isListed: Bool
    let isInternal: Bool
  }

  /// A field common to all kinds: its type and label are fixed, a kind sets only its flags.
  private mutating func commonField(_ common: CommonField, _ draft: Draft, _ flags: FieldFlags) -> Field {
    if let value = draft["label"], let label = file.text(value, "label（名称）"), label != common.label {
      file.add("fixed-field", at: value.place, "“\(common.rawValue)”的名称固定为“\(common.label)”", cures: ["删去 label"])
    }
    if let value = draft["type"], let type = fieldType(value), type != common.type {
      file.add(
        "fixed-field", at: value.place, "“\(common.rawValue)”的类型固定为 \(common.type.rawValue)", cures: ["删去 type"])
    }
    for key in ["many", "choices"] + Self.tableWords {
      guard let value = draft[key], key != "many" || flags.isMany != common.isMany else { continue }
      file.add("fixed-field", at: value.place, "“\(common.rawValue)”不能另设 \(key)", cures: ["删去 \(key)"])
    }
    var field = Field(
      key: common.rawValue, label: common.label, type: common.type, isRequired: flags.isRequired,
      isMany: common.isMany, isFacet: flags.isFacet, isListed: flags.isListed, isInternal: flags.isInternal)
    field.shownAs = file.text(draft["shownAs"], "shownAs（网页上的名称）")
    readComparisons(draft, &field)
    checkEffects(of: common, draft, field)
    return field
  }

  private mutating func ownField(_ key: String, _ draft: Draft, _ flags: FieldFlags, _ item: YAMLValue) -> Field? {
    let place = draft["key"]?.place ?? item.place
    guard acceptsSpelling(ofKey: key, at: place) else { return nil }
    if let value = draft["shownAs"] {
      file.add("fixed-field", at: value.place, "“\(key)”是本类型自己的字段，名称写在 label 中", cures: ["删去 shownAs"])
    }
    var missing = false
    for word in ["label", "type"] where draft[word] == nil {
      file.add("missing-field", at: draft.place(of: word) ?? place, "字段“\(key)”没有写 \(word)", cures: ["写上 \(word)"])
      missing = true
    }
    let label = file.text(draft["label"], "label（名称）")
    if let label, let common = CommonField(word: label), let value = draft["label"] {
      file.add(
        "duplicate-field", at: value.place, "名称“\(label)”已由 \(common.rawValue) 使用",
        cures: ["换一个名称，或者把 key 改为 \(common.rawValue)"])
      missing = true
    }
    let type = draft["type"].flatMap { fieldType($0) }
    let choices = self.choices(draft, type, key, place)
    let expected = file.items(of: draft["expects"], "expects（应有的状态）").compactMap { value in
      file.choice(
        value, "expects（应有的状态）", words: DeclaredValidity.allCases.map(\.rawValue),
        read: DeclaredValidity.init(word:))
    }
    let table = tableForm(draft, type, at: place)
    if flags.isFacet, let value = draft["facet"], Criterion.named.contains(where: { $0.single == key }) {
      file.add(
        "fixed-field", .warning, at: value.place, "“\(key)”是全站共有的筛选，类型的同名字段不能另作筛选",
        cures: ["删去 facet；需要单独筛选的，换一个 key"])
    }
    if flags.isFacet, let value = draft["facet"], ["q", "sort", "page"].contains(key) {
      file.add("reserved-name", at: value.place, "“\(key)”在检索页的网址里另有用途，不能作筛选", cures: ["换一个 key，或者删去 facet"])
    }
    guard !missing, let label, let type else { return nil }
    var field = Field(
      key: key, label: label, type: type, isRequired: flags.isRequired, isMany: flags.isMany, choices: choices,
      isFacet: flags.isFacet, isListed: flags.isListed, isInternal: flags.isInternal, expectedStates: expected,
      table: table)
    field.needsText = file.items(of: draft["needsText"], "needsText（须有文字稿）").compactMap { value in
      file.choice(value, "needsText（须有文字稿）", words: choices) { choices.contains($0) ? $0 : nil }
    }
    let ways = Site.Contact.Word.allCases.map(\.rawValue)
    field.contactWord = file.choice(
      draft["contact"], "contact（联系方式）", words: ways, read: Site.Contact.Word.init(rawValue:))
    readChannel(draft, &field)
    readComparisons(draft, &field)
    checkKnown(field, draft, at: place)
    checkEffects(draft, field)
    return field
  }

  /// Whether a key has only ASCII letters and digits; reports it otherwise.
  mutating func acceptsSpelling(ofKey key: String, at place: Range<Int>) -> Bool {
    if key.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) {
      return true
    }
    file.add(
      "wrong-choice", at: place, "键“\(key)”只能用英文字母和数字",
      cures: CommonField(word: key).map { ["改为：\($0.rawValue)"] } ?? ["中文名称写在 label 中"])
    return false
  }

  mutating func fieldType(_ value: YAMLValue) -> FieldType? {
    file.choice(
      value, "type（类型）", words: FieldType.allCases.map(\.rawValue), read: FieldType.init(rawValue:))
  }

  mutating func choices(_ draft: Draft, _ type: FieldType?, _ key: String, _ place: Range<Int>) -> [String] {
    let choices = file.texts(draft["choices"], "choices（选项）").map(\.text)
    if type == .choice, draft["choices"] == nil {
      file.add(
        "missing-field", at: draft.place(of: "choices") ?? place, "字段“\(key)”没有写 choices（选项）",
        cures: ["写上 choices: [甲, 乙]"])
    } else if let type, type != .choice, let value = draft["choices"] {
      file.add("fixed-field", at: value.place, "类型 \(type.rawValue) 没有选项", cures: ["删去 choices，或者把 type 改为 choice"])
    }
    return choices
  }
}
