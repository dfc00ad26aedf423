import Base
import Documents
import Foundation
import Inspection
import Resolution
import SiteBuild
import TestSupport
import Testing

/// 到期清单: who must publish what by when, with the State Council's holidays of the repository's own templates.
@Suite struct DueTests {
  private static func site(
    _ kind: String, _ documents: [String: String], settings: String = "", _ more: [String: String] = [:]
  ) throws -> SiteFixture {
    var files = ["Content/a/_column.md": "---\ntitle: 栏目\nkind: \(kind)\n---\n"]
    for (name, text) in documents { files["Content/a/\(name).md"] = text }
    files["Content/site.yml"] = SiteFixture.siteText + settings
    return try SiteFixture(files.merging(more) { $1 })
  }

  /// The findings about days.
  private static func duties(_ site: SiteFixture, asOf: String) async throws -> [String] {
    try await checkSite(site.request(asOf: asOf)).findings.filter {
      $0.rule.hasPrefix("duty-") || $0.rule == "holidays-missing"
    }
    .map(\.short)
  }

  private static func policy(_ more: String) -> String {
    SiteFixture.document("title: 办法\n发文机关: 安澜县民政局\n成文日期: 2026-09-18\n\(more)")
  }

  // From Friday 18 September: Sunday 20 is worked, 25–27 and 1–7 October are not, Saturday 10 is; the 20th is 22 October.
  @Test(arguments: [
    ("发布日期: 2026-10-22", "2026-10-30", []), ("发布日期: 2026-10-23", "2026-10-30", ["a/d.md:5:7 10 duty-late warning"]),
    ("发布日期: 2026-10-23", "2026-10-10", ["a/d.md:5:7 10 duty-soon warning"]), ("draft: true", "2026-10-06", []),
    ("draft: true", "2026-10-07", ["a/d.md:4:7 10 duty-soon warning"]),
    ("draft: true", "2026-10-22", ["a/d.md:4:7 10 duty-soon warning"]),
    ("draft: true", "2026-10-23", ["a/d.md:4:7 10 duty-overdue warning"]),
    ("draft: true\n发布日期: 2026-09-20", "2026-10-23", ["a/d.md:6:7 10 duty-overdue warning"]),
  ]) func `a paper is published within twenty working days`(
    _ more: String, _ asOf: String, _ expected: [String]
  ) async throws {
    let site = try Self.site("policy", ["d": Self.policy(more)])
    #expect(try await Self.duties(site, asOf: asOf) == expected)
  }

  @Test func `what others made, and what was late long ago, is nobody's finding`() async throws {
    let other = Self.policy("发布日期: 2026-12-01").replacing("安澜县民政局", with: "国务院")
    let site = try Self.site("policy", ["d": other, "e": Self.policy("发布日期: 2026-10-23")])
    #expect(try await Self.duties(site, asOf: "2026-12-05").count == 1)
    #expect(try await Self.duties(site, asOf: "2027-10-23").filter { $0.contains("duty-late") } == [])
  }

  @Test func `a finding says by when, how late, and what says so`() async throws {
    let site = try Self.site("policy", ["d": Self.policy("发布日期: 2026-10-26")])
    let found = try await checkSite(site.request(asOf: "2026-10-30")).findings.filter { $0.rule == "duty-late" }
    #expect(found.map(\.message) == ["“办法”应于 2026-10-22 前公布，实际是 2026-10-26，晚了 4 日"])
    #expect(found.first?.cures.last == "依据：政府信息公开条例第二十六条（自成文日期起20个工作日）")
  }

  private static let normative = SiteFixture.document(
    "title: 办法\n发文字号: 澜民发〔2026〕1号\n发文机关: 安澜县民政局\n成文日期: 2026-09-28\n发布日期: 2026-09-28\n施行日期: 2026-10-01",
    body: "第一条　甲。")

  // From Monday 28 September: 29, 30, then 8 October.
  @Test(arguments: [
    ("", "2026-10-08", ["duty-soon"]), ("", "2026-10-09", ["duty-overdue"]),
    ("deadlines: {公布解读: 无}\n", "2026-10-09", []),
    ("deadlines: {公布解读: 4个工作日}\n", "2026-10-09", ["duty-soon"]),
  ]) func `an interpretation comes with the document, by what this place says`(
    _ settings: String, _ asOf: String, _ expected: [String]
  ) async throws {
    let site = try Self.site("normative", ["d": Self.normative], settings: settings)
    let found = try await Self.duties(site, asOf: asOf)
    #expect(found.compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) } == expected)
    for (day, late) in [("2026-10-08", 0), ("2026-10-09", settings.isEmpty ? 1 : 0)] {
      try site.write([
        "Content/a/j.md": SiteFixture.document("title: 解读\nkind: interpretation\n解读对象: a/d\n发布日期: \(day)")
      ])
      #expect(try await Self.duties(site, asOf: "2026-10-12").count == late, "\(day)")
    }
  }

  @Test func `a repeal without provisions of its own needs no interpretation`() async throws {
    let repeal = Self.normative.replacing("施行日期", with: "废止: [zhengce/first]\n施行日期").replacing("第一条　甲。", with: "废止。")
    let site = try Self.site("normative", ["d": repeal])
    #expect(try await Self.duties(site, asOf: "2026-11-01") == [])
    try site.write(["Content/a/d.md": repeal.replacing("废止。", with: "第一条　甲。")])
    #expect(try await Self.duties(site, asOf: "2026-11-01").count == 1)
  }

  @Test(arguments: [("2026-03-13", 0), ("2026-03-14", 1)]) func `a hearing is announced seven days ahead`(
    _ published: String, _ count: Int
  ) async throws {
    let text = SiteFixture.document(
      "title: 听证\n发布日期: \(published)\n开始日期: 2026-03-14\n截止日期: 2026-03-16\n听证日期: 2026-03-20\n听证地点: 甲",
      body: "## 草案\n\n甲\n\n## 遴选办法\n\n乙")
    let site = try Self.site("hearing", ["d": text])
    #expect(try await Self.duties(site, asOf: "2026-03-15").count == count)
  }

  @Test(arguments: [("2026-05-18", "duty-soon"), ("2026-05-19", "duty-overdue")])
  func `the outcome follows the decision within ten working days`(
    _ asOf: String, _ rule: String
  ) async throws {
    let consultation = SiteFixture.document(
      "title: 征求意见\n发布日期: 2026-03-01\n开始日期: 2026-03-01\n截止日期: 2026-03-31",
      body: "## 草案\n\n甲。\n\n## 说明\n\n乙。\n\n## 提出意见的方式\n\n丙。")
    let files = [
      // After the holiday: 6, 7, 8, 9 (a Saturday), 11, 12, 13, 14, 15 and 18 May.
      "Content/zhengce/b.md": SiteFixture.document("title: 决定\n成文日期: 2026-04-20\n发布日期: 2026-04-30\n施行日期: 2026-05-01"),
      "Content/zhengce/s.md": SiteFixture.document(
        "title: 事项\nkind: decision\n承办单位: 安澜县民政局\n决策时间: 4月\n公众参与方式: 征求意见\n目录年度: 2026\n收录: [a/d, zhengce/b]",
        body: "## 背景\n\n甲"),
    ]
    let site = try Self.site("consultation", ["d": consultation], settings: "outcomeDays: 365\n", files)
    #expect(try await Self.duties(site, asOf: asOf) == ["a/d.md:2:8 4 \(rule) warning"])
    try site.write([
      "Content/zhengce/f.md": SiteFixture.document("title: 反馈\nkind: notice\n发布日期: 2026-05-12\n反馈对象: a/d")
    ])
    #expect(try await Self.duties(site, asOf: asOf) == [])
  }

  @Test(arguments: [("2026-04-30", "duty-soon"), ("2026-05-01", "duty-overdue")])
  func `a message is answered in three months`(
    _ asOf: String, _ rule: String
  ) async throws {
    let message = SiteFixture.document(
      "title: 路灯不亮\n发布日期: 2026-02-01\n受理日期: 2026-01-31\n答复单位: 安澜县民政局\n类别: 咨询")
    let site = try Self.site("message", ["d": message.replacing("答复单位", with: "承办单位")])
    #expect(try await Self.duties(site, asOf: asOf) == ["a/d.md:4:7 10 \(rule) warning"])
    try site.write(["Content/a/d.md": message.replacing("答复单位", with: "答复日期: 2026-04-30\n承办单位")])
    #expect(try await Self.duties(site, asOf: asOf) == [])
  }

  @Test func `an annual report is due by the end of January or March, by the level of the office`() async throws {
    let site = try Self.site("annualReport", [:])
    #expect(try await Self.duties(site, asOf: "2026-02-27") == [])
    #expect(try await Self.duties(site, asOf: "2026-02-28") == ["a/_column.md:1:1 1 duty-soon warning"])
    #expect(try await Self.duties(site, asOf: "2026-03-31") == ["a/_column.md:1:1 1 duty-soon warning"])
    #expect(try await Self.duties(site, asOf: "2026-04-01") == ["a/_column.md:1:1 1 duty-overdue warning"])
    try site.write(["Content/site.yml": SiteFixture.siteText.replacing("organizer: 安澜县人民政府", with: "organizer: 安澜县民政局")]
    )
    #expect(try await Self.duties(site, asOf: "2026-01-31") == ["a/_column.md:1:1 1 duty-soon warning"])
    #expect(try await Self.duties(site, asOf: "2026-02-01") == ["a/_column.md:1:1 1 duty-overdue warning"])
  }

  @Test func `a number per year is due by its day`() async throws {
    let meeting = SiteFixture.document(
      "title: 会议\n发布日期: 2025-03-01\n会议日期: 2025-02-27\n会议类别: 政府常务会议", body: "## 议题\n\n甲\n\n## 议定\n\n乙")
    let site = try Self.site(
      "meeting", ["m": meeting], settings: "quotas:\n  - {kind: meeting, label: 开会, perYear: 2, by: 11-30}\n")
    #expect(try await Self.duties(site, asOf: "2025-10-29") == [])
    let soon = try await checkSite(site.request(asOf: "2025-10-30")).findings.filter { $0.rule == "duty-soon" }
    #expect(soon.map(\.message) == ["开会2025年应不少于2次，现有1次，还差1次，还有 31 日"])
    #expect(soon.map(\.location.path) == ["Content/site.yml"])
    #expect(try await Self.duties(site, asOf: "2025-12-01").map { $0.contains("duty-overdue") } == [true])
    try site.write(["Content/a/n.md": meeting.replacing("02-27", with: "03-27")])
    #expect(try await Self.duties(site, asOf: "2025-12-01") == [])
  }

  @Test func `a year without a notice is a warning, once it counts, and a site may bring its own`() async throws {
    let text = SiteFixture.document("title: 办法\n发文机关: 安澜县民政局\n成文日期: 2027-02-01\n发布日期: 2027-02-02")
    let site = try Self.site("policy", ["d": text])
    let missing = ["_holidays/2027.yml:1:1 1 holidays-missing warning"]
    #expect(try await Self.duties(site, asOf: "2027-02-05") == missing)
    let notice =
      "year: 2027\nnotice: 通知\ndays:\n  - {name: 春节, from: 2027-02-05, to: 2027-02-11, workdays: [2027-02-13]}\n"
    try site.write(["Content/_holidays/2027.yml": notice])
    #expect(try await site.findings(asOf: "2027-02-05") == [])
    for (old, new, rule) in [
      ("2027-02-13", "2027-02-12", "wrong-type"), ("to: 2027-02-11", "to: 2027-02-01", "date-order"),
      ("year: 2027", "year: 2028", "file-name"), ("notice: 通知\n", "", "missing-field"),
      ("name: 春节, ", "", "missing-field"),
      ("from: 2027-02-05", "from: 2026-02-05", "wrong-type"), ("from: 2027-02-05", "from: 2027-02-30", "no-such-day"),
    ] {
      try site.write(["Content/_holidays/2027.yml": notice.replacing(old, with: new)])
      let found = try await site.findings(asOf: "2027-02-05")
      #expect(found.contains { $0.hasPrefix("_holidays/2027.yml") && $0.contains(rule) }, "\(new): \(found)")
    }
  }

  @Test(arguments: [
    ("deadlines: {公布: 30个工作日}", "fixed-field"), ("deadlines: {公布解释: 无}", "unknown-word"),
    ("deadlines: {公布解读: 快}", "wrong-type"), ("inspection: {homeDays: 30}", "fixed-field"),
    ("inspection: {consultations: 很多}", "wrong-type"), ("inspection: {strict: [footers]}", "wrong-choice"),
    ("inspection: {home: 3}", "unknown-key"), ("quotas: [{kind: page, label: 甲, perYear: 1, by: 2月}]", "date-form"),
  ]) func `what cannot be set is refused`(_ settings: String, _ rule: String) async throws {
    let site = try SiteFixture(["Content/site.yml": SiteFixture.siteText + settings + "\n"])
    let found = try await site.findings()
    #expect(found.map { $0.split(separator: " ").last.map(String.init) } == [rule], "\(found)")
    #expect(found.first?.hasPrefix("site.yml:12:") ?? false, "\(found)")
  }

  @Test(arguments: [
    ("{what: 甲, done: publishedOn, within: 3日, after: documentDate}", "missing-field"),
    ("{what: 甲, done: x, within: 3日, after: documentDate, basis: 乙}", "wrong-choice"),
    ("{what: 甲, done: publishedOn, within: 久, after: documentDate, basis: 乙}", "wrong-type"),
    ("{what: 甲, done: publishedOn, within: 3日, basis: 乙}", "missing-field"),
    ("{what: 甲, done: publishedOn, within: 3日, after: documentDate, before: opensOn, basis: 乙}", "missing-field"),
    ("{what: 甲, done: publishedOn, within: 3个工作日, before: opensOn, basis: 乙}", "wrong-type"),
    ("{what: 甲, yearly: 02-30, basis: 乙}", "date-form"),
    ("{what: 甲, yearly: 03-31, within: 3日, basis: 乙}", "fixed-field"),
    ("{what: 甲, done: publishedOn, within: 3日, after: documentDate, levels: {部门: 01-31}, basis: 乙}", "fixed-field"),
  ]) func `a deadline that says too little or too much is refused`(_ text: String, _ rule: String) async throws {
    let site = try SiteFixture(["Content/_kinds/k.yml": "label: 种类\ndeadlines:\n  - \(text)\n"])
    let found = try await site.findings()
    #expect(found.map { $0.split(separator: " ").last.map(String.init) } == [rule], "\(found)")
  }

  @Test func `a kind of one's own has deadlines by its own days`() async throws {
    let kind =
      "label: 批复\nfields:\n  - {key: askedOn, label: 收文日期, type: date}\n  - {key: answeredOn, label: 批复日期, type: date}\n"
      + "deadlines:\n  - {what: 批复, done: answeredOn, within: 5日, after: askedOn, basis: 本县规定}\n"
    let site = try Self.site(
      "k", ["d": SiteFixture.document("title: 请示\n收文日期: 2026-03-02")], ["Content/_kinds/k.yml": kind])
    #expect(try await Self.duties(site, asOf: "2026-03-07") == ["a/d.md:3:7 10 duty-soon warning"])
    #expect(try await Self.duties(site, asOf: "2026-03-08") == ["a/d.md:3:7 10 duty-overdue warning"])
    let report = try await inspectSite(site.request(asOf: "2026-03-08"))
    #expect(report.due.items.map(\.what) == ["批复"] && report.due.items.first?.basis == "本县规定（5天）")
  }
}
