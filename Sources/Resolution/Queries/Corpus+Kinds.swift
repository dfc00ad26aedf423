package import Documents

extension Corpus {
  /// The kind of a document.
  package func kind(of document: Document) -> Kind? { kinds[document.kind] }

  /// The kind of a public document.
  package func kind(of entry: CorpusEntry) -> Kind? { kinds[entry.document.kind] }

  /// The lifecycle of a document's kind.
  package func lifecycle(of document: Document) -> Lifecycle { kind(of: document)?.lifecycle ?? .none }
}
