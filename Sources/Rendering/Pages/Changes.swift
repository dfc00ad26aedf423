import Base
import Documents
import Resolution

/// 近期变化: changes of public documents over the last thirty days, and those known for the next thirty.
struct Changes: Sendable {
  /// One document that changed on a day.
  struct Change: Sendable {
    let day: CalendarDate
    let entry: CorpusEntry
    /// What happened: 开始施行, 有效期延长至2027年6月30日.
    let label: String
    /// The states before and after; nil for an act that does not change the state.
    let states: (before: State, after: State)?
    let acts: [Relation]

    /// Stable across days and builds: the day, and the state, the act or the provisions.
    var name: String {
      let act =
        acts.isEmpty ? label : acts.map { "\($0.kind.rawValue)-\($0.outside?.title ?? $0.source.path)" }.joined()
      return day.iso + "-" + (states?.after.rawValue ?? act)
    }
  }

  /// Newest first, including the corpus's day.
  let past: [Change]
  /// Soonest first.
  let coming: [Change]

  init(_ corpus: Corpus) {
    let today = corpus.asOf
    let past = Self.changes(in: today.adding(days: 1 - CorpusEntry.horizonDays)...today, corpus)
    self.past = past.enumerated()
      .sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
    coming = Self.changes(in: today.adding(days: 1)...today.adding(days: CorpusEntry.horizonDays), corpus)
  }

  /// By day, then by id.
  private static func changes(in days: ClosedRange<CalendarDate>, _ corpus: Corpus) -> [Change] {
    let steps = corpus.changes(in: days).compactMap { change -> Change? in
      guard let entry = corpus[change.id], news.contains(change.after) else { return nil }
      return Change(
        day: change.day, entry: entry, label: change.after.changeLabel(from: change.before),
        states: (change.before, change.after),
        acts: change.acts)
    }
    let acts = Set(steps.flatMap(\.acts))
    let others = corpus.entries.flatMap { actsAlone(on: $0, in: days, told: acts, corpus) }
    let begun = corpus.commencements(in: days).map { entry, commencement in
      Change(
        day: commencement.on, entry: entry, label: "\(commencement.provisions)开始施行", states: nil, acts: [])
    }
    let told = corpus.entries.flatMap { entry in
      entry.document.updates(by: days.upperBound).filter { days.contains($0.on) }.map { update in
        Change(day: update.on, entry: entry, label: update.sentence, states: nil, acts: [])
      }
    }
    return (steps + others + begun + told).sorted { ($0.day, $0.entry.document.id) < ($1.day, $1.entry.document.id) }
  }

  /// Acts that change a document but not its state: a second amendment, an extension, a correction.
  private static func actsAlone(
    on entry: CorpusEntry, in days: ClosedRange<CalendarDate>, told: Set<Relation>, _ corpus: Corpus
  ) -> [Change] {
    let acts = entry.acts
    return (acts.past + acts.coming).compactMap { act in
      guard let day = act.effectiveOn, days.contains(day), !told.contains(act),
        !(entry.history?.state(on: day).isEnded ?? false)
      else { return nil }
      return Change(day: day, entry: entry, label: act.effect, states: nil, acts: [act])
    }
  }

  /// States that concern readers; an office's task counts only once it is done or late.
  private static let news: Set<State> = [
    .inForce, .amended, .partiallyRepealed, .repealed, .expired, .annulled, .open, .closed, .answered, .current, .ended,
    .enrolling, .enrolled, .held, .reported, .overdue, .done,
  ]
}

extension CalendarDate {
  /// 0: Monday.
  var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

  /// 星期一 …
  var weekdayName: String { "星期" + ["一", "二", "三", "四", "五", "六", "日"][weekday] }

  /// The Monday on or before it.
  var monday: CalendarDate { adding(days: -weekday) }
}
