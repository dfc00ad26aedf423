import Base
import Documents
import Papers
import Resolution

// What the document does to others, what others do to it, and what its text cites.
extension DocumentLine {
  /// Its own relations, in the order of their kinds.
  var relations: [JSONValue] {
    entry.outgoing.map { relation in
      .object(
        [.init("relation", .string(relation.kind.rawValue)), .init("target", target(relation.target))]
          + details(relation))
    }
  }

  /// The relations of others to it.
  var acts: [JSONValue] {
    entry.incoming.map { relation in
      let source =
        relation.outside.map { named($0.title, $0.documentNumber, $0.url) } ?? target(.document(relation.source))
      return .object(
        [.init("relation", .string(relation.kind.inverseName)), .init("source", source)] + details(relation))
    }
  }

  /// The documents that its text names, with the provisions.
  var cites: [JSONValue] {
    (corpus.citations.cited[document.id] ?? []).filter { !corpus.isRegional($0.id) }.map {
      .object(["id": .string($0.id.path), "articles": .strings($0.clauses)])
    }
  }

  private func details(_ relation: Relation) -> [JSONValue.Member] {
    [
      .init("on", day(relation.effectiveOn)), .init("until", day(relation.until)),
      .init("articles", .strings(relation.articles)), .init("note", .optional(relation.note)),
    ]
  }

  /// A document with title and number, so that a library that has it under another id knows it.
  func target(_ target: ResolvedTarget) -> JSONValue {
    switch target {
    case .document(let id):
      guard let found = corpus[id]?.document else { return .null }
      if let provenance = found.provenance {
        return named(found.title, found.documentNumber?.text, provenance.url)
      }
      return .object([
        "id": .string(id.path), "title": .string(found.title), "documentNumber": .optional(found.documentNumber?.text),
        "url": .string(input.address(found.url)),
      ])
    case .external(let title, let number, let url): return named(title, number, url)
    }
  }

  /// A document outside this library.
  private func named(_ title: String, _ number: String?, _ url: String?) -> JSONValue {
    .object([
      "id": .null, "title": .string(title), "documentNumber": .optional(number), "url": .optional(url),
    ])
  }
}
