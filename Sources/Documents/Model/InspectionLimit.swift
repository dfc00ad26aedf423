/// The thresholds of the inspection of government sites, each with what sets it. What is certain is fixed; what was only seen in
/// reports of offices, or differs from place to place, can be set in site.yml (`inspection`), and reports say so.
package enum InspectionLimit: String, Sendable, Hashable, CaseIterable {
  case homeDays, homeWarningDays
  case newsDays, noticeMonths, planMonths
  case staleColumns, neglectedColumns, emptyColumns
  case replyMonths, answerMonths, statisticsMonths
  case consultations, guides, guideElements
  case searchSample, searchRank

  /// The number that holds unless site.yml sets another, what it counts, what says so, and whether it is fixed.
  package var definition: (value: Int, label: String, basis: String, isFixed: Bool) {
    switch self {
    case .homeDays: (14, "首页多少天没有新信息算不合格", Self.veto, true)
    case .homeWarningDays: (10, "首页多少天没有新信息就提醒", Self.ours, false)
    case .newsDays: (14, "动态、要闻类栏目多少天内应有更新", Self.veto, true)
    case .noticeMonths: (6, "通知公告、政策文件类栏目多少个月内应有更新", Self.veto, true)
    case .planMonths: (12, "人事、规划类栏目多少个月内应有更新", Self.survey, true)
    case .staleColumns: (5, "动态要闻、通知公告、政策文件类栏目累计多少个未更新算不合格", Self.veto, true)
    case .neglectedColumns: (10, "应更新但长期未更新的栏目累计多少个算不合格", Self.veto, true)
    case .emptyColumns: (5, "空白栏目累计多少个算不合格", Self.veto, true)
    case .replyMonths: (3, "留言多少个月内应当回应", Self.veto, true)
    case .answerMonths: (2, "留言答复公开栏目多少个月内应有更新", Self.deduction, true)
    case .statisticsMonths: (3, "办事统计数据多少个月内应有更新", Self.deduction, true)
    case .consultations: (6, "一年内应开展几次征集调查", Self.seen, false)
    case .guides: (5, "多少份办事指南缺要素算不合格", Self.seen, false)
    case .guideElements: (4, "一份办事指南缺多少类要素算缺失", Self.seen, false)
    case .searchSample: (20, "搜索抽查多少个标题", Self.ours, false)
    case .searchRank: (10, "抽查的标题应排在搜索结果的前多少条", Self.seen, false)
    }
  }

  private static let veto = "政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）单项否决"
  private static let deduction = "政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）扣分指标"
  private static let survey = "全国政府网站普查评分表（2015年），检查沿用"
  private static let seen = "各地自查报告所见，没有核对到原文"
  private static let ours = "本程序的提醒"
}

/// What site.yml says about the inspection.
package struct InspectionSettings: Sendable, Hashable {
  /// Other values of thresholds that are not fixed.
  package var limits: [InspectionLimit: Int] = [:]
  /// The base columns of the platform, in order (国办公开办函〔2019〕61号, names as used everywhere).
  package var baseColumns = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报"]
  /// Path of the column with the statistics of services.
  package var statistics: String?
  /// Where people can ask online, and where services are offered, if that is another site.
  package var consultURL: String?
  package var serviceURL: String?
  /// Ids of indicators that are reminders, because what says so could not be read or is local, and count as failed here.
  package var strict: Set<String> = []
  /// Those ids.
  package static let reminders = [
    "guides", "consultations", "search", "baseColumns", "placeholders", "footer", "icp", "police", "domain",
    "outerLinks",
    "emptyLinks", "deadLinks",
  ]
  /// Hosts outside gov.cn that somebody has looked at.
  package var hosts: Set<String> = []

  /// Nothing but the defaults.
  package init() {}

  /// The value of a threshold.
  package subscript(limit limit: InspectionLimit) -> Int { limits[limit] ?? limit.definition.value }
}
