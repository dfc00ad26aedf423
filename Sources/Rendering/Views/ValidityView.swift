import Base
import Documents
import Resolution

extension Shape {
  /// The box at the top of a page: one panel for today, and hidden ones for the days of known changes that may come
  /// before the next build.
  static let validity: Shape = .object([
    "tone": .text, "subject": .text,
    "panels": .list(
      .object([
        "from": .text, "until": .text, "isLater": .truth, "statement": .text,
        "notices": .object(["items": .list(.notice)]),
      ])),
  ])
}

/// What a page says about its document's state, today and after every known later change.
struct ValidityView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress
  let acts: Acts

  private var document: Document { entry.document }

  /// Nil when there is neither a state nor anything else to say.
  var box: View? {
    let days = changeDays
    let panels = zip([nil] + days, days + [nil]).map(panel)
    guard let status = entry.status else {
      let isSaying = panels.contains { if case .object(let members) = $0 { members["notices"] != nil } else { false } }
      return isSaying ? .make(["tone": .text("changed"), "panels": .list(panels)]) : nil
    }
    let subject = State.validity.contains(status.state) ? "有效性" : "状态"
    return .make(["tone": .text(status.state.tone.rawValue), "subject": .text(subject), "panels": .list(panels)])
  }

  /// The later days on which the box changes.
  private var changeDays: [CalendarDate] {
    let steps = entry.status?.upcoming.compactMap(\.from) ?? []
    let begins = entry.commencements(after: corpus.asOf).map(\.on)
    return Set(steps + acts.coming.compactMap(\.effectiveOn) + begins).sorted()
  }

  private func panel(_ from: CalendarDate?, _ until: CalendarDate?) -> View {
    let day = from ?? corpus.asOf
    let acts = acts.on(day)
    let step = entry.status?.upcoming.last { $0.from.map { $0 <= day } ?? false }
    let state = step?.state ?? entry.status?.state
    let since = step?.from ?? entry.status?.since
    let notices = Notices(corpus: corpus, entry: entry, address: address).all(state, acts: acts, on: day)
    return .make([
      "from": .optional(from?.iso), "until": .optional(until?.iso), "isLater": .flag(from != nil),
      "statement": .optional(state.map { statement($0, since: since, acts: acts) }),
      "notices": View.items(notices).map { .make(["items": $0]) },
    ])
  }

  /// The sentence beside the badge.
  private func statement(_ state: State, since: CalendarDate?, acts: Acts) -> String {
    switch state {
    case .inForce:
      let end = end(acts)
      if let since { return "自\(since.chinese)起施行\(end.isEmpty ? "" : "，" + end)。" }
      return end.isEmpty ? state.explanation : "正在施行，\(end)。"
    case .amended, .partiallyRepealed:
      let end = end(acts)
      return state.explanation + (end.isEmpty ? "" : end + "。")
    case .notYetInForce: return document.effectiveOn.map { "自\($0.chinese)起施行，目前尚未施行。" } ?? state.explanation
    case .repealed: return acts.past.contains { $0.kind.endsTarget && $0.isWhole } ? "不再施行，仅供查考。" : state.explanation
    case .expired: return expiry(acts)
    case .open: return document.closesOn.map { "征求意见至\($0.chinese)，欢迎提出意见。" } ?? state.explanation
    case .current: return document.closesOn.map { "公示至\($0.chinese)。" } ?? state.explanation
    case .enrolling:
      return document.closesOn.map { "报名至\($0.chinese)\(document.heldOn.map { "，\($0.chinese)举行" } ?? "")。" }
        ?? state.explanation
    case .enrolled: return document.heldOn.map { "报名已经结束，\($0.chinese)举行。" } ?? state.explanation
    case .upcoming: return document.opensOn.map { "\($0.chinese)开始。" } ?? state.explanation
    default: return state.explanation
    }
  }

  /// The end of the term, unless a notice about its extension gives it.
  private func end(_ acts: Acts) -> String {
    if (acts.past + acts.coming).contains(where: { $0.kind == .extends && $0.until != nil }) { return "" }
    return document.expiresOn.map { "有效期至\($0.chinese)" } ?? ""
  }

  private func expiry(_ acts: Acts) -> String {
    if acts.past.contains(where: { $0.kind == .terminates && $0.isWhole }) { return "不再有效，仅供查考。" }
    let last = acts.past.last { $0.kind == .extends && $0.until != nil }?.until ?? document.expiresOn
    return last.map { "有效期已于\($0.chinese)届满，仅供查考。" } ?? State.expired.explanation
  }
}
