import Base
import Foundation
import Disk
@testable import Publishing
@testable import SiteBuild
import Synchronization
import TestSupport
import Testing

/// A build reads nothing and says the same again if nothing was touched since the last one.
@Suite struct UnchangedTests {
  /// A built site with a finding, a coming change and a document to evaluate, whose files have had time to settle.
  private static func site() async throws -> SiteFixture {
    let site = try SiteFixture([
      "Content/zhengce/second.md": SiteFixture.document(
        "title: 第二篇\n发布日期: 2024-02-01\n施行日期: 2024-03-01\n有效期至: 2026-12-05\n附件: [表.csv]",
        body: "《旧办法》（澜政发〔2020〕1号）同时废止。"),
      "Content/zhengce/third.md": SiteFixture.document(
        "title: 第三篇\nchecked: {rule: unrecorded-repeal, note: 无误}", body: "《旧办法》（澜政发〔2020〕1号）同时废止。"),
      "Content/zhengce/表.csv": "甲,乙\n",
    ])
    try site.copyTemplates()
    try await Task.sleep(for: .milliseconds(1300))
    return site
  }

  /// Builds; the second value is whether anything was read.
  private static func build(
    _ site: SiteFixture, asOf: String = "2026-11-21", program: String = "", isFull: Bool = false
  ) async throws -> (outcome: BuildOutcome, isRepeated: Bool) {
    let steps = Atomic(0)
    var request = site.request(asOf: asOf, isFull: isFull, program: program)
    request.progress = { _ in steps.add(1, ordering: .relaxed) }
    let outcome = try await buildSite(request, version: "0")
    _ = try #require(outcome.publication, "\(outcome.check.findings.map(\.short))")
    return (outcome, steps.load(ordering: .relaxed) == 0)
  }

  @Test func `a build of which nothing was touched says what it said, without reading`() async throws {
    let site = try await Self.site()
    let first = try await Self.build(site)
    #expect(!first.isRepeated)
    let second = try await Self.build(site)
    #expect(second.isRepeated)
    let outcome = second.outcome
    #expect(outcome.check.findings == first.outcome.check.findings && outcome.check.count(.warning) > 0)
    #expect(outcome.check.checked == first.outcome.check.checked && outcome.check.checked.count == 1)
    #expect(outcome.documents == 3 && outcome.pages == first.outcome.pages)
    #expect(outcome.publication?.isUnchanged == true)
    #expect(outcome.publication?.treeHash == first.outcome.publication?.treeHash)
    #expect(outcome.publication?.linkedCount == outcome.publication?.fileCount)
    // What a build that reads everything says about the same release.
    let read = try await Self.build(site, program: "other").outcome
    #expect(outcome.news == read.news && read.news?.upcoming.isEmpty == false)
    #expect(read.news?.dueForEvaluation.isEmpty == false && read.check.findings == outcome.check.findings)
  }

  @Test(arguments: [
    "Content/zhengce/first.md", "Content/site.yml", "Content/zhengce/表.csv", "Templates/home.mustache",
    "Templates/assets/site.css", "Output/index.html",
  ]) func `a file that was written again is read, even if size and date are the same`(_ path: String) async throws {
    let site = try await Self.site()
    _ = try await Self.build(site)
    let before = try FileManager.default.attributesOfItem(atPath: site.root + "/" + path)
    try site.write([path: try #require(site.text(path))])
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(before[.modificationDate])], ofItemAtPath: site.root + "/" + path)
    #expect(try await !Self.build(site).isRepeated)
  }

  @Test func `a new file, a removed one, and one that somebody put into Output are seen`() async throws {
    let site = try await Self.site()
    _ = try await Self.build(site)
    try site.write(["Output/stranger.txt": "别人的"])
    let cleaned = try await Self.build(site)
    #expect(!cleaned.isRepeated && cleaned.outcome.publication?.unknownFiles == ["stranger.txt"])
    try site.write(["Content/zhengce/third.md": SiteFixture.document("title: 第三篇\npublishedOn: 2024-01-01")])
    #expect(try await Self.build(site).outcome.documents == 3)
    try site.remove("Content/zhengce/third.md")
    #expect(try await Self.build(site).outcome.documents == 2)
  }

  @Test func `another day, another program and a wish for everything read everything`() async throws {
    let site = try await Self.site()
    _ = try await Self.build(site)
    #expect(try await !Self.build(site, isFull: true).isRepeated)
    #expect(try await Self.build(site).isRepeated)
    #expect(try await !Self.build(site, program: "other").isRepeated)
    let tomorrow = try await Self.build(site, asOf: "2026-12-06", program: "other")
    #expect(!tomorrow.isRepeated && tomorrow.outcome.news?.changes.count == 1)
  }

  @Test func `errors are found again by every build`() async throws {
    let site = try await Self.site()
    try site.write(["Content/zhengce/bad.md": SiteFixture.document("title: 坏的\npublishedOn: 2024-13-01")])
    try await Task.sleep(for: .milliseconds(1300))
    var request = site.request(keepGoing: true)
    _ = try await buildSite(request, version: "0")
    let again = try await buildSite(request, version: "0")
    #expect(again.check.count(.error) == 1)
    request.keepGoing = false
    #expect(try await buildSite(request, version: "0").publication == nil)
  }

  @Test func `what somebody may have damaged is not repeated`() async throws {
    let site = try await Self.site()
    let path = ".Output.gongkai/cache"
    _ = try await Self.build(site)
    let text = try #require(site.text(path))
    let damaged = [
      "", "x", String(text.dropLast(80)), text.replacing("第二篇", with: "第贰篇"), text + "\n",
      text.replacing("gongkai-cache/6", with: "gongkai-cache/0"),
    ]
    for damage in damaged {
      try site.write([path: damage])
      #expect(try await !Self.build(site).isRepeated, "\(damage.prefix(20))")
      #expect(site.text(path) == text)
    }
    #expect(try await Self.build(site).isRepeated)
  }

  @Test func `neither another site's last build nor one that was rolled back is repeated`() async throws {
    let (site, other) = (try await Self.site(), try await Self.site())
    _ = try await Self.build(site)
    _ = try await Self.build(other)
    try site.write([".Output.gongkai/cache": try #require(other.text(".Output.gongkai/cache"))])
    #expect(try await !Self.build(site).isRepeated)
    try site.write(["Content/zhengce/first.md": SiteFixture.document("title: 又一篇\npublishedOn: 2024-01-01")])
    try await Task.sleep(for: .milliseconds(1300))
    _ = try await Self.build(site)
    #expect(try await Self.build(site).isRepeated)
    let output = try OutputFolder(path: site.root + "/Output")
    do { _ = try output.rollback(lock: try OutputLock(output)) }
    #expect(try await !Self.build(site).isRepeated)
    #expect(try site.page("zhengce/first/").contains("又一篇"))
  }

  @Test func `a build that could not remove an old release is not repeated`() async throws {
    let site = try await Self.site()
    let outcome = try await Self.build(site).outcome
    let output = try OutputFolder(path: site.root + "/Output")
    let done = try #require(outcome.publication)
    let sources = try #require(
      Unchanged.Sources(site.request(), now: Int((Date.now.timeIntervalSince1970 + 5) * 1e9)))
    for (troubles, isRepeated) in [([], true), ([FileError("删除", "release-1", code: 13)], false)] {
      let publication = Publication(
        treeHash: done.treeHash, fileCount: done.fileCount, byteCount: done.byteCount, linkedCount: 0,
        isUnchanged: false, unknownFiles: [], unknownFilesFolder: nil, hadManifest: true, troubles: troubles)
      let said = BuildOutcome(
        check: outcome.check, documents: 2, pages: 3, news: outcome.news, publication: publication)
      try Unchanged.store(said, timeZone: "Asia/Shanghai", sources, RegionStamp([]), in: output)
      #expect(try await Self.build(site).isRepeated == isRepeated)
    }
  }

  @Test func `a change so young that the next one could bear the same time is not settled`() async throws {
    let site = try SiteFixture()
    let stamp = try #require(Unchanged.Sources(site.request(), now: Int(Date.now.timeIntervalSince1970 * 1e9)))
    #expect(!stamp.isSettled)
    let later = try #require(Unchanged.Sources(site.request(), now: Int((Date.now.timeIntervalSince1970 + 5) * 1e9)))
    #expect(later.isSettled && later.digest == stamp.digest)
  }
}
