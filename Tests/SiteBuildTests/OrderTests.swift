import Base
import SiteBuild
import TestSupport
import Testing

/// Days, numbers and parts of one record that have to agree, and records that say nothing.
@Suite struct OrderTests {
  private static func findings(
    _ kind: String, _ frontMatter: String, body: String = "正文。", more: [String: String] = [:],
    asOf: String = "2026-11-21"
  ) async throws -> [Diagnostic] {
    let site = try SiteFixture(
      [
        "Content/a/_column.md": "---\ntitle: 栏目\nkind: \(kind)\n---\n",
        "Content/a/d.md": SiteFixture.document("title: 记录\n" + frontMatter, body: body),
      ].merging(more) { $1 })
    return try await checkSite(site.request(asOf: asOf)).findings.filter { $0.location.path == "Content/a/d.md" }
  }

  private static let meeting = "发布日期: 2026-10-12\n会议类别: 政府常务会议\n"
  private static let agenda = "## 会议议题\n\n抗旱。\n\n## 议定事项\n\n通过。"

  @Test(arguments: [
    (
      "message", "发布日期: 2026-10-12\n受理日期: 2026-10-10\n答复日期: 2026-10-09\n承办单位: 安澜县民政局\n类别: 咨询", "正文。",
      ["date-order"], "答复日期 2026-10-09 早于受理日期 2026-10-10"
    ),
    ("meeting", meeting + "会议日期: 2026-10-13", agenda, ["date-order"], "发布日期 2026-10-12 早于会议日期 2026-10-13"),
    ("meeting", meeting + "会议日期: 2026-10-12\n列席代表意见数: 3\n采纳意见数: 3", agenda, [], ""),
    (
      "meeting", meeting + "会议日期: 2026-10-12\n列席代表意见数: 3\n采纳意见数: 7", agenda, ["number-order"], "采纳意见数 7 多于列席代表意见数 3"
    ),
  ]) func `days and numbers of a record are in the order that its kind asks for`(
    _ kind: String, _ frontMatter: String, _ body: String, _ rules: [String], _ message: String
  ) async throws {
    let findings = try await Self.findings(kind, frontMatter, body: body)
    #expect(findings.map(\.rule) == rules)
    #expect(findings.first?.message ?? "" == message)
  }

  @Test(arguments: [("1.5", "1.25", 1), ("1.25", "1.5", 0), ("2", "1.999999", 1), ("-1", "-1.5", 1), ("1.0", "1", 0)])
  func `limits hold for decimals, too`(_ part: String, _ whole: String, _ count: Int) async throws {
    let kind =
      "label: 工程\nfields:\n  - {key: all, label: 总投资, type: number}\n"
      + "  - {key: done, label: 完成投资, type: number, atMost: all}\n"
    let findings = try await Self.findings(
      "works", "发布日期: 2026-10-12\n总投资: \(whole)\n完成投资: \(part)", more: ["Content/_kinds/works.yml": kind])
    #expect(findings.map(\.message) == Array(repeating: "完成投资 \(part) 多于总投资 \(whole)", count: count))
  }

  @Test func `opinions are summed with their decimals`() async throws {
    let counts = "发布日期: 2026-10-12\nreceived: 9\nadopted: 5.5\nnotAdopted: 3\nreasons: 甲"
    let outcome =
      "label: 结果\nfields:\n"
      + ["received", "adopted", "notAdopted"].map { "  - {key: \($0), label: \($0)数, type: number}\n" }.joined()
      + "  - {key: reasons, label: 未采纳理由, type: text}\n"
    let findings = try await Self.findings("outcome", counts, more: ["Content/_kinds/outcome.yml": outcome])
    #expect(findings.map(\.message) == ["收到意见 9 条，采纳、部分采纳和未采纳的合计 8.5 条"])
  }

  @Test func `an outcome before the end of its consultation is a warning`() async throws {
    let parts = "## 草案\n\n甲。\n\n## 说明\n\n乙。\n\n## 提出意见的方式\n\n丙。"
    let outcome = ["Content/a/e.md": SiteFixture.document("title: 反馈\nkind: notice\n发布日期: 2026-03-20\n反馈对象: a/d")]
    let site = try SiteFixture(
      [
        "Content/a/_column.md": "---\ntitle: 栏目\nkind: consultation\n---\n",
        "Content/a/d.md": SiteFixture.document(
          "title: 征求意见\n发布日期: 2026-03-01\n开始日期: 2026-03-01\n截止日期: 2026-03-31", body: parts),
      ].merging(outcome) { $1 })
    #expect(try await site.findings() == ["a/e.md:4:7 10 date-order warning"])
    try site.write(["Content/a/e.md": outcome["Content/a/e.md"]?.replacing("03-20", with: "03-31") ?? ""])
    #expect(try await site.findings() == [])
  }

  @Test func `a day that nothing comes of is told, with the kind that knows it`() async throws {
    let findings = try await Self.findings("notice", "发布日期: 2026-10-12\n有效期至: 2026-10-20")
    #expect(findings.map(\.rule) == ["idle-field"])
    #expect(findings.first?.message == "有效期至对通知公告没有作用，只作为一行文字显示")
    #expect(findings.first?.cures.first?.hasPrefix("有期限的公告，kind 改为 announcement") == true)
  }

  private static let decision =
    "承办单位: 安澜县民政局\n决策时间: 2026年6月\n公众参与方式: [征求意见]\n目录年度: 2026\n发布日期: 2026-10-12"

  @Test func `a heading with nothing beneath it is no part`() async throws {
    for (body, rules) in [
      ("## 决策背景\n\n缺水。", []), ("## 决策背景\n\n### 起因\n\n缺水。", []), ("## 决策背景\n\n## 其他\n\n没有。", ["missing-part"]),
      ("## 其他\n\n没有。\n\n## 决策背景", ["missing-part"]), ("## 决策背景\n\n一、缺水严重\n\n二、节水不够", []),
    ] {
      #expect(try await Self.findings("decision", Self.decision, body: body).map(\.rule) == rules, "\(body)")
    }
  }

  @Test func `parts that a decision needs are missed once it has been made`() async throws {
    let findings = try await Self.findings("decision", Self.decision, body: "## 背景\n\n缺水。\n\n## 决策结果\n\n已经通过。")
    #expect(
      findings.map(\.message)
        == ["决策草案全文", "草案说明", "公众意见收集和采纳情况", "公众代表列席情况"].map {
          "重大行政决策事项缺少要素“\($0)”，已经有“决策结果”"
        }.sorted())
  }

  @Test func `the steps of a land acquisition have their days, and those to come lie ahead`() async throws {
    let site = try SiteFixture([
      "Content/a/_column.md": "---\ntitle: 征地\nkind: landAcquisition\n---\n",
      "Content/a/d.md": SiteFixture.document(
        "title: 城北征地\n发文机关: 安澜县民政局\n发布日期: 2026-10-12\nprojectCode: 第一批\nplace: 城北\narea: 3\n"
          + "system: https://zd.example.gov.cn/\nnoticeOn: 2026-07-01\nplanOn: 2026-08-03\nplanUntil: 2026-09-03\n"
          + "approvedOn: 2026-10-26\nannouncedOn: 2026-12-09",
        body: "## 预公告\n\n已发。\n\n## 补偿安置公告\n\n已发。\n\n## 征收土地公告\n\n十二月九日发布。"),
    ])
    _ = try await site.publish()
    let way = try #require(try site.page("a/d/").split(separator: "办理过程").dropFirst().first)
    for (step, day) in [("预公告", "2026年7月1日"), ("补偿安置公告", "2026年8月3日"), ("批准", "2026年10月26日")] {
      let item = way.split(separator: "<li").first { $0.contains(">\(step)<") }
      #expect(item?.contains("done") == true && item?.contains(day) == true, "\(step)")
    }
    let last = way.split(separator: "<li").first { $0.contains(">征收公告<") }
    #expect(last?.contains("ahead") == true && last?.contains("2026年12月9日") == true)
  }

  private static let normative =
    "发文字号: 澜民发〔2026〕9号\n发文机关: 安澜县民政局\n成文日期: 2026-10-12\n发布日期: 2026-10-12"

  @Test func `a document that is counted has a text and a validity`() async throws {
    let dated = Self.normative + "\n施行日期: 2026-10-12"
    let settings = ["Content/site.yml": SiteFixture.siteText + "deadlines: {公布解读: 无}\n"]
    #expect(try await Self.findings("normative", dated, more: settings).map(\.rule) == [])
    #expect(try await Self.findings("normative", dated, body: "", more: settings).map(\.rule) == ["empty-text"])
    #expect(
      try await Self.findings("normative", Self.normative, more: settings).map(\.rule) == ["unstated-validity"])
  }

  @Test func `a document without any interpretation is told where nothing else says so`() async throws {
    let dated = Self.normative + "\n施行日期: 2026-10-12"
    let site = SiteFixture.siteText.replacing("name: 安澜县民政局}", with: "name: 安澜县民政局, level: 部门}")
    let asked = site + "interpretationForms: {部门: 3}\n"
    let without = ["Content/site.yml": asked + "deadlines: {公布解读: 无}\n"]
    let findings = try await Self.findings("normative", dated, more: without)
    #expect(findings.map(\.message) == ["部门文件应有 3 种解读形式，还没有解读"])
    #expect(try await Self.findings("normative", dated, more: without, asOf: "2027-11-21").map(\.rule) == [])
    #expect(
      try await Self.findings("normative", dated, more: ["Content/site.yml": asked]).map(\.rule) == ["duty-overdue"])
  }

  @Test func `an interpretation that copies its document is told`() async throws {
    let text = """
      第一条 为了加强河道采砂管理，保障防洪安全，制定本办法。
      第二条 采砂单位应当先取得许可，按照许可的范围、时间和数量作业，禁采期内一律停止作业。
      第三条 违反规定的，由县水利局责令停止违法行为，没收违法所得，并依法处理；构成犯罪的，依法追究刑事责任，当事人可以依法申请行政复议。
      """
    let own = """
      河道采砂以前没有统一的规矩，汛期抢采、乱采的事时有发生。这份文件做了三件事：先领证再开采；汛期四个月一律停；违规的既没收所得又要处罚。
      采砂的企业十二月以前到县水利局窗口办证，带上营业执照和作业方案；附近的村民发现夜里偷采，可以拨打举报电话，查实有奖。与二〇二〇年的办法相比，禁采期多了一个月。
      """
    let more = [
      "Content/zhengce/b.md": SiteFixture.document("title: 办法\nkind: policy\n发布日期: 2026-10-12", body: text)
    ]
    let frontMatter = "发布日期: 2026-10-12\n解读对象: zhengce/b\n解读形式: 文字解读"
    let copied = try await Self.findings("interpretation", frontMatter, body: text, more: more)
    #expect(copied.map(\.rule) == ["copied-interpretation"] && copied.first?.message.contains("百分之100") == true)
    #expect(try await Self.findings("interpretation", frontMatter, body: own, more: more).map(\.rule) == [])
  }
}
