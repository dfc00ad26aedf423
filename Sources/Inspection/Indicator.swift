package import Documents

/// What inspectors look at, as far as a build can measure it: the vetoes and deductions of 政府网站与政务新媒体检查指标
/// (国办秘函〔2019〕19号), the tags, the foot of the page and the links of 政府网站发展指引 (国办发〔2017〕47号), and what the
/// regulation itself asks for.
package enum Indicator: String, Sendable, Hashable, CaseIterable {
  case home, staleColumns, neglectedColumns, emptyColumns, consulting, replies, guides
  case policies, statistics, answers, consultations, interpretations, search
  case baseColumns, statutory, duties, placeholders, findings
  case siteTags, columnTags, articleTags, footer, icp, police, siteCode, domain
  case outerLinks, emptyLinks, deadLinks

  /// Under which heading it stands.
  package enum Group: String, Sendable, Hashable, CaseIterable {
    case veto = "单项否决"
    case deduction = "扣分指标"
    case law = "法定要求"
    case guideline = "标签、页脚、链接"
  }

  /// Its name, its heading, what says so, and whether that is certain; what is not can be set in site.yml or is a reminder.
  package var definition: (name: String, group: Group, basis: String, isCertain: Bool) {
    switch self {
    case .home: ("首页更新", .veto, Self.indicators, true)
    case .staleColumns: ("动态、公告、政策栏目更新", .veto, Self.indicators, true)
    case .neglectedColumns: ("其他栏目更新", .veto, Self.indicators, true)
    case .emptyColumns: ("空白栏目", .veto, Self.indicators, true)
    case .consulting: ("网上咨询渠道", .veto, Self.indicators, true)
    case .replies: ("留言回应", .veto, Self.indicators, true)
    case .guides: ("办事指南要素", .veto, Self.indicators, false)
    case .policies: ("政策文件一级栏目", .deduction, Self.indicators, true)
    case .statistics: ("办事统计数据", .deduction, Self.indicators, true)
    case .answers: ("留言答复公开", .deduction, Self.indicators, true)
    case .consultations: ("征集调查", .deduction, Self.indicators, false)
    case .interpretations: ("文件与解读双向关联", .deduction, Self.indicators, true)
    case .search: ("搜索抽查", .deduction, Self.indicators, false)
    case .baseColumns: ("四个基本栏目", .law, "国办公开办函〔2019〕61号", false)
    case .statutory: ("法定公开内容", .law, "政府信息公开条例第二十条、第二十一条", true)
    case .duties: ("到期清单", .law, "政府信息公开条例等，见清单", true)
    case .placeholders: ("建设中、暂无内容", .law, Self.guide, false)
    case .findings: ("检查发现的问题", .law, "gongkai check", true)
    case .siteTags: ("站点标签（3项）", .guideline, Self.guide, true)
    case .columnTags: ("栏目标签（4项）", .guideline, Self.guide, true)
    case .articleTags: ("内容标签（3项）", .guideline, Self.guide, true)
    case .footer: ("页脚七项", .guideline, Self.guide, false)
    case .icp: ("ICP 备案编号", .guideline, Self.guide, false)
    case .police: ("公安机关备案号", .guideline, Self.guide, false)
    case .siteCode: ("网站标识码", .guideline, Self.guide, true)
    case .domain: ("域名", .guideline, Self.guide, false)
    case .outerLinks: ("外部网站的链接", .guideline, Self.guide, false)
    case .emptyLinks: ("没有文字的链接", .guideline, Self.guide, false)
    case .deadLinks: ("打不开的外部链接", .guideline, Self.indicators, false)
    }
  }

  private static let indicators = "政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）"
  private static let guide = "政府网站发展指引（国办发〔2017〕47号）"

  /// What it must reach, in words.
  package func threshold(_ site: InspectionSettings) -> String {
    switch self {
    case .home: "\(site[limit: .homeDays])天内有新信息（\(site[limit: .homeWarningDays])天起提醒）"
    case .staleColumns:
      "动态要闻\(site[limit: .newsDays])天、通知公告和政策文件一级栏目\(site[limit: .noticeMonths])个月内有更新，"
        + "未更新的少于\(site[limit: .staleColumns])个"
    case .neglectedColumns:
      "按各栏目的更新周期，人事、规划类\(site[limit: .planMonths])个月，未更新的少于\(site[limit: .neglectedColumns])个"
    case .emptyColumns: "少于\(site[limit: .emptyColumns])个"
    case .consulting: "有网上的咨询建言渠道"
    case .replies: "一年内的留言，没有超过\(site[limit: .replyMonths])个月不回应的"
    case .guides: "缺\(site[limit: .guideElements])类以上要素的少于\(site[limit: .guides])份"
    case .policies: "\(site[limit: .noticeMonths])个月内有更新（否则扣5分）"
    case .statistics: "\(site[limit: .statisticsMonths])个月内有更新（否则扣2分）"
    case .answers: "\(site[limit: .answerMonths])个月内有更新（否则扣3分）"
    case .consultations: "一年内不少于\(site[limit: .consultations])次，可以在网上提意见"
    case .interpretations: "文件和解读的网页互相链接"
    case .search: "抽查\(site[limit: .searchSample])个标题，都在前\(site[limit: .searchRank])条"
    case .baseColumns: site.baseColumns.joined(separator: "、") + "，名称、次序一致，有内容"
    case .statutory: "每一项有栏目，有内容或者声明不涉及"
    case .duties: "没有逾期的"
    case .placeholders: "没有"
    case .findings: "没有错误"
    case .siteTags: "每个网页都有 SiteName、SiteDomain、SiteIDCode"
    case .columnTags: "栏目和内容的网页都有 ColumnName、ColumnDescription、ColumnKeywords、ColumnType"
    case .articleTags: "内容的网页都有 ArticleTitle、PubDate、ContentSource"
    case .footer: "每个网页都有" + FooterItem.allCases.map(\.rawValue).joined(separator: "、")
    case .icp: "如 鲁ICP备12345678号-1"
    case .police: "如 鲁公网安备 37010202000123号"
    case .siteCode: "10位数字，或者 bm 加8位数字，前6位是行政区划代码"
    case .domain: "以 .gov.cn 结尾，https"
    case .outerLinks: "不是 gov.cn 的网站都核对过，列在 site.yml 的 inspection.hosts"
    case .emptyLinks: "没有"
    case .deadLinks: "没有（用 --links 检查）"
    }
  }
}

/// What the foot of every page must show.
package enum FooterItem: String, Sendable, Hashable, CaseIterable {
  case badge = "党政机关网站标识"
  case report = "我为政府网站找错"
  case siteCode = "网站标识码"
  case organizer = "主办单位及联系方式"
  case icp = "ICP备案编号"
  case police = "公安机关备案标识"
  case sitemap = "网站地图"
}
