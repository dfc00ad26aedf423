import Base
import Documents

/// Computes the states of public documents, and their status on one day.
struct Clock {
  private let kinds: [String: Kind]
  private let relations: RelationsByEnd
  private let documents: [DocumentID: Document]
  private let validity: Validity
  private let asOf: CalendarDate
  private let dueSoonDays: Int

  init(documents: [Document], kinds: [String: Kind], relations: RelationsByEnd, asOf: CalendarDate, dueSoonDays: Int) {
    self.kinds = kinds
    self.relations = relations
    self.asOf = asOf
    self.dueSoonDays = dueSoonDays
    validity = Validity(documents: documents, relations: relations)
    self.documents = validity.documents
  }

  /// The states of a document and its status on `asOf`; nil when its kind has no lifecycle.
  func reading(of document: Document) -> (history: StateHistory, status: Status)? {
    switch kinds[document.kind]?.lifecycle ?? .none {
    case .validity: validityReading(of: document)
    case .consultation: reading(consultation(document), of: document)
    case .publicNotice: reading(publicNotice(document), of: document)
    case .event: reading(event(document), of: document)
    case .task: reading(task(document), of: document)
    case .none: nil
    }
  }

  /// The states of a document without its declared validity; nil if it declares none.
  func derivedHistory(of document: Document) -> StateHistory? {
    guard document.declaredValidity != nil, kinds[document.kind]?.lifecycle == .validity else { return nil }
    return StateHistory(boundaries: validity.boundaries(of: document.id)) { day in
      validity.derivedState(of: document.id, on: day)
    }
  }

  /// The acts of other documents on one, whatever its lifecycle.
  func acts(on document: Document) -> Acts { validity.acts(on: document.id, by: asOf) }

  /// Nil for a table that says nothing of its validity: a list of projects is no rule, and needs no warning that nobody
  /// said whether it is in force.
  private func validityReading(of document: Document) -> (StateHistory, Status)? {
    let id = document.id
    let history = StateHistory(boundaries: validity.boundaries(of: id)) { validity.state(of: id, on: $0) }
    let isSilent = history.steps.allSatisfy { $0.state == .unstated }
    if isSilent, kinds[document.kind]?.layout == .table { return nil }
    let now = validity.reading(of: id, on: asOf)
    return (history, Status(history, on: asOf, by: now.acts, expiresOn: now.lastDay))
  }

  private func reading(_ history: StateHistory, of document: Document) -> (StateHistory, Status) {
    let isOutcome = [State.answered, .reported, .done].contains(history.state(on: asOf))
    return (history, Status(history, on: asOf, by: isOutcome ? outcomes(of: document) : []))
  }

  private func consultation(_ document: Document) -> StateHistory {
    let answered = answerDay(of: document)
    return StateHistory(boundaries: days(of: document) + [answered].compactMap(\.self)) { day in
      if let answered, day >= answered { return (.answered, outcomes(of: document)) }
      if let opensOn = document.opensOn, day < opensOn { return (.upcoming, []) }
      return (document.closesOn.map { day > $0 } ?? false ? .closed : .open, [])
    }
  }

  private func publicNotice(_ document: Document) -> StateHistory {
    .publicNotice(opensOn: document.opensOn, closesOn: document.closesOn)
  }

  /// Registration is from 开始日期 to 截止日期, the event on 举行日期; then its outcome is published.
  private func event(_ document: Document) -> StateHistory {
    let answered = answerDay(of: document)
    let held = document.heldOn?.adding(days: 1)
    return StateHistory(boundaries: days(of: document) + [answered, held].compactMap(\.self)) { day in
      if let answered, day >= answered { return (.reported, outcomes(of: document)) }
      if let held, day >= held { return (.held, []) }
      if let opensOn = document.opensOn, day < opensOn { return (.upcoming, []) }
      return (document.closesOn.map { day > $0 } ?? false ? .enrolled : .enrolling, [])
    }
  }

  /// Done on 完成日期 or when its outcome is public, whichever comes first; due on 截止日期.
  private func task(_ document: Document) -> StateHistory {
    let done = [document.doneOn, answerDay(of: document)].compactMap(\.self).min()
    return .task(
      opensOn: document.opensOn, closesOn: document.closesOn, doneOn: done, dueSoonDays: dueSoonDays,
      outcomes: outcomes(of: document))
  }

  private func days(of document: Document) -> [CalendarDate] {
    [document.opensOn, document.closesOn?.adding(days: 1)].compactMap(\.self)
  }

  private func outcomes(of document: Document) -> [Relation] {
    (relations.incoming[document.id] ?? []).filter { $0.kind == .outcomeOf }
  }

  /// The day on which the first outcome became public; without any dates, before every other day.
  private func answerDay(of document: Document) -> CalendarDate? {
    outcomes(of: document).map { outcome in
      let source = documents[outcome.source]
      return source?.publishedOn?.day ?? source?.documentDate ?? document.opensOn ?? .distantPast
    }.min()
  }
}
