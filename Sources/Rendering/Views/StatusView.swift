import Base
import Documents
import Resolution

extension State {
  /// One sentence that explains the badge.
  var explanation: String {
    switch self {
    case .inForce: "正在施行，可以作为办事依据。"
    case .amended: "仍在施行，但已被后来的文件修改，须与修改文件一并阅读。"
    case .partiallyRepealed: "部分条款已经废止，其余条款仍在施行。"
    case .notYetInForce: "已经公布，施行日期未到。"
    case .repealed: "已被后来的文件废止或替代，不再作为办事依据，仅供查阅。"
    case .expired: "有效期已经届满，不再作为办事依据，仅供查阅。"
    case .annulled: "已被撤销，不得作为依据。"
    case .unstated: "没有标注施行日期和有效性，使用前请向发文机关核实。"
    case .upcoming: "尚未开始。"
    case .open: "正在征求意见，欢迎提出。"
    case .closed: "征集已经结束，意见采纳情况尚未公布。"
    case .answered: "征集已经结束，意见采纳情况已经公布。"
    case .enrolling: "正在报名。"
    case .enrolled: "报名已经结束。"
    case .held: "已经举行，结果尚未公布。"
    case .reported: "已经举行，结果已经公布。"
    case .current: "正在公示。"
    case .ended: "公示期已满。"
    case .pending: "正在办理，期限未到。"
    case .dueSoon: "正在办理，期限将到。"
    case .overdue: "期限已过，尚未完成。"
    case .done: "已经完成。"
    }
  }
}

extension Shape {
  static let status: Shape = .object([
    "state": .text, "label": .text, "tone": .text, "lifecycle": .text, "validFrom": .text, "validUntil": .text,
    "upcoming": .text,
  ])
  static let day: Shape = .object(["iso": .text, "text": .text])
}

extension View {
  /// A day for people and for machines.
  static func day(_ date: CalendarDate?) -> View? {
    date.map { .make(["iso": .text($0.iso), "text": .text($0.chinese)]) }
  }

  /// The badge of a document; nil for one without a state.
  static func badge(of entry: CorpusEntry, in corpus: Corpus) -> View? {
    entry.status.map { badge($0, lifecycle: corpus.lifecycle(of: entry.document)) }
  }

  /// A badge with the upcoming states, from which the page's script picks the one for the reader's day.
  static func badge(_ status: Status, lifecycle: Lifecycle) -> View {
    .make([
      "state": .text(status.state.rawValue), "label": .text(status.state.label),
      "tone": .text(status.state.tone.rawValue),
      "lifecycle": .text(lifecycle.rawValue), "validFrom": optional(status.since?.iso),
      "validUntil": optional(status.until?.iso),
      "upcoming": status.upcoming.isEmpty ? nil : .text(status.upcomingWords),
    ])
  }
}

extension StateHistory.Step {
  /// `2026-12-01 expired ended 已失效`.
  var words: String? { from.map { "\($0.iso) \(state.rawValue) \(state.tone.rawValue) \(state.label)" } }
}
