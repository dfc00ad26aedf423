/// How serious a finding is.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Blocks publication.
  case error
  /// Does not block publication, but an editor should look at it.
  case warning

  /// Errors sort before warnings.
  package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
}

/// A finding of a check: its location, a message and how to fix it.
///
/// The message is Chinese, starts with the most specific word and states the rule; `rule` is ASCII and never changes
/// its meaning once released.
package struct Diagnostic: Sendable, Hashable {
  /// Stable id, shown in brackets: `document-number`.
  package let rule: String
  package let severity: Severity
  /// Never absent: a finding without a better location points at the first character of its file.
  package let location: Location
  /// One sentence without a full stop.
  package let message: String
  /// Suggested fixes, one sentence each: “改为：高政办发〔2023〕3号”.
  package let cures: [String]
  /// Other locations that belong to the finding, each with a label: “另一处在这里”.
  package let related: [Related]
  /// What `gongkai fix` writes into the file of ``location``, in order; empty if a person must decide.
  package let edits: [Edit]
  /// Whether `gongkai fix` writes the file of ``location`` anew, as ``ForeignEncoding/recoded(_:)`` gives it.
  package let isRecoded: Bool

  /// Whether `gongkai fix` can mend it.
  package var isMendable: Bool { isRecoded || !edits.isEmpty }

  /// Bytes of a file and what is right in their place.
  package struct Edit: Sendable, Hashable {
    package let range: Range<Int>
    /// What stands there, so that a file that was changed since is left alone.
    package let old: String
    package let new: String

    /// Memberwise.
    package init(_ range: Range<Int>, old: String, new: String) { (self.range, self.old, self.new) = (range, old, new) }
  }

  /// A location in a file together with the text of its line, so that reports do not have to read the file.
  package struct Location: Sendable, Hashable {
    /// Relative to the site's root.
    package let path: String
    package let start: SourcePosition
    /// Number of characters from `start`, all on one line; at least 1.
    package let length: Int
    /// The text of the line that `start` is on, of a long line the part around `start`; empty when there is nothing to quote.
    package let sourceLine: String
    /// What `sourceLine` leaves out.
    package let cut: Cut

    /// Memberwise; a `length` below 1 counts as 1.
    package init(
      path: String, start: SourcePosition = .start, length: Int = 1, sourceLine: String = "", cut: Cut = Cut()
    ) {
      self.path = path
      self.start = start
      self.length = max(length, 1)
      self.sourceLine = sourceLine
      self.cut = cut
    }
  }

  /// What a quotation leaves out of a long line.
  package struct Cut: Sendable, Hashable {
    /// In front, in characters and in code points.
    package var (characters, scalars) = (0, 0)
    /// Whether the line goes on behind it.
    package var isBehind = false

    /// Nothing is left out, unless it is said.
    package init(characters: Int = 0, scalars: Int = 0, isBehind: Bool = false) {
      (self.characters, self.scalars, self.isBehind) = (characters, scalars, isBehind)
    }
  }

  /// Another location of the same finding.
  package struct Related: Sendable, Hashable {
    package let location: Location
    package let message: String

    /// A location with its label.
    package init(_ location: Location, _ message: String) {
      self.location = location
      self.message = message
    }
  }

  /// An error unless a severity is given.
  package init(
    _ rule: String, _ severity: Severity = .error, at location: Location, _ message: String, cures: [String] = [],
    related: [Related] = [], edits: [Edit] = [], isRecoded: Bool = false
  ) {
    self.edits = edits
    self.isRecoded = isRecoded
    self.rule = rule
    self.severity = severity
    self.location = location
    self.message = message
    self.cures = cures
    self.related = related
  }
}

extension Diagnostic: Comparable {
  /// By path, position, severity, rule and message: a total order, so that output never depends on timing.
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
