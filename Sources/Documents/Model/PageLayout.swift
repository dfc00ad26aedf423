/// How the page of a record is laid out: what has a place of its own on it. The kind's file says it (`layout`). Whatever
/// the layout, everything that readers are shown of a document is on its page.
package enum PageLayout: String, Sendable, Hashable, CaseIterable {
  /// Title block, facts, text.
  case document
  /// 普通页面: a plain title; its kind says nothing to a reader.
  case page
  /// 问答: the title asks and the text answers, resting on documents; collected in the question bank.
  case question
  /// 决策事项: what it gathers stands by day, behind its parts.
  case decision
  /// 征集、听证: period, channels and outcome at the top.
  case consultation
  /// 依申请公开: with the time limits of the law.
  case request
  /// 表格: as wide as the sheet.
  case table

  /// Whether the page begins with the title block of an official paper.
  package var isPaper: Bool { self != .page && self != .question }
}
