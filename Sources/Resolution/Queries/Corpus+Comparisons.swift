import Base
package import Documents

/// Two texts that stand side by side on a page of their own (新旧对照): a public document and one that it replaces, or a text of a
/// document and the one before it.
package struct ComparedPair: Sendable {
  /// The name of its page below that of the new document.
  package let name: String
  package let old, new: ComparedText

  /// The address of its page.
  package var url: String { DocumentFile.comparison(name).url(beside: new.entry.document.url) }

  /// Whether both are texts of one document.
  package var isOfOne: Bool { new.text != nil }

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

/// One side of a comparison.
package struct ComparedText: Sendable {
  package let entry: CorpusEntry
  /// Nil: the text that the document shows.
  package let text: DatedText?

  init(_ entry: CorpusEntry, _ text: DatedText? = nil) {
    self.entry = entry
    self.text = text
  }

  package var body: Body { text?.body ?? entry.document.body }
}

extension Corpus {
  /// The pairs in which a document has the new text: its own texts one after the other, then those of the documents that it
  /// replaces as a whole.
  package func comparisons(of entry: CorpusEntry) -> [ComparedPair] {
    // The other site has them.
    if entry.document.isRegional { return [] }
    let texts = entry.document.texts
    let own = zip(texts, texts.dropFirst()).map { old, new in
      ComparedPair(name: new.name, old: ComparedText(entry, old), new: ComparedText(entry, new))
    }
    guard !entry.document.body.isEmpty else { return own }
    return own
      + ComparedPair.names(entry.outgoing.compactMap(\.replacedWhole)).compactMap { target, name in
        self[target].flatMap { old in
          !old.document.body.isEmpty ? ComparedPair(name: name, old: ComparedText(old), new: ComparedText(entry)) : nil
        }
      }
  }

  /// The pair of two documents; nil if there is none.
  package func comparison(of old: CorpusEntry, with new: CorpusEntry) -> ComparedPair? {
    comparisons(of: new).first { !$0.isOfOne && $0.old.entry.document.id == old.document.id }
  }

  /// The names of the pages that compare documents with those they replace, once both are public.
  var comparisonNames: [DocumentID: [String]] {
    let replaced = relations.compactMap { relation in relation.replacedWhole.map { (relation.source, $0) } }
    return Dictionary(grouping: replaced, by: \.0).mapValues { ComparedPair.names($0.map(\.1)).map(\.name) }
  }
}

extension Relation {
  /// The document that it replaces as a whole.
  fileprivate var replacedWhole: DocumentID? {
    guard kind == .replaces, isWhole, outside == nil, !isOnCopy, case .document(let id) = target else { return nil }
    return id
  }
}
