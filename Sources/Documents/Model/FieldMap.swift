/// How another system calls what a line of an export says: its words, its forms of dates, its choices.
package struct FieldMap: Sendable, Hashable {
  /// What the other system is called.
  package let label: String
  /// In the order in which it wants them.
  package let fields: [Entry]

  /// One of its fields.
  package struct Entry: Sendable, Hashable {
    /// Its name there.
    package let name: String
    package let source: Source
    /// The form of a day, `yyyyMMdd`; nil: `2026-11-30`.
    package let dateForm: String?
    /// Our words with theirs; empty: ours stay.
    package let choices: [String: String]
    /// What stands there if we say nothing, or a word that is none of ``choices``.
    package let otherwise: String?
    /// Between two values.
    package let separator: String
    /// Whether it takes a list.
    package let isList: Bool

    /// Memberwise.
    package init(
      name: String, source: Source, dateForm: String? = nil, choices: [String: String] = [:], otherwise: String? = nil,
      separator: String = "；", isList: Bool = false
    ) {
      (self.name, self.source, self.dateForm, self.choices) = (name, source, dateForm, choices)
      (self.otherwise, self.separator, self.isList) = (otherwise, separator, isList)
    }
  }

  /// Where a value comes from.
  package enum Source: Sendable, Hashable {
    /// A member of the line, by the names that lead to it.
    case member([String])
    /// The same for every document.
    case constant(String)
  }

  /// Memberwise.
  package init(label: String, fields: [Entry]) { (self.label, self.fields) = (label, fields) }
}

extension FieldMap {
  /// A word by which a map names a member of a line.
  package struct Word: Sendable, Hashable {
    package let key: String
    package let label: String
    package let path: [String]
    /// Whether it is a day.
    package let isDay: Bool
    /// All that it can say; empty: anything.
    package var choices: [String]

    init(_ key: String, _ label: String, _ path: [String], isDay: Bool = false, choices: [String] = []) {
      (self.key, self.label, self.path, self.isDay, self.choices) = (key, label, path, isDay, choices)
    }
  }

  /// The words of the lines of a site with these kinds: what is no field, the common fields, the fields of kinds.
  ///
  /// - Parameter choices: What lines say under a word, where more than the kinds must be known to say it.
  package static func words(_ kinds: [Kind], choices: [String: [String]] = [:]) -> [Word] {
    var words: [Word] = [
      Word("id", "路径", ["id"]), Word("url", "网址", ["url"]), Word("kind", "类型", ["kind"], choices: kinds.map(\.id)),
      Word("column", "栏目", ["column"]), Word("change", "变动", ["change"]),
      Word("state", "状态", ["state", "label"]), Word("stateCode", "状态代码", ["state", "code"]),
      Word("stateSince", "状态起始日", ["state", "since"], isDay: true),
      Word("stateUntil", "状态截止日", ["state", "until"], isDay: true),
      Word("text", "正文", ["text"]), Word("html", "网页正文", ["html"]),
      Word("benefits", CommonField.benefits.label, ["benefits", "what"]),
      Word("attachmentURLs", "附件网址", ["attachments", "url"]), Word("withdrawnOn", "撤下日期", ["on"], isDay: true),
      Word("withdrawnReason", "撤下原因", ["reason"]),
    ]
    for field in CommonField.allCases where carried.contains(field) {
      let choices =
        switch field {
        case .validity: DeclaredValidity.allCases.map(\.rawValue)
        case .disclosure: Disclosure.allCases.map(\.rawValue)
        default: [String]()
        }
      words.append(Word(field.rawValue, field.label, [field.rawValue], isDay: field.type == .date, choices: choices))
    }
    for index in words.indices { words[index].choices += choices[words[index].key] ?? [] }
    var taken = Set(words.flatMap { [$0.key, $0.label] })
    let own = kinds.flatMap(\.ownFields).filter { !$0.isInternal }
    let byKey = Dictionary(grouping: own, by: \.key)
    for field in own where taken.insert(field.key).inserted {
      let label = taken.insert(field.label).inserted ? field.label : field.key
      words.append(
        Word(
          field.key, label, ["fields", field.key], isDay: field.type == .date,
          choices: common(byKey[field.key] ?? [])))
    }
    return words
  }

  /// What the fields of one key in several kinds can say; empty: anything.
  private static func common(_ fields: [Field]) -> [String] {
    let all = fields.map { field in
      switch field.type {
      case .choice: field.choices
      case .boolean: ["是", "否"]
      default: [String]()
      }
    }
    return all.contains([]) ? [] : all.flatMap(\.self)
  }

  /// The common fields that a line has as members of these names.
  private static let carried: Set<CommonField> = [
    .title, .documentNumber, .indexNumber, .registrationNumber, .issuer, .responsibleBody, .form, .documentDate,
    .publishedOn, .effectiveOn, .expiresOn, .validity, .opensOn, .closesOn, .doneOn, .disclosure, .topics, .themes,
    .audience, .places, .perPlace, .keywords, .summary, .source, .publicUntil, .attachments,
  ]
}
