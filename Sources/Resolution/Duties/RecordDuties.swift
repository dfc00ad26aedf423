import Base
package import Documents

/// What the deadlines of kinds ask of single records.
struct RecordDuties {
  private let corpus: Corpus
  private let failed: Set<DocumentID>
  /// The offices that publish here.
  private let offices: Set<String>
  /// What was due before is history; no number of working days reaches there from before ``oldest``.
  private let (memory, oldest): (CalendarDate, CalendarDate)
  private(set) var items: [DueItem] = []
  /// Years of which working days were counted for what is not history.
  private(set) var years: Set<Int> = []

  /// Whether and when something was done.
  private struct Done {
    /// Nil: not yet.
    let on: CalendarDate?
  }

  init(_ corpus: Corpus, failed: Set<DocumentID>) {
    self.corpus = corpus
    self.failed = failed
    memory = corpus.asOf.adding(months: -DueList.memoryMonths)
    oldest = memory.adding(months: -DueList.memoryMonths - 6)
    offices = Set(corpus.site.organizations.map(\.name) + [corpus.site.organizer])
  }

  /// Adds what a document, public or not, asks for.
  mutating func add(_ document: Document) {
    guard let kind = corpus.kind(of: document), !kind.deadlines.isEmpty, document.disclosure == .proactive else {
      return
    }
    for deadline in kind.deadlines {
      guard case .record(let action, let usual, let anchor) = deadline.form,
        let length = corpus.site.length(of: deadline, usual), let done = done(action, anchor, document),
        let due = due(length, anchor, document, ended: action == .withdrawal ? endDay(of: document) : nil),
        let state = corpus.dueState(due, done: done.on, soonDays: corpus.site.dueSoonDays)
      else { continue }
      items.append(
        DueItem(
          source: .deadline, what: deadline.what, subject: document.title, due: due, state: state,
          doneOn: state == .late ? done.on : nil, office: document.responsibleBody ?? document.issuers.first,
          basis: "\(deadline.basis)（\(anchor.wording)\(length.label)）", isLocal: deadline.isLocal,
          cure: Self.cure(action, document), location: document.location(of: Self.place(action, anchor, document)),
          withdraws: action == .withdrawal,
          url: corpus[document.id] == nil ? nil : document.url))
    }
  }

  /// The first day on which another document repealed or annulled it as a whole.
  private func endDay(of document: Document) -> CalendarDate? {
    corpus[document.id]?.acts.past.filter { $0.isWhole && $0.kind.endsTarget }.compactMap(\.effectiveOn).min()
  }

  /// The last day of a deadline for a document; nil if the day that it is counted from is not known.
  ///
  /// - Parameter ended: A day that counts like that of the anchor.
  private mutating func due(
    _ length: Deadline.Length, _ anchor: Deadline.Anchor, _ document: Document, ended: CalendarDate?
  ) -> CalendarDate? {
    let start: CalendarDate?
    switch anchor {
    case .before(let key): return document.day(of: key).map(length.start(before:))
    case .after(let key): start = [document.day(of: key), ended].compactMap(\.self).min()
    case .decision: start = corpus[document.id].flatMap(corpus.decisionDay(after:))
    }
    guard let start else { return nil }
    guard case .workdays = length else { return length.end(after: start, corpus.site.workCalendar) }
    // No number of working days is longer than a year, and most documents are older than all that is of interest.
    guard start >= oldest else { return nil }
    let due = length.end(after: start, corpus.site.workCalendar)
    if due >= memory { years.formUnion([start.year, due.year]) }
    return due
  }

  /// Whether something was done for a document; nil if it need not be.
  private func done(_ action: Deadline.Fulfilment, _ anchor: Deadline.Anchor, _ document: Document) -> Done? {
    switch action {
    case .day(CommonField.publishedOn.rawValue):
      // Whoever makes a text publishes it (条例 art. 10): what others made has its deadline elsewhere.
      let isOfMaking = anchor.key == CommonField.documentDate.rawValue
      guard !isOfMaking || document.issuers.contains(where: offices.contains) else { return nil }
      return Done(on: document.isDraft ? nil : document.publishedOn?.day)
    case .day(let key): return corpus[document.id] == nil ? nil : Done(on: document.day(of: key))
    case .interpretation: return document.onlyActs ? nil : related(.interprets, to: document)
    case .outcome: return related(.outcomeOf, to: document)
    case .withdrawal:
      guard document.isReleased(on: corpus.asOf) else { return nil }
      return Done(on: [document.withdrawn?.on, document.publicUntil?.adding(days: 1)].compactMap(\.self).min())
    }
  }

  /// When the first document that says that it interprets a public document, or is its outcome, became public.
  private func related(_ kind: RelationKind, to document: Document) -> Done? {
    // One that could not be read may be what is missing.
    guard let entry = corpus[document.id], !(entry.status?.state.isEnded ?? false), failed.isEmpty else { return nil }
    let sources = entry.incoming.filter { $0.kind == kind && $0.outside == nil }.compactMap { corpus[$0.source] }
    let days = sources.compactMap(\.document.publishedOn?.day)
    // One without a day was there in time, as far as anybody knows.
    return days.count < sources.count ? nil : Done(on: days.min())
  }

  /// The key of the value that says when it was done, or from when the time counts.
  private static func place(
    _ action: Deadline.Fulfilment, _ anchor: Deadline.Anchor, _ document: Document
  ) -> String {
    if case .day(let key) = action, document.places[key] != nil { return key }
    if action == .withdrawal, anchor.key.map({ document.places[$0] == nil }) ?? true {
      return CommonField.title.rawValue
    }
    return anchor.key ?? CommonField.title.rawValue
  }

  private static func cure(_ action: Deadline.Fulfilment, _ document: Document) -> String {
    switch action {
    case .day(CommonField.publishedOn.rawValue): "发布这篇文件：写上发布日期，不再是草稿"
    case .day(let key): "办理以后写上 \(key)"
    case .interpretation: "发布解读，写上 interprets（解读对象）: \(document.id.path)"
    case .withdrawal: "写上 withdrawn（撤下）: {on: 日期, reason: 理由}，正文不再公开，网址上只留理由"
    case .outcome: "发布反馈文件，写上 outcomeOf（反馈对象）: \(document.id.path)"
    }
  }
}

extension Deadline.Anchor {
  /// For people, before the length: 自成文日期起.
  fileprivate var wording: String {
    switch self {
    case .after(let key): CommonField(rawValue: key).map { "自\($0.label)起" } ?? ""
    case .before: "提前"
    case .decision: "自决策文件公布起"
    }
  }
}

extension Document {
  /// The day of a common field, or of a field of the kind.
  fileprivate func day(of key: String) -> CalendarDate? {
    switch CommonField(rawValue: key) {
    case .documentDate: documentDate
    case .publishedOn: publishedOn?.day
    case .effectiveOn: effectiveOn
    case .opensOn: opensOn
    case .closesOn: closesOn
    case .doneOn: doneOn
    default: date(in: key)
    }
  }
}

extension Document {
  /// Whether it does something to other documents and has no provisions of its own: there is nothing to explain in a repeal or
  /// an extension.
  package var onlyActs: Bool {
    let acts: [RelationKind] = [.repeals, .annuls, .terminates, .extends, .amends, .corrects]
    return acts.contains { !(relations[$0] ?? []).isEmpty } && !body.hasArticles
  }
}

extension Site {
  /// How long a deadline is here; nil when there is none.
  package func length(of deadline: Deadline, _ usual: Deadline.Length) -> Deadline.Length? {
    guard deadline.isLocal, let own = localDeadlines.last(where: { $0.what == deadline.what }) else { return usual }
    return own.within
  }
}

extension Corpus {
  /// The day on which the decision was published that a consultation led to: the first document with a validity that a
  /// record gathers together with it, and that was made after it closed.
  fileprivate func decisionDay(after consultation: CorpusEntry) -> CalendarDate? {
    guard let closed = consultation.document.heldOn ?? consultation.document.closesOn, closed < asOf else { return nil }
    let records = consultation.incoming.filter { $0.kind == .contains }.compactMap { self[$0.source] }
    let decisions = records.flatMap(\.outgoing).compactMap { relation -> CalendarDate? in
      guard relation.kind == .contains, case .document(let id) = relation.target, let entry = self[id],
        lifecycle(of: entry.document) == .validity, let made = entry.document.documentDate, made > closed
      else { return nil }
      return entry.document.publishedOn?.day
    }
    return decisions.min()
  }
}
