import Base
import Documents
import Resolution

extension Shape {
  static let subscribePage: Shape = Frame.shape.merging([
    "subscribe": .object([
      "site": .list(.feedAddress), "columns": .object(["items": .list(.feedAddress)]),
    ])
  ])
  private static let feedAddress: Shape = .object([
    "id": .text, "title": .text, "note": .text, "href": .text, "pageHref": .text, "url": .text, "level": .text,
  ])
}

/// `/subscribe/`: what a feed is, and the address of each. The visible links to feeds lead here, each to its own line.
struct SubscribePage: Sendable {
  let frame: Frame
  let agenda: Agenda

  private var corpus: Corpus { frame.corpus }

  /// The page's view.
  func view() -> View {
    let address = PageAddress(SiteFile.subscribe.url)
    var heading = Frame.Heading(heading: "订阅", feed: SiteFile.feed.path)
    heading.description = "全站、各栏目、近期变化和日历的订阅地址，以及怎样订阅。"
    let calendar = row(
      .calendarFeed, "日历", page: SiteFile.calendar.url, note: "征求意见、听证、活动的日子，在手机或者电脑的日历里订阅。", from: address)
    let site =
      [
        row(.feed, "全站更新", page: SiteFile.home.url, note: "全站最新公开和改动的30件。", from: address),
        row(
          .changesFeed, "近期变化", page: SiteFile.changes.url, note: "文件开始施行、被修改、废止、失效，征集开始和截止。", from: address),
      ] + (agenda.isEmpty ? [] : [calendar])
    let columns = ColumnTree(corpus).flattened.map { column, level in
      row(.columnFeed(column.path), column.title, page: column.url, level: level, from: address)
    }
    return frame.view(heading, at: address).adding([
      "subscribe": .make(["site": .list(site), "columns": View.items(columns).map { .make(["items": $0]) }])
    ])
  }

  private func row(
    _ feed: SiteFile, _ title: String, page: String, note: String? = nil, level: Int = 1, from address: PageAddress
  ) -> View {
    .make([
      "id": .text(feed.path), "title": .text(title), "note": .optional(note), "href": .text(address.href(feed.path)),
      "pageHref": .text(address.href(page)), "url": .text(corpus.site.baseURL + feed.path.encodedForURLPath),
      "level": .text(String(min(level, 3))),
    ])
  }
}
