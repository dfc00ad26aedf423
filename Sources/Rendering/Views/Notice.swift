import Base
import Documents
import Papers
import Resolution

extension Shape {
  /// A sentence made of text, links and badges.
  static let notice: Shape = .object([
    "parts": .list(.object(["text": .text, "href": .text, "badge": .status]))
  ])
}

/// Sentences about a document, with links to the others that they name.
struct Notices {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// A piece of a sentence.
  private enum Part {
    case text(String)
    case document(CorpusEntry)
    case badge(CorpusEntry)
    case actor(Actor)
  }

  /// `《…》（文号）`; nothing for a document that is not public.
  private func actor(of act: Relation) -> [Part] {
    Actor(of: act, in: corpus, from: address).map { [.actor($0)] } ?? []
  }

  /// What readers must know at the top of the page: what ended or changed the document by that day, what replaced it,
  /// and what is still to come.
  ///
  /// - Parameter acts: As of the day.
  func all(_ state: State?, acts: Acts, on day: CalendarDate) -> [View] {
    let isEnded = state?.isEnded ?? false
    let past = isEnded ? ended(state, acts, on: day) : changed(acts)
    return (past + (isEnded ? [] : pending(on: day) + coming(acts)) + interpreted).map(view)
  }

  // MARK: No longer in force

  private func ended(_ state: State?, _ acts: Acts, on day: CalendarDate) -> [[Part]] {
    let whole = acts.past.filter { $0.isWhole && Self.deciding($0.kind, state) }
    let successor = Replacements(corpus: corpus).successor(of: entry, on: day)
    // An act that repeals and replaces does both in one sentence.
    let outside = whole.filter { $0.outside != nil }.map { act in
      [.text(since(act) + "被")] + actor(of: act) + [.text(act.kind.words.verb + "。")]
    }
    let sources = Self.unique(whole.filter { $0.outside == nil }.map(\.source))
    let sentences =
      outside
      + sources.compactMap { source -> [Part]? in
        guard let act = whole.first(where: { $0.source == source }), let acting = corpus[source] else { return nil }
        let isNewest = successor?.document.id == source
        let isCurrent = isNewest && acting.isInForce(on: day)
        return [.text(since(act) + (isCurrent ? "被现行文件" : "被")), .document(acting)]
          + (isNewest ? [.badge(acting)] : []) + [.text(act.kind.words.verb + "。")]
      }
    let extensions = state == .expired && whole.isEmpty ? extensions(acts) : []
    guard let successor, !sources.contains(successor.document.id) else { return extensions + sentences }
    let lead = successor.isInForce(on: day) ? "现行文件是" : "最后的替代文件是"
    return extensions + sentences + [[.text(lead), .document(successor), .badge(successor), .text("。")]]
  }

  private static func deciding(_ kind: RelationKind, _ state: State?) -> Bool {
    switch state {
    case .annulled: kind == .annuls
    case .repealed: kind == .repeals || kind == .replaces
    default: kind == .terminates
    }
  }

  // MARK: Changed

  private func changed(_ acts: Acts) -> [[Part]] {
    let ends = acts.past.filter { $0.kind.endsTarget }
    let changes = acts.past.filter { $0.kind == .amends }
    let corrections = acts.past.filter { $0.kind == .corrects }
    return (ends + changes).map { effect($0) } + extensions(acts) + corrections.map { correction($0) }
  }

  /// `第十七条自2026年7月1日起被《…》（…）废止。`
  private func effect(_ act: Relation, will: Bool = false) -> [Part] {
    [.text(act.provisions + (will ? "将" : "") + since(act) + "被")] + actor(of: act)
      + [.text(act.kind.words.verb + "。")]
  }

  /// `有效期原定至2026年6月30日，经《…》（…）延长至2027年6月30日。`
  private func extensions(_ acts: Acts) -> [[Part]] {
    let past = acts.past.filter { $0.kind == .extends && $0.until != nil }
    let coming = acts.coming.filter { $0.kind == .extends && $0.until != nil }
    guard !(past + coming).isEmpty else { return [] }
    var parts: [Part] = []
    for (act, will) in past.map({ ($0, false) }) + coming.map({ ($0, true) }) {
      let own = parts.isEmpty ? entry.document.expiresOn.map { "有效期原定至\($0.chinese)，" } ?? "有效期" : "，"
      parts += [.text(own + (will ? "将自\(act.effectiveOn?.chinese ?? "")起经" : "经"))]
      parts += actor(of: act) + [.text("延长至\(act.until?.chinese ?? "")")]
    }
    return [parts + [.text("。")]]
  }

  /// `2026年8月3日更正：……，见《…》（…）。`
  private func correction(_ act: Relation, will: Bool = false) -> [Part] {
    let day = act.effectiveOn?.chinese ?? ""
    let what = [act.provisions, act.note.map(Self.withoutStop) ?? ""].filter { !$0.isEmpty }.joined(separator: "，")
    return [.text("\(will ? "将于" : "")\(day)更正" + (what.isEmpty ? "，见" : "：\(what)，见"))]
      + actor(of: act) + [.text("。")]
  }

  /// `第十条尚未施行，自2027年1月1日起施行。`
  private func pending(on day: CalendarDate) -> [[Part]] {
    entry.commencements(after: day).map { [.text("\($0.provisions)尚未施行，自\($0.on.chinese)起施行。")] }
  }

  private func coming(_ acts: Acts) -> [[Part]] {
    acts.coming.compactMap { act in
      switch act.kind {
      // Already covered by the extensions in effect.
      case .extends: nil
      case .corrects: correction(act, will: true)
      default: effect(act, will: true)
      }
    }
  }

  // MARK: About what is interpreted

  /// An interpretation says first what it is about, and outlives it: its readers have to be told.
  private var interpreted: [[Part]] {
    entry.outgoing.filter { $0.kind == .interprets }.compactMap { relation in
      guard case .document(let id) = relation.target, let target = corpus[id] else { return nil }
      guard target.status?.state.isEnded ?? false else {
        return [.text("解读的文件："), .document(target), .badge(target), .text("。")]
      }
      return [.text("所解读的"), .document(target), .badge(target), .text("已不再有效，本解读仅供查阅。")]
    }
  }

  // MARK: Words

  /// An annulled document was void even before the day it was declared so.
  private func since(_ act: Relation) -> String {
    act.effectiveOn.map { act.kind == .annuls ? $0.chinese : "自\($0.chinese)起" } ?? ""
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix("。") ? String(text.dropLast()) : text
  }

  private static func unique(_ ids: [DocumentID]) -> [DocumentID] {
    var seen: Set<DocumentID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  private func view(_ parts: [Part]) -> View {
    .make([
      "parts": .list(
        parts.map { part in
          switch part {
          case .text(let text): .make(["text": .text(text)])
          case .document(let other):
            .make(["text": .text(other.document.citation), "href": .text(address.href(other.document.url))])
          case .badge(let other): .make(["badge": badge(of: other)])
          case .actor(let actor): .make(["text": .text(actor.citation), "href": .optional(actor.href)])
          }
        })
    ])
  }

  private func badge(of other: CorpusEntry) -> View? {
    .badge(of: other, in: corpus)
  }
}

extension CorpusEntry {
  /// Whether it is in force on a day; a document without a state counts as in force.
  func isInForce(on day: CalendarDate) -> Bool { history.map { $0.state(on: day).isInForce } ?? true }
}

extension Document {
  /// `《标题》（文号）`; a title already wrapped in 《》 is not wrapped again.
  var citation: String { Actor.citation(title, documentNumber?.text) }
}
