/// The state of a document on a day; the lifecycle of its kind decides which apply (docs/handbook.zh.md, 有效性怎样计算).
package enum State: String, Sendable, Hashable, CaseIterable {
  // validity
  case inForce, amended, partiallyRepealed, notYetInForce, repealed, expired, annulled, unstated
  // consultation
  case upcoming, open, closed, answered
  // event (and `upcoming`)
  case enrolling, enrolled, held, reported
  // publicNotice (and `upcoming`)
  case current, ended
  // task
  case pending, dueSoon, overdue, done

  /// The states of 有效性, in the order in which pages show them.
  package static let validity: [State] = [
    .inForce, .amended, .partiallyRepealed, .notYetInForce, .repealed, .expired, .annulled, .unstated,
  ]

  /// The text of the badge.
  package var label: String {
    switch self {
    case .inForce: "现行有效"
    case .amended: "已修改"
    case .partiallyRepealed: "部分废止"
    case .notYetInForce: "尚未施行"
    case .repealed: "已废止"
    case .expired: "已失效"
    case .annulled: "已撤销"
    case .unstated: "有效性未标注"
    case .upcoming: "未开始"
    case .open: "征集中"
    case .closed: "已结束（待反馈）"
    case .answered: "已反馈"
    case .enrolling: "报名中"
    case .enrolled: "报名结束"
    case .held: "已举行"
    case .reported: "已公布结果"
    case .current: "公示中"
    case .ended: "已结束"
    case .pending: "进行中"
    case .dueSoon: "即将到期"
    case .overdue: "已逾期"
    case .done: "已完成"
    }
  }

  /// The words for it in conditions of queries: what badges say, its code, and what badges once said.
  package var words: [String] { [rawValue, label] + (self == .annulled ? ["自始无效"] : []) }

  /// The event of changing to this state: 开始施行.
  package func changeLabel(from before: State) -> String {
    if isInForce, before.isEnded { return "恢复有效" }
    return switch self {
    case .inForce: "开始施行"
    case .amended: "被修改"
    case .partiallyRepealed: "部分废止"
    case .notYetInForce: "公布待施行"
    case .repealed: "废止"
    case .expired: "失效"
    case .annulled: "被撤销"
    case .unstated: "有效性不明"
    case .upcoming: "尚未开始"
    case .open: "开始征集"
    case .closed: "征集截止"
    case .answered: "公布反馈"
    case .enrolling: "开始报名"
    case .enrolled: "报名截止"
    case .held: "举行"
    case .reported: "公布结果"
    case .current: "开始公示"
    case .ended: "公示结束"
    case .pending: "进行中"
    case .dueSoon: "即将到期"
    case .overdue: "逾期"
    case .done: "完成"
    }
  }

  /// Whether the document is in force, as a whole or in part.
  package var isInForce: Bool { [.inForce, .amended, .partiallyRepealed].contains(self) }

  /// Whether the document is no longer in force.
  package var isEnded: Bool { [.repealed, .expired, .annulled].contains(self) }
}
