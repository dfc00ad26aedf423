/// What a rule says: for people who look it up, and for the program, which has to know whether its findings may be marked
/// as looked at.
package struct RuleEntry: Sendable, Hashable {
  /// How serious the findings of a rule can be.
  package enum Level: Sendable, Hashable {
    case error, warning
    /// An error in some cases, a warning in others.
    case either

    /// For people.
    package var label: String {
      switch self {
      case .error: "错误"
      case .warning: "警告"
      case .either: "错误、警告"
      }
    }
  }

  /// Stable; shown in brackets behind each finding.
  package let id: String
  package let level: Level
  /// One sentence without a full stop.
  package let meaning: String
  /// Something that breaks the rule.
  package let example: String
  /// What to do about it.
  package let cure: String
  /// The law or standard that asks for it; nil: this program does.
  package let source: String?

  init(_ id: String, _ level: Level, _ meaning: String, example: String, cure: String, source: String? = nil) {
    self.id = id
    self.level = level
    self.meaning = meaning
    self.example = example
    self.cure = cure
    self.source = source
  }

  /// The name and the four things to know about it, each with its label.
  package var lines: [(label: String, text: String)] {
    [
      ("含义", meaning), ("例子", example), ("改法", cure + (RuleTable.mended.contains(id) ? "；有把握的，gongkai fix 能改" : "")),
      ("依据", source ?? "本程序的要求"),
    ]
  }
}
