import Base
import Documents

/// A kind with the location of its label.
struct LoadedKind {
  let kind: Kind
  let labelLocation: Diagnostic.Location
  /// Other kinds named in its parts.
  let namedKinds: [(id: String, location: Diagnostic.Location)]
}

/// Reads a kind file into a kind, with findings: first its YAML, then, when the kind that it extends is known, what that says.
struct KindReader {
  var file: FileReader
  /// The file's name without `.yml`.
  let id: String
  /// The kind that it extends, as written; nil: none.
  private(set) var parent: Query.Word?
  /// Nil if the file is not a YAML mapping.
  private var draft: Draft?
  /// Kinds named in its parts.
  var kindWords: [Query.Word] = []
  /// Numbers over which its charts compare documents.
  var chartYears: [Query.Word] = []
  /// Fields with which its fields are compared.
  var comparedFields: [ComparedField] = []

  private static let vocabulary = Vocabulary(
    [
      "label", "shownAs", "extends", "lifecycle", "template", "layout", "fields", "duties", "deadlines", "series",
      "parts",
      "missing", "bundle",
      "consecutive", "qrCode", "titleWords", "numberWords",
    ].map { ($0, nil) }, required: ["label"])
  private static let fieldVocabulary = Vocabulary(
    [
      "key", "label", "shownAs", "type", "required", "many", "choices", "facet", "list", "internal", "expects",
      "needsText", "contact", "channel", "columns", "lines", "sums", "lifecycle", "pageSize", "under", "coversColumns",
      "chart", "notBefore", "atMost",
    ].map { ($0, nil) }, required: ["key", "label", "type", "choices"])

  private static let seriesVocabulary = Vocabulary([("key", nil), ("within", nil)], required: ["key"])

  /// Opens a file known to be text; `file` has its findings so far.
  init(_ file: FileReader) {
    self.file = file
    id = file.source.path.fileStem
    if !PathSegment.isPlain(id) || id.contains(".") {
      self.file.add(
        "file-name", at: nil, "文件名“\(id)”不能用作类型名：只能用英文字母、数字、“-”和“_”", cures: ["改文件名，中文名称写在 label 中"])
    }
    guard let root = self.file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = self.file.entries(of: root, what: "类型文件"), !self.file.hasUncertainValues
    else { return }
    let draft = Draft(entries, vocabulary: Self.vocabulary, file: &self.file)
    if let value = draft["extends"], let text = self.file.text(value, "extends（继承）") {
      parent = Query.Word(text: text, place: value.place)
    }
    self.draft = draft
  }

  /// The kind with its valid values, nil if the file is not a YAML mapping; and the findings.
  ///
  /// - Parameter parent: The kind that it extends: what the file does not say is as there.
  consuming func finished(extending parent: Kind?) -> (kind: LoadedKind?, findings: [Diagnostic]) {
    guard let draft else { return (nil, file.findings) }
    let kind = kind(draft, extending: parent)
    let source = file.source
    let place = (draft["label"]?.place).map(source.location(of:)) ?? source.whole
    let named = kindWords.map { ($0.text, source.location(of: $0.place)) }
    return (LoadedKind(kind: kind, labelLocation: place, namedKinds: named), file.findings)
  }

  private mutating func kind(_ draft: Draft, extending parent: Kind?) -> Kind {
    let label = file.text(draft["label"], "label（名称）")
    if label == nil, draft["label"] == nil {
      file.add("missing-field", at: draft.place(of: "label"), "label 缺失，类型要有中文名称", cures: ["写上 label: 名称"])
    }
    let lifecycle = file.choice(
      draft["lifecycle"], "lifecycle（生命周期）", words: Lifecycle.allCases.map(\.rawValue), read: Lifecycle.init(rawValue:))
    let template = self.template(draft["template"])
    let layout = file.choice(
      draft["layout"], "layout（版式）", words: PageLayout.allCases.map(\.rawValue), read: PageLayout.init(rawValue:))
    let fields = self.fields(draft["fields"], extending: parent)
    checkChartYears(fields)
    checkComparedFields(fields)
    let series = self.series(draft["series"], of: fields)
    var kind = Kind(
      id: id, label: label ?? id, lifecycle: lifecycle ?? parent?.lifecycle ?? .none,
      template: template ?? parent?.template ?? "document", layout: layout ?? (template == nil ? parent?.layout : nil),
      fields: fields, duties: duties(draft["duties"]).added(to: parent?.duties, by: \.self),
      series: series.added(to: parent?.series, by: \.key))
    kind.parentID = parent?.id
    kind.shownAs = file.text(draft["shownAs"], "shownAs（网页上的名称）")
    kind.deadlines = deadlines(draft["deadlines"], of: fields).added(to: parent?.deadlines, by: \.what)
    kind.parts = parts(draft["parts"], of: kind).added(to: parent?.parts, by: \.label)
    checkNeeds(of: kind.parts, draft["parts"])
    kind.missingPart = missingPart(draft["missing"]) ?? parent?.missingPart ?? .warning
    if kind.parts.isEmpty, draft["parts"] == nil, let value = draft["missing"], Severity(rawValue: value.words) != nil {
      file.add("fixed-field", at: value.place, "类型没有 parts（要素），missing 没有作用", cures: ["删去 missing，或者写上 parts"])
    }
    kind.isBundle = file.boolean(draft["bundle"], "bundle（打包）") ?? parent?.isBundle ?? false
    kind.isConsecutive = file.boolean(draft["consecutive"], "consecutive（前后篇）") ?? parent?.isConsecutive ?? false
    kind.titleWords = file.texts(draft["titleWords"], "titleWords（标题用词）", .likely).map(\.text)
    kind.numberWords = file.texts(draft["numberWords"], "numberWords（文号用词）", .likely).map(\.text)
    kind.hasQRCode = file.boolean(draft["qrCode"], "qrCode（二维码）") ?? parent?.hasQRCode ?? false
    return kind
  }

  private mutating func duties(_ value: YAMLValue?) -> [Duty] {
    let label = "duties（义务）"
    return file.items(of: value, label).compactMap { value in
      file.choice(value, label, words: Duty.allCases.map(\.rawValue), read: Duty.init(rawValue:))
    }
  }

  private mutating func series(_ value: YAMLValue?, of fields: [Field]) -> [Series] {
    let numbers = fields.filter { $0.type == .number }.map(\.key)
    return file.items(of: value, "series（编号）").compactMap { item in
      guard let entries = file.entries(of: item, what: "编号") else { return nil }
      let draft = Draft(entries, vocabulary: Self.seriesVocabulary, file: &file)
      let words = ["key", "within"].map { word in
        file.choice(draft[word], "编号的 \(word)", words: numbers) { numbers.contains($0) ? $0 : nil }
      }
      return words[0].map { Series(key: $0, within: words[1]) }
    }
  }

  private mutating func template(_ value: YAMLValue?) -> String? {
    guard let value, let name = file.text(value, "template（模板）") else { return nil }
    if name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(PathSegment.isPlain) { return name }
    file.add(
      "wrong-type", at: value.place, "模板名“\(name)”不合要求：\(PathSegment.rule)", cures: ["写 Templates 中的文件名，不带 .mustache"])
    return nil
  }

  /// Its own fields in place of the parent's with the same keys, the others after them.
  private mutating func fields(_ value: YAMLValue?, extending parent: Kind?) -> [Field] {
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
