package import Diagnostics
package import Documents
package import Resolution

/// What the rules look at: the whole library and its corpus on a day.
package struct AuditContext: Sendable {
  package let corpus: Corpus
  /// Every valid document, public or not, by id.
  package let documents: [Document]
  package let columns: [Column]
  package let resolver: LinkResolver
  /// Plain files by content path.
  package let files: [String: Int]
  /// Paths in Content/ of the files of documents that could not be read: they have findings of their own, and nothing
  /// that follows from their absence is one.
  package let failedFiles: Set<String>

  /// Gathers what the rules need.
  package init(corpus: Corpus, documents: [Document], files: [String: Int], failedFiles: Set<String> = []) {
    self.corpus = corpus
    self.documents = documents
    self.columns = corpus.columns
    self.files = files
    self.failedFiles = failedFiles
    let failed = Set(failedFiles.map(DocumentID.init(sourcePath:)))
    self.failed = failed
    self.resolver = LinkResolver(corpus: corpus, documents: documents, files: files, failed: failed)
  }

  /// The documents of ``failedFiles``.
  let failed: Set<DocumentID>

  /// Whether `path` is in `folder` or below it.
  static func contains(_ folder: String, _ path: String) -> Bool { folder.isEmpty || path.hasPrefix(folder + "/") }

  /// The folder of a path in Content/; empty at the top.
  static func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
}

/// One check over the corpus. Its doc comment is its documentation; its findings carry its id.
protocol Rule: Sendable {
  /// Findings in any order.
  func findings(in context: AuditContext) -> [Diagnostic]
}

/// All rules.
package enum Audit {
  private static let rules: [any Rule] = [DeadLinks(), FileNameClash(), UnusedFiles(), EmptyColumns()]

  /// What every rule finds, and what did not resolve, sorted.
  package static func findings(in context: AuditContext) -> [Diagnostic] {
    (context.corpus.findings + rules.flatMap { $0.findings(in: context) }).sorted()
  }
}
