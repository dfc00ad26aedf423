/// 文种: the fifteen forms of official documents, 党政机关公文处理工作条例 art. 8.
package enum OfficialForm {
  /// In the order of the article.
  package static let all = ["决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要"]

  /// The form with this name; `令` and `命令（令）` mean 命令.
  package static func read(_ word: String) -> String? {
    ["令", "命令（令）", "命令(令)"].contains(word) ? "命令" : all.first { $0 == word }
  }
}
