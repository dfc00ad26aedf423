import Base
package import Documents
package import Resolution

/// What one page lacks, and where it leads. Made page by page, so that no two pages are in memory for it.
package struct PageVerdict: Sendable, Hashable {
  /// Address of the page below the site's root.
  let url: String
  let owner: SitePlan.Owner
  let isHome: Bool
  /// Missing or wrong tags: `ColumnName 是“null”`.
  let siteTags: [String]
  let columnTags: [String]
  let articleTags: [String]
  /// What is right and yet a usual complaint.
  let columnRemarks: [String]
  let missingInFooter: [FooterItem]
  let emptyLinks: Int
  /// Addresses below the site's root that the page leads to.
  let inside: Set<String>
  /// Addresses of other sites.
  let outside: [String]

  /// Reads a page.
  ///
  /// - Parameter entry: Its line of the plan; a page for people.
  package init(_ bytes: [UInt8], of entry: SitePlan.Entry, site: Site) {
    let page = PageReading(bytes)
    url = entry.file.url
    owner = entry.owner
    isHome = entry.file == .home
    siteTags = Self.siteTags(page, site)
    let (isOfColumn, isArticle) = Self.role(of: entry)
    columnTags = isOfColumn ? Self.columnTags(page) : []
    columnRemarks = isOfColumn ? Self.columnRemarks(page) : []
    articleTags = isArticle ? Self.articleTags(page) : []
    missingInFooter = FooterItem.allCases.filter { !$0.isShown(in: page, site) }
    emptyLinks = page.emptyLinks
    let base = url
    inside = Set(page.links.compactMap { Self.inside($0, from: base) })
    outside = page.links.filter { link in
      LinkAddress(link).host.map { $0.nameAndPort != site.domain.lowercased() } ?? false
    }
  }

  /// 47号: the home page has the tags of the site, a column's those of the column, a text those of the article, each with the
  /// ones before.
  private static func role(of entry: SitePlan.Entry) -> (isOfColumn: Bool, isArticle: Bool) {
    switch entry.file {
    case .column, .selection: (true, false)
    // A document at the root is in no column.
    case .document(let id, _, .page): (id.path.contains("/"), true)
    default: (false, false)
    }
  }

  private static let columnTypes: Set<String> = [
    "首页", "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "信息公开指南", "信息公开目录", "信息公开年报", "依申请公开", "数据发布",
    "数据开放", "政策解读", "回应关切", "办事服务", "咨询投诉", "征集调查", "在线访谈",
  ]

  private static func siteTags(_ page: PageReading, _ site: Site) -> [String] {
    faults(["SiteName", "SiteDomain", "SiteIDCode"], in: page)
      + [("SiteName", site.name), ("SiteDomain", site.domain), ("SiteIDCode", site.siteIDCode)].compactMap {
        name, wanted in
        guard let value = page.value(name), value != wanted else { return nil }
        return "\(name) 是“\(value)”，应为“\(wanted)”"
      }
  }

  private static func columnTags(_ page: PageReading) -> [String] {
    faults(["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"], in: page)
  }

  private static func columnRemarks(_ page: PageReading) -> [String] {
    var remarks: [String] = []
    if let description = page.value("ColumnDescription"), description == page.value("ColumnName") {
      remarks.append("ColumnDescription 和 ColumnName 相同")
    }
    if let type = page.value("ColumnType"), !columnTypes.contains(type) {
      remarks.append("ColumnType“\(type)”不在列出的类别中")
    }
    return remarks
  }

  private static func articleTags(_ page: PageReading) -> [String] {
    var faults = faults(["ArticleTitle", "PubDate", "ContentSource"], in: page)
    if let date = page.value("PubDate"), !isMinute(date) {
      faults.append("PubDate 是“\(date)”，应为 2026-11-21 09:30 的形式")
    }
    if let title = page.value("ArticleTitle"), let heading = page.heading, !same(title, heading) {
      faults.append("ArticleTitle 与标题“\(heading)”不一致")
    }
    return faults
  }

  /// Blanks apart, which may only be there to break a line.
  private static func same(_ title: String, _ heading: String) -> Bool {
    title.filter { !$0.isWhitespace } == heading.filter { !$0.isWhitespace && $0 != "\u{200B}" && $0 != "\u{2060}" }
  }

  private static func faults(_ names: [String], in page: PageReading) -> [String] {
    names.compactMap { name in
      guard let value = page.value(name) else { return "缺 \(name)" }
      let isLeft = value == "null" || value.contains("{{") || value.contains("<#")
      return isLeft ? "\(name) 是“\(value)”" : nil
    }
  }

  /// `2026-11-21 09:30`.
  private static func isMinute(_ text: String) -> Bool {
    guard text.utf8.count == 16, case .success(let moment) = Moment.parse(text) else { return false }
    return moment.isoMinute == text
  }

  /// Where a link of a page leads, below the site's root; nil outside.
  private static func inside(_ link: String, from url: String) -> String? {
    guard case .local = LinkAddress(link), !link.hasPrefix("#"), !link.hasPrefix("/") else { return nil }
    var parts = url.split(separator: "/").map(String.init)
    if !url.hasSuffix("/"), !parts.isEmpty { parts.removeLast() }
    let path = link.prefix { $0 != "#" && $0 != "?" }
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    let target = parts.joined(separator: "/") + (path.hasSuffix("/") && !parts.isEmpty ? "/" : "")
    return target.percentDecoded ?? target
  }
}

extension PageReading {
  /// The value of a tag; nil if there is none, or only blanks.
  fileprivate func value(_ name: String) -> String? {
    metas[name]?.trimmed.nonEmpty
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension FooterItem {
  /// Whether the foot of a page shows it.
  fileprivate func isShown(in page: PageReading, _ site: Site) -> Bool {
    func says(_ text: String?) -> Bool { text.map { !$0.isEmpty && page.footerText.contains($0) } ?? false }
    func leads(_ address: String?) -> Bool {
      guard let start = address?.prefix(while: { $0 != "{" }), !start.isEmpty else { return false }
      return page.footerLinks.contains { $0.hasPrefix(start) }
    }
    switch self {
    case .badge: return leads(site.badgeURL)
    case .report: return leads(site.errorReportURL)
    case .siteCode: return says(site.siteIDCode)
    case .organizer:
      return says(site.organizer)
        && [site.contact.phone, site.contact.email, site.contact.address].contains(where: says)
    case .icp: return says(site.icp)
    case .police: return says(site.policeRecord)
    case .sitemap: return page.footerLinks.contains { $0.hasSuffix(SiteFile.sitemap.url) }
    }
  }
}
