import Base
import Documents
import Resolution

/// The documents that replaced one another (替代), as seen from one of them.
struct Replacements {
  let corpus: Corpus

  /// All other versions, in no particular order; each once, however the chain runs.
  func others(of entry: CorpusEntry) -> [CorpusEntry] {
    var found: Set<DocumentID> = [entry.document.id]
    var versions: [CorpusEntry] = []
    var open = [(entry, Self.older), (entry, Self.newer)]
    while let (next, step) = open.popLast() {
      for id in step(next) where found.insert(id).inserted {
        guard let version = corpus[id] else { continue }
        versions.append(version)
        open.append((version, step))
      }
    }
    return versions
  }

  /// The document that replaces `entry` on a day: the end of the chain of replacements in effect by then; nil when
  /// nothing replaced it.
  func successor(of entry: CorpusEntry, on day: CalendarDate) -> CorpusEntry? {
    var seen: Set<DocumentID> = [entry.document.id]
    var newest: CorpusEntry?
    var current = entry
    while let act = current.acts.on(day).past.last(where: { $0.kind == .replaces && $0.isWhole && $0.outside == nil }),
      seen.insert(act.source).inserted, let next = corpus[act.source]
    {
      newest = next
      current = next
    }
    return newest
  }

  private static func newer(_ entry: CorpusEntry) -> [DocumentID] {
    entry.incoming.filter { $0.kind == .replaces && $0.isWhole && $0.outside == nil }.map(\.source)
  }

  private static func older(_ entry: CorpusEntry) -> [DocumentID] {
    entry.outgoing.compactMap { relation in
      guard relation.kind == .replaces, relation.isWhole, case .document(let id) = relation.target else { return nil }
      return id
    }
  }
}
