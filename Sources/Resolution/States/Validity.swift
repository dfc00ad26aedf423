import Documents

/// 有效性 on any day, from what is known on the corpus's day.
///
/// An act has its effect on its day when the acting document is then in force: one that was itself withdrawn before that
/// day, or is void from the start, does nothing. An effect that has come about stays: the end of the repealing document
/// does not bring the repealed one back (废止的废止不使原文件复活), only its nullity does.
struct Validity {
  /// Public documents by id.
  let documents: [DocumentID: Document]
  /// What public documents do to each one, by day and source.
  private let acts: [DocumentID: [Relation]]

  init(documents: [Document], links: Links) {
    self.documents = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0) })
    acts = links.incoming.mapValues { relations in
      relations.filter { $0.kind.isAct && $0.target != .document($0.source) }.sorted(by: Relation.sooner)
    }
  }

  /// The state on `day` and the acts that decide it.
  func state(of id: DocumentID, on day: CalendarDate) -> (state: State, acts: [Relation]) {
    state(of: id, on: day, visiting: [])
  }

  /// The same from dates and relations alone, whatever the document's own author declared.
  func derivedState(of id: DocumentID, on day: CalendarDate) -> (state: State, acts: [Relation]) {
    state(of: id, on: day, visiting: [], isDerived: true)
  }

  /// Days on which the state can change, in any order.
  func boundaries(of id: DocumentID) -> [CalendarDate] {
    var known: Set<DocumentID> = []
    return boundaries(of: id, known: &known)
  }

  /// The acts on a document that have come about by `day`, by day and source.
  func effects(on id: DocumentID, by day: CalendarDate) -> [Relation] { effects(on: id, by: day, visiting: []) }

  /// The last day of its term, inclusive, as far as it was extended by `day`.
  func lastDay(of id: DocumentID, on day: CalendarDate) -> CalendarDate? {
    lastDay(documents[id]?.expiresOn, after: effects(on: id, by: day))
  }

  /// What acts on the acting document counts too: its nullity undoes what it did.
  private func boundaries(of id: DocumentID, known: inout Set<DocumentID>) -> [CalendarDate] {
    guard let document = documents[id], known.insert(id).inserted else { return [] }
    var days = [document.effectiveOn, document.expiresOn?.adding(days: 1)].compactMap(\.self)
    for act in acts[id] ?? [] {
      days += [act.effectiveOn, act.until?.adding(days: 1)].compactMap(\.self)
      days += boundaries(of: act.source, known: &known)
    }
    return days
  }

  private func state(
    of id: DocumentID, on day: CalendarDate, visiting: Set<DocumentID>, isDerived: Bool = false
  ) -> (state: State, acts: [Relation]) {
    guard let document = documents[id] else { return (.unstated, []) }
    let declared = isDerived ? nil : document.declaredValidity
    let effects = effects(on: id, by: day, visiting: visiting)
    let whole = effects.filter(\.articles.isEmpty)
    let annulling = whole.filter { $0.kind == .annuls }
    if !annulling.isEmpty || declared == .annulled { return (.annulled, annulling) }
    let repealing = whole.filter { $0.kind == .repeals || $0.kind == .replaces }
    if !repealing.isEmpty || declared == .repealed { return (.repealed, repealing) }
    let ending = whole.filter { $0.kind == .terminates }
    if !ending.isEmpty || declared == .expired { return (.expired, ending) }
    let lastDay = lastDay(document.expiresOn, after: effects)
    if lastDay.map({ day > $0 }) ?? false { return (.expired, []) }
    if let effectiveOn = document.effectiveOn, day < effectiveOn { return (.notYetInForce, []) }
    if document.effectiveOn == nil, declared == .notYetInForce { return (.notYetInForce, []) }
    let partial = effects.filter { $0.kind.ends && !$0.articles.isEmpty }
    if !partial.isEmpty || declared == .partiallyRepealed { return (.partiallyRepealed, partial) }
    let changes = effects.filter { $0.kind == .amends }
    if !changes.isEmpty || declared == .amended { return (.amended, changes) }
    return (document.effectiveOn ?? lastDay != nil || declared != nil ? .inForce : .unstated, [])
  }

  /// The newest extension decides.
  private func lastDay(_ own: CalendarDate?, after effects: [Relation]) -> CalendarDate? {
    effects.last { $0.kind == .extends && $0.until != nil }?.until ?? own
  }

  private func effects(on id: DocumentID, by day: CalendarDate, visiting: Set<DocumentID>) -> [Relation] {
    (acts[id] ?? []).filter { act in
      guard let start = act.effectiveOn, start <= day else { return false }
      // Documents that end each other are a finding of their own; here the walk must only end.
      if visiting.contains(act.source) { return true }
      let visiting = visiting.union([id])
      return !state(of: act.source, on: start, visiting: visiting).state.isEnded
        && !isAnnulled(act.source, on: day, visiting: visiting)
    }
  }

  private func isAnnulled(_ id: DocumentID, on day: CalendarDate, visiting: Set<DocumentID>) -> Bool {
    if documents[id]?.declaredValidity == .annulled { return true }
    return effects(on: id, by: day, visiting: visiting).contains { $0.kind == .annuls && $0.articles.isEmpty }
  }
}

extension Relation {
  /// By the day of its effect, then by its source.
  static func sooner(_ a: Relation, _ b: Relation) -> Bool {
    if a.effectiveOn != b.effectiveOn { return a.effectiveOn ?? .distantPast < b.effectiveOn ?? .distantPast }
    if a.source != b.source { return a.source < b.source }
    return a.place.lowerBound < b.place.lowerBound
  }
}
