import Base
import Documents
import Foundation
import Resolution
import SiteBuild
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
