package import Resolution

/// Everything that pages are made from: the corpus and the files beside its texts.
package struct RenderInput: Sendable {
  package let corpus: Corpus
  package let resolver: LinkResolver
  /// SHA-256 in hexadecimal of every published file, by content path.
  package let fileHashes: [String: String]
  package let revisions: Revisions

  /// Memberwise.
  package init(
    corpus: Corpus, resolver: LinkResolver, fileHashes: [String: String], revisions: Revisions = Revisions()
  ) {
    self.corpus = corpus
    self.resolver = resolver
    self.fileHashes = fileHashes
    self.revisions = revisions
  }
}
