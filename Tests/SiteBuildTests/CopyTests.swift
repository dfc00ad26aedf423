import Base
import Foundation
import Offline
import Publishing
import SiteBuild
import TestSupport
import Testing

@Suite("a copy that needs no server")
struct CopyTests {
  private static let second = "---\ntitle: 第二篇\npublishedOn: 2024-02-01\n---\n见[第一篇](first.md)。\n"

  private func copy(
    _ site: SiteFixture, to output: String = "Offline", keepGoing: Bool = false, jobs: Int = 2, isFull: Bool = false
  ) async throws -> BuildOutcome {
    var request = site.request(
      output: site.root + "/" + output, keepGoing: keepGoing, jobs: jobs, isFull: isFull)
    request.copy = CopyRequest(site: site.root + "/Output")
    return try await buildSite(request, version: "0")
  }

  private func files(_ site: SiteFixture, in folder: String) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: site.root + "/" + folder)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      names.compactMap { name in
        FileManager.default.contents(atPath: "\(site.root)/\(folder)/\(name)").map { (name, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `links end in files, texts and index come as scripts, the site stays as it was`() async throws {
    let site = try SiteFixture(["Content/zhengce/second.md": Self.second])
    _ = try await site.publish()
    let before = site.output
    #expect(try await copy(site).publication != nil)
    #expect(site.output == before)
    let page = try #require(site.text("Offline/zhengce/second/index.html"))
    #expect(page.contains("见<a href=\"../../zhengce/first/index.html\">第一篇</a>。"))
    let text = try #require(site.text("Offline/zhengce/second/index.html.js"))
    #expect(text.hasPrefix("gongkai.file('<article class=\"text"))
    #expect(text.contains("第一篇</a>。") && !text.contains("<footer"))
    let names = files(site, in: "Offline").keys
    #expect(names.contains("search/entry.json.js") && !names.contains("search/entry.json"))
    #expect(!names.contains { $0.hasSuffix(".atom") || $0.hasSuffix("robots.txt") || $0.hasSuffix("sitemap.xml") })
    // What only a copy needs is not on the net.
    #expect(!before.keys.contains { $0.contains("/offline/") })
    #expect(
      names.contains { $0.hasSuffix("/offline/modules.js") } && !names.contains { $0.hasSuffix("/offline/files.js") })
  }

  @Test func `it is the same whatever the number of workers, and is not made again without need`() async throws {
    let site = try SiteFixture(["Content/zhengce/second.md": Self.second])
    _ = try await copy(site, to: "A", jobs: 1)
    _ = try await copy(site, to: "B", jobs: 2)
    #expect(files(site, in: "A") == files(site, in: "B"))
    #expect(try await copy(site, to: "A").publication?.isUnchanged == true)
  }

  @Test func `old addresses, which it does not have, can have any name`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/second.md": Self.second.replacing("title: 第二篇", with: "title: 第二篇\naliases: [/aux/2019:3.html]")
    ])
    let outcome = try await copy(site)
    #expect(outcome.check.findings.map(\.short) == [] && outcome.publication != nil)
  }

  @Test func `the days of edits are those of the site`() async throws {
    let site = try SiteFixture()
    _ = try await site.publish(asOf: "2026-11-01")
    try site.write(["Content/zhengce/first.md": "---\ntitle: 第一篇\npublishedOn: 2024-01-01\n---\n改了。\n"])
    _ = try await site.publish(asOf: "2026-11-10")
    _ = try await copy(site)
    #expect(try #require(site.text("Offline/data/documents.jsonl")).contains("\"modifiedOn\":\"2026-11-10\""))
  }

  @Test func `neither a site nor a copy is written over the other`() async throws {
    let site = try SiteFixture()
    _ = try await site.publish()
    _ = try await copy(site)
    let output = site.root + "/Output"
    await #expect(throws: BuildError.otherForm(output: output, isCopy: false)) { try await copy(site, to: "Output") }
    let offline = site.root + "/Offline"
    await #expect(throws: BuildError.otherForm(output: offline, isCopy: true)) {
      try await buildSite(site.request(output: offline), version: "0")
    }
  }

  @Test func `an id of a term that Windows does not take is one mistake, in site.yml`() async throws {
    let text = SiteFixture.siteText.replacing("id: zonghe", with: "id: aux").replacing(
      "id: minzhengju", with: "id: con")
    let site = try SiteFixture([
      "Content/site.yml": text,
      "Content/zhengce/second.md": Self.second.replacing("title", with: "topics: [综合政务]\nissuer: 安澜县民政局\ntitle"),
      "Content/zhengce/third.md": Self.second.replacing("title", with: "topics: [综合政务]\nissuer: 安澜县民政局\ntitle"),
    ])
    #expect(try await site.publish().fileCount > 0)
    let errors = try await copy(site).check.findings.filter { $0.severity == .error }
    #expect(errors.map(\.short) == ["site.yml:1:1 1 offline-name", "site.yml:1:1 1 offline-name"])
    #expect(Set(errors.flatMap(\.cures)) == ["在 site.yml 里给它改一个 id：{id: 英文名, name: 名称}"])
  }

  @Test func `a name that Windows does not take stops the copy and not the site`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/second.md": "---\ntitle: 第二篇\npublishedOn: 2024-02-01\nattachments: [\"表?.csv\"]\n---\n文。\n",
      "Content/zhengce/表?.csv": "甲\n", "Content/zhengce/aux.md": "---\ntitle: 第三篇\npublishedOn: 2024-03-01\n---\n文。\n",
    ])
    #expect(try await site.publish().fileCount > 0)
    let outcome = try await copy(site)
    let errors = outcome.check.findings.filter { $0.severity == .error }
    #expect(outcome.publication == nil)
    #expect(errors.map(\.rule) == ["offline-name", "offline-name"])
    #expect(
      errors.map(\.message) == [
        "网页在离线副本里的名称“aux”在 Windows 上是设备的名称", "文件 zhengce/表?.csv 在离线副本里的名称“表?.csv”里有 Windows 不允许的“?”",
      ])
    #expect(errors.map(\.location.path) == ["Content/zhengce/aux.md", "Content/zhengce/second.md"])
    let going = try await copy(site, keepGoing: true)
    #expect(going.publication != nil && going.leftOut.count == 2)
    try site.remove("Content/zhengce/aux.md")
    try site.remove("Content/zhengce/表?.csv")
    try site.write([
      "Content/zhengce/second.md": "---\ntitle: 第二篇\npublishedOn: 2024-02-01\nattachments: [表.csv]\n---\n文。\n",
      "Content/zhengce/表.csv": "甲\n",
    ])
    #expect(try await copy(site, to: "Other").publication != nil)
  }

  @Test func `a script of the site that cannot be carried is named`() async throws {
    let site = try SiteFixture()
    try site.copyTemplates()
    try site.write(["Templates/assets/own.js": "a();\nexport default 1;\n"])
    let error = await #expect(throws: BuildError.self) { try await copy(site) }
    #expect(
      error?.message.hasPrefix("Templates/assets/own.js:2: 离线副本不能有这种写法“export default 1;”；import 请写成") == true)
  }
}
