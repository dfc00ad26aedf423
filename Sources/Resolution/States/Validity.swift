import Base
import Documents

/// Computes 有效性 for any day, from what is known on the corpus's day.
///
/// An act takes effect on its day unless the acting document has ended by then or is void from the start. The effect is
/// permanent: when the repealing document is repealed itself, the repealed one does not revive (废止的废止不使原文件复活); it
/// revives only when the repealing document is annulled.
///
/// Each act is judged once; the acts that can end a document are judged before its own acts.
struct Validity {
  /// Public documents by id.
  let documents: [DocumentID: Document]
  /// The effective acts on each document, by day and source. While they are judged, those from outside the library are
  /// there already.
  private var acts: [DocumentID: [Act]] = [:]

  /// An act that takes effect on its day.
  private struct Act {
    let relation: Relation
    let day: CalendarDate
    /// The days on which the annulment of the acting document begins, ends, begins again …
    let nullity: [CalendarDate]

    init(relation: Relation, day: CalendarDate, nullity: [CalendarDate]) {
      self.relation = relation
      self.day = day
      self.nullity = nullity
    }

    /// An act from outside the library, of which nothing is known but its day; nil for others.
    init?(outside relation: Relation) {
      guard relation.isRecorded, let day = relation.effectiveOn else { return nil }
      self.init(relation: relation, day: day, nullity: [])
    }

    /// Whether it is in effect on a day.
    func holds(on other: CalendarDate) -> Bool {
      day <= other && (nullity.isEmpty || nullity.count { $0 <= other }.isMultiple(of: 2))
    }
  }

  init(documents: [Document], relations: RelationsByEnd) {
    self.documents = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    acts = relations.incoming.mapValues { $0.compactMap(Act.init(outside:)) }.filter { !$0.value.isEmpty }
    let claims = relations.incoming.mapValues { incoming in
      incoming.filter { $0.kind.isAct && $0.effectiveOn != nil && $0.target != .document($0.source) }
        .sorted(by: Relation.sooner)
    }.filter { !$0.value.isEmpty }
    // Whether a document can still act is decided by the acts that end or extend it, and by no others.
    var deciding = claims.mapValues { $0.filter(\.canDecideEnd) }.filter { !$0.value.isEmpty }
    var parts: [[DocumentID]] = Self.components(Array(deciding.keys), deciding).reversed()
    while let part = parts.popLast() {
      let cycle = Set(part)
      if let rest = withoutIdle(deciding, in: cycle) {
        // What is left may be no cycle any more.
        deciding.merge(rest) { $1 }
        parts += Self.components(part, deciding, within: cycle).reversed()
        continue
      }
      let judged = part.map { judge(deciding, on: $0, in: cycle) }
      for (id, acts) in zip(part, judged) { add(acts, on: id) }
    }
    let others = claims.mapValues { $0.filter { !$0.canDecideEnd } }
    for id in others.keys {
      add(judge(others, on: id, in: []), on: id)
    }
  }

  private mutating func add(_ judged: [Act], on id: DocumentID) {
    guard !judged.isEmpty else { return }
    acts[id] = ((acts[id] ?? []) + judged).sorted { Relation.sooner($0.relation, $1.relation) }
  }

  /// Documents that act on one another in cycles, each by itself where there is none; those that act come first.
  private static func components(
    _ ids: [DocumentID], _ claims: [DocumentID: [Relation]], within cycle: Set<DocumentID>? = nil
  ) -> [[DocumentID]] {
    var search = ComponentSearch()
    for id in ids {
      search.walk(from: id) { target in
        (claims[target] ?? []).map(\.source).filter { cycle?.contains($0) ?? true }
      }
    }
    return search.components
  }

  /// The state on a day, the acts that cause it, and the last day of validity, inclusive, with the extensions by then.
  func reading(
    of id: DocumentID, on day: CalendarDate
  ) -> (state: State, acts: [Relation], lastDay: CalendarDate?) {
    guard let document = documents[id] else { return (.unstated, [], nil) }
    let effects = effects(on: id, by: day)
    let (state, acts) = state(of: document, on: day, after: effects, declared: document.declaredValidity)
    return (state, acts, lastDay(document.expiresOn, after: effects))
  }

  /// The state on a day, and the acts that cause it.
  func state(of id: DocumentID, on day: CalendarDate) -> (state: State, acts: [Relation]) {
    state(of: id, on: day, nil)
  }

  /// The same by dates and relations alone, ignoring the document's own declaration.
  func derivedState(of id: DocumentID, on day: CalendarDate) -> (state: State, acts: [Relation]) {
    guard let document = documents[id] else { return (.unstated, []) }
    return state(of: document, on: day, after: effects(on: id, by: day), declared: nil)
  }

  /// Days on which the state can change, in any order.
  func boundaries(of id: DocumentID) -> [CalendarDate] {
    guard let document = documents[id] else { return [] }
    return [document.effectiveOn, document.expiresOn?.adding(days: 1)].compactMap(\.self)
      + (acts[id] ?? []).flatMap { act in
        [act.day] + act.nullity + [act.relation.until?.adding(days: 1)].compactMap(\.self)
      }
  }

  /// The acts on a document that have taken effect by a day, and those that will.
  func acts(on id: DocumentID, by day: CalendarDate) -> Acts {
    guard let all = acts[id] else { return Acts() }
    return Acts(
      past: effects(on: id, by: day), coming: all.filter { $0.day > day && $0.holds(on: $0.day) }.map(\.relation))
  }

  /// The acts on a document that have taken effect by a day and are not undone on it.
  private func effects(on id: DocumentID, by day: CalendarDate) -> [Relation] {
    (acts[id] ?? []).filter { $0.holds(on: day) }.map(\.relation)
  }

  private func state(
    of document: Document, on day: CalendarDate, after effects: [Relation], declared: DeclaredValidity?
  ) -> (state: State, acts: [Relation]) {
    let whole = effects.filter(\.isWhole)
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
    let partial = effects.filter { $0.kind.endsTarget && !$0.isWhole }
    if !partial.isEmpty || declared == .partiallyRepealed { return (.partiallyRepealed, partial) }
    let changes = effects.filter { $0.kind == .amends }
    if !changes.isEmpty || declared == .amended { return (.amended, changes) }
    return (document.effectiveOn ?? lastDay != nil || declared != nil ? .inForce : .unstated, [])
  }

  /// The last day given by the latest extension, or else the document's own.
  private func lastDay(_ own: CalendarDate?, after effects: [Relation]) -> CalendarDate? {
    effects.last { $0.kind == .extends && $0.until != nil }?.until ?? own
  }
}

// Which acts take effect.
extension Validity {
  /// A walk among documents that act on one another in a cycle, none of which has been judged yet.
  private struct Walk {
    let cycle: Set<DocumentID>
    /// All acts by their target, whether they take effect or not.
    let claims: [DocumentID: [Relation]]
    /// The documents on the path so far. Their acts count: cycles are reported elsewhere, here the walk has to end.
    let visited: Set<DocumentID>

    func entering(_ id: DocumentID) -> Walk {
      visited.contains(id) ? self : Walk(cycle: cycle, claims: claims, visited: visited.union([id]))
    }
  }

  /// In cycles up to this size every path is walked; in larger ones every act counts.
  private static let longestWalk = 5

  /// The acts on a document that take effect.
  ///
  /// - Parameter cycle: The document alone, or the cycle it belongs to; all others have been judged.
  private func judge(
    _ claims: [DocumentID: [Relation]], on id: DocumentID, in cycle: Set<DocumentID>
  ) -> [Act] {
    let walk = Walk(cycle: cycle, claims: claims, visited: cycle.count > Self.longestWalk ? cycle : [id])
    return (claims[id] ?? []).compactMap { claim in
      guard let day = claim.effectiveOn, !state(of: claim.source, on: day, walk).state.isEnded else { return nil }
      return Act(relation: claim, day: day, nullity: nullity(of: claim.source, walk))
    }
  }

  /// The acts within a cycle without those that cannot take effect whatever becomes of the cycle, because an act from
  /// outside it or a date has ended the acting document by then; nil when all of them can.
  private func withoutIdle(
    _ claims: [DocumentID: [Relation]], in cycle: Set<DocumentID>
  ) -> [DocumentID: [Relation]]? {
    guard cycle.count > 1 else { return nil }
    let outside = Dictionary(
      cycle.map { id in
        (id, (acts[id] ?? []) + judge(claims.filtered(id) { !cycle.contains($0.source) }, on: id, in: []))
      }, uniquingKeysWith: { first, _ in first })
    var hasIdle = false
    let rest = cycle.map { id in
      let able = (claims[id] ?? []).filter { claim in
        guard cycle.contains(claim.source), let day = claim.effectiveOn else { return true }
        let isExtended = (claims[claim.source] ?? []).contains { $0.kind == .extends && cycle.contains($0.source) }
        return !isEnded(claim.source, on: day, by: outside[claim.source] ?? [], mayBeExtended: isExtended)
      }
      if able.count < claims[id]?.count ?? 0 { hasIdle = true }
      return (id, able)
    }
    return hasIdle ? Dictionary(rest, uniquingKeysWith: { first, _ in first }) : nil
  }

  /// Whether these acts, or a date that nothing else can move, have ended a document by a day.
  private func isEnded(_ id: DocumentID, on day: CalendarDate, by acts: [Act], mayBeExtended: Bool) -> Bool {
    guard let document = documents[id] else { return false }
    let effects = acts.filter { $0.holds(on: day) }.map(\.relation)
    // Long before any term is over, only acts and declarations can have ended it.
    let date = mayBeExtended && effects.allSatisfy { $0.kind == .extends } ? CalendarDate.distantPast : day
    return state(of: document, on: date, after: effects, declared: document.declaredValidity).state.isEnded
  }

  private func state(of id: DocumentID, on day: CalendarDate, _ walk: Walk?) -> (state: State, acts: [Relation]) {
    guard let document = documents[id] else { return (.unstated, []) }
    return state(of: document, on: day, after: effects(on: id, by: day, walk), declared: document.declaredValidity)
  }

  private func effects(on id: DocumentID, by day: CalendarDate, _ walk: Walk?) -> [Relation] {
    guard let walk, walk.cycle.contains(id) else { return effects(on: id, by: day) }
    let next = walk.entering(id)
    return effects(on: id, by: day)
      + (walk.claims[id] ?? []).filter { claim in
        guard let start = claim.effectiveOn, start <= day else { return false }
        return walk.visited.contains(claim.source)
          || !state(of: claim.source, on: start, next).state.isEnded && !isAnnulled(claim.source, on: day, next)
      }
  }

  private func isAnnulled(_ id: DocumentID, on day: CalendarDate, _ walk: Walk) -> Bool {
    documents[id]?.declaredValidity == .annulled || effects(on: id, by: day, walk).contains(where: \.annulsAll)
  }

  /// The days on which the annulment of a document begins, ends, begins again …
  private func nullity(of id: DocumentID, _ walk: Walk) -> [CalendarDate] {
    var isAnnulled = false
    return Set(nullityBoundaries(of: id, walk)).sorted().filter { day in
      defer { isAnnulled = self.isAnnulled(id, on: day, walk) }
      return self.isAnnulled(id, on: day, walk) != isAnnulled
    }
  }

  private func nullityBoundaries(of id: DocumentID, _ walk: Walk) -> [CalendarDate] {
    let judged = (acts[id] ?? []).filter(\.relation.annulsAll).flatMap { [$0.day] + $0.nullity }
    guard walk.cycle.contains(id) else { return judged }
    let next = walk.entering(id)
    return judged
      + (walk.claims[id] ?? []).filter(\.annulsAll).flatMap { claim in
        [claim.effectiveOn].compactMap(\.self)
          + (walk.visited.contains(claim.source) ? [] : nullityBoundaries(of: claim.source, next))
      }
  }
}

extension Relation {
  /// Whether it concerns its whole target.
  package var isWhole: Bool { articles.isEmpty }

  /// Whether it can end its target or move its last day.
  fileprivate var canDecideEnd: Bool { kind == .extends || (kind.endsTarget && isWhole) }

  fileprivate var annulsAll: Bool { kind == .annuls && isWhole }

  /// By day of effect, then by source, then as written.
  static func sooner(_ a: Relation, _ b: Relation) -> Bool {
    if a.effectiveOn != b.effectiveOn { return a.effectiveOn ?? .distantPast < b.effectiveOn ?? .distantPast }
    if a.source != b.source { return a.source < b.source }
    return a.place.lowerBound < b.place.lowerBound
  }
}

extension [DocumentID: [Relation]] {
  /// The acts on one document that meet a condition.
  fileprivate func filtered(_ id: DocumentID, _ isIncluded: (Relation) -> Bool) -> Self {
    [id: (self[id] ?? []).filter(isIncluded)]
  }
}
