import Base
import Documents

/// A public document and one that it replaces, whose texts stand side by side on a page of their own (新旧对照).
package struct ComparedPair: Sendable {
  /// The name of its page below that of the new document.
  package let name: String
  package let old: CorpusEntry
  package let new: CorpusEntry

  /// The address of its page.
  package var url: String { DocumentFile.comparison(name).url(beside: new.document.url) }

  /// The names of the pages of documents that one replaces: the last part of each one's path, and the whole path where
  /// two end alike.
  static func names(_ targets: [DocumentID]) -> [(target: DocumentID, name: String)] {
    Set(targets).sorted().map { target in
      let name = target.path.lastSegment
      let isAlone = !targets.contains { $0 != target && $0.path.lastSegment == name }
      return (target, isAlone ? name : target.path.split(separator: "/").joined(separator: "-"))
    }
  }
}

extension Corpus {
  /// The pairs in which a document is the new one: it replaces the other as a whole, and both have a text.
  package func comparisons(of entry: CorpusEntry) -> [ComparedPair] {
    guard !entry.document.body.isEmpty else { return [] }
    return ComparedPair.names(entry.outgoing.compactMap(\.replacedWhole)).compactMap { target, name in
      self[target].flatMap { old in
        !old.document.body.isEmpty ? ComparedPair(name: name, old: old, new: entry) : nil
      }
    }
  }

  /// The pair of two documents; nil if there is none.
  package func comparison(of old: CorpusEntry, with new: CorpusEntry) -> ComparedPair? {
    comparisons(of: new).first { $0.old.document.id == old.document.id }
  }

  /// The names of the comparison pages that documents will have once they are public, and so are those they replace.
  var comparisonNames: [DocumentID: [String]] {
    let replaced = relations.compactMap { relation in relation.replacedWhole.map { (relation.source, $0) } }
    return Dictionary(grouping: replaced, by: \.0).mapValues { ComparedPair.names($0.map(\.1)).map(\.name) }
  }
}

extension Relation {
  /// The document that it replaces as a whole.
  fileprivate var replacedWhole: DocumentID? {
    guard kind == .replaces, isWhole, outside == nil, case .document(let id) = target else { return nil }
    return id
  }
}
