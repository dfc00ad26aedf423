package import Resolution

/// Everything that pages are made of: the corpus and the files beside its texts.
package struct RenderInput: Sendable {
  package let corpus: Corpus
  package let resolver: LinkResolver
  /// SHA-256 in hexadecimal of every file that is published, by content path.
  package let fileHashes: [String: String]

  /// Gathers the input.
  package init(corpus: Corpus, resolver: LinkResolver, fileHashes: [String: String]) {
    self.corpus = corpus
    self.resolver = resolver
    self.fileHashes = fileHashes
  }
}
