package import Base

/// How the state of a record changes as time passes.
package enum Lifecycle: String, Sendable, Hashable, CaseIterable {
  case validity, consultation, publicNotice, event, task, none

  /// Those that depend only on the dates in a row.
  package static let ofRows: [Lifecycle] = [.none, .task, .publicNotice, .validity]
}

/// The type of a field's values.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
  case text, markdown, date, number, boolean, choice, period, organization, person, link, file, table, reference
}

extension FieldType {
  /// Those that a cell can have: no separate files, nothing of several lines.
  package static let ofCells: [FieldType] = [
    .text, .date, .number, .boolean, .choice, .organization, .person, .link, .reference,
  ]

  /// Whether its values are texts or links, which fit on a line.
  package var isLine: Bool {
    switch self {
    case .text, .markdown, .number, .choice, .period, .organization, .person, .link: true
    case .date, .boolean, .file, .table, .reference: false
    }
  }
}

/// One field of a kind: its name in front matter, its label for readers, and its rules.
package struct Field: Sendable, Hashable {
  /// ASCII, as in front matter and JSON.
  package let key: String
  /// Chinese, as on pages; also accepted in front matter.
  package let label: String
  package let type: FieldType
  package let isRequired: Bool
  /// Whether front matter may give a list.
  package let isMany: Bool
  /// Only for choices: the allowed words.
  package let choices: [String]
  /// Whether readers can filter by it.
  package let isFacet: Bool
  /// Whether lists show it.
  package let isListed: Bool
  /// Whether it is checked but never published on any page, index or export: records of the office (三审, 保密审查).
  package let isInternal: Bool
  /// Only for common fields: what pages of this kind call it (答复单位 for 发文机关); nil: its own label.
  package var shownAs: String?
  /// Only for references: the states that the target may have on the day of the document; empty: any.
  package let expectedStates: [DeclaredValidity]
  /// Only for choices: the words that require a text alternative (图片, 音频, 视频).
  package var needsText: [String] = []
  /// Only for dates: the key of a day that it must not precede; nil: none.
  package var notBefore: String?
  /// Only for numbers: the key of a number that it must not exceed; nil: none.
  package var atMost: String?
  /// The entry of `contact` in site.yml that it must agree with; nil: none.
  package var contactWord: Site.Contact.Word?
  /// Whether it says how to take part in a consultation or an event; the page then shows it separately.
  package var isChannel: Bool
  /// Only for tables: what they must look like.
  package let table: TableForm

  /// A field; a key that begins with `channel` makes it a channel, which older kind files rely on.
  package init(
    key: String, label: String, type: FieldType, isRequired: Bool = false, isMany: Bool = false, choices: [String] = [],
    isFacet: Bool = false, isListed: Bool = false, isInternal: Bool = false,
    expectedStates: [DeclaredValidity] = [],
    table: TableForm = TableForm()
  ) {
    self.key = key
    self.label = label
    self.type = type
    self.isRequired = isRequired
    self.isMany = isMany
    self.choices = choices
    self.isFacet = isFacet
    self.isListed = isListed
    self.isInternal = isInternal
    self.expectedStates = expectedStates
    self.table = table
    isChannel = key.hasPrefix("channel") && type.isLine
  }
}

extension Field {
  /// What a person is told where a required one is not given.
  package func missing(in kind: Kind?) -> (message: String, cure: String) {
    ("\(label)缺失，\(kind?.label ?? "")必须填写", "写上 \(key)（或 \(label)）")
  }
}

/// A type of record: defined in `kinds/<id>.yml`, never in Swift.
package struct Kind: Sendable, Hashable, Identifiable {
  /// The file's name without `.yml`.
  package let id: String
  /// What editors call it.
  package let label: String
  /// The kind whose fields, parts and deadlines it has as well; nil: none.
  package var parentID: String?
  /// What readers see instead, where the label is a word of the office (数据表): 清单.
  package var shownAs: String?
  package let lifecycle: Lifecycle
  /// Template of its page, without `.mustache`.
  package let template: String
  /// How its page is laid out.
  package let layout: PageLayout
  /// In the order of the file: its own fields, and the common fields (``CommonField``) whose rules it sets.
  package let fields: [Field]
  /// Its fields except the common ones.
  package let ownFields: [Field]
  /// In the order of the file.
  package let duties: [Duty]
  /// In the order of the file.
  package var deadlines: [Deadline] = []
  /// Number series; a kind that has any is a periodical.
  package let series: [Series]
  /// 要素: the parts of a complete record, in the order of the file.
  package var parts: [Part] = []
  /// The severity of a missing required part.
  package var missingPart = Severity.warning
  /// Whether its members (``RelationKind/contains``) are also offered as one page and one ZIP, and must be in force.
  package var isBundle = false
  /// Whether its records follow one another in their column: the page of each leads to the one before and after it.
  package var isConsecutive = false
  /// Whether the pages of its records show a QR code of their address, for print.
  package var hasQRCode = false
  /// Words of titles by which an import proposes it: 征求意见.
  package var titleWords: [String] = []
  /// How the words of its numbers end: 规字 of 某规字〔2026〕3号.
  package var numberWords: [String] = []

  /// Memberwise.
  ///
  /// - Parameter layout: nil: the layout of the same name as the template, which older kind files rely on.
  package init(
    id: String, label: String, lifecycle: Lifecycle, template: String = "document", layout: PageLayout? = nil,
    fields: [Field] = [], duties: [Duty] = [], series: [Series] = []
  ) {
    self.id = id
    self.label = label
    self.lifecycle = lifecycle
    self.template = template
    self.layout = layout ?? PageLayout(rawValue: template) ?? .document
    self.fields = fields
    ownFields = fields.filter { CommonField(rawValue: $0.key) == nil }
    self.duties = duties
    self.series = series
  }

  /// What readers call it.
  package var readersLabel: String { shownAs ?? label }

  /// What pages of this kind call a common field.
  package func label(of field: CommonField) -> String {
    // By index, because a loop copies each field, and one is many words long.
    let key = field.rawValue
    return fields.indices.first { fields[$0].key == key }.flatMap { fields[$0].shownAs } ?? field.label
  }

  /// The ways to take part.
  package var channels: [Field] { ownFields.filter(\.isChannel) }

  /// Whether it has a field that the program knows.
  package func has(_ known: KnownField) -> Bool { fields.contains { $0.key == known.rawValue } }

  /// Whether the top of the page shows when and how people can take part, and the outcome.
  package var showsPeriod: Bool { layout == .consultation && [.consultation, .event].contains(lifecycle) }
}
