/// A warning that an editor has looked at (已核对), with the reason why nothing has to be changed.
package struct CheckedFinding: Sendable, Hashable {
  package let finding: Diagnostic
  package let note: String

  /// Memberwise.
  package init(finding: Diagnostic, note: String) {
    self.finding = finding
    self.note = note
  }
}

extension Diagnostic {
  /// How a cure tells that the text may be right: `不是由本文件废止的，写 checked（已核对）`. No check may ask to alter an official
  /// text. Where the findings of a run meet, the words become the line to write, which a rule cannot know.
  package static let checkedHint = "写 checked（已核对）"
}

extension String {
  /// The text as a YAML scalar inside braces or brackets, quoted if necessary.
  package var asYAMLInBraces: String {
    guard contains(where: { ",[]{}:#\"'&*!|>%@`".contains($0) }) else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
