import Foundation
import Publishing
import SiteBuild
import Testing

/// What is taken over from the release before: as much as possible, and never what would come out otherwise.
@Suite struct CacheTests {
  private static func site() throws -> SiteFixture {
    let site = try SiteFixture([
      "Content/zhengce/second.md": SiteFixture.document(
        "title: 第二篇\n发布日期: 2024-02-01\n施行日期: 2024-03-01\n附件: [表.csv]\n修改: zhengce/first", body: "第二篇的正文。"),
      "Content/zhengce/third.md": SiteFixture.document("title: 第三篇\ndraft: true"),
      "Content/zhengce/表.csv": "甲,乙\n",
    ])
    try site.copyTemplates()
    return site
  }

  /// Builds, and proves that a build into an empty folder without a cache gives the same bytes.
  private static func build(
    _ site: SiteFixture, asOf: String = "2026-11-21", program: String = "", isFull: Bool = false
  ) async throws -> BuildOutcome {
    let outcome = try await buildSite(site.request(asOf: asOf, isFull: isFull, program: program), version: "0")
    _ = try #require(outcome.publication, "\(outcome.check.findings.map(\.short))")
    let reference = site.root + "/Reference-\(UUID().uuidString)"
    let full = try await buildSite(site.request(asOf: asOf, output: reference, isFull: true), version: "0")
    #expect(full.publication?.treeHash == outcome.publication?.treeHash)
    #expect(try verified(site.root + "/Output") == (try verified(reference)))
    return outcome
  }

  /// The tree hash of a folder whose files are all as its manifest says.
  private static func verified(_ path: String) throws -> String? {
    let verification = try OutputFolder(path: path).verify()
    #expect(verification.differences.isEmpty)
    return verification.manifest.treeHash
  }

  @Test func `nothing changed: nothing is made, nothing is switched`() async throws {
    let site = try Self.site()
    #expect(try await Self.build(site).madeFiles > 20)
    let again = try await Self.build(site)
    #expect(again.madeFiles == 0 && again.publication?.isUnchanged == true)
  }

  @Test func `a changed text: its page is made, and what of the index is not named as before`() async throws {
    let site = try Self.site()
    let first = try await Self.build(site)
    try site.write(["Content/zhengce/first.md": SiteFixture.base["Content/zhengce/first.md", default: ""] + "再加一段。\n"])
    let outcome = try await Self.build(site)
    let indexFiles = site.output.keys.count { $0.hasPrefix("search/") && $0.hasSuffix(".json") }
    #expect((3...indexFiles).contains(outcome.madeFiles) && outcome.madeFiles < first.madeFiles)
    #expect(try site.page("zhengce/first/").contains("再加一段。"))
  }

  @Test(arguments: [
    ("Content/zhengce/first.md", "title: 第一篇", "title: 第一篇（修订）"),
    ("Content/zhengce/third.md", "draft: true", "draft: false"),
    ("Content/zhengce/_column.md", "title: 政策文件", "title: 文件"),
    ("Content/zhengce/_column.md", "---\n", "---\n"), ("Content/site.yml", "name: 养老", "name: 助老"),
    ("Content/zhengce/表.csv", "甲", "丙"), ("Templates/document.mustache", "<article", "<article data-x"),
    ("Templates/kinds/policy.yml", "label: 政策文件", "label: 文件"), ("Templates/assets/site.css", ":root", " :root"),
  ]) func `what may show anywhere is made anew everywhere`(_ path: String, _ old: String, _ new: String) async throws {
    let site = try Self.site()
    let first = try await Self.build(site)
    let text = try #require(site.text(path))
    #expect(text.contains(old))
    try site.write([path: text.replacing(old, with: new, maxReplacements: 1)])
    let outcome = try await Self.build(site)
    if old == new { #expect(outcome.madeFiles == 0) } else { #expect(outcome.madeFiles >= first.madeFiles) }
  }

  @Test func `another day, another program, and a wish for everything make everything anew`() async throws {
    let site = try Self.site()
    let first = try await Self.build(site)
    #expect(try await Self.build(site, isFull: true).madeFiles == first.madeFiles)
    #expect(try await Self.build(site, program: "other").madeFiles == first.madeFiles)
    #expect(try await Self.build(site, asOf: "2026-11-22", program: "other").madeFiles == first.madeFiles)
  }

  @Test func `a page that somebody changed is made again`() async throws {
    let site = try Self.site()
    _ = try await Self.build(site)
    let page = try site.page("zhengce/first/")
    try site.write(["Output/zhengce/first/index.html": page.replacing("第一篇", with: "第壹篇")])
    #expect(try await Self.build(site).madeFiles == 1)
    #expect(try site.page("zhengce/first/") == page)
    try site.remove("Output/search/entry.json")
    #expect(try await Self.build(site).madeFiles > 3)
  }

  /// The lines about files; the line before them depends on how long ago the site was written.
  private static func files(_ note: String) -> [Substring] {
    Array(note.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).dropLast(2))
  }

  @Test func `a damaged note is dropped with a warning`() async throws {
    let site = try Self.site()
    let first = try await Self.build(site)
    let path = ".Output.gongkai/cache"
    let note = try #require(site.text(path))
    let damaged = [
      "", "x", String(note.dropLast(80)), note.replacing("zhengce/first", with: "zhengce/fir5t"), note + "\n",
      note.replacing("gongkai-cache/2", with: "gongkai-cache/0"),
    ]
    for text in damaged {
      try site.write([path: text])
      let outcome = try await Self.build(site)
      #expect(outcome.hasDamagedCache && outcome.madeFiles == first.madeFiles, "\(text.prefix(20))")
      #expect(site.text(path).map(Self.files) == Self.files(note))
    }
  }

  @Test func `the note of another site, or of a release that was rolled back, is not used`() async throws {
    let (site, other) = (try Self.site(), try SiteFixture())
    try other.copyTemplates()
    let first = try await Self.build(site)
    _ = try await Self.build(other)
    try site.write([".Output.gongkai/cache": try #require(other.text(".Output.gongkai/cache"))])
    let outcome = try await Self.build(site)
    #expect(!outcome.hasDamagedCache && outcome.madeFiles == first.madeFiles)
    try site.write(["Content/zhengce/first.md": SiteFixture.document("title: 又一篇\npublishedOn: 2024-01-01")])
    _ = try await Self.build(site)
    let output = try OutputFolder(path: site.root + "/Output")
    do { _ = try output.rollback(lock: try OutputLock(output)) }
    #expect(try await Self.build(site).madeFiles >= first.madeFiles)
    #expect(try site.page("zhengce/first/").contains("又一篇"))
  }
}
