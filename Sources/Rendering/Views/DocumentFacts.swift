import Documents
import Resolution
import Base

/// The table of facts about a document: the common fields that have a value, then the kind's own.
struct DocumentFacts {
  let corpus: Corpus
  let terms: TermIndex
  let entry: CorpusEntry
  let address: PageAddress

  private static let commonFacts = CommonField.all(of: .fact)

  private var document: Document { entry.document }
  private typealias Value = (text: String, href: String?, iso: String?)

  /// Labels and values: the common fields in their order, then the kind's own.
  var rows: [View] {
    let shown = shownElsewhere
    let kind = corpus.kind(of: document)
    let common = Self.commonFacts.filter { !shown($0.rawValue) }.map {
      (kind?.label(of: $0) ?? $0.label, values($0))
    }
    // References are listed among the relations.
    let own = ownFieldsInOrder.filter { ![.markdown, .reference].contains($0.field.type) && !shown($0.field.key) }
    // Common fields are names, days, numbers and terms: there is nothing to call or to cite in them.
    return common.filter { !$0.1.isEmpty }.map { view($0.0, $0.1, isText: false) }
      + own.map { view($0.field.label, $0.values, isText: true) }
  }

  /// Whether the page shows the field elsewhere, so that the table need not.
  private var shownElsewhere: (String) -> Bool {
    guard let kind = corpus.kind(of: document) else { return { _ in false } }
    var common: [CommonField] = kind.lifecycle == .task ? [.closesOn] : []
    if kind.lifecycle == .task, entry.status?.state == .done { common.append(.doneOn) }
    var own: [String] = []
    if kind.showsPeriod {
      common += [.opensOn, .closesOn]
      own += [KnownField.shortenedReason.rawValue] + kind.channels.map(\.key)
    }
    if kind.layout == .question, document.date(in: .updatedOn) != nil { own.append(KnownField.updatedOn.rawValue) }
    // The line under a plain title already says when and by whom.
    if kind.layout == .page {
      common += [.publishedOn, .source] + (document.origin == nil && document.issuers.count == 1 ? [.issuer] : [])
    }
    let words = Set(common.map(\.rawValue) + own)
    return words.contains
  }

  /// The kind's own fields by key, for templates that place them.
  var ownFields: View? {
    let fields = ownFieldsInOrder
    guard !fields.isEmpty else { return nil }
    return .object(Members(fields.map { (MemberName($0.field.key), view($0.field.label, $0.values, isText: true)) }))
  }

  private var ownFieldsInOrder: [(field: Field, values: [Value])] {
    (corpus.kind(of: document)?.ownFields ?? []).compactMap { field in
      guard let value = document.fields[field.key] else { return nil }
      let found = values(value)
      return found.isEmpty ? nil : (field, found)
    }
  }

  /// - Parameter isText: Whether the values may name a telephone, an address or a document.
  private func view(_ label: String, _ values: [Value], isText: Bool) -> View {
    let links = isText ? TextLinks(corpus: corpus, address: address, document: document) : nil
    return .make([
      "label": .text(label),
      "values": .list(
        values.map { value in
          let html = value.href == nil && value.iso == nil ? links?.html(value.text, of: label) : nil
          return .make([
            "text": .text(value.text), "href": .optional(value.href), "iso": .optional(value.iso),
            "html": html.map(View.html),
          ])
        }),
    ])
  }

  /// The document's values of a common field; linked when there is a page of the documents with the same value.
  private func values(_ field: CommonField) -> [Value] {
    let value = field.definition.value
    switch field {
    case .publishedOn: return published
    case .expiresOn: return expiry
    case .validity: return validity
    case .disclosure where corpus.kind(of: document)?.lifecycle != .validity: return []
    default:
      if value.isDay { return day(value.day(of: document)) }
      let facet = Self.facets[field]
      return value.texts(of: document).map { name in
        (name, facet.flatMap { terms.href($0, name: name, from: address) }, nil)
      }
    }
  }

  /// The fields whose values have a page each.
  private static let facets: [CommonField: Facet] = [
    .topics: .topics, .issuer: .issuers, .form: .forms, .themes: .themes, .audience: .audience, .places: .places,
  ]

  private func plain(_ text: String?) -> [Value] { text.map { [($0, nil, nil)] } ?? [] }

  private func day(_ date: CalendarDate?) -> [Value] { date.map { [($0.chinese, nil, $0.iso)] } ?? [] }

  private var published: [Value] {
    guard let moment = document.publishedOn else { return [] }
    let clock = moment.minute == nil ? "" : " " + (moment.isoMinute.split(separator: " ").last ?? "")
    return [(moment.day.chinese + clock, nil, moment.day.iso)]
  }

  /// The end of the term, including extensions.
  private var expiry: [Value] {
    if let own = document.expiresOn, let ending = entry.ending(after: corpus.asOf), let act = ending.act?.words.event {
      return [("\(own.chinese)（\(ending.from.chinese)起\(act)）", nil, own.iso)]
    }
    guard let own = document.expiresOn, let last = entry.lastDay, last != own else { return day(entry.lastDay) }
    return [("\(last.chinese)（原定至\(own.chinese)）", nil, last.iso)]
  }

  private var validity: [Value] {
    guard let status = entry.status, State.validity.contains(status.state) else { return [] }
    return [(status.state.label, terms.href(.validity, name: status.state.label, from: address), nil)]
  }

  private func values(_ value: FieldValue) -> [Value] {
    switch value {
    case .text(let text), .number(let text): plain(text)
    case .date(let date): day(date)
    case .boolean(let flag): plain(flag ? "是" : "否")
    case .link(let title, let url): [(title, url.encodedForURL, nil)]
    case .file(let file): [(file.described, document.href(of: file), nil)]
    // Tables are shown below the text.
    case .table: []
    case .reference(let reference): referenceValue(reference)
    case .list(let values): values.flatMap { self.values($0) }
    }
  }

  private func referenceValue(_ reference: Reference) -> [Value] {
    if case .external(let title, _, let url) = reference.target { return [(title, url.map(\.encodedForURL), nil)] }
    let target = corpus.target(of: reference, in: document)
    return target.map { [($0.document.title, address.href($0.document.url), nil)] } ?? []
  }
}
