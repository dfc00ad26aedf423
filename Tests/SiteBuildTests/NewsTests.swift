import Base
import Documents
import Foundation
import Publishing
import Resolution
@testable import SiteBuild
import TestSupport
import Testing

/// What a build reports as new, coming and due.
@Suite struct NewsTests {
  private static let old = SiteFixture.document(
    "title: 旧办法\n发文字号: 澜政发〔2020〕1号\n成文日期: 2020-01-01\n发布日期: 2020-01-02\n施行日期: 2020-02-01")
  private static let new = SiteFixture.document(
    "title: 新办法\n成文日期: 2026-11-01\n发布日期: 2026-11-25\n施行日期: 2026-12-01\n废止: 澜政发〔2020〕1号")

  private static func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(["Content/zhengce/old.md": old, "Content/zhengce/new.md": new].merging(more) { $1 })
  }

  /// `id before→after day by`.
  private static func short(_ items: [SiteNews.Item]) -> [String] {
    items.map { item in
      let states = (item.before?.rawValue ?? "-") + "→" + (item.after?.rawValue ?? "-")
      return ([item.id, states, item.day?.iso ?? "-"] + item.by).joined(separator: " ")
    }
  }

  private static func news(_ site: SiteFixture, _ asOf: String) async throws -> SiteNews {
    let outcome = try await site.build(asOf: asOf)
    return try #require(outcome.news, "\(outcome.check.findings.map(\.short))")
  }

  @Test func `the first release has no past, but a future that knows of embargoes`() async throws {
    let news = try await Self.news(Self.site(), "2026-11-20")
    #expect(news.since == nil && news.changes.isEmpty && news.added.isEmpty && news.updated.isEmpty)
    #expect(
      Self.short(news.upcoming)
        == [
          "zhengce/new -→notYetInForce 2026-11-25", "zhengce/new notYetInForce→inForce 2026-12-01",
          "zhengce/old inForce→repealed 2026-12-01 zhengce/new",
        ])
  }

  @Test func `provisions that come into force later are told before and on their night`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/staged.md": SiteFixture.document(
        "title: 分期\n发布日期: 2026-01-02\n施行日期: 2026-02-01\n分期施行: [{条款: [第十条], 日期: 2026-12-01}]", body: "第十条　乙。")
    ])
    let before = try await Self.news(site, "2026-11-30")
    #expect(Self.short(before.upcoming) == ["zhengce/staged inForce→inForce 2026-12-01"])
    #expect(before.upcoming.first?.articles == ["第十条"] && before.changes.isEmpty)
    let night = try await Self.news(site, "2026-12-01")
    #expect(Self.short(night.changes) == ["zhengce/staged inForce→inForce 2026-12-01"])
    #expect(night.changes.first?.articles == ["第十条"] && night.upcoming.isEmpty)
    #expect(try await Self.news(site, "2026-12-02").changes.isEmpty)
    let row = try #require(site.text("Output/data/documents.jsonl"))
    #expect(row.contains(#""commences":[{"articles":["第十条"],"on":"2026-12-01"}]"#))
  }

  @Test func `night after night the news say what changed, and nothing else`() async throws {
    let site = try Self.site()
    _ = try await Self.news(site, "2026-11-24")
    let published = try await Self.news(site, "2026-11-25")
    #expect(published.since == "2026-11-24" && published.changes.isEmpty)
    #expect(Self.short(published.added) == ["zhengce/new -→notYetInForce -"])
    // The old one is still in force, but now its end is known.
    #expect(Self.short(published.updated) == ["zhengce/old inForce→inForce 2020-02-01"])
    let quiet = try await Self.news(site, "2026-11-26")
    #expect(quiet.changes.isEmpty && quiet.added.isEmpty && quiet.updated.isEmpty && quiet.removed.isEmpty)
    let boundary = try await Self.news(site, "2026-12-01")
    #expect(boundary.since == "2026-11-26")
    #expect(
      Self.short(boundary.changes) == [
        "zhengce/new notYetInForce→inForce 2026-12-01", "zhengce/old inForce→repealed 2026-12-01 zhengce/new",
      ])
    #expect(boundary.changes.map(\.url).last == "https://www.anlan.example/sub/zhengce/old/")
  }

  @Test func `what an editor did is news on the same day`() async throws {
    let site = try Self.site()
    _ = try await Self.news(site, "2026-11-26")
    try site.remove("Content/zhengce/new.md")
    try site.write(["Content/zhengce/old.md": Self.old.replacing("title: 旧办法", with: "title: 旧办法（修订）")])
    let news = try await Self.news(site, "2026-11-26")
    #expect(Self.short(news.removed) == ["zhengce/new notYetInForce→- -"])
    #expect(news.removed.map(\.title) == ["新办法"])
    #expect(news.updated.map(\.title) == ["旧办法（修订）"] && news.changes.isEmpty && news.added.isEmpty)
  }

  @Test func `an edited text, table, file or introduction is news, and its day travels on`() async throws {
    let table = SiteFixture.document(
      "title: 项目表\nkind: dataTable\nissuer: 安澜县人民政府\npublishedOn: 2026-01-05\n表格: b.csv\n附件: [c.txt]")
    let site = try Self.site([
      "Content/zhengce/biao/index.md": table, "Content/zhengce/biao/b.csv": "项目,金额\n甲,120\n",
      "Content/zhengce/biao/c.txt": "甲",
    ])
    func updated(_ files: [String: String], _ day: String) async throws -> [String] {
      try site.write(files)
      return try await Self.news(site, day).updated.map(\.id)
    }
    func day(of url: String) throws -> String? {
      let lines = try site.page(url).split(separator: "\n")
      return lines.compactMap { $0.firstMatch(of: /[容明]更新于<time datetime="([^"]*)"/).map { String($0.1) } }.first
    }
    #expect(try await updated([:], "2026-11-26") == [] && day(of: "zhengce/biao/") == nil)
    #expect(try await updated(["Content/zhengce/biao/b.csv": "项目,金额\r\n甲,120\r\n"], "2026-11-26") == [])
    #expect(try await updated(["Content/zhengce/biao/b.csv": "项目,金额\n甲,999\n"], "2026-11-26") == ["zhengce/biao"])
    #expect(try day(of: "zhengce/biao/") == "2026-11-26")
    #expect(
      try await updated(["Content/zhengce/old.md": Self.old.replacing("正文。", with: "利率16%。")], "2026-11-27") == [
        "zhengce/old"
      ])
    #expect(
      try await updated(["Content/zhengce/_column.md": "---\ntitle: 政策文件\nkind: policy\n---\n说明。\n"], "2026-11-28") == [
        "zhengce"
      ])
    #expect(try await updated(["Content/zhengce/biao/c.txt": "乙"], "2026-11-29") == ["zhengce/biao"])
    #expect(try await updated([:], "2026-11-30") == [])
    #expect(try day(of: "zhengce/biao/") == "2026-11-29" && day(of: "zhengce/old/") == "2026-11-27")
    #expect(try day(of: "zhengce/") == "2026-11-28" && day(of: "zhengce/first/") == nil)
    let sitemap = try #require(site.text("Output/sitemap.xml"))
    #expect(sitemap.contains("/zhengce/old/</loc><lastmod>2026-11-27<"))
    #expect(sitemap.contains("/zhengce/</loc><lastmod>2026-11-28<"))
    let entries = try #require(site.text("Output/feed.atom")).split(separator: "<entry>").dropFirst()
    #expect(entries.first?.contains("项目表") == true && entries.first?.contains("<updated>2026-11-29T") == true)
    #expect(entries.dropFirst().first?.contains("旧办法") == true)
  }

  @Test func `an edit on the day on which the state changes is news of both kinds`() async throws {
    let site = try Self.site()
    _ = try await Self.news(site, "2026-11-30")
    try site.write(["Content/zhengce/new.md": Self.new.replacing("正文。", with: "改过的正文。")])
    let news = try await Self.news(site, "2026-12-01")
    #expect(news.changes.map(\.id) == ["zhengce/new", "zhengce/old"] && news.updated.map(\.id) == ["zhengce/new"])
  }

  @Test func `what the program writes anew, and a state that moves by itself, are no edits`() async throws {
    let site = try Self.site()
    try site.copyTemplates()
    _ = try await Self.news(site, "2026-11-30")
    let template = try #require(site.text("Templates/document.mustache"))
    try site.write(["Templates/document.mustache": template.replacing("</main>", with: "<p>新</p></main>")])
    let news = try await Self.news(site, "2026-12-01")
    #expect(news.updated.isEmpty && news.changes.count == 2)
    #expect(try !site.page("zhengce/old/").contains("内容更新于"))
  }

  @Test func `a full build after an edit gives the same bytes, and an edit undone is an edit`() async throws {
    let site = try Self.site()
    _ = try await Self.news(site, "2026-11-26")
    try site.write(["Content/zhengce/old.md": Self.old.replacing("正文。", with: "利率16%。")])
    let edited = try await site.publish(asOf: "2026-11-27")
    let full = try await buildSite(site.request(asOf: "2026-11-27", isFull: true), version: "0")
    #expect(full.publication?.treeHash == edited.treeHash && full.publication?.isUnchanged == true)
    try site.write(["Content/zhengce/old.md": Self.old])
    #expect(try await Self.news(site, "2026-11-28").updated.map(\.id) == ["zhengce/old"])
  }

  @Test func `a member that the release before did not have is no news`() async throws {
    let rows = { (more: String) in Array("{\"id\":\"a\",\"title\":\"甲\"\(more)}\n".utf8) }
    let difference = RowDifference(old: rows(""), new: rows(",\"fingerprint\":\"0\""))
    #expect(difference.changed.isEmpty && difference.added.isEmpty && difference.removed.isEmpty)
    #expect(RowDifference(old: rows(",\"fingerprint\":\"1\""), new: rows(",\"fingerprint\":\"0\"")).changed.count == 1)
  }

  @Test func `what lapses within six months is due for evaluation, extensions considered`() async throws {
    func ending(_ day: String) -> String {
      SiteFixture.document("title: 甲\n发布日期: 2020-01-02\n施行日期: 2020-02-01\n有效期至: \(day)")
    }
    let site = try SiteFixture([
      "Content/zhengce/a.md": ending("2027-05-21"), "Content/zhengce/b.md": ending("2027-05-22"),
      "Content/zhengce/c.md": ending("2026-11-21"), "Content/zhengce/d.md": ending("2026-11-20"),
      "Content/zhengce/e.md": ending("2026-12-31"),
      "Content/zhengce/f.md": SiteFixture.document(
        "title: 延期\n发布日期: 2026-11-02\n施行日期: 2026-11-02\n延期: {document: zhengce/e, until: 2029-12-31}"),
    ])
    let news = try await Self.news(site, "2026-11-21")
    #expect(
      Self.short(news.dueForEvaluation) == [
        "zhengce/c inForce→expired 2026-11-21", "zhengce/a inForce→expired 2027-05-21",
      ])
    #expect(Self.short(news.upcoming) == ["zhengce/c inForce→expired 2026-11-22"])
  }

  @Test func `a release that somebody changed is no witness`() async throws {
    let site = try Self.site()
    _ = try await Self.news(site, "2026-11-26")
    let rows = try #require(site.text("Output/data/documents.jsonl"))
    try site.write(["Output/data/documents.jsonl": rows.replacing("inForce", with: "expired")])
    let news = try await Self.news(site, "2026-11-27")
    #expect(news.since == nil && news.changes.isEmpty)
  }
}
