import Base

/// The findings about one file, in the order in which they were made.
struct Findings {
  /// The file they are about.
  let source: SourceText
  private(set) var list: [Diagnostic] = []

  /// Begins without findings.
  init(source: SourceText) { self.source = source }

  /// Whether a document made from this file must be left out.
  var hasErrors: Bool { list.contains { $0.severity == .error } }

  /// Adds a finding at a byte range of the file; nil: the file as a whole.
  mutating func add(
    _ rule: String, _ severity: Severity = .error, at place: Range<Int>?, _ message: String, cures: [String] = [],
    related: [(Range<Int>, String)] = []
  ) {
    list.append(
      Diagnostic(
        rule, severity, at: place.map(source.location(of:)) ?? source.whole, message, cures: cures,
        related: related.map { Diagnostic.Related(source.location(of: $0.0), $0.1) }))
  }

  /// Adds a finding that has its place already.
  mutating func add(_ finding: Diagnostic) { list.append(finding) }

  /// Adds findings about another file that the document needs.
  mutating func add(_ findings: [Diagnostic]) { list += findings }
}
