import Documents

extension CommonField {
  /// What the word holds, in every kind.
  var type: FieldType {
    switch self {
    case .title, .documentNumber, .indexNumber, .registrationNumber, .disclosureGround, .audience, .topics, .themes,
      .keywords, .summary, .source, .slug, .term, .collects:
      .text
    case .kind, .validity, .disclosure, .form, .overviews: .choice
    case .issuer, .responsibleBody: .organization
    case .documentDate, .publishedOn, .effectiveOn, .expiresOn, .opensOn, .closesOn, .doneOn: .date
    case .attachments: .file
    case .repeals, .replaces, .annuls, .terminates, .amends, .extends, .corrects, .basedOn, .interprets, .outcomeOf,
      .evaluates, .contains:
      .reference
    case .draft: .boolean
    }
  }

  /// Whether it takes a list.
  var isMany: Bool {
    switch self {
    case .issuer, .topics, .themes, .audience, .keywords, .attachments, .overviews: true
    default: type == .reference
    }
  }
}
