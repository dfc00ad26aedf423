/// 公开属性.
package enum Disclosure: String, Sendable, Hashable, CaseIterable {
  case proactive, onRequest, withheld

  /// 主动公开, 依申请公开, 不予公开.
  package var label: String {
    switch self {
    case .proactive: "主动公开"
    case .onRequest: "依申请公开"
    case .withheld: "不予公开"
    }
  }
}

/// What an author may declare about 有效性. States are computed; a declaration only adds what no date or relation says.
package enum DeclaredValidity: String, Sendable, Hashable, CaseIterable {
  case inForce, notYetInForce, amended, partiallyRepealed, repealed, expired, annulled

  /// The words for it in front matter; the first is the preferred one.
  package var words: [String] {
    switch self {
    case .inForce: ["有效", "现行有效", "继续有效"]
    case .notYetInForce: ["尚未施行", "尚未生效"]
    case .amended: ["已修改", "已被修改"]
    case .partiallyRepealed: ["部分废止", "部分失效"]
    case .repealed: ["废止", "已废止"]
    case .expired: ["失效", "已失效", "宣布失效"]
    case .annulled: ["已撤销", "撤销", "自始无效", "无效"]
    }
  }

  /// The validity that a Chinese word or the code itself stands for.
  package init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == word || $0.words.contains(word) }) else { return nil }
    self = found
  }
}
