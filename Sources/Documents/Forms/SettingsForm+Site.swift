// What site.yml may say.
extension SettingsForm {
  package static let site = SettingsForm(
    [
      ("name", "站点名称", .text), ("shortName", "站点简称", .text), ("baseURL", "网址", .text),
      ("siteIDCode", "网站标识码", .text), ("organizer", "主办单位", .text), ("undertaker", "承办单位", .text),
      ("contact", "联系方式", .either(.text, .mapping(contact))),
      ("icp", "ICP 备案编号", .text), ("icpURL", "ICP 备案的网址", .text),
      ("policeRecord", "公安备案号", .text), ("policeURL", "公安备案的网址", .text),
      ("badgeURL", "党政机关网站标识的链接", .text), ("errorReportURL", "网站找错的链接", .text),
      ("notice", "页脚说明", .text), ("dataLicence", "数据使用说明", .text),
      ("timeZone", "时区，如 Asia/Shanghai", .text),
      ("organizations", "机关", .many(.either(.text, .mapping(organization)))),
      ("topics", "主题分类", .many(.either(.text, .mapping(term)))),
      ("themes", "特色主题", .many(.either(.text, .mapping(term)))),
      ("audiences", "服务对象", .many(.either(.text, .mapping(term)))),
      ("places", "镇村", .many(.either(.text, .mapping(place(levels: placeLevels))))),
      ("matcher", "找政策的问题", .many(.mapping(question))),
      ("synonyms", "同义词，一组至少两个词", .list(.list(.text))), ("sources", "来源：其他专栏的导出", .many(.mapping(source))),
      ("search", "搜索引擎", .mapping(searchEngine)),
      ("pageSize", "每页行数", .integer(1...200)), ("dueSoonDays", "任务提前几天提示", .integer(0...365)),
      ("outcomeDays", "征集结束后几天内反馈", .integer(1...3650)),
      (
        "interpretationForms", "解读形式数，按层级",
        .mapping(SettingsForm([], others: .integer(1...12)))
      ),
      ("quotas", "年度次数", .many(.mapping(quota))),
      ("deadlines", "各地规定的期限，如 公布解读: 5个工作日", .mapping(SettingsForm([], others: .text))),
      ("inspection", "检查指标", .mapping(inspection)),
      ("keepReleases", "保留几个历史版本", .integer(0...50)),
      ("attachmentTypes", "可以公开的附件类型", .many(.text)), ("compressedCopies", "压缩副本", .flag),
      ("attachmentCharacters", "一个附件搜索收多少字，0 是不收", .integer(0...80_000)),
      ("removalLimit", "一次最多撤下百分之几的文件", .integer(0...100)),
      ("allowed", "可以公开的号码", .many(.mapping(allowed))),
      ("reviews", "审核记录", .either(.choice(["required", "optional"]), .mapping(reviews))),
      ("theme", "外观", .mapping(theme)), ("indexNumbers", "索引号", .mapping(indexNumbers)),
    ], required: ["name", "baseURL", "siteIDCode", "organizer"])

  package static let searchEngine = SettingsForm(
    [("endpoint", "搜索接口，本站的路径", .text), ("above", "文件多于多少件时用", .integer(0...10_000_000))], required: ["endpoint"])

  package static let contact = SettingsForm(
    [
      ("address", "地址", .text), ("phone", "电话", .text), ("email", "邮箱", .text), ("hours", "办公时间", .text),
      ("postcode", "邮编", .text),
    ], isNamed: true)

  package static let organization = SettingsForm(
    [
      ("id", "用在网址里的名字", .text), ("name", "名称", .text), ("agencyCodes", "机关代字", .many(.text)),
      ("level", "层级", .text), ("phone", "电话", .text),
    ], required: ["name"])

  package static let term = SettingsForm(
    [("id", "用在网址里的名字", .text), ("name", "名称", .text)], required: ["name"])

  /// Deeper than 县、镇街、村、组 no notice is addressed.
  package static let placeLevels = 4

  /// A place, with those in it.
  package static func place(levels: Int) -> SettingsForm {
    let inner = levels > 1 ? [("places", "其中的镇村", Shape.many(.either(.text, .mapping(place(levels: levels - 1)))))] : []
    return SettingsForm([("id", "用在网址里的名字", .text), ("name", "名称", .text)] + inner, required: ["name"])
  }

  package static let question = SettingsForm(
    [("question", "问题", .text), ("answers", "答案", .many(.either(.text, .mapping(term))))],
    required: ["question", "answers"])

  package static let source = SettingsForm(
    [
      ("id", "用在网址里的名字", .text), ("name", "名称", .text), ("folder", "导出的文件夹", .text),
      ("staleAfterDays", "导出超过几天没有更新就提醒", .integer(1...3650)),
    ], required: ["id", "name", "folder"])

  package static let quota = SettingsForm(
    [
      ("kind", "类型", .text), ("field", "字段", .text), ("label", "名称", .text), ("perYear", "每年次数", .integer(1...366)),
      ("by", "每年的哪一天以前，如 12-31", .text), ("each", "按哪个字段的每一个", .text), ("of", "哪些", .many(.text)),
    ], required: ["kind", "label", "perYear"])

  package static let inspection = SettingsForm(
    InspectionLimit.allCases.filter { !$0.definition.isFixed }.map {
      ($0.rawValue, $0.definition.label, .integer(0...1000))
    } + [
      ("baseColumns", "基本栏目", .many(.text)), ("statistics", "办事统计数据的栏目", .text),
      ("consultURL", "网上咨询的链接", .text), ("serviceURL", "办事服务的链接", .text),
      ("strict", "从严的指标", .many(.choice(InspectionSettings.reminders))), ("hosts", "核对过的外部网站", .many(.text)),
    ])

  package static let allowed = SettingsForm(
    [("hash", "检查时给出的 16 位字符", .text), ("reason", "理由", .text), ("by", "批准人", .text)],
    required: ["hash", "reason", "by"])

  package static let reviews = SettingsForm([("since", "从哪天发布的起", .text)], required: ["since"])

  package static let theme = SettingsForm(
    [
      ("color", "主色，如 \"#174a6e\"", .text), ("logo", "标志", .text), ("nameImage", "站名图片", .text),
      ("footerMarks", "页脚标识", .many(.mapping(mark))),
    ], required: ["color"])

  package static let mark = SettingsForm(
    [("title", "名称", .text), ("image", "图片", .text), ("url", "网址", .text)], required: ["title"])

  package static let indexNumbers = SettingsForm(
    [
      ("code", "机构代码", .text), ("pattern", "写法，如 \(IndexNumbering.usualPattern)", .text),
      ("digits", "流水号位数", .integer(1...9)), ("kinds", "编号的类型", .many(.text)),
    ], required: ["code"])
}
