import Base
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// Same input and same day give the same bytes, and a change of input changes what it should.
@Suite struct DeterminismTests {
  private static func files() -> [String: String] {
    var files: [String: String] = [:]
    for number in 1...30 {
      files["Content/zhengce/n\(number).md"] = SiteFixture.document(
        "title: 第\(number)号办法\n发文字号: 澜政发〔2024〕\(number)号\n发文机关: [安澜县人民政府, 机关\(number % 4)]\n"
          + "成文日期: 2024-01-01\n施行日期: 2024-0\(number % 9 + 1)-01\nkeywords: [甲\(number % 3), 乙]",
        body: "第一条 本办法第\(number)条。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | \(number) |")
    }
    return files
  }

  @Test func `folder and number of workers do not matter`() async throws {
    let one = try SiteFixture(Self.files())
    let other = try SiteFixture(Self.files())
    let first = try await one.publish(jobs: 1)
    let second = try await other.publish(jobs: 4)
    #expect(first.treeHash == second.treeHash)
    #expect(one.output == other.output)
  }

  @Test func `where the texts are meanwhile does not matter`() async throws {
    let one = try SiteFixture(Self.files())
    let other = try SiteFixture(Self.files())
    let first = try await one.publish()
    var request = other.request()
    request.textsInMemory = 0
    let second = try #require(try await buildSite(request, version: "0").publication)
    #expect(first.treeHash == second.treeHash)
    #expect(one.output == other.output)
    let names = try FileManager.default.contentsOfDirectory(atPath: other.root)
    #expect(names.sorted() == [".Output.gongkai", "Content", "Output"])
  }

  @Test func `building twice changes nothing, one edit changes little`() async throws {
    let site = try SiteFixture(Self.files())
    let first = try await site.publish()
    #expect(!first.isUnchanged)
    let before = site.output
    let second = try await site.publish()
    #expect(second.isUnchanged && second.treeHash == first.treeHash)
    #expect(site.output == before)
    let path = "Content/zhengce/n7.md"
    try site.write([path: (site.text(path) ?? "") + "\n新的一段。\n"])
    let third = try await site.publish()
    #expect(!third.isUnchanged)
    let after = site.output
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    #expect(changed.contains("zhengce/n7/index.html"))
    let others = changed.filter { !$0.hasPrefix("search/") && $0 != "manifest.json" && $0 != "zhengce/n7/index.html" }
    // An edit is news.
    #expect(
      others.sorted() == [
        "data/documents.csv", "data/documents.jsonl", "feed.atom", "issuers/xianzhengfu/feed.atom",
        "issuers/机关3/feed.atom", "sitemap.xml", "validity/inForce/feed.atom", "zhengce/feed.atom",
      ])
  }
}
