import Documents
import Resolution

/// What other documents do to one (废止, 修改, 延期 …), as known on the corpus's day, by day.
struct Acts {
  /// Those that have come about.
  let past: [Relation]
  /// Those that will.
  let coming: [Relation]

  static let none = Acts(past: [], coming: [])

  private init(past: [Relation], coming: [Relation]) {
    self.past = past
    self.coming = coming
  }

  init(on entry: CorpusEntry, in corpus: Corpus) {
    let id = entry.document.id
    let acts = entry.incoming.filter { $0.kind.isAct && $0.source != id }
    guard !acts.isEmpty else {
      self = .none
      return
    }
    let hasValidity = corpus.kinds[entry.document.kind]?.lifecycle == .validity
    let known = acts.compactMap { act in act.effectiveOn.map { (act: act, day: $0) } }
    let coming = known.filter { $0.day > corpus.asOf && Self.comesAbout($0.act, on: $0.day, in: corpus) }
    let past = known.filter { $0.day <= corpus.asOf && Self.comesAbout($0.act, on: $0.day, in: corpus) }
    self.past = hasValidity ? entry.status?.acts ?? [] : Self.sorted(past)
    self.coming = Self.sorted(coming)
  }

  /// As it will be on a later day.
  func on(_ day: CalendarDate) -> Acts {
    let done = coming.prefix { $0.effectiveOn.map { $0 <= day } ?? false }
    return done.isEmpty ? self : Acts(past: past + done, coming: Array(coming.dropFirst(done.count)))
  }

  /// An act has no effect when its document ended before the act's day, or never had force.
  private static func comesAbout(_ act: Relation, on day: CalendarDate, in corpus: Corpus) -> Bool {
    guard let acting = corpus[act.source] else { return false }
    if acting.status?.state == .annulled { return false }
    return !(acting.history?.state(on: day).isEnded ?? false)
  }

  private static func sorted(_ acts: [(act: Relation, day: CalendarDate)]) -> [Relation] {
    acts.sorted { a, b in
      if a.day != b.day { return a.day < b.day }
      if a.act.source != b.act.source { return a.act.source < b.act.source }
      return a.act.place.lowerBound < b.act.place.lowerBound
    }
    .map(\.act)
  }
}

extension Relation {
  /// Whether it concerns the whole target.
  var isWhole: Bool { articles.isEmpty }

  /// The provisions it names, as a list: 第三条、第五条.
  var provisions: String { articles.joined(separator: "、") }
}
