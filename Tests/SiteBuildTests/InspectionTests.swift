import Base
import Documents
import Foundation
import Inspection
import SiteBuild
import TestSupport
import Testing

/// The indicators of the inspection: for each a site that breaks it and one that just does not.
@Suite struct InspectionTests {
  private static func measure(
    _ indicator: Indicator, _ files: [String: String] = [:], asOf: String = "2024-01-05"
  ) async throws -> Reading {
    let site = try SiteFixture(files)
    let report = try await inspectSite(site.request(asOf: asOf))
    return try #require(report.readings.first { $0.indicator == indicator })
  }

  private static func column(
    _ path: String, _ front: String, published: String? = "2024-01-01", kind: String = "page"
  ) -> [String: String] {
    var files = ["Content/\(path)/_column.md": "---\ntitle: \(path)\nkind: \(kind)\n\(front)\n---\n"]
    if let published {
      files["Content/\(path)/d.md"] = SiteFixture.document("title: \(path)的文件\n发布日期: \(published)")
    }
    return files
  }

  private static func columns(_ count: Int, _ front: String, published: String? = "2024-01-01") -> [String: String] {
    (0..<count).reduce(into: [:]) { files, number in
      files.merge(column("c\(number)", front, published: published)) { $1 }
    }
  }

  private static func settings(_ text: String) -> [String: String] { ["Content/site.yml": SiteFixture.siteText + text] }

  // MARK: Days

  @Test(arguments: [
    ("2024-01-10", Reading.State.passed, 5 as Int?), ("2024-01-11", .near, 4), ("2024-01-14", .near, 1),
    ("2024-01-15", .near, 0), ("2024-01-16", .failed, nil),
  ]) func `the home page has news every fourteen days`(
    _ asOf: String, _ state: Reading.State, _ left: Int?
  ) async throws {
    let home = try await Self.measure(.home, asOf: asOf)
    #expect(home.state == state && home.daysLeft == left, "\(home)")
    #expect(home.measured.hasPrefix("最近一条是 2024-01-01，"))
  }

  @Test func `the home page reminds when site.yml says`() async throws {
    let home = try await Self.measure(.home, Self.settings("inspection: {homeWarningDays: 3}\n"), asOf: "2024-01-04")
    #expect(home.state == .near && home.daysLeft == 11)
  }

  @Test(arguments: [
    (5, "2024-01-15", Reading.State.near, 0), (4, "2024-01-16", .near, 4), (5, "2024-01-16", .failed, 5),
    (5, "2024-01-10", .passed, 0),
  ]) func `of the columns of news fewer than five are stale`(
    _ count: Int, _ asOf: String, _ state: Reading.State, _ stale: Int
  ) async throws {
    let found = try await Self.measure(.staleColumns, Self.columns(count, "columnType: 工作动态"), asOf: asOf)
    #expect(found.state == state && found.value == stale, "\(found)")
  }

  @Test(arguments: [("2024-07-01", 0), ("2024-07-02", 1)])
  func `notices and policies have six months at the first level`(
    _ asOf: String, _ stale: Int
  ) async throws {
    for front in ["columnType: 通知公告", "columnType: 政策文件", "columnType: 政策文件\nupdateEvery: 3年"] {
      let found = try await Self.measure(.staleColumns, Self.column("a", front), asOf: asOf)
      #expect(found.value == stale, "\(front)")
    }
    let policies = try await Self.measure(.policies, Self.column("a", "columnType: 政策文件"), asOf: asOf)
    #expect(policies.state == (stale == 0 ? .near : .failed))
    #expect(policies.daysLeft == (stale == 0 ? 0 : nil))
    // A notice of another kind is no news, though its column's type says 工作动态.
    let files = [
      "Content/b/_column.md": "---\ntitle: 公告\nkind: notice\ncolumnType: 工作动态\n---\n",
      "Content/b/d.md": SiteFixture.document("title: 公告\n发布日期: 2024-01-01"),
    ]
    #expect(try await Self.measure(.staleColumns, files, asOf: asOf).value == stale)
  }

  @Test(arguments: [(9, "2024-02-02", Reading.State.near), (10, "2024-02-02", .failed), (10, "2024-02-01", .near)])
  func `of the other columns fewer than ten are stale`(
    _ count: Int, _ asOf: String, _ state: Reading.State
  ) async throws {
    let found = try await Self.measure(.neglectedColumns, Self.columns(count, "updateEvery: 1个月"), asOf: asOf)
    #expect(found.state == state, "\(found)")
  }

  @Test(arguments: [("2025-01-01", 0), ("2025-01-02", 1)]) func `plans have a year`(
    _ asOf: String, _ stale: Int
  ) async throws {
    let found = try await Self.measure(.neglectedColumns, Self.column("a", "statutory: [20-3]"), asOf: asOf)
    #expect(found.value == stale)
  }

  @Test func `content without a day counts as not updated`() async throws {
    var files = Self.column("a", "columnType: 工作动态")
    files["Content/a/d.md"] = SiteFixture.document("title: 无日期")
    let found = try await Self.measure(.staleColumns, files)
    #expect(found.value == 1 && found.places.first?.text.contains("没有发布日期") == true)
  }

  // MARK: Columns

  @Test(arguments: [(0, Reading.State.passed), (1, .near), (4, .near), (5, .failed)])
  func `fewer than five columns are empty`(_ count: Int, _ state: Reading.State) async throws {
    let found = try await Self.measure(.emptyColumns, Self.columns(count, "order: 1", published: nil))
    #expect(found.state == state && found.value == count && found.places.count == count)
  }

  private static let base = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报"]

  private static func base(_ names: [String], strict: Bool = true) -> [String: String] {
    var files = settings(strict ? "inspection: {strict: [baseColumns]}\n" : "")
    for (place, name) in names.enumerated() {
      files["Content/b\(place)/_column.md"] = "---\ntitle: \(name)\nkind: page\norder: \(place)\n---\n"
      files["Content/b\(place)/d.md"] = SiteFixture.document("title: \(name)的文件")
    }
    return files
  }

  @Test func `the base columns are there, by their names, in their order, with content`() async throws {
    #expect(try await Self.measure(.baseColumns, Self.base(Self.base)).state == .passed)
    let three = try await Self.measure(.baseColumns, Self.base(Array(Self.base.dropLast())))
    #expect(three.state == .failed && three.places.map(\.text) == ["没有栏目“政府信息公开年报”（顶级栏目，名称一字不差）"])
    let renamed = try await Self.measure(.baseColumns, Self.base(Self.base.map { $0.replacing("年报", with: "年度报告") }))
    #expect(renamed.state == .failed && renamed.value == 3)
    let turned = try await Self.measure(.baseColumns, Self.base(Self.base.reversed()))
    #expect(turned.state == .failed && turned.places.first?.text.hasPrefix("次序应为") == true)
    var empty = Self.base(Self.base)
    empty["Content/b1/d.md"] = nil
    #expect(try await Self.measure(.baseColumns, empty).places.map(\.text) == ["“政府信息公开制度”没有内容"])
    // What could not be read in the original is a reminder, unless site.yml is strict.
    let reminder = try await Self.measure(.baseColumns, Self.base([], strict: false))
    #expect(reminder.state == .near && reminder.isReminder)
  }

  @Test func `every item of the regulation has a column with content, or a declaration`() async throws {
    #expect(try await Self.measure(.statutory).state == .unmeasured)
    let all = (1...15).map { "20-\($0)" }.joined(separator: ", ") + ", 21"
    #expect(try await Self.measure(.statutory, Self.column("a", "statutory: [\(all)]")).state == .passed)
    let lacking = try await Self.measure(
      .statutory, Self.column("a", "statutory: [\(all.replacing(", 20-6,", with: ","))]"))
    #expect(lacking.state == .near && lacking.value == 1)
    #expect(lacking.places.first?.text.hasPrefix("第二十条第（六）项没有对应的栏目") == true)
    let declared = Self.column("b", "statutory: [20-6]\nnotApplicable: {on: 2024-01-01, reason: 没有职权}", published: nil)
    let files = Self.column("a", "statutory: [\(all.replacing(", 20-6,", with: ","))]").merging(declared) { $1 }
    #expect(try await Self.measure(.statutory, files).state == .passed)
  }

  @Test(arguments: [
    ("栏目建设中，敬请期待。", 1), ("暂无内容", 1), ("本县正在建设的供水工程共三项，总投资一亿元，计划今年年底以前全部完工通水，届时可以解决八个乡镇二十万人的饮水问题，具体安排如下。", 0),
    ("", 0),
  ]) func `no page promises a content`(_ text: String, _ count: Int) async throws {
    let files = [
      "Content/a/_column.md": "---\ntitle: 甲\nkind: page\n---\n\n\(text)\n",
      "Content/a/d.md": SiteFixture.document("title: 乙", body: "内容。"),
      "Content/site.yml": SiteFixture.siteText + "inspection: {strict: [placeholders]}\n",
    ]
    let column = try await Self.measure(.placeholders, files)
    #expect(column.value == count && column.state == (count == 0 ? .passed : .failed))
    var document = files
    document["Content/a/_column.md"] = "---\ntitle: 甲\nkind: page\n---\n"
    document["Content/a/d.md"] = SiteFixture.document("title: 乙", body: text)
    #expect(try await Self.measure(.placeholders, document).value == count)
  }

  // MARK: Exchange

  private static func message(_ more: String) -> [String: String] {
    [
      "Content/a/_column.md": "---\ntitle: 留言\nkind: message\n---\n",
      "Content/a/d.md": SiteFixture.document(
        "title: 路灯\n发布日期: 2026-02-01\n受理日期: 2026-01-31\n承办单位: 安澜县民政局\n类别: 咨询\(more)"),
    ]
  }

  @Test(arguments: [
    ("", "2026-04-10", Reading.State.passed, 0), ("", "2026-04-30", .near, 0), ("", "2026-05-01", .failed, 1),
    ("\n答复日期: 2026-04-30", "2026-05-01", .passed, 0), ("\n答复日期: 2026-05-01", "2026-05-02", .near, 0),
    ("", "2027-01-31", .passed, 0),
  ]) func `no message waits longer than three months`(
    _ more: String, _ asOf: String, _ state: Reading.State, _ overdue: Int
  ) async throws {
    let found = try await Self.measure(.replies, Self.message(more), asOf: asOf)
    #expect(found.state == state && found.value == overdue, "\(found)")
  }

  @Test(arguments: [("2026-04-12", Reading.State.passed), ("2026-04-28", .near), ("2026-04-29", .failed)])
  func `answers are published every two months`(_ asOf: String, _ state: Reading.State) async throws {
    let found = try await Self.measure(.answers, Self.message("\n答复日期: 2026-02-28"), asOf: asOf)
    #expect(found.state == state, "\(found)")
    #expect(try await Self.measure(.answers).state == .unmeasured)
  }

  @Test(arguments: [("2024-04-01", Reading.State.near), ("2024-04-02", .failed), ("2024-03-10", .passed)])
  func `statistics of services are published every three months`(
    _ asOf: String, _ state: Reading.State
  ) async throws {
    let files = Self.column("a", "order: 1").merging(Self.settings("inspection: {statistics: a}\n")) { $1 }
    #expect(try await Self.measure(.statistics, files, asOf: asOf).state == state)
    #expect(try await Self.measure(.statistics).state == .unmeasured)
    #expect(try await Self.measure(.statistics, Self.settings("inspection: {statistics: b}\n")).state == .failed)
  }

  private static func consultation(_ number: Int, _ more: String = "\n网上提交: https://www.anlan.gov.cn/") -> [String:
    String]
  {
    [
      "Content/z/_column.md": "---\ntitle: 征集\nkind: consultation\ncolumnType: 征集调查\n---\n",
      "Content/z/d\(number).md": SiteFixture.document(
        "title: 征求意见\(number)\n发布日期: 2024-01-01\n开始日期: 2024-01-01\n截止日期: 2024-02-28\(more)",
        body: "## 草案\n\n甲。\n\n## 说明\n\n乙。\n\n## 提出意见的方式\n\n丙。"),
    ]
  }

  @Test(arguments: [(6, Reading.State.passed), (5, .failed)]) func `six consultations a year are online`(
    _ count: Int, _ state: Reading.State
  ) async throws {
    let files = (1...count).reduce(into: Self.settings("inspection: {strict: [consultations]}\n")) { files, number in
      files.merge(Self.consultation(number)) { $1 }
    }
    #expect(try await Self.measure(.consultations, files).state == state)
    #expect(try await Self.measure(.consulting, files).state == .passed)
    let offline = try await Self.measure(
      .consultations, files.merging(Self.consultation(1, "\n咨询电话: 0000-1")) { $1 })
    #expect(offline.value == count - 1 && offline.places.count == 1)
    // A year later there was none.
    #expect(try await Self.measure(.consultations, files, asOf: "2025-01-01").value == 0)
  }

  @Test func `there is somewhere to ask online`() async throws {
    #expect(try await Self.measure(.consulting).state == .failed)
    let named = Self.settings("inspection: {consultURL: \"https://www.anlan.gov.cn/zixun/\"}\n")
    #expect(try await Self.measure(.consulting, named).state == .passed)
    #expect(try await Self.measure(.consulting, Self.consultation(1, "\n咨询电话: 0000-1")).state == .failed)
  }

  private static func guide(_ number: Int, _ body: String) -> [String: String] {
    [
      "Content/g/_column.md": "---\ntitle: 办事\nkind: serviceGuide\n---\n",
      "Content/g/d\(number).md": SiteFixture.document(
        "title: 指南\(number)\n承办单位: 安澜县民政局\n办理地点: 甲\n办理时间: 乙\n咨询电话: 丙\n办结时限: 1日\n收费标准: 不收费", body: body),
    ]
  }

  @Test func `guides have their elements`() async throws {
    let whole = "## 依据\n\n甲\n\n## 条件\n\n乙\n\n## 材料\n\n丙\n\n## 流程\n\n丁"
    #expect(try await Self.measure(.guides).state == .unmeasured)
    let link = Self.settings("inspection: {serviceURL: \"https://www.anlan.gov.cn/\"}\n")
    #expect(try await Self.measure(.guides, link).state == .passed)
    #expect(try await Self.measure(.guides, Self.guide(1, whole)).state == .passed)
    let strict = Self.settings("inspection: {strict: [guides]}\n")
    func bare(_ count: Int) -> [String: String] {
      (1...count).reduce(into: strict) { files, number in files.merge(Self.guide(number, "无")) { $1 } }
    }
    let four = try await Self.measure(.guides, bare(4))
    #expect(four.state == .near && four.places.first?.text == "“指南1”缺设定依据、申请条件、办理材料、办理流程")
    #expect(try await Self.measure(.guides, bare(5)).state == .failed)
  }

  // MARK: Pages

  @Test func `every page has its tags`() async throws {
    for indicator in [Indicator.siteTags, .articleTags] {
      #expect(try await Self.measure(indicator).state == .passed, "\(indicator)")
    }
    // The base site's column describes itself by its name only.
    let same = try await Self.measure(.columnTags)
    #expect(same.state == .near && same.places.first?.text.contains("ColumnDescription 和 ColumnName 相同") == true)
    let described = [
      "Content/zhengce/_column.md": "---\ntitle: 政策文件\nkind: policy\ndescription: 本县的文件\nkeywords: [政策]\n---\n"
    ]
    #expect(try await Self.measure(.columnTags, described).state == .passed)
    let odd = described.mapValues { $0.replacing("keywords", with: "columnType: 乱写的\nkeywords") }
    #expect(try await Self.measure(.columnTags, odd).places.first?.text.contains("ColumnType“乱写的”") == true)
    let null = described.mapValues { $0.replacing("本县的文件", with: "\"null\"") }
    #expect(try await Self.measure(.columnTags, null).state == .failed)
    let undated = try await Self.measure(
      .articleTags, ["Content/zhengce/first.md": SiteFixture.document("title: 第一篇")])
    #expect(undated.state == .failed && undated.places.first?.text.contains("缺 PubDate") == true)
    #expect(undated.places.first?.file == "Content/zhengce/first.md")
  }

  private static let footer = """
    contact: {phone: 0000-1}
    icp: 鲁ICP备12345678号-1
    policeRecord: 鲁公网安备 37010202000123号
    badgeURL: https://bszs.conac.cn/a
    errorReportURL: https://za.conac.cn/a
    inspection: {strict: [footer, outerLinks], hosts: [bszs.conac.cn, za.conac.cn]}

    """

  @Test(arguments: [
    ("", "", nil as String?), ("icp: 鲁ICP备12345678号-1\n", "", "ICP备案编号"),
    ("policeRecord: 鲁公网安备 37010202000123号\n", "", "公安机关备案标识"), ("badgeURL: https://bszs.conac.cn/a\n", "", "党政机关网站标识"),
    ("errorReportURL: https://za.conac.cn/a\n", "", "我为政府网站找错"), ("contact: {phone: 0000-1}\n", "", "主办单位及联系方式"),
  ]) func `the foot of every page has seven things`(
    _ without: String, _ with: String, _ missing: String?
  ) async throws {
    let text = without.isEmpty ? Self.footer : Self.footer.replacing(without, with: with)
    let found = try await Self.measure(.footer, Self.settings(text))
    #expect(found.state == (missing == nil ? .passed : .failed))
    #expect(found.places.map(\.text) == (missing.map { ["每个网页都没有“\($0)”"] } ?? []))
  }

  @Test func `a foot of one's own that leaves something out is found on the page`() async throws {
    let site = try SiteFixture(Self.settings(Self.footer))
    try site.copyTemplates()
    let path = "Templates/partials/footer.mustache"
    let text = try #require(site.text(path))
    try site.write([path: text.replacing("{{root}}sitemap/", with: "{{root}}changes/")])
    let report = try await inspectSite(site.request(asOf: "2024-01-05"))
    let footer = try #require(report.readings.first { $0.indicator == .footer })
    #expect(footer.state == .failed && footer.places.map(\.text) == ["每个网页都没有“网站地图”"])
  }

  @Test func `links to other sites are counted by host, and asked when wanted`() async throws {
    let body = "见[甲](https://www.a.example/x)、[乙](https://www.b.gov.cn/y)、[丙](http://10.0.0.1/z)。"
    var files = Self.settings(Self.footer)
    files["Content/zhengce/first.md"] = SiteFixture.document("title: 第一篇\n发布日期: 2024-01-01", body: body)
    let found = try await Self.measure(.outerLinks, files)
    #expect(found.state == .failed && found.places.map(\.text) == ["10.0.0.1：1 个网页", "www.a.example：1 个网页"])
    let site = try SiteFixture(files)
    let asked = try await inspectSite(site.request(asOf: "2024-01-05")) { urls in
      .asked(urls.count, dead: urls.contains("https://www.a.example/x") ? ["https://www.a.example/x": "404"] : [:])
    }
    let dead = try #require(asked.readings.first { $0.indicator == .deadLinks })
    #expect(dead.state == .near && dead.places.map(\.text) == ["https://www.a.example/x（404），见 /zhengce/first/"])
    #expect(try await Self.measure(.deadLinks).state == .unmeasured)
  }

  @Test func `documents and interpretations lead to each other`() async throws {
    let policy = SiteFixture.document(
      "title: 办法\nkind: normative\n发文字号: 澜民发〔2024〕1号\n发文机关: 安澜县民政局\n成文日期: 2024-01-01\n发布日期: 2024-01-02\n施行日期: 2024-02-01"
    )
    var files = ["Content/zhengce/b.md": policy]
    // Not in force yet, so nothing is due.
    #expect(try await Self.measure(.interpretations, files).state == .unmeasured)
    #expect(try await Self.measure(.interpretations, files, asOf: "2024-02-02").state == .near)
    files["Content/zhengce/j.md"] = SiteFixture.document(
      "title: 解读\nkind: interpretation\n解读对象: zhengce/b\n发布日期: 2024-01-02")
    let paired = try await Self.measure(.interpretations, files, asOf: "2024-02-02")
    #expect(paired.state == .passed && paired.measured.hasPrefix("1 对，没有互相链接的 0 处"))
  }

  @Test func `titles are found, and on the first page`() async throws {
    let found = try await Self.measure(.search)
    #expect(found.state == .passed && found.measured.hasPrefix("抽查 1 个标题"))
    func same(_ count: Int) -> [String: String] {
      (0..<count).reduce(into: [:]) {
        $0["Content/zhengce/s\($1).md"] = SiteFixture.document("title: 会议通知\n发布日期: 2024-01-01")
      }
    }
    #expect(try await Self.measure(.search, same(10)).state == .passed)
    let crowded = try await Self.measure(.search, same(11))
    #expect(crowded.state == .near && crowded.places.count == 11)
  }

  // MARK: The whole

  @Test func `a mistake in one document hides nothing of the others`() async throws {
    let site = try SiteFixture(["Content/zhengce/b.md": SiteFixture.document("title: 乙\n发布日期: 2024-13-01")])
    let report = try await inspectSite(site.request(asOf: "2024-01-05"))
    let findings = try #require(report.readings.first { $0.indicator == .findings })
    #expect(findings.state == .failed && findings.places.map(\.file) == ["Content/zhengce/b.md:3"])
    #expect(report.readings.map(\.indicator) == Indicator.allCases)
  }

  @Test func `a build says in one line what it knows`() async throws {
    let site = try SiteFixture()
    let first = try await site.build(asOf: "2024-01-05")
    #expect(first.standing.line.hasPrefix("检查指标：不合格 "))
    #expect(first.standing.failed.contains("网站标识码"))
    let second = try await site.build(asOf: "2024-01-05")
    #expect(second.standing == first.standing)
  }
}
