import Base
package import Documents
package import Resolution

/// What an export is made of.
package struct ExchangeInput: Sendable {
  package let corpus: Corpus
  package let resolver: LinkResolver
  /// Size and SHA-256 of the published files, by content path.
  package let files: [String: FileFacts]
  /// The text of a document as its author wrote it, below the front matter, in the file that the day shows; nil if that is gone.
  package let markdown: @Sendable (Document) -> [UInt8]?

  /// What is known of a file.
  package struct FileFacts: Sendable, Hashable {
    package let byteCount: Int
    /// 64 lower-case hexadecimal digits.
    package let sha256: String

    /// Memberwise.
    package init(byteCount: Int, sha256: String) { (self.byteCount, self.sha256) = (byteCount, sha256) }
  }

  /// Memberwise.
  package init(
    corpus: Corpus, resolver: LinkResolver, files: [String: FileFacts],
    markdown: @escaping @Sendable (Document) -> [UInt8]?
  ) {
    (self.corpus, self.resolver, self.files, self.markdown) = (corpus, resolver, files, markdown)
  }

  /// The files that are published beside documents as they are, by content path, sorted. Tables are written anew.
  package static func publishedFiles(of corpus: Corpus, _ resolver: LinkResolver) -> [String] {
    let tables = Set(corpus.entries.flatMap(\.document.tableFiles).map(\.content))
    return Set(corpus.entries.flatMap { $0.document.files(resolver: resolver) }.map(\.content)).subtracting(tables)
      .sorted()
  }

  /// The absolute address of a page or a file, by its path below the root.
  func address(_ path: String) -> String { corpus.site.baseURL + path.encodedForURLPath }
}
