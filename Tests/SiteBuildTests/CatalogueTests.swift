import SiteBuild
import Testing

/// A catalogue of what should be published, compared with what is.
@Suite struct CatalogueTests {
  private static let heading = "序号,事项类别,公开内容,公开依据,公开时限,公开主体,公开方式,公开渠道,责任机构,公开位置\n"

  private static func site(_ rows: [(limit: String, target: String)], _ more: [String: String] = [:]) throws
    -> SiteFixture
  {
    let lines = rows.enumerated().map { index, row in
      "\(index + 1),类,事项,条例,\(row.limit),局,主动公开,政府网站、公示栏,,\(row.target)\n"
    }
    return try SiteFixture(
      [
        "Content/mulu/_column.md": "---\ntitle: 目录\nkind: catalogue\n---\n",
        "Content/mulu/m.md": SiteFixture.document(
          "title: 目录\n发文机关: 安澜县人民政府\n发布日期: 2024-01-02\n施行日期: 2024-01-02\n事项: m.csv"),
        "Content/mulu/m.csv": heading + lines.joined(),
        "Content/zhengce/zi/_column.md": "---\ntitle: 子栏目\nkind: policy\n---\n",
        "Content/zhengce/zi/a.md": SiteFixture.document(
          "title: 乙\ndocumentDate: 2024-01-01\npublishedOn: 2024-01-30\neffectiveOn: 2024-01-30"),
      ].merging(more) { $1 })
  }

  @Test func `a row names its place, and something is published there`() async throws {
    let site = try Self.site(
      [("及时", "zhengce"), ("及时", "kong"), ("及时", "https://x.gov.cn/"), ("及时", "zhengce/mi")],
      [
        "Content/kong/_column.md": "---\ntitle: 空\nkind: policy\n---\n",
        "Content/zhengce/mi.md": SiteFixture.document("title: 密\npublishedOn: 2030-01-01"),
      ])
    try await site.expect(
      [
        "kong/_column.md:1:1 1 empty-column warning", "mulu/m.csv:3:31 4 catalogue-empty warning",
        "mulu/m.csv:5:31 10 catalogue-empty warning",
      ], on: "2024-02-01")
  }

  @Test func `the newest content is as new as the time limit asks`() async throws {
    let site = try Self.site([
      ("自形成之日起20个工作日内", "zhengce/zi/a"), ("自形成之日起21个工作日内", "zhengce/zi/a"), ("28日内", "zhengce/zi/a"),
      ("29日内", "zhengce/zi/a"), ("每季度公开", "zhengce"), ("及时公开", "zhengce"),
    ])
    try await site.expect(
      [
        "mulu/m.csv:2:42 12 catalogue-late warning", "mulu/m.csv:4:33 12 catalogue-late warning",
      ], on: "2024-02-01")
    let late = try await site.findings(asOf: "2024-05-01")
    #expect(late.contains("mulu/m.csv:6:34 7 catalogue-late warning") && late.count == 3)
  }

  @Test func `a column beside those in the catalogue is in it too`() async throws {
    let site = try Self.site([("及时", "zhengce/zi")])
    try await site.expect([], on: "2024-02-01")
    try site.write([
      "Content/zhengce/er/_column.md": "---\ntitle: 第二\nkind: policy\n---\n",
      "Content/zhengce/er/a.md": SiteFixture.document("title: 丙\npublishedOn: 2024-01-20"),
    ])
    try await site.expect(["zhengce/er/_column.md:1:1 1 catalogue-column warning"], on: "2024-02-01")
  }

  @Test func `all channels are shown, the chosen ones filled, the others for the eye only`() async throws {
    let site = try Self.site([("及时", "zhengce")])
    _ = try await site.publish()
    let page = try site.page("mulu/m/")
    #expect(
      page.contains(#"<li><span aria-hidden="true">■</span>政府网站</li><li class="off" aria-hidden="true">□政府公报</li>"#))
  }

  @Test func `the official forms of the annual report are whole, with merged headings and scopes`() async throws {
    let zeros = Array(repeating: "0", count: 7).joined(separator: ",")
    let labels = [
      "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1.属于国家秘密",
      "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
      "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请",
      "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他", "（七）总计", "四、结转下年度继续办理",
    ]
    let groups = ["行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉"]
    let parts = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let site = try SiteFixture([
      "Content/nianbao/_column.md": "---\ntitle: 年报\nkind: annualReport\n---\n",
      "Content/nianbao/2025/index.md": SiteFixture.document(
        "title: 报告\n发文机关: 安澜县人民政府\n发布日期: 2026-01-30\n报告年度: 2025\nproactive: a.csv\nrequests: b.csv\ndisputes: c.csv",
        body: "## 二、主动公开政府信息情况\n\n## 三、收到和处理政府信息公开申请情况\n\n## 四、存在的主要问题及改进情况\n\n没有。"),
      "Content/nianbao/2025/a.csv":
        "信息内容,本年制发件数,本年废止件数,现行有效件数,本年处理决定数量,本年收费金额（单位：万元）\n规章,0,0,0,,\n行政规范性文件,1,0,9,,\n行政许可,,,,5,\n行政处罚,,,,4,\n行政强制,,,,3,\n行政事业性收费,,,,,2.5\n",
      "Content/nianbao/2025/b.csv": "办理情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n"
        + labels.map { "\($0),\(zeros)\n" }.joined(),
      "Content/nianbao/2025/c.csv": groups.flatMap { group in parts.map { "\(group)/\($0)" } }.joined(separator: ",")
        + "\n" + Array(repeating: "0", count: 15).joined(separator: ",") + "\n",
    ])
    _ = try await site.publish()
    let page = try site.page("nianbao/2025/")
    #expect(page.contains(#"<th scope="rowgroup" colspan="4">第二十条第（五）项</th>"#))
    #expect(page.contains(#"<th scope="row">行政许可</th><td class="digits" colspan="3">5</td>"#))
    #expect(
      page.contains(#"<th scope="col" colspan="3" rowspan="3">办理情况</th><th scope="colgroup" colspan="7">申请人情况</th>"#))
    #expect(page.contains(#"<th scope="rowgroup" rowspan="22">三、本年度办理结果</th><th scope="row" colspan="2">（一）予以公开</th>"#))
    #expect(page.contains(#"<th scope="rowgroup" rowspan="8">（三）不予公开</th><th scope="row">1.属于国家秘密</th>"#))
    #expect(page.contains(#"<th scope="colgroup" colspan="10">行政诉讼</th>"#))
    // Each is under its heading; without one it follows the text.
    let order = [
      "二、主动公开", #"id="table-proactive""#, "三、收到", #"id="table-requests""#, "四、存在", "没有。", #"id="table-disputes""#,
    ]
    let places = order.map { page.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    try site.write([
      "Content/nianbao/2025/b.csv": try #require(site.text("Content/nianbao/2025/b.csv"))
        .replacing("（一）予以公开,0,0", with: "（一）予以公开,1,0")
    ])
    try await site.expect(["nianbao/2025/b.csv:4:21 1 table-sum", "nianbao/2025/b.csv:25:7 1 table-sum"])
  }
}
