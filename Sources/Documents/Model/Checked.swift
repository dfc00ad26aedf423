package import Base

/// A mark in front matter that warnings of a rule have been looked at (已核对).
package struct Checked: Sendable, Hashable {
  /// The id of the rule.
  package let rule: String
  /// Why nothing has to be changed.
  package let note: String
  /// A text that must be in the message, so that other findings of the rule still speak; nil: all of the file.
  package let about: String?
  /// The place of the rule's id.
  package let location: Diagnostic.Location

  /// Memberwise.
  package init(rule: String, note: String, about: String? = nil, location: Diagnostic.Location) {
    self.rule = rule
    self.note = note
    self.about = about
    self.location = location
  }

  /// Whether it is meant for a finding with this rule and message.
  package func covers(_ finding: Diagnostic) -> Bool { covers(finding.rule, finding.message) }

  /// Whether it is meant for a finding with this rule and message.
  package func covers(_ rule: String, _ message: String) -> Bool {
    rule == self.rule && (about.map(message.contains) ?? true)
  }
}
