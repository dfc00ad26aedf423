import Base
import Documents
import Resolution

extension Shape {
  static let subscribePage: Shape = Frame.shape.merging([
    "subscribe": .object([
      "site": .list(.feedAddress), "columns": .object(["items": .list(.feedAddress)]),
      "facets": .list(.object(["id": .text, "name": .text, "items": .list(.feedAddress)])),
    ])
  ])
  private static let feedAddress: Shape = .object([
    "id": .text, "title": .text, "note": .text, "href": .text, "pageHref": .text, "url": .text, "level": .text,
    "calendar": .object(["id": .text, "href": .text, "url": .text]),
  ])
}

/// `/subscribe/`: what a feed is, and the address of each. The visible links to feeds lead here, each to its own line.
struct SubscribePage: Sendable {
  let frame: Frame
  let followed: FollowedLists

  private var corpus: Corpus { frame.corpus }
  private var address: PageAddress { PageAddress(SiteFile.subscribe.url) }

  /// The page's view.
  func view() -> View {
    var heading = Frame.Heading(heading: "订阅", feed: .feed(.site))
    heading.description = "全站、各栏目、各分类、近期变化和日历的订阅地址，以及怎样订阅。"
    let hasCalendar = followed[.site]?.hasCalendar ?? false
    let site =
      [
        row(.feed(.site), "全站更新", page: SiteFile.home.url, note: "全站最新公开和改动的30件。"),
        row(.changesFeed, "近期变化", page: SiteFile.changes.url, note: "文件开始施行、被修改、废止、失效，征集开始和截止。"),
        hasCalendar
          ? row(
            .calendarFeed(.site), "日历", page: SiteFile.calendar.url,
            note: "征求意见、听证、活动、公示的日子，文件施行和届满的日子，在手机或者电脑的日历里订阅。") : nil,
      ].compactMap(\.self)
    let columns = ColumnTree(corpus).flattened.compactMap { column, level in
      followed[.column(column.path)].map { row($0, level: level) }
    }
    heading.sheets = [.follow]
    return frame.view(heading, at: address).adding([
      "subscribe": .make([
        "site": .list(site), "columns": View.items(columns).map { .make(["items": $0]) },
        "facets": .items(Facet.allCases.compactMap(facet)),
      ])
    ])
  }

  /// The lists of a facet; nil without any.
  private func facet(_ facet: Facet) -> View? {
    let lists = followed[facet]
    guard !lists.isEmpty else { return nil }
    return .make([
      "id": .text(facet.rawValue + "-feeds"), "name": .text("按" + facet.label),
      "items": .list(lists.map { row($0) }),
    ])
  }

  private func row(_ followed: FollowedLists.Followed, level: Int = 1) -> View {
    let calendar = SiteFile.calendarFeed(followed.list)
    return row(.feed(followed.list), followed.title, page: followed.page, level: level).adding([
      "calendar": followed.hasCalendar
        ? .make([
          "id": .text(calendar.path), "href": .text(address.href(calendar.path)), "url": .text(url(calendar)),
        ]) : nil
    ])
  }

  private func row(
    _ file: SiteFile, _ title: String, page: String, note: String? = nil, level: Int = 1
  ) -> View {
    .make([
      "id": .text(file.path), "title": .text(title), "note": .optional(note), "href": .text(address.href(file.path)),
      "pageHref": .text(address.href(page)), "url": .text(url(file)), "level": .text(String(min(level, 3))),
    ])
  }

  private func url(_ file: SiteFile) -> String { corpus.site.baseURL + file.path.encodedForURLPath }
}
