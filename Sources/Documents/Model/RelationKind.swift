/// How one document acts on another; declared on the acting document only. In the order in which pages show them.
package enum RelationKind: String, Sendable, Hashable, CaseIterable {
  /// Acts that affect the validity or the text of their target: 废止, 替代, 撤销, 宣布失效, 修改, 延期, 更正.
  case repeals, replaces, annuls, terminates, amends, extends, corrects
  case basedOn, interprets, outcomeOf, evaluates, contains

  /// The front matter field that holds it.
  package var field: CommonField { definition.field }

  /// The name of the other direction in open data: `repealedBy`.
  package var inverseName: String { definition.inverseName }

  /// The field in which a document records such an act of a document outside the library; nil for relations that are no
  /// acts.
  package var outsideField: CommonField? { isAct ? CommonField(rawValue: inverseName) : nil }

  /// Whether the act ends the validity of its target (as a whole, unless it names provisions).
  package var endsTarget: Bool { definition.effect == .ends }

  /// Whether it is an act, which requires that its target was made before it.
  package var isAct: Bool { definition.effect != .none }

  /// The wording of pages.
  package var words: Words { definition.words }
}

extension RelationKind {
  /// The effect of a relation on the validity of its target.
  enum Effect: Sendable {
    /// Ends it.
    case ends
    /// Changes its text or its last day.
    case changes
    case none
  }

  /// The wording of pages about a relation, in both directions.
  package struct Words: Sendable, Hashable {
    /// Heading of the targets on the page of the acting document.
    package let heading: String
    /// Heading of the acting documents on the page of a target.
    package let inverseHeading: String
    /// What the acting document does: 自某日起被《…》废止.
    package let verb: String
    /// What has been done to a provision: 第三条已废止.
    package let done: String
    /// What happened to the target, as an event of its 沿革; nil: not an event.
    package let event: String?
    /// The same for an act on some provisions only.
    package let partialEvent: String?
  }

  /// A row of the table of relations.
  struct Definition {
    let field: CommonField
    let inverseName: String
    let effect: Effect
    let words: Words

    init(
      _ field: CommonField, _ inverseName: String, _ effect: Effect, heading: String, inverse: String, verb: String,
      done: String? = nil, event: String? = nil, partly: String? = nil
    ) {
      self.field = field
      self.inverseName = inverseName
      self.effect = effect
      words = Words(
        heading: heading, inverseHeading: inverse, verb: verb, done: done ?? verb, event: event,
        partialEvent: partly ?? event)
    }
  }

  /// Its row in the table.
  private var definition: Definition {
    switch self {
    case .repeals:
      Definition(
        .repeals, "repealedBy", .ends, heading: "本文件废止的文件", inverse: "废止本文件的文件", verb: "废止", event: "被废止",
        partly: "部分废止")
    case .replaces:
      Definition(
        .replaces, "replacedBy", .ends, heading: "本文件替代的文件", inverse: "替代本文件的文件", verb: "替代", done: "被替代",
        event: "被替代")
    case .annuls:
      Definition(
        .annuls, "annulledBy", .ends, heading: "本文件撤销的文件", inverse: "撤销本文件的文件", verb: "撤销", done: "被撤销",
        event: "被撤销")
    case .terminates:
      Definition(
        .terminates, "terminatedBy", .ends, heading: "本文件宣布失效的文件", inverse: "宣布本文件失效的文件", verb: "宣布失效",
        done: "被宣布失效", event: "被宣布失效")
    case .amends:
      Definition(
        .amends, "amendedBy", .changes, heading: "本文件修改的文件", inverse: "修改本文件的文件", verb: "修改", event: "被修改")
    case .extends:
      Definition(
        .extends, "extendedBy", .changes, heading: "本文件延长有效期的文件", inverse: "延长本文件有效期的文件", verb: "延期",
        event: "有效期延长")
    case .corrects:
      Definition(
        .corrects, "correctedBy", .changes, heading: "本文件更正的文件", inverse: "对本文件的更正", verb: "更正", event: "更正")
    case .basedOn:
      Definition(.basedOn, "basisOf", .none, heading: "制定依据", inverse: "以本文件为依据的文件", verb: "作为依据")
    case .interprets:
      Definition(
        .interprets, "interpretedBy", .none, heading: "解读的文件", inverse: "相关解读", verb: "解读", event: "发布解读")
    case .outcomeOf:
      Definition(.outcomeOf, "outcome", .none, heading: "反馈的征集", inverse: "结果反馈", verb: "反馈", event: "公布结果")
    case .evaluates:
      Definition(.evaluates, "evaluatedBy", .none, heading: "评价的政策", inverse: "政策评价", verb: "评价", event: "开展评价")
    case .contains:
      Definition(.contains, "containedIn", .none, heading: "收录的文件", inverse: "收录本文件的文件集", verb: "收录")
    }
  }
}
