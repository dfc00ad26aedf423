import Base
import Documents
import Resolution

/// A declared validity must not contradict dates and relations (`declared-validity`, error). If it will contradict them
/// on a known day, there is a warning with that day; otherwise the nightly build would fail then without notice. Where
/// dates and relations say nothing, any validity may be declared.
struct DeclaredAgainstDerived: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    // On the day when every dated document is public, the histories include everything known about the future.
    let lastDay = context.documents.compactMap { $0.publishedOn?.day }.max() ?? context.corpus.asOf
    let corpus = lastDay > context.corpus.asOf ? context.corpus.on(lastDay) : context.corpus
    return corpus.entries.compactMap { entry in
      guard let declared = entry.document.declaredValidity, let history = entry.derived else { return nil }
      return Declaration(declared, entry: entry, history: history, today: context.corpus.asOf).finding(in: context)
    }
  }
}

/// A declared validity, and the states that the document would have without it.
private struct Declaration {
  let declared: DeclaredValidity
  let entry: CorpusEntry
  let today: CalendarDate
  /// The state on `start`, and those that follow.
  let steps: [StateHistory.Step]
  /// Today, or the day on which the document becomes public if that is later.
  let start: CalendarDate

  init(_ declared: DeclaredValidity, entry: CorpusEntry, history: StateHistory, today: CalendarDate) {
    (self.declared, self.entry, self.today) = (declared, entry, today)
    let start = max(today, entry.document.publishedOn?.day ?? today)
    self.start = start
    let current = history.steps.lastIndex { $0.from.map { $0 <= start } ?? true } ?? 0
    steps = Array(history.steps[current...])
  }

  func finding(in context: AuditContext) -> Diagnostic? {
    guard let index = steps.indices.first(where: isContradicted) else { return nil }
    let step = steps[index]
    let day = index == 0 ? start : step.from ?? start
    let word = declared.words.first ?? declared.rawValue
    let place = entry.document.location(of: .validity)
    let cures = ["删去 validity（有效性）：状态每天按日期和关系计算", "日期或者关系写错的，改正写错的一处"]
    guard day <= today else {
      return Diagnostic(
        "declared-validity", .warning, at: place,
        "有效性写的是“\(word)”，到 \(day.iso) 将是“\(step.state.label)”：从那一天起检查不能通过，网站不能更新", cures: cures,
        related: causes(of: step, in: context))
    }
    if let end = announced(after: index) {
      return Diagnostic(
        "declared-validity", at: place, "有效性写的是“\(word)”，按日期和关系计算要到 \(end.from?.iso ?? "") 才是“\(end.state.label)”",
        cures: cures, related: causes(of: end, in: context))
    }
    let since = step.from.map { "自 \($0.iso) 起" } ?? ""
    return Diagnostic(
      "declared-validity", at: place, "有效性写的是“\(word)”，按日期和关系计算\(since)是“\(step.state.label)”", cures: cures,
      related: causes(of: step, in: context))
  }

  private func isContradicted(_ index: Int) -> Bool {
    let state = steps[index].state
    return switch declared {
    case .inForce: state == .notYetInForce || state.isEnded
    case .notYetInForce: state.isEnded || state.isInForce && entry.document.effectiveOn != nil
    case .amended, .partiallyRepealed: state.isEnded
    case .repealed, .expired, .annulled: announced(after: index) != nil
    }
  }

  /// The later step at which the declared end will come, if it has not come yet.
  private func announced(after index: Int) -> StateHistory.Step? {
    let end: State
    switch declared {
    case .repealed: end = .repealed
    case .expired: end = .expired
    case .annulled: end = .annulled
    case .inForce, .notYetInForce, .amended, .partiallyRepealed: return nil
    }
    return steps[index].state.isEnded ? nil : steps[(index + 1)...].first { $0.state == end }
  }

  /// Where the acts or dates that cause a state are written.
  private func causes(of step: StateHistory.Step, in context: AuditContext) -> [Diagnostic.Related] {
    let document = entry.document
    let acts = step.acts.isEmpty && step.state == .expired ? extensions : step.acts
    let found = acts.compactMap { act -> Diagnostic.Related? in
      if act.outside != nil, let field = act.kind.outsideField {
        return Diagnostic.Related(document.frontMatter.location(of: act.place), field.label)
      }
      return context[act.source].map { DocumentPair(relation: act, source: $0, target: document).related }
    }
    if !found.isEmpty { return found }
    let field = step.state == .expired || document.effectiveOn == nil ? CommonField.expiresOn : .effectiveOn
    return document.places[field.rawValue] == nil ? [] : [Diagnostic.Related(document.location(of: field), field.label)]
  }

  /// The extensions that gave the document its last day.
  private var extensions: [Relation] {
    entry.incoming.filter { $0.kind == .extends && $0.until != nil && $0.until == entry.status?.expiresOn }
  }
}
