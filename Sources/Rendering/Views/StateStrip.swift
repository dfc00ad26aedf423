import Base
import Documents
import Resolution

extension Shape {
  static let strip: Shape = .object([
    "label": .text, "tone": .text, "when": .text, "lead": .text, "title": .text, "href": .text,
    "comparison": .text,
  ])
}

/// What stays in view while a text is read that does not, or not as printed, apply: the state, since when, and what to
/// read instead. A reader may arrive at an article in the middle.
struct StateStrip {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// Nil for a state in which the text applies as it stands, and for records that are no rules.
  ///
  /// - Parameter acts: As of the day.
  func view(_ state: State, since: CalendarDate?, acts: Acts, on day: CalendarDate) -> View? {
    switch state {
    case .repealed, .expired:
      return view(state, when: since.map { "\($0.chinese)起" }, instead(acts, on: day))
    case .annulled: return view(state, when: since.map(\.chinese), instead(acts, on: day))
    case .notYetInForce: return view(state, when: entry.document.effectiveOn.map { "\($0.chinese)起施行" }, nil)
    case .amended, .partiallyRepealed:
      return acts.past.last(where: changes).map { view(state, when: nil, source($0)) }
        ?? (entry.document.textFrom == nil ? view(state, when: nil, nil) : nil)
    default: return nil
    }
  }

  private typealias Instead = (lead: String, actor: Actor)

  /// The newest version, or else what ended this one.
  private func instead(_ acts: Acts, on day: CalendarDate) -> Instead? {
    if let newest = Replacements(corpus: corpus).successor(of: entry, on: day) {
      return (newest.isInForce(on: day) ? "现行：" : "替代文件：", Actor(newest, from: address))
    }
    return source(acts.past.last { $0.isWhole && $0.kind.endsTarget })
  }

  private func source(_ act: Relation?) -> Instead? {
    act.flatMap { Actor(of: $0, in: corpus, from: address) }.map { ("见", $0) }
  }

  /// Short, as there is one line.
  private static func name(_ actor: Actor) -> String {
    Actor.citation(actor.entry?.document.shortTitle ?? actor.title, nil)
  }

  /// Whether a reader of the text that is shown has to read the act, too.
  private func changes(_ act: Relation) -> Bool {
    (act.kind == .amends || act.kind.endsTarget) && !entry.document.incorporates(act)
  }

  private func view(_ state: State, when: String?, _ instead: Instead?) -> View {
    .make([
      "label": .text(state.label), "tone": .text(state.tone.rawValue), "when": .optional(when),
      "lead": .optional(instead?.lead), "title": .optional(instead.map { Self.name($0.actor) }),
      "href": .optional(instead?.actor.href),
      "comparison": instead?.actor.entry.flatMap { corpus.comparison(of: entry, with: $0) }.map {
        .text(address.href($0.url))
      },
    ])
  }
}
