import Base
import Disk
import Documents
import Exchange
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// A city that shows what its counties publish.
@Suite struct RegionTests {
  /// 安澜县, exported beside the city.
  private static func county(_ files: [String: String] = [:], asOf: String = "2026-11-20") async throws -> SiteFixture {
    let site = try SiteFixture(
      [
        "Content/zhengce/first.md": SiteFixture.document(
          "title: 县里的办法\ndocumentNumber: 澜政发〔2024〕5号\nissuer: 安澜县人民政府\npublishedOn: 2024-01-01\neffectiveOn: 2024-02-01\n"
            + "attachments: [表.csv]\ntopics: [综合政务]",
          body: "第一条 县里的正文，见[附件](表.csv)和[另一篇](/zhengce/second.md)。\n\n![流程图](tu.png)"),
        "Content/zhengce/second.md": SiteFixture.document("title: 县里的另一篇\npublishedOn: 2024-01-02"),
        "Content/zhengce/表.csv": "甲,乙\n",
      ].merging(files) { $1 })
    try site.write("Content/zhengce/tu.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    try await export(site, asOf: asOf)
    return site
  }

  private static func export(_ site: SiteFixture, asOf: String = "2026-11-20") async throws {
    let export = ExportRequest(.jsonl, to: site.root + "/export", generator: "gongkai 0")
    let outcome = try await exportSite(site.request(asOf: asOf), export)
    #expect(!outcome.files.isEmpty, "\(outcome.check.findings.map(\.short))")
  }

  private static func settings(_ county: SiteFixture, _ rest: String = "") -> String {
    SiteFixture.siteText + "sources:\n  - {id: anlan, name: 安澜县, folder: \(county.root)/export\(rest)}\n"
  }

  private static func city(
    of county: SiteFixture, _ files: [String: String] = [:], _ rest: String = ""
  ) throws -> SiteFixture {
    try SiteFixture(["Content/site.yml": settings(county, rest)].merging(files) { $1 })
  }

  @Test func `a document of a county has a page that leads to the original`() async throws {
    let county = try await Self.county()
    let site = try Self.city(of: county)
    let outcome = try await site.build()
    _ = try #require(outcome.publication, "\(outcome.check.findings.map(\.short))")
    let page = try site.page("anlan/zhengce/first/")
    let original = "https://www.anlan.example/sub/zhengce/first/"
    #expect(page.contains("<link rel=\"canonical\" href=\"\(original)\">"))
    #expect(page.contains("来源：<a class=\"external\" rel=\"external noopener\" href=\"\(original)\">安澜县人民政府</a>"))
    #expect(page.contains("data-state=\"inForce\""))
    #expect(page.contains("href=\"\(original)%E8%A1%A8.csv\""), "a file is read on the other site")
    #expect(
      page.contains("<a href=\"../../../anlan/zhengce/second/\">另一篇</a>"), "a text of the other site is here, too")
    #expect(!page.contains("<img") && page.contains("\(original)tu.png\">图片：流程图</a>"))
    #expect(try site.page("anlan/zhengce/").contains("县里的办法") && site.page("anlan/").contains("安澜县"))
    let home = try site.page("")
    #expect(home.contains("各地专栏") && home.contains("href=\"./anlan/\"") && home.contains("2026年11月20日"))
  }

  @Test func `what counts, is exported or is mapped is the site's own`() async throws {
    let county = try await Self.county()
    let site = try Self.city(of: county)
    let outcome = try await site.build()
    #expect(outcome.documents == 1 && outcome.check.documents == 1)
    #expect(site.text("Output/sitemap.xml")?.contains("anlan/") == false)
    for name in ["data/documents.jsonl", "data/documents.csv", "feed.atom"] {
      #expect(site.text("Output/" + name)?.contains("县里的") == false, "\(name)")
    }
    #expect(site.text("Output/anlan/feed.atom") == nil)
    try await Self.export(site)
    #expect(site.text("export/documents.jsonl")?.contains("县里的") == false)
    let library = try #require(site.text("export/library.json").flatMap { JSONValue(json: Array($0.utf8)) })
    let columns = try #require(library["columns"]?.list { $0["path"]?.text })
    #expect(columns == ["zhengce"], "the columns of a county are not exported as the city's")
    let manifest = try #require(try OutputFolder(reading: site.root + "/Output").manifest())
    #expect(manifest.information.documents == 1 && manifest.information.regional == 2)
    let sources = try #require(site.text("Output/data/sources.json").flatMap { JSONValue(json: Array($0.utf8)) })
    let shown = try #require(sources["sources"]?.list { $0["documents"]?.list(\.text) })
    #expect(shown == [["anlan/zhengce/first", "anlan/zhengce/second"]])
  }

  @Test func `acts reach from one site to the other`() async throws {
    let county = try await Self.county([
      "Content/zhengce/third.md": SiteFixture.document(
        "title: 县里的实施意见\npublishedOn: 2026-01-01\nissuer: 安澜县人民政府\n"
          + "repeals: {title: 市里的旧办法, documentNumber: 某政发〔2020〕1号}")
    ])
    let site = try Self.city(
      of: county,
      [
        "Content/zhengce/old.md": SiteFixture.document(
          "title: 市里的旧办法\ndocumentNumber: 某政发〔2020〕1号\nissuer: 某市人民政府\npublishedOn: 2020-01-01\neffectiveOn: 2020-01-01"
        ),
        "Content/zhengce/act.md": SiteFixture.document(
          "title: 市里的决定\ndocumentNumber: 某政发〔2026〕2号\nissuer: 某市人民政府\npublishedOn: 2026-06-01\neffectiveOn: 2026-06-01\nrepeals: 澜政发〔2024〕5号"
        ),
      ])
    _ = try await site.publish()
    #expect(try site.page("anlan/zhengce/first/").contains("data-state=\"repealed\""))
    #expect(try site.page("anlan/zhengce/first/").contains("市里的决定"))
    #expect(try site.page("zhengce/act/").contains("anlan/zhengce/first/"))
    #expect(try site.page("zhengce/old/").contains("data-state=\"repealed\""))
  }

  @Test func `two sites that say different things of a document are told, a copy is not`() async throws {
    let own = "title: 县里的办法\ndocumentNumber: 澜政发〔2024〕5号\nissuer: 安澜县人民政府\npublishedOn: 2024-03-01\n"
    let county = try await Self.county()
    let different = try Self.city(
      of: county, ["Content/zhengce/copy.md": SiteFixture.document(own + "effectiveOn: 2024-03-01")])
    let findings = try await checkSite(different.request()).findings
    let found = try #require(findings.first { $0.rule == "source-contradiction" })
    #expect(found.message == "澜政发〔2024〕5号在两个专栏里不同：施行日期，本站 2024-03-01，安澜县 2024-02-01")
    #expect(found.location.path == "Content/zhengce/copy.md" && found.related.first?.message == "安澜县")
    let same = try Self.city(
      of: county, ["Content/zhengce/copy.md": SiteFixture.document(own + "effectiveOn: 2024-02-01")])
    #expect(try await !checkSite(same.request()).findings.contains { $0.rule == "source-contradiction" })
  }

  @Test func `an export that is gone or old stops the night or is told`() async throws {
    let county = try await Self.county()
    let site = try Self.city(of: county, [:], ", staleAfterDays: 3")
    #expect(try await site.build(asOf: "2026-11-23").check.findings.isEmpty)
    let old = try await site.build(asOf: "2026-11-24")
    #expect(old.check.findings.map(\.rule) == ["source-stale"] && old.publication != nil)
    try county.remove("export/documents.jsonl")
    let gone = try await site.build(asOf: "2026-11-25", keepGoing: true)
    #expect(gone.check.findings.contains { $0.rule == "source-spoilt" } && gone.publication == nil)
    #expect(site.text("Output/anlan/zhengce/first/index.html") != nil, "the old site stays")
  }

  @Test func `an export that has lost many documents empties no county, unless somebody has looked`() async throws {
    let texts = (1...8).map {
      ("Content/zhengce/n\($0).md", SiteFixture.document("title: 第\($0)号\npublishedOn: 2024-01-01"))
    }
    let county = try await Self.county(Dictionary(texts) { $1 })
    let site = try Self.city(of: county)
    _ = try await Self.build(site, clock: "2026-11-21")
    for name in ["n1", "n2"] { try county.remove("Content/zhengce/\(name).md") }
    try await Self.export(county)
    #expect(try await Self.build(site, clock: "2026-11-22").check.regional == 8, "two may always go")
    for name in ["n3", "n4", "n5"] { try county.remove("Content/zhengce/\(name).md") }
    try county.write([
      "Content/zhengce/new.md": SiteFixture.document("title: 新的\npublishedOn: 2024-01-01"),
      "Content/zhengce/n6.md": SiteFixture.document(
        "title: 第6号\npublishedOn: 2024-01-01\nwithdrawn: {on: 2026-11-22, reason: 决定已经依法撤销}"),
    ])
    try await Self.export(county, asOf: "2026-11-23")
    let before = site.output
    let loss = BuildError.Loss(3, of: 8, in: "安澜县", now: 5)
    let refusal = BuildError.manyRemoved([loss], limit: 20, asOf: try CalendarDate.parse("2026-11-23").get())
    #expect(
      refusal.message == "这次生成会从网上撤下安澜县的 8 篇中的 3 篇（现在收录 5 篇），超过 20%（site.yml 的 removalLimit），不发布；"
        + "请核对日期（2026-11-23）和安澜县的导出，确实要撤下的，写明日期：gongkai build --as-of 2026-11-23")
    await #expect(throws: refusal) { try await Self.build(site, clock: "2026-11-23") }
    #expect(site.output == before)
    #expect(try await checkSite(Self.request(site, clock: "2026-11-23")).refusal == refusal)
    #expect(try await site.build(asOf: "2026-11-23").check.regional == 5)
    #expect(try await Self.build(site, clock: "2026-11-24").check.regional == 5, "the next night is as any other")
  }

  /// A request whose day comes from the clock.
  private static func request(_ site: SiteFixture, clock: String) -> BuildRequest {
    var request = site.request()
    (request.asOf, request.today) = (nil, { _ in try? CalendarDate.parse(clock).get() })
    return request
  }

  private static func build(_ site: SiteFixture, clock: String) async throws -> BuildOutcome {
    try await buildSite(request(site, clock: clock), version: "0")
  }

  @Test func `a new export is taken in although Content was not touched`() async throws {
    let county = try await Self.county()
    let site = try Self.city(of: county)
    try await Task.sleep(for: .milliseconds(1300))
    _ = try await site.publish()
    #expect(try await site.build().publication?.isUnchanged == true)
    try county.write([
      "Content/zhengce/second.md": SiteFixture.document("title: 县里的新篇\npublishedOn: 2024-01-02")
    ])
    try await Self.export(county)
    _ = try await site.publish()
    #expect(try site.page("anlan/zhengce/second/").contains("县里的新篇"))
  }

  @Test func `the desk shows other sites, and reads them again only with everything`() async throws {
    let county = try await Self.county()
    let site = try Self.city(of: county)
    let live = try await LiveSite(site.request())
    #expect(await live.documents.map(\.id.path) == ["zhengce/first"], "nobody edits another site's documents")
    #expect(await live.view().has("anlan/zhengce/first/index.html"))
    try county.remove("export/export.json")
    try site.write(["Content/zhengce/first.md": SiteFixture.document("title: 改过\npublishedOn: 2024-01-01")])
    _ = try await live.update(.paths([site.root + "/Content/zhengce/first.md"]))
    #expect(await live.view().has("anlan/zhengce/first/index.html"), "an edit of a text reads no export")
    #expect(await live.findings().isEmpty)
    try site.write(["Content/zhengce/_column.md": "---\ntitle: 政策\nkind: policy\n---\n"])
    _ = try await live.update(.paths([site.root + "/Content/zhengce/_column.md"]))
    #expect(await live.findings().map(\.rule) == ["source-missing"])
  }

  @Test func `an old address of this site does not lead over a page of another`() async throws {
    let county = try await Self.county()
    for alias in ["/sub/anlan/zhengce/first/", "/sub/anlan/", "/sub/anlan/zhengce/page/2/"] {
      let site = try Self.city(
        of: county,
        ["Content/zhengce/x.md": SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\naliases: [\(alias)]")])
      #expect(try await checkSite(site.request()).findings.map(\.rule) == ["alias-taken"], "\(alias)")
    }
  }

  @Test(arguments: [
    ("id: search, name: 甲, folder: x", "reserved-name"), ("id: 甲, name: 甲, folder: x", "file-name"),
    ("id: zhengce, name: 甲, folder: x", "url-collision"), ("name: 甲, folder: x", "missing-field"),
  ]) func `the id of a source is an address that nobody else has`(words: String, rule: String) async throws {
    let site = try SiteFixture(["Content/site.yml": SiteFixture.siteText + "sources:\n  - {\(words)}\n"])
    #expect(try await checkSite(site.request()).findings.map(\.rule).contains(rule))
  }
}
