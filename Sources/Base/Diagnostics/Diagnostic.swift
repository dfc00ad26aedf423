/// How much a finding weighs.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Nothing is published.
  case error
  /// Published; an editor should look.
  case warning

  /// The heavier one is less, so that sorting puts errors first.
  package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
}

/// What a check says: a value with a place, a sentence and a cure.
///
/// The message leads with the most specific word and states the rule, in Chinese; `rule` is ASCII and never changes
/// its meaning once released.
package struct Diagnostic: Sendable, Hashable {
  /// A stable id, shown in brackets: `document-number`.
  package let rule: String
  package let severity: Severity
  /// Where; never absent: what has no better place stands at the first character of its file.
  package let location: Location
  /// One sentence without a final stop.
  package let message: String
  /// What to do, one sentence each: “改为：高政办发〔2023〕3号”.
  package let cures: [String]
  /// Other places that belong to the finding, with a word each: “另一处在这里”.
  package let related: [Related]

  /// A place of a file with the text of its line, so that a printer needs no file.
  package struct Location: Sendable, Hashable {
    /// Relative to the site's root.
    package let path: String
    package let start: SourcePosition
    /// Characters from `start` that are meant, on one line; at least 1.
    package let length: Int
    /// The text of the line `start` is on; empty where there is none to show.
    package let sourceLine: String

    /// Makes a place from its parts.
    package init(path: String, start: SourcePosition = .start, length: Int = 1, sourceLine: String = "") {
      self.path = path
      self.start = start
      self.length = max(length, 1)
      self.sourceLine = sourceLine
    }
  }

  /// A second place of the same finding.
  package struct Related: Sendable, Hashable {
    package let location: Location
    package let message: String

    /// Makes a second place with its word.
    package init(_ location: Location, _ message: String) {
      self.location = location
      self.message = message
    }
  }

  /// Makes a finding.
  package init(
    _ rule: String, _ severity: Severity = .error, at location: Location, _ message: String, cures: [String] = [],
    related: [Related] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.message = message
    self.cures = cures
    self.related = related
  }
}

extension Diagnostic: Comparable {
  /// By path, position, severity, rule and message: a total order, so that output never depends on who was first.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.location.path != b.location.path {
      return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8)
    }
    if a.location.start != b.location.start { return a.location.start < b.location.start }
    if a.severity != b.severity { return a.severity < b.severity }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }
}
