import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let timeline: Shape = .object([
    "items": .list(
      .object([
        "day": .day, "label": .text, "isFuture": .truth, "isHere": .truth, "isToday": .truth,
        "other": .object([
          "title": .text, "href": .text, "documentNumber": .text, "badge": .status,
          "comparison": .text,
        ]),
      ]))
  ])
}

/// 沿革: past and known future events of a document, including the versions before and after it, by day.
struct Timeline {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress
  let acts: Acts

  private struct Event {
    let day: CalendarDate
    var label: String
    var other: Actor?
    /// The version being read begins here.
    var isHere = false
    /// A last day: it ends as the next day begins.
    var isEnd = false

    func isOver(on day: CalendarDate) -> Bool { isEnd ? self.day < day : self.day <= day }
  }

  private var document: Document { entry.document }

  /// Nil when the days in the table of facts say it all: no act, no interpretation, no other version, no provision that
  /// comes into force later.
  var view: View? {
    let versions = Replacements(corpus: corpus).others(of: entry)
    let others = acts.past.map(event) + acts.coming.map(event) + companions + commencements + updates
    guard !versions.isEmpty || !others.isEmpty else { return nil }
    let events = own(hasVersions: !versions.isEmpty) + others + self.versions(versions) + lapse
    guard !versions.isEmpty || events.count >= 3 else { return nil }
    // Events on one day keep the order in which they were gathered.
    let sorted = events.enumerated().sorted { a, b in
      (a.element.day, a.element.isEnd ? 1 : 0, a.offset) < (b.element.day, b.element.isEnd ? 1 : 0, b.offset)
    }.map(\.element)
    let past = sorted.prefix { $0.isOver(on: corpus.asOf) }
    let items = past.map(item) + [today] + sorted.dropFirst(past.count).map(item)
    return .make(["items": .list(items)])
  }

  // MARK: Events

  /// The document's own dates; those on the same day are merged into one event.
  private func own(hasVersions: Bool) -> [Event] {
    let lifecycle = corpus.lifecycle(of: document)
    let starts: [(CalendarDate?, String)] =
      switch lifecycle {
      case .consultation: [(document.opensOn, "开始征求意见")]
      case .publicNotice: [(document.opensOn, "开始公示")]
      case .event: [(document.opensOn, "开始报名"), (document.heldOn, "举行")]
      case .task: [(document.opensOn, "开始"), (document.doneOn, "完成")]
      case .validity, .none: [(document.effectiveOn, "施行")]
      }
    let ends: [Lifecycle: String] = [.consultation: "征求意见截止", .publicNotice: "公示截止", .event: "报名截止", .task: "办理期限"]
    var events: [Event] = []
    for (day, label) in [(document.documentDate, "成文"), (document.publishedOn?.day, "发布")] + starts {
      guard let day else { continue }
      if let same = events.firstIndex(where: { $0.day == day }) {
        events[same].label += "、" + label
      } else {
        events.append(Event(day: day, label: label))
      }
    }
    if let end = ends[lifecycle], let day = document.closesOn {
      events.append(Event(day: day, label: end, isEnd: true))
    }
    if hasVersions, let here = events.indices.last { events[here].isHere = true }
    return events
  }

  private func event(_ act: Relation) -> Event {
    Event(day: act.effectiveOn ?? corpus.asOf, label: act.effect, other: Actor(of: act, in: corpus, from: address))
  }

  /// Interpretations, evaluations and outcomes.
  private var companions: [Event] {
    entry.incoming.compactMap { relation in
      guard !relation.kind.isAct, let label = relation.kind.words.event, let other = corpus[relation.source],
        let day = other.listDate
      else {
        return nil
      }
      return Event(day: day, label: label, other: Actor(other, from: address))
    }
  }

  /// Provisions that come into force on a day of their own.
  private var commencements: [Event] {
    entry.commencements.map { Event(day: $0.on, label: "\($0.provisions)施行") }
  }

  private var updates: [Event] { document.updates.map { Event(day: $0.on, label: $0.sentence) } }

  /// Other versions, except those whose act on this one is already listed.
  private func versions(_ versions: [CorpusEntry]) -> [Event] {
    let told = Set((acts.past + acts.coming).map(\.source))
    return versions.compactMap { version in
      guard !told.contains(version.document.id), let day = version.document.effectiveOn ?? version.listDate else {
        return nil
      }
      let isOlder = day < document.effectiveOn ?? entry.listDate ?? day
      return Event(day: day, label: isOlder ? "旧版本施行" : "新版本施行", other: Actor(version, from: address))
    }
  }

  /// The end of its term, when it comes by date and not by an act.
  private var lapse: [Event] {
    (entry.history?.steps ?? []).compactMap { step in
      guard step.state == .expired, step.acts.isEmpty, let day = step.from?.adding(days: -1) else { return nil }
      return Event(day: day, label: "有效期届满", isEnd: true)
    }
  }

  // MARK: Items

  private var today: View {
    let state = entry.status.map { "：\($0.state.label)" } ?? ""
    return .make(["day": .day(corpus.asOf), "label": .text("今天\(state)"), "isToday": .truth])
  }

  private func item(_ event: Event) -> View {
    .make([
      "day": .day(event.day), "label": .text(event.label), "isFuture": .flag(!event.isOver(on: corpus.asOf)),
      "isHere": .flag(event.isHere), "other": event.other.map(link),
    ])
  }

  private func link(_ other: Actor) -> View {
    .make([
      "title": .text(other.title), "href": .optional(other.href), "documentNumber": .optional(other.documentNumber),
      "badge": other.entry.flatMap { .badge(of: $0, in: corpus) },
      "comparison": other.entry.flatMap(comparison).map { .text(address.href($0.url)) },
    ])
  }

  /// The page that shows both texts side by side, if one of the documents replaces the other.
  private func comparison(with other: CorpusEntry) -> ComparedPair? {
    corpus.comparison(of: entry, with: other) ?? corpus.comparison(of: other, with: entry)
  }
}

extension Relation {
  /// What the act does to its target, without the actor: 部分废止（第十七条）, 有效期延长至2027年6月30日.
  var effect: String {
    if kind == .extends { return (kind.words.event ?? "") + (until.map { "至\($0.chinese)" } ?? "") }
    return (isWhole ? kind.words.event : kind.words.partialEvent.map { "\($0)（\(provisions)）" }) ?? ""
  }
}
