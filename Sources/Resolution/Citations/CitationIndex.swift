package import Documents
import Papers

/// A document that a public document cites in its text.
package struct CitationEntry: Sendable, Hashable {
  /// The other document.
  package let id: DocumentID
  /// The provisions, as written, each once: 第三条第一款.
  package internal(set) var clauses: [String]
}

/// Who cites whom in the public texts, in both directions.
package struct CitationIndex: Sendable {
  /// What each document cites, in reading order.
  package private(set) var cited: [DocumentID: [CitationEntry]] = [:]
  /// What cites each document, by id.
  package private(set) var citing: [DocumentID: [CitationEntry]] = [:]

  init(_ corpus: Corpus) {
    for entry in corpus.shown where !entry.document.body.mentions.isEmpty {
      let source = entry.document.id
      var found: [CitationEntry] = []
      var resolver = CitationResolver(corpus, entry.document)
      for statement in entry.document.body.mentions {
        guard case .document(let target) = resolver.meaning(of: statement.mention) else { continue }
        let id = target.document.id
        let names = statement.mention.clauses.map(\.name)
        let place = found.firstIndex { $0.id == id } ?? found.endIndex
        if place == found.endIndex { found.append(CitationEntry(id: id, clauses: [])) }
        for name in names where !found[place].clauses.contains(name) { found[place].clauses.append(name) }
      }
      if found.isEmpty { continue }
      cited[source] = found
      for citation in found {
        citing[citation.id, default: []].append(CitationEntry(id: source, clauses: citation.clauses))
      }
    }
  }
}

extension Corpus {
  /// The public documents that cite one in their texts, without those that a declared relation connects with it. In the order of ids.
  package func citing(_ entry: CorpusEntry) -> [CitationEntry] {
    guard let all = citations.citing[entry.document.id] else { return [] }
    let targets = entry.outgoing.compactMap { relation in
      if case .document(let id) = relation.target { id } else { nil }
    }
    let fields = entry.document.fieldReferences.compactMap { target(of: $0, in: entry.document)?.document.id }
    let declared = Set(targets + fields + entry.incoming.filter { $0.outside == nil }.map(\.source))
    return all.filter { !declared.contains($0.id) }
  }
}
