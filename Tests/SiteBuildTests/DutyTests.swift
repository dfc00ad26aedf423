import Base
import Foundation
import SiteBuild
import TestSupport
import Testing

/// What is required of certain kinds: consultations, interpretations, answers, events, units, columns; and a kind that
/// the program does not know.
@Suite struct DutyTests {
  private static func column(_ kind: String, _ document: String, _ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      ["Content/a/_column.md": "---\ntitle: 栏目\nkind: \(kind)\n---\n", "Content/a/d.md": document].merging(more) { $1 })
  }

  private static let parts = "## 草案\n\n甲。\n\n## 说明\n\n乙。\n\n## 提出意见的方式\n\n丙。"

  @Test(arguments: [
    ("2026-03-01", "2026-03-30", "", []), ("2026-03-01", "2026-03-29", "", ["a/d.md:5:7 10 short-consultation"]),
    ("2026-03-01", "2026-03-29", "\n缩短理由: 汛期将至", []),
  ]) func `a consultation of less than thirty days says why`(
    _ opens: String, _ closes: String, _ more: String, _ expected: [String]
  ) async throws {
    let site = try Self.column(
      "consultation",
      SiteFixture.document("title: 征求意见\n发布日期: 2026-03-01\n开始日期: \(opens)\n截止日期: \(closes)\(more)", body: Self.parts))
    #expect(try await site.findings(asOf: "2026-03-10") == expected)
    if expected.isEmpty, !more.isEmpty {
      _ = try await site.publish(asOf: "2026-03-10")
      #expect(try site.page("a/d/").contains("征集期限不足三十日的原因：汛期将至"))
    }
  }

  @Test func `an outcome that is late is a warning and a sentence on the page`() async throws {
    let site = try Self.column(
      "consultation",
      SiteFixture.document("title: 征求意见\n发布日期: 2026-03-01\n开始日期: 2026-03-01\n截止日期: 2026-03-31", body: Self.parts),
      ["Content/site.yml": SiteFixture.siteText + "outcomeDays: 10\n"])
    #expect(try await site.findings(asOf: "2026-04-10") == [])
    #expect(try await site.findings(asOf: "2026-04-11") == ["a/d.md:5:7 10 overdue-outcome warning"])
    _ = try await site.publish(asOf: "2026-04-11")
    #expect(try site.page("a/d/").contains("应于2026年4月10日前反馈意见采纳情况，已逾期"))
    try site.write([
      "Content/zhengce/fankui.md": SiteFixture.document(
        "title: 反馈\nkind: notice\n发布日期: 2026-04-05\n反馈对象: a/d\n收到意见数: 9\n采纳意见数: 5\n部分采纳意见数: 1\n"
          + "未采纳意见数: 3\n未采纳理由: 超出范围")
    ])
    #expect(try await site.findings(asOf: "2026-04-11") == [])
    _ = try await site.publish(asOf: "2026-04-11")
    let page = try site.page("a/d/")
    #expect(page.contains("未采纳<strong>3</strong>条") && page.contains("未采纳的理由：超出范围"))
  }

  @Test(arguments: [
    ("received: 9\nadopted: 5\nnotAdopted: 3\nreasons: 甲", ["a/d.md:3:11 1 opinion-counts"]),
    ("received: 9\nadopted: 10", ["a/d.md:3:11 1 opinion-counts"]), ("received: 9\nadopted: 5", []),
    ("received: 9\nadopted: 5\nnotAdopted: 4", ["a/d.md:5:13 1 missing-reasons warning"]),
  ]) func `opinions add up and have reasons`(_ counts: String, _ expected: [String]) async throws {
    let site = try Self.column("notice", SiteFixture.document("title: 反馈\n\(counts)"))
    #expect(try await site.findings() == expected)
  }

  @Test func `a picture without a text is no interpretation for those who do not see it`() async throws {
    let front = "title: 一图读懂\n解读形式: [图解]\n解读对象: zhengce/first\n发布日期: 2024-01-03"
    let site = try Self.column("interpretation", SiteFixture.document(front, body: "看图。"))
    #expect(try await site.findings() == ["a/d.md:3:7 4 missing-transcript"])
    let text = String(repeating: "标准从八十元提高到一百元。", count: 5)
    try site.write(["Content/a/d.md": SiteFixture.document(front, body: text)])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let page = try site.page("a/d/")
    #expect(page.contains("解读的文件：") && !page.contains("自然日"), "how fast it was is for the statistics")
    try site.write([
      "Content/a/d.md": SiteFixture.document(front + "\n文字稿: d.txt", body: "看图。"), "Content/a/d.txt": text,
    ])
    #expect(try await site.findings() == [])
    try site.remove("Content/a/d.txt")
    try site.write(["Content/a/d.md": SiteFixture.document(front.replacing("图解", with: "文字解读"), body: "短。")])
    #expect(try await site.findings() == [])
  }

  @Test func `an interpretation of a clause stands at the clause, and leads to it`() async throws {
    let site = try Self.column(
      "interpretation",
      SiteFixture.document("title: 第二条解读\n解读对象: [{document: zhengce/first, articles: [第二条]}]\n发布日期: 2024-01-03"))
    try site.write([
      "Content/zhengce/first.md": SiteFixture.document(
        "title: 第一篇\n发布日期: 2024-01-01", body: "第一条　甲。\n\n第二条　乙。\n\n第三条　丙。")
    ])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let page = try site.page("zhengce/first/")
    #expect(page.contains("interpreted-article") && page.contains(#"第二条的解读：见<a href="../../a/d/">"#))
    #expect(try site.page("a/d/").contains("zhengce/first/#"))
  }

  @Test func `forms of interpretation are counted where the site asks for a number`() async throws {
    let settings = SiteFixture.siteText.replacing("name: 安澜县民政局}", with: "name: 安澜县民政局, level: 部门}")
      .replacing("name: 安澜县人民政府}", with: "name: 安澜县人民政府, level: 县级}")
    let policy = SiteFixture.document(
      "title: 办法\nkind: normative\n发文字号: 澜民发〔2024〕1号\n发文机关: 安澜县民政局\n成文日期: 2024-01-01\n发布日期: 2024-01-01\n施行日期: 2024-02-01"
    )
    let files = [
      "Content/site.yml": settings, "Content/zhengce/b.md": policy,
      "Content/a/e.md": SiteFixture.document("title: 解读二\n解读对象: zhengce/b\n解读形式: 文字解读"),
    ]
    let site = try Self.column(
      "interpretation", SiteFixture.document("title: 解读一\n解读对象: zhengce/b\n解读形式: [简明问答, 文字解读]"), files)
    #expect(try await site.findings() == [])
    try site.write(["Content/site.yml": settings + "interpretationForms: {县级: 5, 部门: 3}\n"])
    let findings = try await checkSite(site.request()).findings
    #expect(findings.map(\.short) == ["zhengce/b.md:2:8 2 few-interpretation-forms warning"])
    #expect(findings.first?.message == "部门文件应有 3 种解读形式，现有 2 种")
  }

  @Test func `an answer whose basis has ended says so, and the bank is exported`() async throws {
    let site = try Self.column(
      "question", SiteFixture.document("title: 怎么办？\n依据: zhengce/old\n主题分类: 综合政务", body: "这样办。"),
      ["Content/zhengce/old.md": SiteFixture.document("title: 旧法\n施行日期: 2020-01-01\n有效期至: 2025-12-31")])
    #expect(try await site.findings(asOf: "2025-12-31") == [])
    #expect(try await site.findings(asOf: "2026-01-01") == ["a/d.md:3:5 11 question-basis-ended warning"])
    _ = try await site.publish(asOf: "2026-01-01")
    #expect(try site.page("a/d/").contains("所依据的文件已不再有效"))
    let json = try JSONSerialization.jsonObject(with: #require(site.output["data/questions.json"]))
    let bank = try #require(json as? [String: Any])
    let question = try #require((bank["questions"] as? [[String: Any]])?.first)
    #expect(question["question"] as? String == "怎么办？" && question["answer"] as? String == "这样办。")
    #expect(question["isBasisEnded"] as? Bool == true && bank["asOf"] as? String == "2026-01-01")
    #expect((question["basis"] as? [[String: Any]])?.first?["state"] as? String == "expired")
    #expect(try site.page("data/questions.csv").contains("怎么办？,这样办。"))
  }

  @Test func `an event takes registrations, is held, and has a result`() async throws {
    let site = try Self.column(
      "openEvent",
      SiteFixture.document(
        "title: 开放日\n发布日期: 2026-03-01\n开始日期: 2026-03-02\n截止日期: 2026-03-10\n举行日期: 2026-03-15\n活动地点: 水厂\n报名方式: 电话",
        body: "## 安排\n\n参观。"))
    let days = [
      ("2026-03-01", "未开始"), ("2026-03-02", "报名中"), ("2026-03-10", "报名中"), ("2026-03-11", "报名结束"),
      ("2026-03-15", "报名结束"), ("2026-03-16", "已举行"),
    ]
    for (day, label) in days {
      _ = try await site.publish(asOf: day)
      #expect(try site.page("a/").contains("\(label)</span>"), "\(day)")
    }
    try site.write([
      "Content/zhengce/r.md": SiteFixture.document("title: 结果\nkind: notice\n发布日期: 2026-03-20\n反馈对象: a/d")
    ])
    _ = try await site.publish(asOf: "2026-03-20")
    #expect(try site.page("a/").contains("已公布结果</span>"))
  }

  @Test func `what a unit owes is due by its own cycle`() async throws {
    let unit = SiteFixture.document(
      "title: 水厂\n领域: 供水\n承办单位: 安澜县民政局\n单位地址: 甲路\n咨询电话: 乙\n监督投诉渠道: 丙\n更新周期: 1季度\n更新日期: 2026-01-31",
      body: "## 机构信息\n\n甲\n\n## 服务指南\n\n乙\n\n## 收费标准\n\n丙")
    let site = try Self.column("institution", unit)
    #expect(try await site.findings(asOf: "2026-04-30") == [])
    #expect(try await site.findings(asOf: "2026-05-01") == ["a/d.md:8:7 3 update-overdue warning"])
    _ = try await site.publish(asOf: "2026-05-01")
    #expect(try site.page("a/").contains("应于2026年4月30日前更新，已逾期"))
    #expect(try site.page("a/d/").contains("应于2026年4月30日前更新，已逾期"))
    try site.write(["Content/a/d.md": unit.replacing("1季度", with: "经常")])
    #expect(try await site.findings() == ["a/d.md:8:7 2 wrong-type"])
  }

  @Test func `a guide that has another telephone than the footer is found`() async throws {
    let kind = "label: 指南\nfields:\n  - {key: phone, label: 电话, type: text, contact: phone}\n"
    let site = try Self.column(
      "k", SiteFixture.document("title: 指南\n电话: 0000-2"),
      ["Content/_kinds/k.yml": kind, "Content/site.yml": SiteFixture.siteText + "contact: 0000-1\n"])
    #expect(try await site.findings() == ["a/d.md:3:5 6 contact-differs warning"])
    try site.write(["Content/a/d.md": SiteFixture.document("title: 指南\n电话: 0000-1（办公室）")])
    #expect(try await site.findings() == [])
  }

  @Test func `a column that does not apply says so with day and reason`() async throws {
    let text = "title: 栏目\nkind: page\nstatutory: [20-6]\nnotApplicable: {on: 2026-01-05, reason: 本机关没有行政处罚职权}"
    let site = try SiteFixture(["Content/b/_column.md": "---\ntitle: 栏目\nkind: page\n---\n"])
    #expect(try await site.findings() == ["b/_column.md:1:1 1 empty-column warning"])
    try site.write(["Content/b/_column.md": "---\n\(text)\n---\n"])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    #expect(try site.page("b/").contains("本机关不涉及此项信息：本机关没有行政处罚职权（2026年1月5日声明）"))
    try site.write(["Content/b/d.md": SiteFixture.document("title: 文件")])
    let declared = try await site.findings()
    #expect(declared == ["b/_column.md:5:16 37 not-applicable warning"])
    try site.write(["Content/b/_column.md": "---\n\(text.replacing("20-6", with: "20-16"))\n---\n"])
    #expect(try await site.findings().first == "b/_column.md:4:13 5 wrong-choice")
  }

  @Test func `what is to happen every year is counted where it is gathered`() async throws {
    let site = try Self.column(
      "special", SiteFixture.document("title: 会议汇总\n归集: {类型: 会议公开}"),
      [
        "Content/site.yml": SiteFixture.siteText
          + "quotas:\n  - {kind: meeting, field: attendees, label: 邀请代表列席, perYear: 5}\n"
      ])
    for (name, more) in [("m1", "\n列席代表: [甲, 乙]"), ("m2", "\n列席代表: 丙"), ("m3", "")] {
      try site.write([
        "Content/zhengce/\(name).md": SiteFixture.document(
          "title: 会议\(name)\nkind: meeting\n发布日期: 2026-03-01\n会议日期: 2026-02-27\n会议类别: 政府常务会议\(more)",
          body: "## 议题\n\n甲\n\n## 议定\n\n乙")
      ])
    }
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    #expect(try site.page("a/d/").contains("2026年邀请代表列席2次，要求每年不少于5次"))
  }

  @Test func `a new kind takes one file and no Swift`() async throws {
    let kind = """
      label: 行政执法决定
      lifecycle: publicNotice
      fields:
        - {key: opensOn, required: true}
        - {key: closesOn, required: true}
        - {key: decisionNumber, label: 决定书文号, type: text, required: true, list: true}
        - {key: category, label: 执法类别, type: choice, choices: [行政处罚, 行政强制, 行政检查], facet: true, list: true}
        - {key: decidedOn, label: 决定日期, type: date, list: true}
      missing: error
      parts:
        - {label: 违法事实, heading: 事实, required: true}
        - {label: 处罚依据, heading: 依据, required: true}
        - {label: 救济途径, heading: 救济}

      """
    let front = "title: 某公司未按规定公示收费标准案\n开始日期: 2026-11-01\n截止日期: 2026-11-30\n决定书文号: 澜市监罚决〔2026〕8号\n"
    let site = try SiteFixture([
      "Content/_kinds/enforcement.yml": kind,
      "Content/zhifa/_column.md": "---\ntitle: 行政执法公示\nkind: 行政执法决定\nstatutory: [20-6]\n---\n",
      "Content/zhifa/8.md": SiteFixture.document(
        front + "执法类别: 行政处罚\n决定日期: 2026-10-30\n发布日期: 2026-11-01", body: "一、违法事实\n\n甲。\n\n二、处罚依据\n\n乙。"),
      "Content/zhuanti.md": SiteFixture.document(
        "title: 执法专题\nkind: page\ncollects: {kinds: 行政执法决定, category: 行政处罚, groupBy: category}"),
    ])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let page = try site.page("zhifa/8/")
    for words in ["决定书文号", "澜市监罚决〔2026〕8号", "公示中", "应公开内容：已公开2项，待公开1项"] { #expect(page.contains(words)) }
    #expect(try site.page("zhifa/").contains("执法类别：行政处罚"))
    #expect(try site.page("zhuanti/").contains("某公司未按规定公示收费标准案"))
    let facets = site.output.filter { $0.key.hasPrefix("search/") }.values.map { String(decoding: $0, as: UTF8.self) }
    #expect(facets.contains { $0.contains("执法类别") && $0.contains("行政处罚") })
    try site.write(["Content/zhifa/8.md": SiteFixture.document(front + "执法类别: 行政处分")])
    let wrong = try await site.findings()
    #expect(wrong == ["zhifa/8.md:6:7 4 wrong-choice", "zhuanti.md:4:11 50 empty-collection warning"])
    try site.write(["Content/zhifa/8.md": SiteFixture.document(front + "执法类别: 行政处罚", body: "没有标题。")])
    #expect(
      try await site.findings() == ["zhifa/8.md:1:1 1 missing-part", "zhifa/8.md:1:1 1 missing-part"])
  }
}
