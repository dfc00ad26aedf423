package import Base

/// 审核: who passed a document before it was published (三审制, and the review for secrecy that 保守国家秘密法 art. 35 asks for).
/// Internal: Loading checks it and drops it.
package enum ReviewStep: String, Sendable, CaseIterable {
  case first = "初审"
  case second = "复审"
  case final = "终审"
  case secrecy = "保密审查"

  /// Its key in English.
  package var key: String {
    switch self {
    case .first: "first"
    case .second: "second"
    case .final: "final"
    case .secrecy: "secrecy"
    }
  }

  /// The step with this name or key.
  package init?(word: String) {
    guard let step = Self.allCases.first(where: { $0.rawValue == word || $0.key == word }) else { return nil }
    self = step
  }
}

/// The steps that a document has passed, as its front matter says.
package struct ReviewRecord: Sendable, Hashable {
  /// Who passed a step, and when.
  package struct Pass: Sendable, Hashable {
    package let by: String
    package let on: CalendarDate

    /// Memberwise.
    package init(by: String, on: CalendarDate) { (self.by, self.on) = (by, on) }
  }

  /// By step; those that nobody has passed are not there.
  package var passes: [ReviewStep: Pass]

  /// Memberwise.
  package init(_ passes: [ReviewStep: Pass] = [:]) { self.passes = passes }
}

/// Which documents must show that they were reviewed.
package enum ReviewDuty: Sendable, Hashable {
  /// None; a review that is written is checked.
  case none
  /// All, or those published on this day or later.
  case required(since: CalendarDate?)

  /// Whether it is asked of a document that is published on a day.
  package func asks(on day: CalendarDate?) -> Bool {
    switch self {
    case .none: false
    case .required(let since): since.map { since in day.map { $0 >= since } ?? true } ?? true
    }
  }
}
