import Base
import Papers

/// Reads one file: its text, its YAML, single values and its Markdown. Mistakes are collected as findings, in the order
/// in which they are detected.
struct FileReader {
  /// The file as it is on disk.
  let source: SourceText
  private(set) var findings: [Diagnostic] = []
  /// The 机关代字 of the site's offices.
  var agencyCodes = AgencyCodes()
  /// Mistakes in the YAML whose meaning is certain: reported, and read as they were meant.
  var corrections: [Correction] = []
  /// Whether the meaning of a value had to be guessed.
  var hasUncertainValues = false
  /// Lines in which a character was reported that makes nonsense of the rest, in order: other findings there would put
  /// the blame on something else.
  private var explained: [Range<Int>] = []

  /// Starts without findings.
  init(source: SourceText) { self.source = source }

  /// Whether anything is an error, so that the result must be left out.
  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Adds a finding at a byte range of the file, or for nil about the whole file.
  mutating func add(
    _ rule: String, _ severity: Severity = .error, at place: Range<Int>?, _ message: String, cures: [String] = [],
    related: [(Range<Int>, String)] = []
  ) {
    if let place, isExplained(place) { return }
    findings.append(
      Diagnostic(
        rule, severity, at: place.map(source.location(of:)) ?? source.whole, message, cures: cures,
        related: related.map { Diagnostic.Related(source.location(of: $0.0), $0.1) }))
  }

  /// Drops further findings in a line.
  mutating func explain(_ line: Range<Int>) {
    if explained.last != line { explained.append(line) }
  }

  private func isExplained(_ place: Range<Int>) -> Bool {
    explained.contains { $0.lowerBound <= place.lowerBound && place.lowerBound < $0.upperBound }
  }

  /// Adds a finding that already has its location.
  mutating func add(_ finding: Diagnostic) { findings.append(finding) }

  /// Adds findings about another file that this one depends on.
  mutating func add(_ findings: [Diagnostic]) { self.findings += findings }
}
