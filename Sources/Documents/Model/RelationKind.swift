/// How one document acts on another; written on the acting document only. In the order in which pages show them.
package enum RelationKind: String, Sendable, Hashable, CaseIterable {
  /// Acts that decide about the validity of their target: 废止, 替代, 撤销, 宣布失效, 修改, 延期, 更正.
  case repeals, replaces, annuls, terminates, amends, extends, corrects
  case basedOn, interprets, outcomeOf, evaluates, contains

  /// The word of front matter that holds it.
  package var field: CommonField {
    switch self {
    case .repeals: .repeals
    case .replaces: .replaces
    case .annuls: .annuls
    case .terminates: .terminates
    case .amends: .amends
    case .extends: .extends
    case .corrects: .corrects
    case .basedOn: .basedOn
    case .interprets: .interprets
    case .outcomeOf: .outcomeOf
    case .evaluates: .evaluates
    case .contains: .contains
    }
  }

  /// The name of the other direction in open data: `repealedBy`.
  package var inverseName: String {
    switch self {
    case .repeals: "repealedBy"
    case .replaces: "replacedBy"
    case .annuls: "annulledBy"
    case .terminates: "terminatedBy"
    case .amends: "amendedBy"
    case .extends: "extendedBy"
    case .corrects: "correctedBy"
    case .basedOn: "basisOf"
    case .interprets: "interpretedBy"
    case .outcomeOf: "outcome"
    case .evaluates: "evaluatedBy"
    case .contains: "containedIn"
    }
  }

  /// Whether the whole target is no longer in force once the act has come about.
  package var ends: Bool { [.repeals, .replaces, .annuls, .terminates].contains(self) }

  /// Whether the act presupposes its target: what it acts on was made before it.
  package var isAct: Bool { ends || [.amends, .extends, .corrects].contains(self) }
}
