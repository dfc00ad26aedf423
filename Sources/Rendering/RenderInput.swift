package import Documents
package import Markdown
package import Resolution

/// Everything that pages are made of: the corpus, the rendered texts and the files beside them.
package struct RenderInput: Sendable {
  package let corpus: Corpus
  package let resolver: LinkResolver
  /// Rendered bodies of public documents.
  package let bodies: [DocumentID: MarkdownText]
  /// Rendered introductions by column path.
  package let introductions: [String: MarkdownText]
  /// SHA-256 in hexadecimal of every file that is published, by content path.
  package let fileHashes: [String: String]

  /// Gathers the input.
  package init(
    corpus: Corpus, resolver: LinkResolver, bodies: [DocumentID: MarkdownText], introductions: [String: MarkdownText],
    fileHashes: [String: String]
  ) {
    self.corpus = corpus
    self.resolver = resolver
    self.bodies = bodies
    self.introductions = introductions
    self.fileHashes = fileHashes
  }
}
