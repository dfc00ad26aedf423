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

  /// Gathers what the rules need.
  package init(corpus: Corpus, documents: [Document], files: [String: Int]) {
    self.corpus = corpus
    self.documents = documents
    self.columns = corpus.columns
    self.files = files
    self.resolver = LinkResolver(corpus: corpus, documents: documents, files: files)
  }
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
