import Documents
import Resolution

/// The relations of a document in both directions, each in its own words.
struct RelationsView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// Relations by their word, own ones first, then those of other documents; without those that the page's template shows
  /// in a place of their own.
  var groups: [View] {
    let template = corpus.kinds[entry.document.kind]?.template
    let own = RelationKind.allCases.filter { !($0 == .basedOn && template == "question") }.map { kind in
      (kind.heading, entry.outgoing.filter { $0.kind == kind }.map(outgoing))
    }
    let others = RelationKind.allCases.filter { !($0 == .outcomeOf && template == "consultation") }.map { kind in
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
      "dateText": .optional(relation.kind.isAct ? day(of: relation) : nil),
      "note": note(relation),
      "status": other.status.map { .badge($0, lifecycle: corpus.kinds[other.document.kind]?.lifecycle ?? .none) },
    ])
  }

  /// Since when an act has its effect; one whose document was withdrawn before its day has none.
  private func day(of act: Relation) -> String? {
    guard let day = act.effectiveOn, case .document(let id) = act.target, let target = corpus[id] else { return nil }
    let acts = Acts(on: target, in: corpus)
    guard acts.past.contains(act) || acts.coming.contains(act) else { return "未发生效力" }
    return act.kind == .annuls || act.kind == .corrects ? day.chinese : day.chinese + "起"
  }

  private func note(_ relation: Relation) -> View? {
    let until = relation.until.map { "延长至\($0.chinese)" } ?? ""
    return .optional([relation.provisions, until, relation.note ?? ""].filter { !$0.isEmpty }.joined(separator: "；"))
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
