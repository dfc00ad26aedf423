package import Base

/// Something in a text that should not go out as it stands. Whoever has the text knows where that is.
package struct Sighting: Sendable, Equatable {
  /// Id of the rule, see ``RuleTable``.
  package let rule: String
  package let severity: Severity
  /// Bytes of the text.
  package let range: Range<Int>
  /// Chinese, one sentence without a full stop; never contains what must stay secret.
  package let message: String
  package let cures: [String]
  /// What `gongkai fix` writes in place of the range; nil if a person must decide.
  package let replacement: String?
  /// Where the other of two brackets begins, which only change together.
  package let partner: Int?
  /// Whether it is one of a kind that comes in numbers, so that one finding speaks for all of them in a text.
  package let isGrouped: Bool
  /// Whether nobody may quote the range: a report is mailed and printed, too.
  package let isPersonal: Bool

  init(
    _ rule: String, _ severity: Severity, _ range: Range<Int>, _ message: String, cures: [String],
    replacement: String? = nil, partner: Int? = nil, isGrouped: Bool = false, isPersonal: Bool = false
  ) {
    (self.rule, self.severity, self.range, self.message) = (rule, severity, range, message)
    (self.cures, self.replacement, self.partner) = (cures, replacement, partner)
    (self.isGrouped, self.isPersonal) = (isGrouped, isPersonal)
  }
}

/// What a text is, as far as it matters for what may stand in it.
package enum TextSort: Sendable, Hashable {
  /// The text of a document, a column or a page.
  case prose
  /// A value of front matter or of a table, the name of a file, or text in an attachment: its form is not ours to mend.
  case value
}
