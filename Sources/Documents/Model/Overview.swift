/// 统计表: a table computed from the library every day, named in the front matter of the page that shows it.
package enum Overview: String, Sendable, Hashable, CaseIterable {
  /// The items of 政府信息公开条例 art. 20 and 21, and the columns that cover them.
  case statutory
  /// Documents by office, year and state.
  case ledger
  /// The series of 发文字号 and their gaps.
  case numbers
  /// Documents that require an interpretation, and how many have one.
  case interpretations
  /// Documents that the gazette has yet to print.
  case gazette
  /// Documents issued, ended and in force by year, as the annual report requires.
  case annual

  /// The word as editors write it.
  package var label: String {
    switch self {
    case .statutory: "法定公开内容"
    case .ledger: "文件台账"
    case .numbers: "文号连续情况"
    case .interpretations: "解读情况"
    case .gazette: "公报刊登情况"
    case .annual: "年度制发情况"
    }
  }

  /// The overview with this label or key.
  package init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.label == word || $0.rawValue == word }) else { return nil }
    self = found
  }
}
