import Base
import Documents
import Markdown
import Papers
import Resolution

/// The relations of a document in both directions, each with its own wording.
struct RelationsView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  private var kind: Kind? { corpus.kind(of: entry) }

  /// Relations by wording, the document's own first, then those of other documents; without those shown elsewhere on
  /// the page.
  var groups: [View] {
    // Contained documents have a section of their own, in their own order.
    let elsewhere: [RelationKind] = kind?.layout == .question ? [.contains, .basedOn] : [.contains]
    let own = RelationKind.allCases.filter { !elsewhere.contains($0) }.map { kind in
      (kind.words.heading, entry.outgoing.filter { $0.kind == kind }.map(outgoing))
    }
    let shown = (kind?.showsPeriod ?? false) ? shownOutcome : nil
    let others = RelationKind.allCases.flatMap { kind in
      incomingGroups(kind, entry.incoming.filter { $0.kind == kind && $0 != shown })
    }
    return (own + fields + others).filter { !$0.1.isEmpty }.map { .make(["name": .text($0.0), "items": .list($0.1)]) }
  }

  /// The outcome that a consultation's page shows at its top: the first.
  var shownOutcome: Relation? { entry.incoming.first { $0.kind == .outcomeOf } }

  /// The documents named by the kind's reference fields: 继续有效, 拟修改.
  private var fields: [(String, [View])] {
    (kind?.ownFields ?? []).filter { $0.type == .reference }.map { field in
      (field.label, entry.document.references(in: field.key).compactMap(item))
    }
  }

  private func item(_ reference: Reference) -> View? {
    if case .external(let title, let number, let url) = reference.target {
      return external(title, number, url, note: reference.note)
    }
    return corpus.target(of: reference, in: entry.document).map { item($0, dateText: nil, note: reference.note ?? "") }
  }

  /// Documents that contain this one are grouped by kind: a periodical prints it, a package collects it; questions that
  /// rest on it are no documents.
  private func incomingGroups(_ kind: RelationKind, _ relations: [Relation]) -> [(String, [View])] {
    if kind == .basedOn {
      let isQuestion = { (relation: Relation) in
        corpus[relation.source].flatMap { corpus.kind(of: $0) }?.layout == .question
      }
      return [
        ("常见问题", relations.filter(isQuestion).compactMap(incoming)),
        (kind.words.inverseHeading, relations.filter { !isQuestion($0) }.compactMap(incoming)),
      ]
    }
    guard kind == .contains else { return [(kind.words.inverseHeading, relations.compactMap(incoming))] }
    let byKind = Dictionary(grouping: relations) { corpus[$0.source]?.document.kind ?? "" }
    return byKind.keys.sorted().map { id in
      // 综合信息 tells a reader nothing.
      let container = corpus.kinds[id].flatMap { $0.layout == .page ? nil : $0 }
      let heading = container?.series.isEmpty == false ? "刊登于" : "收录于\(container?.readersLabel ?? "文件集")"
      return (heading, (byKind[id] ?? []).compactMap(incoming))
    }
  }

  /// The targets of one relation.
  func items(_ kind: RelationKind) -> View? {
    View.items(entry.outgoing.filter { $0.kind == kind }.map(outgoing))
  }

  private func outgoing(_ relation: Relation) -> View {
    switch relation.target {
    case .document(let id): corpus[id].map { item($0, relation) } ?? .make(["title": .text(id.path)])
    case .external(let title, let number, let url): external(title, number, url, note: note(relation))
    }
  }

  private func external(_ title: String, _ number: String?, _ url: String?, note: String?) -> View {
    .make([
      "title": .text(title), "documentNumber": .optional(number), "href": url.map { .text($0.encodedForURL) },
      "external": .flag(url != nil), "note": .optional(note),
    ])
  }

  private func incoming(_ relation: Relation) -> View? {
    if let outside = relation.outside {
      let parts = [day(of: relation) ?? "", note(relation)].filter { !$0.isEmpty }
      return external(outside.title, outside.documentNumber, outside.url, note: parts.joined(separator: "；"))
    }
    return corpus[relation.source].map { item($0, relation) }
  }

  private func item(_ other: CorpusEntry, _ relation: Relation) -> View {
    item(
      other, dateText: relation.kind.isAct ? day(of: relation) : nil, note: note(relation), fragment: clause(relation))
  }

  /// The provision that an interpretation is about.
  private func clause(_ relation: Relation) -> String? {
    guard relation.kind == .interprets, relation.source == entry.document.id else { return nil }
    return relation.articles.first.flatMap { Provision.named($0).first?.anchor }
  }

  private func item(_ other: CorpusEntry, dateText: String?, note: String, fragment: String? = nil) -> View {
    .make([
      "title": .text(other.document.title), "href": .text(address.href(other.document.url, fragment: fragment)),
      "documentNumber": .optional(other.document.documentNumber?.text),
      "dateText": .optional(dateText), "note": .optional(note),
      "status": .badge(of: other, in: corpus),
    ])
  }

  /// The day from which an act has effect; nil for one whose document was withdrawn before that day.
  private func day(of act: Relation) -> String? {
    guard let day = act.effectiveOn, case .document(let id) = act.target, let target = corpus[id] else { return nil }
    let acts = target.acts
    guard acts.past.contains(act) || acts.coming.contains(act) else { return "未发生效力" }
    return act.kind == .annuls || act.kind == .corrects ? day.chinese : day.chinese + "起"
  }

  private func note(_ relation: Relation) -> String {
    let until = relation.until.map { "延长至\($0.chinese)" } ?? ""
    return [relation.provisions, until, relation.note ?? ""].filter { !$0.isEmpty }.joined(separator: "；")
  }
}
