import Base
import Disk
import Foundation
import SiteBuild
import TestSupport
import Testing

/// The text of the day: `versions/2024-12-01.md` beside a document.
@Suite struct TextTests {
  private static let first = "第一条　禁止采砂。\n\n第二条　处五百元罚款。"
  private static let files = [
    "Content/zhengce/caisha.md": SiteFixture.document(
      "title: 采砂办法\ndocumentNumber: 安政发〔2020〕3号\nissuer: 安澜县人民政府\npublishedOn: 2020-01-10\neffectiveOn: 2020-02-01\n"
        + "attachments: [tu.txt]", body: first + "\n\n见[图](tu.txt)。"),
    "Content/zhengce/tu.txt": "图",
    "Content/zhengce/houlai.txt": "后来的附图",
    "Content/zhengce/caisha/versions/2024-12-01.md": SiteFixture.document(
      "by: 安政发〔2024〕8号\nnote: 提高了罚款", body: "第一条　禁止采砂。\n\n第二条　处一千元罚款。\n\n见[图](tu.txt)。"),
    "Content/zhengce/caisha/versions/2026-12-01.md": SiteFixture.document(
      "by: 安政发〔2026〕9号", body: "第一条　禁止采砂。\n\n第二条　没收工具。\n\n见[图](houlai.txt)。"),
    "Content/zhengce/jia.md": act(2024, 8), "Content/zhengce/yi.md": act(2026, 9),
  ]

  private static func act(_ year: Int, _ number: Int) -> String {
    SiteFixture.document(
      "title: 关于修改采砂办法的决定\ndocumentNumber: 安政发〔\(year)〕\(number)号\nissuer: 安澜县人民政府\npublishedOn: \(year)-11-10\n"
        + "effectiveOn: \(year)-12-01\namends: [{document: 安政发〔2020〕3号, articles: [第二条]}]",
      body: "对采砂办法第二条作修改。")
  }

  private func texts(_ site: SiteFixture) -> [String] {
    site.pages.filter { $0.hasPrefix("zhengce/caisha/versions/") }.map {
      String($0.dropFirst("zhengce/caisha/versions/".count))
    }
  }

  @Test func `the page shows the text of the day, and each text has an address that stays`() async throws {
    let site = try SiteFixture(Self.files)
    _ = try await site.publish(asOf: "2023-05-01")
    #expect(try site.page("zhengce/caisha/").contains("处五百元罚款"))
    #expect(texts(site).isEmpty)
    _ = try await site.publish(asOf: "2026-11-30")
    let before = try site.page("zhengce/caisha/")
    #expect(before.contains("处一千元罚款") && !before.contains("没收工具") && !before.contains("处五百元罚款"))
    #expect(before.contains("本页是2024年12月1日起的文本"))
    // Only the strip for the day after, which shows where nobody has built by then.
    #expect(
      before.components(separatedBy: "class=\"strip").dropFirst().allSatisfy { $0.prefix(120).contains("hidden") })
    #expect(texts(site) == ["2020-02-01/index.html", "2024-12-01/index.html"])
    let outcome = try await site.build(asOf: "2026-12-01")
    #expect(outcome.news?.updated.map(\.id) == ["zhengce/caisha"])
    #expect(try site.page("zhengce/caisha/").contains("没收工具"))
    let second = try site.page("zhengce/caisha/versions/2024-12-01/")
    #expect(second.contains("处一千元罚款") && second.contains("2026年11月30日") && second.contains("noindex"))
    #expect(second.contains("安政发〔2024〕8号") && second.contains("提高了罚款"))
    #expect(try site.page("zhengce/caisha/versions/2020-02-01/").contains("处五百元罚款"))
    #expect(!(try site.page("sitemap.xml")).contains("versions"))
  }

  @Test func `nothing of a text goes out before its day, nor what only it names`() async throws {
    let site = try SiteFixture(Self.files)
    _ = try await site.publish(asOf: "2026-11-30")
    for (path, bytes) in site.output {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("没收工具") && !path.contains("houlai"), "\(path)")
    }
    _ = try await site.publish(asOf: "2026-12-01")
    #expect(site.text("Output/zhengce/caisha/houlai.txt") == "后来的附图")
    #expect(site.text("Output/zhengce/caisha/tu.txt") == "图")
  }

  @Test func `the search finds the text of the day only`() async throws {
    let site = try SiteFixture(Self.files)
    _ = try await site.publish(asOf: "2026-12-01")
    let words = Set(site.output.keys.filter { $0.hasPrefix("search/grams/") })
    var files = Self.files
    files["Content/zhengce/caisha.md"] = files["Content/zhengce/caisha.md"]?.replacing("处五百元罚款", with: "没收工具")
      .replacing("见[图](tu.txt)", with: "见[图](houlai.txt)")
    for day in ["2024-12-01", "2026-12-01"] { files["Content/zhengce/caisha/versions/\(day).md"] = nil }
    let plain = try SiteFixture(files)
    _ = try await plain.publish(asOf: "2026-12-01")
    #expect(words == Set(plain.output.keys.filter { $0.hasPrefix("search/grams/") }))
  }

  @Test func `the periods say what held when`() async throws {
    let site = try SiteFixture(Self.files)
    _ = try await site.publish(asOf: "2026-12-02")
    let page = try site.page("zhengce/caisha/")
    let rows = page.components(separatedBy: "data-history")[1].components(separatedBy: "<tr").dropFirst(2)
    #expect(rows.count == 4)
    #expect(rows.map { $0.contains("aria-current") } == [false, false, false, true])
    #expect(rows[4].contains("已修改") && rows[4].contains("versions/2024-12-01/"))
    #expect(!(try site.page("zhengce/first/")).contains("data-history"))
  }

  @Test func `an article whose change has been worked in is not marked; one whose change has not is`() async throws {
    var files = Self.files
    let site = try SiteFixture(files)
    _ = try await site.publish(asOf: "2026-12-02")
    #expect(!(try site.page("zhengce/caisha/")).contains("class=\"change"))
    files["Content/zhengce/caisha/versions/2026-12-01.md"] = nil
    let other = try SiteFixture(files)
    let outcome = try await other.build(asOf: "2026-12-02")
    #expect(
      outcome.check.findings.filter { $0.rule == "amended-text" }.map(\.location.path) == ["Content/zhengce/caisha.md"])
    #expect(try other.page("zhengce/caisha/").contains("class=\"strip"))
    #expect(!(try await site.findings(asOf: "2026-12-02")).contains { $0.contains("amended-text") })
  }

  @Test func `two acts that took effect on one day may have made one text`() async throws {
    var files = Self.files
    files["Content/zhengce/bing.md"] = Self.act(2026, 10)
    files["Content/zhengce/caisha/versions/2026-12-01.md"] = SiteFixture.document(
      "by: [安政发〔2026〕9号, 安政发〔2026〕10号]", body: "第一条　禁止采砂。")
    let site = try SiteFixture(files)
    _ = try await site.publish(asOf: "2026-12-02")
    for page in ["zhengce/caisha/versions/2026-12-01/", "zhengce/caisha/"] {
      let text = try site.page(page)
      #expect(text.contains("（安政发〔2026〕9号）</a>修改") && text.contains("（安政发〔2026〕10号）</a>修改"), "\(page)")
    }
    files["Content/zhengce/bing.md"] = nil
    let findings = try await SiteFixture(files).findings(asOf: "2026-12-02")
    #expect(findings.contains("zhengce/caisha/versions/2026-12-01.md:2:19 12 dangling-reference"), "\(findings)")
  }

  @Test func `what is wrong with a text is said where it is`() async throws {
    var files = Self.files
    files["Content/zhengce/caisha/versions/xiugai.md"] = SiteFixture.document("by: 安政发〔2024〕8号")
    files["Content/zhengce/caisha/versions/2020-02-01.md"] = SiteFixture.document("by: 安政发〔2024〕8号")
    files["Content/zhengce/caisha/versions/2024-12-02.md"] = SiteFixture.document("by: 安政发〔2024〕8号")
    files["Content/zhengce/caisha/versions/2025-01-01.md"] = SiteFixture.document("note: 没有说是谁改的")
    files["Content/zhengce/caisha/versions/2025-01-02.md"] = SiteFixture.document("by: 安政发〔1999〕9号", body: "")
    files["Content/zhengce/caisha/versions/2025-01-03.md"] = SiteFixture.document("by: zhengce/first")
    let site = try SiteFixture(files)
    let findings = try await site.findings(asOf: "2026-12-02").filter { $0.contains("versions/") }
    for (name, rule) in [
      ("xiugai.md:1:1", "version-name"), ("2020-02-01.md:1:1", "version-day"), ("2025-01-01.md", "missing-field"),
      ("2025-01-02.md", "missing-part"),
    ] {
      #expect(findings.contains { $0.contains(name) && $0.contains(rule) }, "\(rule): \(findings)")
    }
    for name in ["xiugai", "2020-02-01", "2025-01-01"] {
      files["Content/zhengce/caisha/versions/\(name).md"] = nil
    }
    files["Content/zhengce/caisha/versions/2025-01-02.md"] = SiteFixture.document("by: 安政发〔1999〕9号")
    let rest = try await SiteFixture(files).findings(asOf: "2026-12-02").filter { $0.contains("versions/") }
    #expect(
      rest == [
        "zhengce/caisha/versions/2024-12-02.md:2:5 11 version-act warning",
        "zhengce/caisha/versions/2025-01-02.md:2:5 11 dangling-reference",
        "zhengce/caisha/versions/2025-01-03.md:2:5 13 version-act warning",
      ])
  }

  @Test func `a text is guarded, and its mistake leaves the document as it was`() async throws {
    let site = try SiteFixture(Self.files)
    _ = try await site.publish(asOf: "2026-11-30")
    try site.write([
      "Content/zhengce/caisha/versions/2026-12-01.md": SiteFixture.document(
        "by: 安政发〔2026〕9号", body: "第一条　找张三，身份证号11010519491231002X。")
    ])
    #expect(
      try await site.findings(asOf: "2026-12-01").contains { $0.contains("2026-12-01.md:4") && $0.contains("personal") }
    )
    _ = try await site.build(asOf: "2026-12-01", keepGoing: true)
    #expect(!site.output.values.contains { String(decoding: $0, as: UTF8.self).contains("11010519491231002X") })
  }

  @Test func `an edit of a later text alone is taken in by the desk`() async throws {
    let site = try SiteFixture(Self.files)
    let live = try await LiveSite(site.request(asOf: "2026-12-01"))
    let path = "Content/zhengce/caisha/versions/2026-12-01.md"
    try site.write([path: SiteFixture.document("by: 安政发〔2026〕9号", body: "第一条　一律禁止。")])
    #expect(try await live.update(.paths([site.root + "/" + path])))
    let bytes = await live.view().bytes(at: "zhengce/caisha/index.html")
    #expect(bytes.map { String(decoding: $0, as: UTF8.self) }?.contains("一律禁止") == true)
  }

  @Test func `what was changed is told on the page, in the feeds and among the changes, on its day`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/a.md": SiteFixture.document(
        "title: 甲\npublishedOn: 2024-01-01\nupdates: [{on: 2026-11-20, note: 补充附件2}, "
          + "{on: 2026-11-21, note: “三日”改为“五日”, correction: 是}, {on: 2026-11-25, note: 还没到的}]")
    ])
    _ = try await site.publish()
    let page = try site.page("zhengce/a/")
    #expect(page.contains("更正：“三日”改为“五日”") && page.contains("更新：补充附件2"))
    #expect(page.components(separatedBy: "class=\"updates\"")[1].prefix(600).contains("还没到的") == false)
    #expect(try site.page("changes/").contains("更新：补充附件2"))
    #expect(site.text("Output/changes/feed.atom")?.contains("更正：“三日”改为“五日”") == true)
    #expect(site.text("Output/feed.atom")?.contains("2026年11月21日更正：“三日”改为“五日”。") == true)
    try site.write([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\nupdates: [{on: 2026-11-20}]")
    ])
    #expect(try await site.findings().contains { $0.contains("a.md:4:") && $0.contains("missing-field") })
  }
}
