import Documents

/// The one clock: the status of each public document on one day.
struct Clock {
  let kinds: [String: Kind]
  let links: Links
  let asOf: CalendarDate
  private let validity: Validity

  init(documents: [Document], kinds: [String: Kind], links: Links, asOf: CalendarDate) {
    self.kinds = kinds
    self.links = links
    self.asOf = asOf
    let ends: Set<RelationKind> = [.repeals, .replaces, .amends]
    validity = Validity(
      documents: Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0) }),
      acts: links.incoming.mapValues { $0.filter { ends.contains($0.kind) } },
      subject: Set(documents.filter { kinds[$0.kind]?.lifecycle == .validity }.map(\.id)))
  }

  /// The status of a document, or nothing when its kind has no lifecycle.
  func status(of document: Document) -> Status? {
    switch kinds[document.kind]?.lifecycle ?? .none {
    case .validity: validityStatus(of: document)
    case .consultation: consultationStatus(of: document)
    case .publicNotice: period(of: document, before: .upcoming, during: .current, after: .ended)
    case .task, .none: nil
    }
  }

  private func validityStatus(of document: Document) -> Status {
    let (state, by) = validity.state(of: document.id, on: asOf)
    let boundaries = validity.boundaries(of: document.id)
    let differs = { (day: CalendarDate) in validity.state(of: document.id, on: day).state != state }
    // The latest boundary before which another state held, and the first after which another one will.
    let since = boundaries.last { $0 <= asOf && differs($0.adding(days: -1)) }
    let end = boundaries.first { $0 > asOf && differs($0) }
    let next = end.map { validity.state(of: document.id, on: $0).state }
    return Status(state: state, since: since, until: end?.adding(days: -1), by: by, next: next)
  }

  private func consultationStatus(of document: Document) -> Status {
    let outcomes = (links.incoming[document.id] ?? []).filter { $0.kind == .outcomeOf }.map(\.source)
    if !outcomes.isEmpty { return Status(state: .answered, by: Set(outcomes).sorted()) }
    return period(of: document, before: .upcoming, during: .open, after: .closed)
  }

  private func period(of document: Document, before: State, during: State, after: State) -> Status {
    if let opensOn = document.opensOn, asOf < opensOn {
      return Status(state: before, until: opensOn.adding(days: -1), next: during)
    }
    guard let closesOn = document.closesOn else { return Status(state: during, since: document.opensOn) }
    if asOf > closesOn { return Status(state: after, since: closesOn.adding(days: 1)) }
    return Status(state: during, since: document.opensOn, until: closesOn, next: after)
  }
}
