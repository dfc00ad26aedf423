import Base
import Papers

/// Reads one file: its text, its YAML, single values and its Markdown. Mistakes are collected as findings, in the order
/// in which they are detected.
struct FileReader {
  /// The file as it is on disk.
  let source: SourceText
  /// Its findings, up to ``Diagnostic/limitPerFile``, and those of other files that it depends on.
  var findings: [Diagnostic] {
    let all = listed + (unlisted.map { [.more($0.count, $0.severity, at: $0.location)] } ?? [])
    return secrets.isEmpty ? all : all.map { $0.hiding(secrets) }
  }
  private var listed: [Diagnostic] = []
  /// How many more findings there are, how serious they are, and where the first is.
  private var unlisted: (count: Int, severity: Severity, location: Diagnostic.Location)?
  private var lines: LineIndex
  /// The 机关代字 of the site's offices.
  var agencyCodes = AgencyCodes()
  /// Mistakes in the YAML whose meaning is certain: reported, and read as they were meant.
  var corrections: [Correction] = []
  /// Whether the meaning of a value had to be guessed.
  var hasUncertainValues = false
  /// Lines in which a character was reported that makes nonsense of the rest, in order: other findings there would put
  /// the blame on something else.
  private var explained: [Range<Int>] = []

  /// What no finding may quote.
  private var secrets: Set<String> = []

  /// Keeps a text out of the report, whichever finding quotes its line.
  mutating func hide(_ secret: String) {
    if secrets.count < Diagnostic.limitPerFile { secrets.insert(secret) }
  }

  /// Starts without findings.
  init(source: SourceText) {
    self.source = source
    lines = LineIndex(source)
  }

  /// Whether anything is an error, so that the result must be left out.
  var hasErrors: Bool { unlisted?.severity == .error || listed.contains { $0.severity == .error } }

  /// Whether further findings are only counted.
  var isFull: Bool { listed.count >= Diagnostic.limitPerFile }

  /// Where bytes are, as an editor shows it.
  mutating func location(of place: Range<Int>) -> Diagnostic.Location { lines.location(of: place) }

  /// Adds a finding at a byte range of the file, or for nil about the whole file.
  mutating func add(
    _ rule: String, _ severity: Severity = .error, at place: Range<Int>?, _ message: String, cures: [String] = [],
    related: [(Range<Int>, String)] = [], edits: [Diagnostic.Edit] = [], isRecoded: Bool = false
  ) {
    if let place, isExplained(place) { return }
    if isFull { return count(severity, at: unlisted?.location ?? place.map { location(of: $0) } ?? source.whole) }
    listed.append(
      Diagnostic(
        rule, severity, at: place.map { location(of: $0) } ?? source.whole, message, cures: cures,
        related: related.map { Diagnostic.Related(location(of: $0.0), $0.1) }, edits: edits, isRecoded: isRecoded))
  }

  /// What `fix` writes in place of bytes of the file.
  func edit(_ place: Range<Int>, _ new: String) -> Diagnostic.Edit {
    Diagnostic.Edit(place, old: String(decoding: source.bytes[place], as: UTF8.self), new: new)
  }

  /// What `fix` writes in place of a value, which may stand in quotation marks; nothing if it is written in another way.
  func edits(_ old: String, _ new: String, in place: Range<Int>) -> [Diagnostic.Edit] {
    guard place.upperBound <= source.bytes.count, let found = source.bytes[place].firstRange(of: Array(old.utf8)) else {
      return []
    }
    return [edit(found, new)]
  }

  private mutating func count(_ severity: Severity, at location: Diagnostic.Location) {
    let before = unlisted ?? (0, severity, location)
    unlisted = (before.count + 1, min(before.severity, severity), before.location)
  }

  /// Says that nothing after a place was checked.
  mutating func stop(at place: Range<Int>) {
    listed.append(
      Diagnostic(
        "table-findings", at: location(of: place), "问题已超过 \(Diagnostic.limitPerFile) 处，这一行以后没有检查",
        cures: ["先改正以上各处，再检查一次"]))
  }

  /// Drops further findings in a line.
  mutating func explain(_ line: Range<Int>) {
    if explained.last != line { explained.append(line) }
  }

  func isExplained(_ place: Range<Int>) -> Bool {
    explained.contains { $0.lowerBound <= place.lowerBound && place.lowerBound < $0.upperBound }
  }

  /// Adds a finding that already has its location.
  mutating func add(_ finding: Diagnostic) {
    if isFull { return count(finding.severity, at: finding.location) }
    listed.append(finding)
  }

  /// Adds findings about another file that this one depends on, which has a limit of its own.
  mutating func add(_ findings: [Diagnostic]) { listed += findings }
}
