/// How the page of a record is laid out; `layout` in the kind's file. With any layout, everything that readers may see
/// of a document is on its page.
package enum PageLayout: String, Sendable, Hashable, CaseIterable {
  /// Title block, facts, text.
  case document
  /// 普通页面: a plain title without facts; the kind means nothing to readers.
  case page
  /// 问答: the title is the question, the text the answer, based on documents; collected in the question bank.
  case question
  /// 决策事项: its parts, then the documents it gathers in order of date.
  case decision
  /// 征集、听证: period, channels and outcome at the top.
  case consultation
  /// 依申请公开: with the time limits of the law.
  case request
  /// 表格: as wide as the sheet.
  case table

  /// Whether the page begins with the title block of an official document.
  package var isPaper: Bool { self != .page && self != .question }
}
