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
        "from": .text, "until": .text, "isLater": .truth, "statement": .text, "strip": .strip,
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
      return isSaying ? .make(["tone": .text(plainTone), "subject": .text("有效性"), "panels": .list(panels)]) : nil
    }
    let subject = State.validity.contains(status.state) ? "有效性" : "状态"
    return .make(["tone": .text(status.state.tone.rawValue), "subject": .text(subject), "panels": .list(panels)])
  }

  /// The tone of a box without a state of its own: of what it interprets, if that has ended, or of a correction.
  private var plainTone: String {
    let hasEnded = entry.outgoing.contains { relation in
      guard relation.kind == .interprets, case .document(let id) = relation.target else { return false }
      return corpus[id]?.status?.state.isEnded ?? false
    }
    return hasEnded ? Tone.ended.rawValue : acts.past.isEmpty ? "" : Tone.changed.rawValue
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
      "statement": .optional(state.map { statement($0, since: since, acts: acts, on: day) }),
      "strip": state.flatMap {
        StateStrip(corpus: corpus, entry: entry, address: address).view($0, since: since, acts: acts, on: day)
      },
      "notices": View.items(notices).map { .make(["items": $0]) },
    ])
  }

  /// The sentence beside the badge.
  private func statement(_ state: State, since: CalendarDate?, acts: Acts, on day: CalendarDate) -> String {
    switch state {
    case .inForce:
      let end = end(acts, after: day)
      if let since { return "自\(since.chinese)起施行\(end.isEmpty ? "" : "，" + end)。" }
      return end.isEmpty ? state.explanation : "正在施行，\(end)。"
    case .amended
    where acts.past.allSatisfy({ $0.kind != .amends || document.incorporates($0) }) && document.textFrom != nil:
      let end = end(acts, after: day)
      return "仍在施行。本页是\(document.textFrom?.chinese ?? "")起的文本，已经包含修改的内容" + (end.isEmpty ? "。" : "；\(end)。")
    case .amended, .partiallyRepealed:
      let end = end(acts, after: day)
      return state.explanation + (end.isEmpty ? "" : end + "。")
    case .notYetInForce: return document.effectiveOn.map { "自\($0.chinese)起施行，目前尚未施行。" } ?? state.explanation
    case .repealed:
      return acts.past.contains { $0.kind.endsTarget && $0.isWhole } ? "本文件已废止，不再作为办事依据，仅供查阅。" : state.explanation
    case .expired: return expiry(acts)
    case .open: return document.closesOn.map { "正在征求意见，\($0.chinese)截止，欢迎您提出意见。" } ?? state.explanation
    case .current: return document.closesOn.map { "公示至\($0.chinese)。" } ?? state.explanation
    case .enrolling:
      return document.closesOn.map { "\($0.chinese)报名截止\(document.heldOn.map { "，\($0.chinese)举行" } ?? "")。" }
        ?? state.explanation
    case .enrolled: return document.heldOn.map { "报名已经结束，\($0.chinese)举行。" } ?? state.explanation
    case .ended: return term.map { "公示期（\($0)）已满。" } ?? state.explanation
    case .upcoming: return document.opensOn.map { "\($0.chinese)开始。" } ?? state.explanation
    default: return state.explanation
    }
  }

  /// `2026年11月18日至24日`: what both days have in common is said once.
  private var term: String? {
    guard let first = document.opensOn, let last = document.closesOn else { return nil }
    let year = first.year == last.year ? "" : "\(last.year)年"
    let month = year.isEmpty && first.month == last.month ? "" : "\(last.month)月"
    return "\(first.chinese)至\(year)\(month)\(last.day)日"
  }

  /// The end of the term, unless a notice about its extension gives it. Where an act is known to end it sooner, both are
  /// said, so that the sentence and the notice below it agree.
  private func end(_ acts: Acts, after day: CalendarDate) -> String {
    if (acts.past + acts.coming).contains(where: { $0.kind == .extends && $0.until != nil }) { return "" }
    guard let last = document.expiresOn else { return "" }
    guard let ending = entry.ending(after: day), let act = ending.act?.words.event else {
      return "有效期至\(last.chinese)"
    }
    return "\(ending.from.chinese)起\(act)（原定有效期至\(last.chinese)）"
  }

  private func expiry(_ acts: Acts) -> String {
    if acts.past.contains(where: { $0.kind == .terminates && $0.isWhole }) { return "本文件已宣布失效，不再作为办事依据，仅供查阅。" }
    let last = acts.past.last { $0.kind == .extends && $0.until != nil }?.until ?? document.expiresOn
    return last.map { "有效期已于\($0.chinese)届满，不再作为办事依据，仅供查阅。" } ?? State.expired.explanation
  }
}
