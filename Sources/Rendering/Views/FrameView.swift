import Documents
import Resolution
import Base

/// The frame around every page's own content.
struct Frame: Sendable {
  let corpus: Corpus
  /// Folder of the assets below the root, ends with `/`: `assets/3f2a…/`.
  let assets: String
  /// The members that are the same on every page.
  private let site: View
  private let topColumns: [(title: String, url: String)]

  init(corpus: Corpus, assets: String) {
    self.corpus = corpus
    self.assets = assets
    site = Self.site(corpus.site)
    topColumns = ColumnTree(corpus).roots.map { ($0.title, $0.url) }
  }

  static let shape: Shape = .object([
    "root": .text, "assets": .text,
    "site": .object([
      "name": .text, "shortName": .text, "organizer": .text, "undertaker": .text, "siteIDCode": .text, "domain": .text,
      "timeZone": .text, "icp": .text, "icpURL": .text, "policeRecord": .text, "policeURL": .text, "phone": .text,
      "address": .text, "email": .text, "hours": .text, "postcode": .text, "badgeURL": .text, "errorReportURL": .text,
      "notice": .text,
      "themeColor": .text, "logo": .text, "nameImage": .text,
    ]),
    "page": .object([
      "title": .text, "heading": .text, "part": .text, "description": .text, "keywords": .text, "canonical": .text,
      "noindex": .truth, "hasSearch": .truth, "sheets": .list(.object(["name": .text])), "state": .text,
      "address": .text, "type": .text,
      "image": .text, "structuredData": .html, "reportURL": .text, "mailto": .text,
    ]),
    "metaTags": .list(.object(["name": .text, "content": .text])),
    "navigation": .list(.object(["title": .text, "href": .text, "current": .truth])),
    "breadcrumbs": .list(.object(["title": .text, "href": .text])), "here": .text,
    "marks": .object(["items": .list(.object(["title": .text, "image": .text, "href": .text]))]),
    "asOf": .day, "datedTones": .text, "feed": .text, "calendarFeed": .text, "matchHref": .text, "subscribeHref": .text,
  ])

  /// A stylesheet that only some pages need.
  enum Sheet: String {
    /// Tables from files.
    case table
    case search
    /// Two texts side by side.
    case comparison
    /// 找政策.
    case match
    /// The sheet for the board of a village.
    case poster
    /// 日历, 订阅, 开放数据.
    case follow
  }

  /// A page's title, description and place in the site.
  struct Heading: Sendable {
    var heading: String
    var description: String?
    var keywords: [String] = []
    /// The column that the page belongs to.
    var column: Column?
    /// The pages between the home page and this one.
    var ancestors: [(title: String, url: String)] = []
    var tags: [(String, String)] = []
    /// The feed and the calendar of what it lists.
    var feed: SiteFile?
    var calendar: SiteFile?
    var hasSearch = false
    /// What it needs beside `site.css`.
    var sheets: [Sheet] = []
    var isIndexed = true
    /// The address that search engines are told, if the page shows what another site publishes.
    var canonical: String?
    /// The state of its document in words, for the foot of every sheet of paper.
    var state: String?
    /// A picture of it: an absolute URL.
    var image: String?
    /// `og:type`.
    var type = "website"
    /// JSON-LD.
    var structuredData: [UInt8]?
    /// The page number in a list, 1-based; the title includes it from the second page on.
    var number = 1

    /// Names the files by which the list on the page can be followed, if it can.
    mutating func follow(_ followed: FollowedLists.Followed?) {
      feed = followed.map { .feed($0.list) }
      calendar = followed.flatMap { $0.hasCalendar ? .calendarFeed($0.list) : nil }
    }
  }

  /// The members of every page's view.
  func view(_ heading: Heading, at address: PageAddress) -> View {
    let here = heading.ancestors.isEmpty && address.url.isEmpty ? nil : heading.heading
    let home = (title: "首页", url: "")
    let ancestors = here == nil ? [] : ([home] + heading.ancestors)
    return .make([
      "root": .text(address.root), "assets": .text(address.root + assets), "site": site,
      "page": page(heading, at: address), "metaTags": .items(tags(heading).map(Self.tag)),
      "navigation": .items(navigation(heading, from: address)),
      "breadcrumbs": .items(ancestors.map { .make(["title": .text($0.title), "href": .text(address.href($0.url))]) }),
      "here": .optional(here), "marks": marks(heading, at: address), "asOf": .day(corpus.asOf),
      "datedTones": .text(Tone.dated),
      "matchHref": corpus.site.matcher.isEmpty ? nil : .text(address.href(SiteFile.match.url)),
      "feed": heading.feed.map { .text(address.href($0.path)) },
      "calendarFeed": heading.calendar.map { .text(address.href($0.path)) },
      "subscribeHref": heading.feed.map { .text(address.href(SiteFile.subscribe.url, fragment: $0.path)) },
    ])
  }

  private static func site(_ site: Site) -> View {
    .make([
      "name": .text(site.name), "shortName": .optional(site.shortName.isEmpty ? site.name : site.shortName),
      "organizer": .optional(site.organizer), "undertaker": .optional(site.undertaker),
      "siteIDCode": .optional(site.siteIDCode), "domain": .optional(site.domain), "timeZone": .text(site.timeZone),
      "icp": .optional(site.icp), "icpURL": .optional(site.icpURL), "policeRecord": .optional(site.policeRecord),
      "policeURL": .optional(site.policeURL), "phone": .optional(site.contact.phone),
      "address": .optional(site.contact.address), "email": .optional(site.contact.email),
      "hours": .optional(site.contact.hours), "postcode": .optional(site.contact.postcode),
      "badgeURL": .optional(site.badgeURL), "errorReportURL": .optional(site.errorReportURL),
      "notice": .optional(site.notice), "themeColor": .optional(site.theme.color?.main.hex),
      "logo": .optional(site.theme.logo?.asset.encodedForURLPath),
      "nameImage": .optional(site.theme.nameImage?.asset.encodedForURLPath),
    ])
  }

  private func page(_ heading: Heading, at address: PageAddress) -> View {
    let isHome = address.url.isEmpty
    let number = heading.number > 1 ? "（第\(heading.number)页）" : ""
    let title = [
      isHome ? nil : heading.heading + number, heading.column.flatMap { $0.title == heading.heading ? nil : $0.title },
    ]
    let url = corpus.site.baseURL + address.url.encodedForURLPath
    let correction = correction(heading, at: address)
    return .make([
      "title": .text((title.compactMap(\.self) + [corpus.site.name]).joined(separator: "_")),
      "heading": .text(heading.heading), "part": .optional(number), "description": .optional(heading.description),
      "keywords": .optional(heading.keywords.joined(separator: ",")),
      "canonical": heading.isIndexed ? .text(heading.canonical ?? url) : nil,
      "noindex": .flag(!heading.isIndexed),
      "hasSearch": .flag(heading.hasSearch),
      "sheets": .items(heading.sheets.map { .make(["name": .text($0.rawValue)]) }),
      "state": .optional(heading.state),
      "address": .text(url), "type": .text(heading.type),
      "image": .text(heading.image ?? corpus.site.baseURL + assets + "icon-512.png"),
      "structuredData": heading.structuredData.map(View.html), "reportURL": .optional(correction.reportURL),
      "mailto": .optional(correction.mailto),
    ])
  }

  private func correction(_ heading: Heading, at address: PageAddress) -> Correction {
    let url = corpus.site.baseURL + address.url.encodedForURLPath
    return Correction(site: corpus.site, url: heading.isIndexed ? url : nil, title: heading.heading)
  }

  /// The marks of the footer; nil where there are none.
  private func marks(_ heading: Heading, at address: PageAddress) -> View? {
    let marks = corpus.site.theme.footerMarks
    let correction = correction(heading, at: address)
    let items = marks.map { mark in
      View.make([
        "title": .text(mark.title),
        "image": mark.image.map { .text(address.root + assets + $0.asset.encodedForURLPath) },
        "href": mark.url.map { .text(correction.filled($0)) },
      ])
    }
    return items.isEmpty ? nil : .make(["items": .items(items)])
  }

  /// Meta tags of 政府网站发展指引 (国办发〔2017〕47号, annex): 3 of the site, 4 of the column, then the page's own.
  private func tags(_ heading: Heading) -> [(String, String)] {
    let site = corpus.site
    var tags = [("SiteName", site.name), ("SiteDomain", site.domain), ("SiteIDCode", site.siteIDCode)]
    if let column = heading.column {
      let keywords = column.keywords.isEmpty ? [column.title] : column.keywords
      tags += [
        ("ColumnName", column.title),
        ("ColumnDescription", column.description.isEmpty ? column.title : column.description),
        ("ColumnKeywords", keywords.joined(separator: ",")), ("ColumnType", column.columnType ?? "信息公开目录"),
      ]
    }
    return tags + heading.tags
  }

  private static func tag(_ tag: (String, String)) -> View { .make(["name": .text(tag.0), "content": .text(tag.1)]) }

  /// The columns of the main navigation, the current one marked.
  private func navigation(_ heading: Heading, from address: PageAddress) -> [View] {
    topColumns.map { column in
      let isCurrent = address.url.utf8.starts(with: column.url.utf8)
      return .make([
        "title": .text(column.title), "href": .text(address.href(column.url)), "current": .flag(isCurrent),
      ])
    }
  }
}
