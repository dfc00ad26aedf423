import Base
import Documents
import Resolution
import SiteBuild
import TestSupport
import Testing

/// The library as a whole: overviews, the results of a clean-up, the gazette, the annual report.
@Suite struct LibraryTests {
  /// Three normative documents of two offices; the second is repealed by the third, the first is interpreted.
  private static let library = [
    "Content/ku/_column.md": "---\ntitle: 文件库\nkind: normative\n---\n",
    "Content/ku/a.md": normative("甲办法", "澜政发〔2024〕1号", "安澜县人民政府", "2024-03-01"),
    "Content/ku/b.md": normative("乙办法", "澜民发〔2024〕4号", "安澜县民政局", "2024-05-01"),
    "Content/ku/c.md": normative("丙办法", "澜政发〔2025〕5号", "安澜县人民政府", "2025-06-01", "repeals: [澜民发〔2024〕4号]\n"),
    "Content/jiedu/_column.md": "---\ntitle: 解读\nkind: interpretation\n---\n",
    "Content/jiedu/a.md": SiteFixture.document("title: 一读就懂\npublishedOn: 2024-03-02\ninterprets: [ku/a]"),
    "Content/ku/tongji.md": SiteFixture.document(
      "title: 统计\nkind: page\npublishedOn: 2024-01-01\noverviews: [文件台账, numbers, 解读情况, 公报刊登情况, 年度制发情况]"),
  ]

  private static func normative(
    _ title: String, _ number: String, _ issuer: String, _ day: String, _ more: String = ""
  ) -> String {
    SiteFixture.document(
      """
      title: \(title)
      documentNumber: \(number)
      issuer: \(issuer)
      form: 通知
      audience: [老年人]
      documentDate: \(day)
      publishedOn: \(day)
      effectiveOn: \(day)
      \(more)
      """)
  }

  private static func site(_ files: [String: String] = [:]) throws -> SiteFixture {
    let settings = SiteFixture.siteText
      .replacing("name: 安澜县人民政府}", with: "name: 安澜县人民政府, agencyCodes: [澜政发], level: 县级}")
      .replacing("name: 安澜县民政局}", with: "name: 安澜县民政局, agencyCodes: [澜民发], level: 部门}")
    return try SiteFixture(
      library.merging(["Content/site.yml": settings + "audiences: [老年人]\n"]) { $1 }.merging(files) { $1 })
  }

  /// The lines of a published CSV.
  private static func lines(_ site: SiteFixture, _ name: String) throws -> [String] {
    try site.page("ku/tongji/tongji-\(name).csv").split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func `a page shows the tables it names, each with its CSV, and they are those of the day`() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    #expect(
      try Self.lines(site, "ledger-offices") == [
        "\u{FEFF}发文机关,文件数,现行有效,已废止,有效性未标注,最新成文日期", "安澜县人民政府,2,2,0,0,2025-06-01", "安澜县民政局,1,0,1,0,2024-05-01",
        "（未写发文机关）,1,0,0,1,", "合计,4,2,1,1,2025-06-01",
      ])
    #expect(
      try Self.lines(site, "numbers") == [
        "\u{FEFF}机关代字,年份,已公开,最大序号,未见的序号", "澜政发,2025年,1,5,1—4", "澜政发,2024年,1,1,", "澜民发,2024年,1,4,1—3",
      ])
    #expect(
      try Self.lines(site, "interpretations") == [
        "\u{FEFF}年份,应解读,已解读,解读率,解读材料,最迟几日,尚未解读的现行文件", "2025年,1,0,0%,0,—,丙办法（澜政发〔2025〕5号）", "2024年,2,1,50%,1,1,",
      ])
    #expect(
      try Self.lines(site, "annual-normative") == [
        "\u{FEFF}年份,本年制发件数,本年废止件数,现行有效件数", "2025年,1,1,2", "2024年,2,0,2",
      ])
    let page = try site.page("ku/tongji/")
    #expect(page.contains("<th scope=\"row\"><span class=\"item\"><a href=\"../../issuers/xianzhengfu/\">安澜县人民政府</a>"))
    #expect(page.contains("<a href=\"tongji-numbers.csv\" download>") && page.contains("有效性更新于2026年11月21日"))
    _ = try await site.publish(asOf: "2025-05-31")
    #expect(try Self.lines(site, "annual-normative") == ["\u{FEFF}年份,本年制发件数,本年废止件数,现行有效件数", "2024年,2,0,2"])
    #expect(try !site.page("ku/tongji/").contains("丙办法"))
  }

  @Test func `an overview that does not exist is a finding with the words there are`() async throws {
    let site = try Self.site(["Content/ku/x.md": SiteFixture.document("title: 某\nkind: page\noverviews: [文件台帐]")])
    let found = try await checkSite(site.request()).findings
    #expect(found.map(\.short) == ["ku/x.md:4:13 4 wrong-choice"])
    #expect(found.first?.cures.contains { $0.contains("文件台账") } == true)
  }

  @Test func `a document is filed by form, level and audience too`() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    for url in ["forms/通知/", "levels/县级/", "audience/老年人/"] {
      #expect(try site.page(url).contains("甲办法"), "\(url)")
    }
    #expect(try !site.page("levels/县级/").contains("乙办法") && site.page("levels/部门/").contains("乙办法"))
    #expect(try site.page("ku/a/").contains("href=\"../../forms/%E9%80%9A%E7%9F%A5/\">通知</a>"))
  }

  @Test func `the results of a clean-up agree with the states on their day`() async throws {
    let list = { (day: String, fields: String) in
      [
        "Content/ku/qingli.md": SiteFixture.document(
          "title: 清理结果\nkind: cleanup\nissuer: 安澜县人民政府\ndocumentDate: \(day)\npublishedOn: \(day)\n" + fields)
      ]
    }
    let right = try Self.site(list("2025-07-01", "continues: [ku/a, ku/c]\nended: [ku/b]"))
    #expect(try await right.findings() == [])
    _ = try await right.publish()
    let page = try right.page("ku/qingli/")
    #expect(page.contains("<h3>继续有效</h3>") && page.contains("<h3>此前已经废止或失效</h3>"))
    // On the last day before the repeal 乙办法 is still in force.
    let before = try Self.site(list("2025-05-31", "continues: [ku/a, ku/b]"))
    #expect(try await before.findings() == [])
    let wrong = try Self.site(list("2025-07-01", "continues: [ku/a, ku/b]\nended: [ku/c]"))
    let found = try await checkSite(wrong.request()).findings
    #expect(
      found.map(\.short) == ["ku/qingli.md:7:19 4 listed-state warning", "ku/qingli.md:8:9 4 listed-state warning"])
    #expect(found.first?.message == "继续有效列出的澜民发〔2024〕4号在 2025-07-01 是“已废止”，应为有效、尚未施行")
  }

  private static func issue(_ year: Int, _ number: Int, _ running: Int, _ contents: String) -> String {
    SiteFixture.document(
      "title: 公报\(year)年第\(number)期\npublishedOn: \(year)-07-01\nyear: \(year)\nnumber: \(number)\nrunning: \(running)\n"
        + "contains: [\(contents)]")
  }

  @Test func `a document says in which issue it was printed, and what is not printed is listed`() async throws {
    let site = try Self.site([
      "Content/gongbao/_column.md": "---\ntitle: 公报\nkind: gazette\n---\n",
      "Content/gongbao/1.md": Self.issue(2024, 1, 1, "{document: ku/a, note: 第3页}, ku/b"),
    ])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let page = try site.page("ku/a/")
    #expect(page.contains("<h3>刊登于</h3>") && page.contains("公报2024年第1期") && page.contains("第3页"))
    #expect(try Self.lines(site, "gazette") == ["\u{FEFF}文件,发文机关,成文日期", "丙办法（澜政发〔2025〕5号）,安澜县人民政府,2025-06-01"])
  }

  @Test func `gaps and doubles in the numbers of a gazette are found`() async throws {
    let site = try Self.site([
      "Content/gongbao/_column.md": "---\ntitle: 公报\nkind: gazette\n---\n",
      "Content/gongbao/1.md": Self.issue(2024, 1, 1, "ku/a"),
      "Content/gongbao/2.md": Self.issue(2024, 4, 2, "ku/a"),
      "Content/gongbao/3.md": Self.issue(2025, 1, 2, "ku/a"),
      "Content/gongbao/4.md": Self.issue(2026, 2, 5, "ku/a"),
    ])
    let found = try await checkSite(site.request()).findings
    #expect(
      found.map(\.short) == [
        "gongbao/2.md:5:9 1 series-gap warning", "gongbao/3.md:6:10 1 series-double",
        "gongbao/4.md:5:9 1 series-gap warning", "gongbao/4.md:6:10 1 series-gap warning",
      ])
    #expect(
      found.map(\.message) == ["期号不连续：缺2024年2 至 3", "总期号 2 已经用过", "期号不连续：缺2026年1", "总期号不连续：缺3 至 4"])
  }

  @Test func `the annual report counts what was made, ended and in force, with the documents behind each figure`()
    async throws
  {
    let site = try Self.site([
      "Content/ku/d.md": Self.normative("丁办法", "澜政发〔2025〕9号", "安澜县人民政府", "2025-12-20")
        .replacing("effectiveOn: 2025-12-20", with: "effectiveOn: 2026-02-01")
    ])
    let report = try #require(try await annualReport(site.request(), year: 2025).report)
    let counts = try #require(report.counts.first)
    #expect(report.counts.count == 1 && counts.kind.id == "normative")
    #expect(counts.made.map(\.document.title) == ["丙办法", "丁办法"] && counts.ended.map(\.document.title) == ["乙办法"])
    #expect(counts.inForce.map(\.document.title) == ["甲办法", "丙办法"] && counts.inForceBefore == 2)
    // 丁办法 was made in the year and is not yet in force.
    #expect(counts.difference == -1)
    #expect(report.interpretable.count == 2 && report.uninterpreted.count == 2)
    #expect(report.until.iso == "2025-12-31")
    let midyear = try #require(try await annualReport(site.request(asOf: "2025-06-30"), year: 2025).report)
    #expect(midyear.until.iso == "2025-06-30" && midyear.counts.first?.made.count == 1)
    let future = try #require(try await annualReport(site.request(), year: 2027).report)
    #expect(future.counts.first?.inForce.isEmpty == true)
  }

  @Test func `every item of the regulation has its columns, or says why it does not apply`() async throws {
    let site = try Self.site([
      "Content/ku/_column.md": "---\ntitle: 文件库\nkind: normative\nstatutory: [20-1]\n---\n",
      "Content/zhaolu/_column.md":
        "---\ntitle: 招考\nkind: notice\nstatutory: [20-14]\nnotApplicable: {on: 2025-01-08, reason: 由上级组织}\n---\n",
      "Content/ku/tongji.md": SiteFixture.document(
        "title: 统计\nkind: page\npublishedOn: 2024-01-01\noverviews: [法定公开内容]"),
    ])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let lines = try Self.lines(site, "statutory")
    #expect(lines.count == 17)
    #expect(lines[1] == "第二十条第（一）项,行政法规、规章和规范性文件,文件库,4,2025-06-01,已公开")
    #expect(lines[9] == "第二十条第（九）项,政府集中采购项目的目录、标准及实施情况,,0,,没有对应的栏目")
    #expect(lines[14].hasSuffix("招考,0,,不涉及（2025-01-08声明：由上级组织）"))
  }

  private static let reportKind = """
    label: 年报
    lifecycle: none
    template: page
    fields:
      - {key: year, label: 报告年度, type: number, required: true}
      - key: proactive
        label: 表一
        type: table
        columns:
          - {key: item, label: 内容, type: text, header: true}
          - {key: made, label: 制发, type: number}
          - {key: repealed, label: 废止, type: number}
          - {key: inForce, label: 有效, type: number}
        lines: [{key: normative, label: 行政规范性文件}]
      - key: requests
        label: 表二
        type: table
        columns: [{key: item, label: 内容, type: text, header: true}, {key: total, label: 总计, type: number}]
        lines: [{key: carried, label: 上年结转}, {key: carriedOver, label: 结转下年}]

    """

  /// The report of a year: the figures of its first table, and the requests carried over from the year before and to the
  /// next.
  private static func report(_ year: Int, _ figures: String, _ carried: Int, _ over: Int) -> [String: String] {
    [
      "Content/nianbao/\(year)/index.md": SiteFixture.document(
        "title: \(year)年年报\nissuer: 安澜县人民政府\npublishedOn: \(year + 1)-01-20\nyear: \(year)\nproactive: a.csv\n"
          + "requests: b.csv"),
      "Content/nianbao/\(year)/a.csv": "内容,制发,废止,有效\n行政规范性文件,\(figures)\n",
      "Content/nianbao/\(year)/b.csv": "内容,总计\n上年结转,\(carried)\n结转下年,\(over)\n",
    ]
  }

  @Test func `the tables of a report agree with the library and with the year before`() async throws {
    let frame = [
      "Content/_kinds/nianbao.yml": Self.reportKind,
      "Content/nianbao/_column.md": "---\ntitle: 年报\nkind: nianbao\n---\n",
    ]
    let right = try Self.site(
      frame.merging(Self.report(2024, "2,0,2", 0, 3)) { $1 }.merging(Self.report(2025, "1,1,2", 3, 0)) { $1 })
    #expect(try await right.findings() == [])
    let wrong = try Self.site(
      frame.merging(Self.report(2024, "2,0,2", 0, 3)) { $1 }.merging(Self.report(2025, "2,1,4", 2, 0)) { $1 })
    let found = try await checkSite(wrong.request()).findings
    #expect(
      found.map(\.short) == [
        "nianbao/2025/a.csv:2:9 1 annual-report-library warning",
        "nianbao/2025/a.csv:2:13 1 annual-report-library warning",
        "nianbao/2025/a.csv:2:13 1 annual-report-years warning", "nianbao/2025/b.csv:2:6 1 annual-report-years warning",
      ])
    #expect(found.first?.message == "行政规范性文件本年制发件数写的是 2，按本库计算是 1")
    #expect(found.last?.message == "上年结转 2 件，上一年度报告的结转下年度是 3 件")
  }
}
