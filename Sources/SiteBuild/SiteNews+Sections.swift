import Base
import Documents
import Resolution

// The news in words, for the terminal, the nightly log and the desk.
extension SiteNews {
  /// What happened to some documents.
  package struct Section: Sendable, Hashable {
    /// 新公开, 开始施行 …
    package let title: String
    package let items: [Item]
    /// Whether it is about their states, so that there is a detail to tell.
    package let isOfStates: Bool
  }

  /// What differs from the previous release: changes of state in their order, then what is new, gone, and otherwise changed.
  package var sections: [Section] {
    var labels: [String] = []
    let groups = Dictionary(grouping: changes, by: \.happened)
    for label in changes.map(\.happened) where !labels.contains(label) { labels.append(label) }
    let all =
      labels.map { Section(title: $0, items: groups[$0] ?? [], isOfStates: true) }
      + [
        Section(title: "新公开", items: added, isOfStates: false), Section(title: "撤下", items: removed, isOfStates: false),
        Section(title: "内容或关系有改动", items: updated, isOfStates: false),
      ]
    return all.filter { !$0.items.isEmpty }
  }

  /// What is known to come, soonest first: what changes state, becomes public or is taken down, each with the word for it.
  package var coming: [(what: String, item: Item)] {
    let all = upcoming.map { ($0.happened, $0) } + lapsing.map { ("撤下正文", $0) }
    return all.enumerated().sorted {
      ($0.element.1.day?.iso ?? "", $0.offset) < ($1.element.1.day?.iso ?? "", $1.offset)
    }.map(\.element)
  }

  /// The address of an item below the site's: `/zhengce/2023-3/`.
  package func path(of item: Item) -> String {
    item.url.hasPrefix(baseURL) ? "/" + item.url.dropFirst(baseURL.count) : item.url
  }
}

extension SiteNews.Item {
  /// 开始施行, 废止 …; 公开 for a newly public document.
  package var happened: String {
    if !articles.isEmpty { return "部分条款开始施行" }
    guard let before, let after else { return "公开" }
    return after.changeLabel(from: before)
  }

  /// Of a change of state: the former one, or the provisions; the day of the change, and the acts behind it. Empty if nothing is known.
  package var detail: String {
    guard articles.isEmpty else { return "（\(articles.joined(separator: "、"))）" }
    let parts = [
      before.map { "原为“\($0.label)”" }, day.map { "\($0.iso) 起" },
      by.isEmpty ? nil : "依据 \(by.joined(separator: "、"))",
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "，"))）"
  }
}
