/// What the front matter of a document of one kind may say: the rows of a form, made of the kind's file, the common fields and
/// site.yml. Skeletons, lists, the schema and the desk are all made of it.
package struct FrontMatterForm: Sendable {
  package let kind: Kind
  /// Those that most documents need first: title, the kind's fields in the order of its file, then the other common fields.
  package let entries: [FormEntry]

  /// The form of a kind on a site.
  package init(_ kind: Kind, site: Site) {
    self.kind = kind
    let named = kind.fields.map { FormEntry($0, site: site) }
    let keys = Set(named.map(\.key))
    let idle = kind.idleFields
    let others = CommonField.allCases.filter { !keys.contains($0.rawValue) && !idle.contains($0) && $0 != .title }
    let title = keys.contains("title") ? [] : [FormEntry(.title, site: site, isRequired: true)]
    entries = title + named + Self.inOrder(others).map { FormEntry($0, site: site, isRequired: false) }
  }

  /// Facts first, then what the document does to others, and what it is to the program.
  private static func inOrder(_ fields: [CommonField]) -> [CommonField] {
    let facts = fields.filter { $0.definition.uses.contains(.fact) }
    let relations = fields.filter { $0.isRelation }
    return facts + relations + fields.filter { !facts.contains($0) && !relations.contains($0) }
  }
}

/// A row of the form.
package struct FormEntry: Sendable, Hashable {
  /// ASCII.
  package let key: String
  package let label: String
  /// Empty if the label says it all.
  package let help: String
  package let example: String?
  package let type: FieldType
  package let isRequired: Bool
  package let isMany: Bool
  /// The words that may be written; empty: any.
  package let choices: [String]
  /// Words that are known, although others may be written, too.
  package let suggestions: [String]
  /// Of a table.
  package let columns: [TableColumn]
  /// Whether it leads to other documents.
  package let isRelation: Bool
  /// What its values may say besides a text; nil: they are texts.
  package let mapping: MappingForm?

  /// A field of a kind.
  init(_ field: Field, site: Site) {
    if let common = CommonField(rawValue: field.key) {
      self = FormEntry(common, site: site, isRequired: field.isRequired, shownAs: field.shownAs)
    } else {
      self = FormEntry(
        key: field.key, label: field.label, help: field.type.help.text, example: field.type.help.example,
        type: field.type, isRequired: field.isRequired, isMany: field.isMany, choices: field.choices,
        suggestions: field.type.suggestions(of: site), columns: field.table.columns,
        isRelation: field.type == .reference, mapping: .of(field.type))
    }
  }

  /// A common field.
  ///
  /// - Parameter shownAs: What pages of the kind call it; nil: its own label.
  init(_ field: CommonField, site: Site, isRequired: Bool, shownAs: String? = nil) {
    let help = [shownAs.map { "本类型叫“\($0)”" } ?? "", field.help.text].filter { !$0.isEmpty }
    self = FormEntry(
      key: field.rawValue, label: field.label, help: help.joined(separator: "；"),
      example: field.help.example ?? field.type.help.example, type: field.type,
      isRequired: isRequired || field == .title, isMany: field.isMany, choices: field.choices(of: site),
      suggestions: field.type.suggestions(of: site), columns: [], isRelation: field.isRelation,
      mapping: .of(field))
  }

  /// The common fields as any kind has them.
  static func common(_ site: Site) -> [FormEntry] {
    CommonField.allCases.map { FormEntry($0, site: site, isRequired: false) }
  }

  private init(
    key: String, label: String, help: String, example: String?, type: FieldType, isRequired: Bool, isMany: Bool,
    choices: [String], suggestions: [String], columns: [TableColumn], isRelation: Bool,
    mapping: MappingForm?
  ) {
    (self.key, self.label, self.help, self.example) = (key, label, help, example)
    (self.type, self.isRequired, self.isMany) = (type, isRequired, isMany)
    (self.choices, self.suggestions, self.columns) = (choices, suggestions, columns)
    (self.isRelation, self.mapping) = (isRelation, mapping)
  }
}

extension FormEntry {
  /// Whether most documents of the kind say it: what only this kind has, and what stands at the head of a paper.
  package var isUsual: Bool { CommonField(rawValue: key).map(CommonField.usual.contains) ?? true }
}

extension CommonField {
  fileprivate static let usual: Set<CommonField> = [
    .title, .issuer, .documentNumber, .form, .documentDate, .publishedOn, .effectiveOn, .expiresOn, .opensOn, .closesOn,
    .topics, .summary,
  ]

  /// Whether it names other documents.
  package var isRelation: Bool {
    RelationKind.allCases.contains { $0.field == self || $0.outsideField == self }
  }

  /// The words that a site lets it have; empty: any.
  fileprivate func choices(of site: Site) -> [String] {
    switch self {
    case .topics: site.topics.map(\.name)
    case .themes: site.themes.map(\.name)
    case .audience: site.audiences.map(\.name)
    case .places: site.places.map(\.name)
    case .disclosure: Disclosure.allCases.map(\.label)
    case .validity: DeclaredValidity.allCases.compactMap(\.words.first)
    case .form: OfficialForm.all
    case .overviews: Overview.allCases.map(\.label)
    default: []
    }
  }
}

extension FieldType {
  /// What editors call it.
  package var label: String {
    switch self {
    case .text: "一行文字"
    case .markdown: "文字"
    case .date: "日期"
    case .number: "数字"
    case .boolean: "是或否"
    case .choice: "选择"
    case .period: "期间"
    case .organization: "机关"
    case .person: "姓名"
    case .link: "链接"
    case .file: "文件"
    case .table: "表格"
    case .reference: "文件"
    }
  }

  /// Words that are known for its values, although others may be written, too.
  fileprivate func suggestions(of site: Site) -> [String] {
    self == .organization ? site.organizations.map(\.name) : []
  }

  /// How a value is written, where that is not plain.
  var help: (text: String, example: String?) {
    switch self {
    case .date: ("", "2026-11-21")
    case .boolean: ("", "是")
    case .link: ("", "https://www.gov.cn/")
    case .file: ("放在旁边的文件", "biao.pdf")
    case .table: ("放在旁边的 CSV 文件", "biao.csv")
    case .reference: ("写文号或者路径", "澜政发〔2017〕9号")
    case .text, .markdown, .number, .choice, .period, .organization, .person: ("", nil)
    }
  }
}
