package import Base

/// One dictionary of words that official texts should not contain, as a file of `Templates/wording/` or `Content/_wording/`
/// lists them.
package struct WordList: Sendable {
  /// The class of its words: 国名、机关名称.
  package let label: String
  /// Id of the rule of its findings.
  package let rule: String
  package let words: [Word]
  package let phrases: [Phrase]

  /// Memberwise.
  package init(label: String, rule: String, words: [Word] = [], phrases: [Phrase] = []) {
    (self.label, self.rule, self.words, self.phrases) = (label, rule, words, phrases)
  }

  /// A wrong word, and what is right.
  package struct Word: Sendable {
    /// With … between two parts that stand in one clause, at most ``WordTree/gap`` characters apart: 至少…不少于.
    package let wrong: [String]
    /// What is right; several when only the context decides; empty when `why` says what to do.
    package let right: [String]
    package let why: String?
    package let severity: Severity
    /// Whether it counts inside 《》, too.
    package let countsInTitles: Bool
    /// The days of the texts in which it is wrong; nil: without a limit.
    package let since, until: CalendarDate?
    /// The level of the offices that should not use it; nil: all.
    package let level: AdministrativeLevel?
    /// Longer strings that contain it and are right.
    package let exceptions: [String]

    /// Memberwise.
    package init(
      wrong: [String], right: [String], why: String? = nil, severity: Severity = .warning, countsInTitles: Bool = false,
      since: CalendarDate? = nil, until: CalendarDate? = nil, level: AdministrativeLevel? = nil,
      exceptions: [String] = []
    ) {
      (self.wrong, self.right, self.why, self.severity) = (wrong, right, why, severity)
      (self.countsInTitles, self.since, self.until, self.exceptions) = (countsInTitles, since, until, exceptions)
      self.level = level
    }
  }

  /// A phrase that stands fixed: whatever differs from it in one character is a slip.
  package struct Phrase: Sendable {
    package let text: String
    package let severity: Severity
    package let countsInTitles: Bool
    /// Near forms that are right.
    package let exceptions: [String]

    /// Memberwise.
    package init(_ text: String, severity: Severity = .warning, countsInTitles: Bool = false, exceptions: [String] = [])
    {
      (self.text, self.severity, self.countsInTitles, self.exceptions) = (text, severity, countsInTitles, exceptions)
    }
  }
}
