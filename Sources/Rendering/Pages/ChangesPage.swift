import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let change: Shape = .object([
    "label": .text, "title": .text, "href": .text, "documentNumber": .text, "dayISO": .text, "dayText": .text,
    "states": .object(["before": .plainBadge, "after": .plainBadge]),
    "by": .list(.object(["title": .text, "href": .text])),
  ])
  private static let plainBadge: Shape = .object(["label": .text, "tone": .text])
  static let changesPage: Shape = Frame.shape.merging([
    "changes": .object([
      "period": .text,
      "sections": .list(
        .object([
          "id": .text, "name": .text, "empty": .text,
          "days": .object(["items": .list(.object(["iso": .text, "text": .text, "rows": .list(.change)]))]),
        ])),
    ])
  ])
}

/// `/changes/`: this week first, then the rest of thirty days, then upcoming changes.
struct ChangesPage: Sendable {
  let frame: Frame
  let changes: Changes

  private var corpus: Corpus { frame.corpus }

  /// The page's view.
  func view() -> View {
    let address = PageAddress(SiteFile.changes.url)
    var heading = Frame.Heading(heading: "近期变化", feed: .changesFeed)
    heading.description = "最近\(CorpusEntry.horizonDays)日开始施行、被修改、废止、失效的文件，开始、截止和反馈的意见征集，以及已经确定的将来的变化。"
    let monday = corpus.asOf.monday
    let (week, earlier) = (changes.past.filter { $0.day >= monday }, changes.past.filter { $0.day < monday })
    return frame.view(heading, at: address).adding([
      "changes": .make([
        "period": .text("\(corpus.asOf.adding(days: 1 - CorpusEntry.horizonDays).chinese)至\(corpus.asOf.chinese)"),
        "sections": .list([
          section("week", "本周（\(monday.chinese)起）", week, empty: "本周没有变化。", from: address),
          section("earlier", "更早", earlier, empty: "最近\(CorpusEntry.horizonDays)日内没有更早的变化。", from: address),
          section(
            "coming", "今后\(CorpusEntry.horizonDays)日", changes.coming, empty: "今后\(CorpusEntry.horizonDays)日没有已经确定的变化。",
            from: address),
        ]),
      ])
    ])
  }

  /// The most recent past changes, as listed on the home page.
  func newest(_ count: Int, from address: PageAddress) -> View? {
    View.items(changes.past.prefix(count).map { row($0, from: address) })
  }

  private func section(
    _ id: String, _ name: String, _ changes: [Changes.Change], empty: String, from address: PageAddress
  ) -> View {
    var days: [(day: CalendarDate, rows: [View])] = []
    for change in changes {
      if days.last?.day != change.day { days.append((change.day, [])) }
      days[days.count - 1].rows.append(row(change, from: address))
    }
    let items = days.map { day, rows in
      View.make([
        "iso": .text(day.iso), "text": .text("\(day.chinese)　\(day.weekdayName)"), "rows": .list(rows),
      ])
    }
    return .make([
      "id": .text(id), "name": .text(name), "empty": items.isEmpty ? .text(empty) : nil,
      "days": View.items(items).map { .make(["items": $0]) },
    ])
  }

  private func row(_ change: Changes.Change, from address: PageAddress) -> View {
    let document = change.entry.document
    let actors = Actor.all(of: change.acts, in: corpus, from: address)
    return .make([
      "label": .text(change.label), "title": .text(document.title), "href": .text(address.href(document.url)),
      "documentNumber": .optional(document.documentNumber?.text), "dayISO": .text(change.day.iso),
      "dayText": .text(change.day.chinese),
      "states": change.states.map { .make(["before": Self.badge($0.before), "after": Self.badge($0.after)]) },
      "by": .items(
        actors.map { .make(["title": .text($0.citation), "href": .optional($0.href)]) }),
    ])
  }

  /// A state on a past day, which no script corrects.
  private static func badge(_ state: State) -> View {
    .make(["label": .text(state.label), "tone": .text(state.tone.rawValue)])
  }
}
