package import Base

/// What happens to a record as days pass.
package enum Lifecycle: String, Sendable, Hashable, CaseIterable {
  case validity, consultation, publicNotice, event, task, none
}

/// What a field holds.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
  case text, markdown, date, number, boolean, choice, period, organization, person, link, file, table, reference
}

extension FieldType {
  /// Whether its values are texts or links: what a line can hold.
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
  /// The words a `choice` may be; empty otherwise.
  package let choices: [String]
  /// Whether readers filter by it.
  package let isFacet: Bool
  /// Whether lists show it.
  package let isListed: Bool
  /// Checked and then forgotten: records of the office that no page, index or export ever holds (三审, 保密审查).
  package let isInternal: Bool
  /// Of a reference: the states that its target must have on the day of the document; empty: any.
  package let expectedStates: [DeclaredValidity]
  /// Of a choice: the words that need a text beside them, as pictures, sound and film do.
  package var needsText: [String] = []
  /// The word of site.yml's `contact` that it must agree with; nil: none.
  package var contactWord: Site.Contact.Word?
  /// Whether it says how to take part in a consultation or an event; then its page shows it in a place of its own.
  package var isChannel: Bool
  /// What a `table` must be like; empty otherwise.
  package let table: TableForm

  /// Makes a field. One whose key begins with `channel` is a channel, as before kind files could say it.
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

/// What a record is: read from `kinds/<id>.yml`, never written in Swift.
package struct Kind: Sendable, Hashable, Identifiable {
  /// The file's name without `.yml`.
  package let id: String
  package let label: String
  package let lifecycle: Lifecycle
  /// Template of its page, without `.mustache`.
  package let template: String
  /// What has a place of its own on its page.
  package let layout: PageLayout
  /// Its fields in the order of the file: its own, and words of every kind (``CommonField``) whose rules it sets.
  package let fields: [Field]
  /// In the order of the file.
  package let duties: [Duty]
  /// A kind with series is a periodical.
  package let series: [Series]
  /// 要素: what a complete record has, in the order of the file.
  package var parts: [Part] = []
  /// How grave it is when a required part is missing.
  package var missingPart = Severity.warning
  /// Whether its members (``RelationKind/contains``) are also offered as one page and one archive, and watched.
  package var isBundle = false
  /// Whether the pages of its records carry a QR code of their address, for print.
  package var hasQRCode = false

  /// Makes a kind.
  ///
  /// - Parameter layout: nil: the one that the template is named after, as before kind files could say it.
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
    self.duties = duties
    self.series = series
  }

  /// The fields that only this kind has.
  package var ownFields: [Field] { fields.filter { CommonField(rawValue: $0.key) == nil } }

  /// The ways to take part.
  package var channels: [Field] { ownFields.filter(\.isChannel) }

  /// Whether it has a field that the program knows.
  package func has(_ known: KnownField) -> Bool { fields.contains { $0.key == known.rawValue } }

  /// Whether the page says at its top from when to when people may answer, how, and what came of it.
  package var showsPeriod: Bool { layout == .consultation && [.consultation, .event].contains(lifecycle) }
}
