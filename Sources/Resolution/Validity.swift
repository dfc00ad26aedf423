import Documents

/// 有效性 on any day, from what is known on the corpus's day.
///
/// An act of repeal or change has its effect on its day when the acting document is then in force: one that was itself
/// withdrawn before that day, or is void from the start, does nothing. An effect that has come about stays: the end of
/// the repealing document does not bring the repealed one back (废止的废止不使原文件复活), only its nullity does.
struct Validity {
  /// Public documents by id.
  let documents: [DocumentID: Document]
  /// What public documents do to each one: repeals, replaces, amends, in a total order.
  let acts: [DocumentID: [Relation]]
  /// Ids whose kind has this lifecycle.
  let subject: Set<DocumentID>

  /// The state on `day` and what brought it about.
  func state(of id: DocumentID, on day: CalendarDate) -> (state: State, by: [DocumentID]) {
    state(of: id, on: day, visiting: [])
  }

  /// Days on which the state can change, sorted.
  func boundaries(of id: DocumentID) -> [CalendarDate] {
    guard let document = documents[id] else { return [] }
    var days = (acts[id] ?? []).compactMap(\.effectiveOn)
    document.effectiveOn.map { days.append($0) }
    document.expiresOn.map { days.append($0.adding(days: 1)) }
    return Set(days).sorted()
  }

  private func state(
    of id: DocumentID, on day: CalendarDate, visiting: Set<DocumentID>
  ) -> (state: State, by: [DocumentID]) {
    guard let document = documents[id] else { return (.unstated, []) }
    let declared = document.declaredValidity
    if declared == .annulled { return (.annulled, []) }
    let effects = effects(on: id, by: day, visiting: visiting)
    let ends = effects.filter { ($0.kind == .repeals || $0.kind == .replaces) && $0.articles.isEmpty }
    if !ends.isEmpty || declared == .repealed { return (.repealed, Self.sources(ends)) }
    if document.expiresOn.map({ day > $0 }) ?? false || declared == .expired { return (.expired, []) }
    if let effectiveOn = document.effectiveOn, day < effectiveOn { return (.notYetInForce, []) }
    if document.effectiveOn == nil, declared == .notYetInForce { return (.notYetInForce, []) }
    let partial = effects.filter { ($0.kind == .repeals || $0.kind == .replaces) && !$0.articles.isEmpty }
    if !partial.isEmpty || declared == .partiallyRepealed { return (.partiallyRepealed, Self.sources(partial)) }
    let changes = effects.filter { $0.kind == .amends }
    if !changes.isEmpty || declared == .amended { return (.amended, Self.sources(changes)) }
    let isKnown = document.effectiveOn != nil || document.expiresOn != nil || declared != nil
    return (isKnown ? .inForce : .unstated, [])
  }

  /// The acts on `id` that have come about by `day`.
  private func effects(on id: DocumentID, by day: CalendarDate, visiting: Set<DocumentID>) -> [Relation] {
    (acts[id] ?? []).filter { act in
      guard let start = act.effectiveOn, start <= day else { return false }
      // Two documents that end each other are a finding of their own; here the walk must only end.
      guard subject.contains(act.source), !visiting.contains(act.source) else { return true }
      let acting = state(of: act.source, on: start, visiting: visiting.union([id])).state
      return !acting.isEnded
    }
  }

  private static func sources(_ acts: [Relation]) -> [DocumentID] { Set(acts.map(\.source)).sorted() }
}
