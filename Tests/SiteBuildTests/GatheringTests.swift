import Base
import Foundation
import SiteBuild
import TestSupport
import Testing

/// Collections, parts and packages on whole sites.
@Suite struct GatheringTests {
  /// Four documents, two of them no longer or not yet in force, and a special page with `query`.
  private static func site(_ query: String, _ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      [
        "Content/zhengce/old.md": SiteFixture.document(
          "title: 旧办法\n施行日期: 2020-01-01\n有效期至: 2024-12-31\n发布日期: 2020-01-01\n主题分类: 综合政务"),
        "Content/zhengce/new.md": SiteFixture.document(
          "title: 新办法\n施行日期: 2025-01-01\n发布日期: 2025-01-01\n主题分类: 综合政务\n发文机关: 安澜县民政局"),
        "Content/zhengce/hidden.md": SiteFixture.document("title: 秘而不宣\n发布日期: 2027-01-01\n主题分类: 综合政务"),
        "Content/zhengce/asked.md": SiteFixture.document(
          "title: 依申请才有\n发布日期: 2024-05-01\n主题分类: 综合政务\n公开属性: 依申请公开"),
        "Content/jiedu/_column.md": "---\ntitle: 政策解读\nkind: interpretation\n---\n",
        "Content/jiedu/new.md": SiteFixture.document("title: 新办法解读\n发布日期: 2025-01-02\n主题分类: 综合政务"),
        "Content/zhuanti/_column.md": "---\ntitle: 专题\nkind: special\n---\n",
        "Content/zhuanti/z.md": SiteFixture.document("title: 某专题\n发布日期: 2026-01-01\n\(query)"),
      ].merging(more) { $1 })
  }

  /// Titles and group names of a page's collection, in order.
  private static func collection(_ page: String) -> [String] {
    guard let start = page.range(of: #"<section class="gathered""#) else { return [] }
    let section = page[start.lowerBound...].prefix { _ in true }
    let end = section.range(of: "</section>")?.lowerBound ?? section.endIndex
    return section[..<end].split(separator: "\n").compactMap { line in
      if line.hasPrefix("<h3>") { return "# " + line.dropFirst(4).prefix { $0 != " " } }
      guard line.hasPrefix(#"<p class="row-title">"#), let close = line.range(of: "</a>") else { return nil }
      return String(line[..<close.lowerBound].split(separator: ">").last ?? "")
    }
  }

  @Test(arguments: [
    ("归集: {主题分类: 综合政务}", ["新办法解读", "新办法", "旧办法"]),
    ("collects: {topics: zonghe, kinds: 政策文件}", ["新办法", "旧办法"]),
    ("collects: {topics: [综合政务], years: [2020, 2021]}", ["旧办法"]),
    ("collects: {issuers: minzhengju}", ["新办法"]), ("collects: {columns: jiedu}", ["新办法解读"]),
    ("collects: {states: [现行有效]}", ["新办法"]), ("collects: {effectiveOn: 2025}", ["新办法"]),
    ("collects: {columns: 政策文件, sortBy: publishedOn}", ["旧办法", "第一篇", "新办法"]),
    ("collects: {topics: 综合政务, groupBy: kind}", ["# 政策文件", "新办法", "旧办法", "# 政策解读", "新办法解读"]),
    ("collects: {topics: 综合政务, groupBy: year}", ["# 2025", "新办法解读", "新办法", "# 2020", "旧办法"]),
    ("collects: {topics: 综合政务, groupBy: 施行日期}", ["# 2025年1月", "新办法", "# 2020年1月", "旧办法", "# 其他", "新办法解读"]),
    (
      "contains: [zhengce/old]\ncollects: {topics: 综合政务, groupBy: kind}",
      ["# 重点", "旧办法", "# 政策文件", "新办法", "# 政策解读", "新办法解读"]
    ),
  ]) func `a query finds public documents, grouped and sorted`(_ query: String, _ titles: [String]) async throws {
    let site = try Self.site(query)
    _ = try await site.publish()
    let page = try site.page("zhuanti/z/")
    #expect(Self.collection(page) == titles)
    #expect(!page.contains("秘而不宣") && !page.contains("依申请才有"))
  }

  @Test(arguments: [
    ("collects: {topic: 综合政务}", "zhuanti/z.md:4:12 5 unknown-key", "是否想写：topics？"),
    ("collects: {topics: 综合事务}", "zhuanti/z.md:4:20 4 unknown-word", "是否想写：综合政务？"),
    ("collects: {kinds: [policy, polici]}", "zhuanti/z.md:4:28 6 unknown-word", "是否想写：policy？"),
    ("collects: {states: 有效}", "zhuanti/z.md:4:20 2 unknown-word", ""),
    ("collects: {columns: jiedou}", "zhuanti/z.md:4:21 6 unknown-word", "是否想写：jiedu？"),
    ("collects: {topics: 综合政务, groupBy: yaer}", "zhuanti/z.md:4:35 4 wrong-choice", "是否想写：year？"),
    ("collects: {groupBy: year}", "zhuanti/z.md:4:11 15 missing-field", ""),
    ("collects: 综合政务", "zhuanti/z.md:4:11 4 wrong-type", ""),
    ("collects: {years: 1999}", "zhuanti/z.md:4:11 13 empty-collection warning", ""),
  ]) func `a word that means nothing is found at its place`(_ query: String, _ finding: String, _ cure: String)
    async throws
  {
    let site = try Self.site(query)
    let findings = try await checkSite(site.request()).findings
    #expect(findings.map(\.short) == [finding])
    #expect(cure.isEmpty || findings.first?.cures.first == cure)
  }

  @Test func `a column lists what it collects beside its own documents`() async throws {
    let site = try Self.site("collects: {years: 2020}")
    try site.write([
      "Content/zhuanti/_column.md": "---\ntitle: 专题\nkind: special\ncollects: {issuers: minzhengju}\n---\n"
    ])
    _ = try await site.publish()
    let page = try site.page("zhuanti/")
    #expect(page.contains("新办法</a>") && page.contains("某专题</a>") && !page.contains("旧办法</a>"))
    #expect(try site.page("zhuanti/feed.atom").contains("新办法"))
  }

  private static let record = """
    label: 档案
    missing: error
    parts:
      - {label: 背景, heading: 背景, required: true}
      - {label: 草案, attachment: 草案}
      - {label: 文号, field: documentNumber}
      - {label: 结果, relation: contains, kind: policy, title: 办法}
      - {label: 反馈, relation: outcome}
      - {label: 评估, heading: 评估, optional: true}

    """

  @Test func `the parts of a record are shown with their places, and what is missing is counted`() async throws {
    let site = try Self.site(
      "kind: record", ["Content/_kinds/record.yml": Self.record])
    try site.write([
      "Content/zhuanti/z.md": SiteFixture.document(
        "title: 某档案\nkind: record\ncontains: [zhengce/first, zhengce/new, zhengce/hidden]\nattachments: [{title: 草案全文, file: c.csv}]",
        body: "一、决策背景\n\n甲。"),
      "Content/zhuanti/c.csv": "甲\n",
    ])
    _ = try await site.publish()
    let page = try site.page("zhuanti/z/")
    #expect(page.contains("应公开内容：已公开3项，待公开2项"))
    #expect(page.contains(##"<th scope="row">背景</th><td>已公开</td><td><a href="#s1">正文</a> </td>"##))
    #expect(page.contains(#"<th scope="row">草案</th><td>已公开</td><td><a href="c.csv">草案全文</a> </td>"#))
    #expect(page.contains(#"<th scope="row">文号</th><td>待公布</td>"#) && !page.contains("missing"))
    #expect(page.contains(#"<td><a href="../../zhengce/new/">新办法</a> </td>"#))
    #expect(!page.contains("评估"))
  }

  @Test func `an outcome is missing only after its day`() async throws {
    let kind = { (lifecycle: String) in
      "label: 档案\nlifecycle: \(lifecycle)\nlayout: consultation\nfields:\n  - {key: heldOn, label: 举行日期, type: date}\n"
        + "  - {key: tel, label: 电话, type: text, channel: true}\n"
        + "parts:\n  - {label: 反馈, relation: outcome}\n  - {label: 名单, heading: 名单}\n"
    }
    let site = try Self.site(
      "kind: record\nopensOn: 2026-11-01\nclosesOn: 2026-11-30\ntel: 0000-1",
      ["Content/_kinds/record.yml": kind("consultation")])
    let days = [
      ("2026-11-21", "<td>征集结束后公布</td>", "待公开2项"), ("2026-12-01", "<td>待公布（2027年1月29日前）</td>", "待公开2项"),
      ("2027-01-30", "<td><span class=\"missing\">未公开</span></td>", "待公开1项，未公开1项"),
    ]
    for (day, words, summary) in days {
      _ = try await site.publish(asOf: day)
      let page = try site.page("zhuanti/z/")
      #expect(page.contains(words) && page.contains(summary), "\(day)")
      let over = day > "2026-11-30" ? "" : " hidden"
      #expect(page.contains("提出意见的方式<span data-from=\"2026-12-01\"\(over)>（已截止）</span>"))
    }
    try site.write(["Content/_kinds/record.yml": kind("event")])
    try site.write([
      "Content/zhuanti/z.md": SiteFixture.document(
        "title: 某听证\nkind: record\nopensOn: 2026-11-01\nclosesOn: 2026-11-30\nheldOn: 2026-12-18")
    ])
    _ = try await site.publish()
    #expect(try site.page("zhuanti/z/").contains("<td>待公布（2026年12月18日后）</td>"))
  }

  @Test func `a required part that is missing is a finding as grave as the kind says`() async throws {
    for (severity, mark) in [("error", ""), ("warning", " warning")] {
      let kind = Self.record.replacing("missing: error", with: "missing: \(severity)")
      let site = try Self.site("kind: record", ["Content/_kinds/record.yml": kind])
      #expect(try await site.findings() == ["zhuanti/z.md:1:1 1 missing-part\(mark)"])
      try site.write([
        "Content/zhuanti/z.md": SiteFixture.document("title: 某档案\nkind: record", body: "## 背景\n\n甲。")
      ])
      #expect(try await site.findings() == [])
    }
  }

  @Test func `a part may be a document that is not public yet, but the page does not name it`() async throws {
    let kind = "label: 档案\nmissing: error\nparts:\n  - {label: 结果, relation: contains, required: true}\n"
    let site = try Self.site(
      "kind: record\ncontains: zhengce/hidden", ["Content/_kinds/record.yml": kind])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    #expect(try site.page("zhuanti/z/").contains("已公开0项，未公开1项"))
    _ = try await site.publish(asOf: "2027-01-01")
    #expect(try site.page("zhuanti/z/").contains("应公开内容：已公开1项<"))
  }

  @Test(arguments: [
    ("parts: [{label: 甲}]", "_kinds/k.yml:2:9 10 missing-field"),
    ("parts: [{label: 甲, field: nothing}]", "_kinds/k.yml:2:27 7 wrong-choice"),
    ("parts: [{label: 甲, relation: contain}]", "_kinds/k.yml:2:30 7 wrong-choice"),
    ("parts: [{label: 甲, relation: contains, kind: polic}]", "_kinds/k.yml:2:46 5 unknown-kind"),
    ("parts: [{heading: 甲}]", "_kinds/k.yml:2:9 12 missing-field"),
    ("parts: [{label: 甲, heading: 甲}, {label: 甲, heading: 乙}]", "_kinds/k.yml:2:33 22 duplicate-field"),
    ("missing: note", "_kinds/k.yml:2:10 4 wrong-choice"),
  ]) func `a mistake in the parts of a kind is found at its place`(_ line: String, _ finding: String) async throws {
    let site = try SiteFixture(["Content/_kinds/k.yml": "label: 档案\n\(line)\n"])
    let findings = try await site.findings()
    #expect(findings == [finding])
  }

  @Test func `a package offers its members as one page and one archive, and watches them`() async throws {
    let site = try Self.site(
      "kind: package\ncontains:\n  - {document: zhengce/old, note: 过渡期用}\n  - zhengce/new\n  - zhengce/hidden")
    try site.write([
      "Content/zhengce/new/index.md": SiteFixture.document(
        "title: 新办法\n施行日期: 2025-01-01\n发布日期: 2025-01-01\n附件: [biao.csv]",
        body: "# 新办法\n\n## 一、范围\n\n见[表](biao.csv)和[上文](#1)。"),
      "Content/zhengce/new/biao.csv": "甲,乙\n",
    ])
    try site.remove("Content/zhengce/new.md")
    let findings = try await site.findings()
    #expect(findings == ["zhuanti/z.md:6:5 35 package-member-ended warning"])
    _ = try await site.publish()
    let page = try site.page("zhuanti/z/")
    #expect(page.contains("以下文件已经不再有效") && page.contains("过渡期用"))
    #expect(page.contains(#"href="../../zhuanti/z/all/""#) && page.contains(#"href="../../zhuanti/z/z.zip""#))
    let all = try site.page("zhuanti/z/all/")
    #expect(all.contains(#"<h2 id="p2">2. 新办法</h2>"#) && all.contains(#"<h3 id="p2-"#))
    #expect(all.contains(#"href="../../../zhengce/new/biao.csv""#) && all.contains(##"href="#p2-1""##))
    #expect(!all.contains("秘而不宣"))
    let archive = try #require(site.output["zhuanti/z/z.zip"])
    for name in ["目录.txt", "01-旧办法/正文.html", "02-新办法/正文.html", "02-新办法/biao.csv"] {
      #expect(archive.range(of: Data(name.utf8)) != nil, "\(name)")
    }
    #expect(archive.range(of: Data("秘而不宣".utf8)) == nil)
  }

  @Test func `a package is rebuilt when the text of a member changes`() async throws {
    let site = try Self.site("kind: package\ncontains: zhengce/new")
    _ = try await site.publish()
    let before = try #require(site.output["zhuanti/z/z.zip"])
    try site.write([
      "Content/zhengce/new.md": SiteFixture.document(
        "title: 新办法\n施行日期: 2025-01-01\n发布日期: 2025-01-01\n主题分类: 综合政务\n发文机关: 安澜县民政局", body: "改过的正文。")
    ])
    _ = try await site.publish()
    #expect(try site.page("zhuanti/z/all/").contains("改过的正文。"))
    #expect(site.output["zhuanti/z/z.zip"] != before)
  }
}
