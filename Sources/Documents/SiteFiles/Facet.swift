/// A way to browse: the documents under each term of one criterion. The raw value is its folder in the output.
package enum Facet: String, Sendable, Hashable, CaseIterable {
  case themes, audience, places, topics, forms, levels, issuers, years, validity

  /// The criterion behind its terms.
  package var criterion: Criterion {
    switch self {
    case .themes: .theme
    case .audience: .audience
    case .places: .place
    case .topics: .topic
    case .forms: .form
    case .levels: .level
    case .issuers: .issuer
    case .years: .year
    case .validity: .state
    }
  }

  /// What readers call it.
  package var label: String {
    switch self {
    case .validity: "有效性"
    case .places: "镇村"
    default: criterion.label
    }
  }

  /// What it gathers, in a sentence for readers.
  package var explanation: String {
    switch self {
    case .themes: "按生活和办事需要归集。"
    case .audience: "按文件服务的人群和单位归集。"
    case .places: "按镇街、村和社区归集，包括面向它所在镇街的。"
    case .topics: "按国家规定的政府信息主题分类归集。"
    case .forms: "按通知、意见、公告等公文种类归集。"
    case .levels: "按制发文件的机关的层级归集。"
    case .issuers: "按制发文件的机关归集。"
    case .years: "按成文年份归集。"
    case .validity: "按文件当前的有效性归集，每日零时更新。"
    }
  }

  /// Whether people may wait for news under its terms. What is filed under a year that is over stays as it is, and the year
  /// that is not has the feed of the site.
  package var isFollowed: Bool { self != .years }

  /// Whether its page exists even without documents: other systems link to these addresses.
  package var isPermanent: Bool { ![.audience, .places, .forms, .levels].contains(self) }
}
