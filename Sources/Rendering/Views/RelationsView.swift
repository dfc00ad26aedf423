import Documents
import Resolution

/// How a document stands to others: its status in words, its banner, and its relations in both directions.
struct RelationsView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// The badge with its sentence.
  func status(_ status: Status, of document: Document) -> View {
    let lifecycle = corpus.kinds[document.kind]?.lifecycle ?? .none
    return View.badge(status, lifecycle: lifecycle).adding([
      "statement": .text(statement(status, document)), "since": .day(status.since), "until": .day(status.until),
    ])
  }

  private func statement(_ status: Status, _ document: Document) -> String {
    let since = status.since.map { "自\($0.chinese)起" } ?? ""
    let until = status.until.map { "至\($0.chinese)" } ?? ""
    switch status.state {
    case .inForce:
      let end = document.expiresOn.map { "，有效期至\($0.chinese)" } ?? ""
      return since.isEmpty ? status.state.explanation : "\(since)施行\(end)。"
    case .notYetInForce: return document.effectiveOn.map { "自\($0.chinese)起施行，目前尚未施行。" } ?? status.state.explanation
    case .repealed, .annulled: return "\(status.state.explanation)"
    case .expired: return document.expiresOn.map { "有效期已于\($0.chinese)届满，仅供查考。" } ?? status.state.explanation
    case .open: return until.isEmpty ? status.state.explanation : "征求意见\(until)，欢迎提出意见。"
    case .current: return until.isEmpty ? status.state.explanation : "公示\(until)。"
    case .upcoming: return document.opensOn.map { "\($0.chinese)开始。" } ?? status.state.explanation
    default: return status.state.explanation
    }
  }

  /// A notice at the top of what is not, or no longer wholly, in force: by what, since when.
  var banner: View? {
    guard let status = entry.status, let heading = Self.bannerHeading[status.state] else { return nil }
    let since = status.since.map { "自\($0.chinese)起" } ?? ""
    let verb = Self.bannerVerb[status.state]
    var parts: [View] = []
    for (index, id) in status.by.enumerated() {
      guard let acting = corpus[id]?.document else { continue }
      parts.append(.make(["text": .text(index == 0 ? "\(since)被" : "、")]))
      let number = acting.documentNumber.map { "（\($0.text)）" } ?? ""
      parts.append(.make(["text": .text("《\(acting.title)》\(number)"), "href": .text(address.href(acting.url))]))
    }
    if let verb, !parts.isEmpty { parts.append(.make(["text": .text(verb + "。")])) }
    // Without an acting document the sentence beside the badge has said everything.
    if parts.isEmpty { return nil }
    return .make(["tone": .text(status.state.tone), "heading": .text(heading), "parts": .list(parts)])
  }

  private static let bannerHeading: [State: String] = [
    .repealed: "本文件已废止", .expired: "本文件已失效", .annulled: "本文件自始无效", .notYetInForce: "本文件尚未施行",
    .partiallyRepealed: "本文件部分条款已废止", .amended: "本文件已被修改",
  ]
  private static let bannerVerb: [State: String] = [.repealed: "废止", .partiallyRepealed: "部分废止", .amended: "修改"]

  /// Relations by their word, own ones first, then those of other documents.
  var groups: [View] {
    let own = RelationKind.allCases.map { kind in
      (kind.heading, entry.outgoing.filter { $0.kind == kind }.map(outgoing))
    }
    let others = RelationKind.allCases.map { kind in
      (kind.inverseHeading, entry.incoming.filter { $0.kind == kind }.compactMap(incoming))
    }
    return (own + others).filter { !$0.1.isEmpty }.map { .make(["name": .text($0.0), "items": .list($0.1)]) }
  }

  /// The targets of one relation.
  func items(_ kind: RelationKind) -> View? {
    View.items(entry.outgoing.filter { $0.kind == kind }.map(outgoing))
  }

  private func outgoing(_ relation: Relation) -> View {
    switch relation.target {
    case .document(let id): corpus[id].map { item($0, relation) } ?? .make(["title": .text(id.path)])
    case .external(let title, let number, let url):
      .make([
        "title": .text(title), "documentNumber": .optional(number), "href": url.map { .text(BodyWriter.safeURL($0)) },
        "external": .flag(url != nil), "note": note(relation),
      ])
    }
  }

  private func incoming(_ relation: Relation) -> View? { corpus[relation.source].map { item($0, relation) } }

  private func item(_ other: CorpusEntry, _ relation: Relation) -> View {
    .make([
      "title": .text(other.document.title), "href": .text(address.href(other.document.url)),
      "documentNumber": .optional(other.document.documentNumber?.text),
      "dateText": Self.dated.contains(relation.kind) ? .optional(relation.effectiveOn.map { "\($0.chinese)起" }) : nil,
      "note": note(relation),
      "status": other.status.map { .badge($0, lifecycle: corpus.kinds[other.document.kind]?.lifecycle ?? .none) },
    ])
  }

  private static let dated: Set<RelationKind> = [.repeals, .replaces, .amends]

  private func note(_ relation: Relation) -> View? {
    .optional(
      ([relation.articles.joined(separator: "、"), relation.note ?? ""]).filter { !$0.isEmpty }.joined(separator: "；"))
  }
}

extension RelationKind {
  /// Over the documents that this one acts on.
  var heading: String {
    switch self {
    case .repeals: "本文件废止的文件"
    case .amends: "本文件修改的文件"
    case .replaces: "本文件替代的文件"
    case .annuls: "本文件撤销的文件"
    case .terminates: "本文件宣布失效的文件"
    case .extends: "本文件延长有效期的文件"
    case .corrects: "本文件更正的文件"
    case .basedOn: "制定依据"
    case .interprets: "解读的文件"
    case .outcomeOf: "反馈的征集"
    case .evaluates: "评价的政策"
    case .contains: "收录的文件"
    }
  }

  /// Over the documents that act on this one.
  var inverseHeading: String {
    switch self {
    case .repeals: "废止本文件的文件"
    case .amends: "修改本文件的文件"
    case .replaces: "替代本文件的文件"
    case .annuls: "撤销本文件的文件"
    case .terminates: "宣布本文件失效的文件"
    case .extends: "延长本文件有效期的文件"
    case .corrects: "对本文件的更正"
    case .basedOn: "以本文件为依据的文件"
    case .interprets: "相关解读"
    case .outcomeOf: "结果反馈"
    case .evaluates: "政策评价"
    case .contains: "收录本文件的文件集"
    }
  }
}
