import Foundation
import Publishing
import TestSupport
import Testing

@testable import SiteBuild

@Suite("A text that was taken back")
struct WithdrawalTests {
  private static let secret = [
    "Content/zhengce/x.md": SiteFixture.document("title: 撤下的\npublishedOn: 2024-01-01", body: "机密九八七。")
  ]

  /// Three releases: without the text, with it, without it again.
  private func site() async throws -> SiteFixture {
    let site = try SiteFixture()
    try site.write(["Content/site.yml": SiteFixture.siteText + "keepReleases: 9\n"])
    _ = try await site.publish(asOf: "2026-11-19")
    try site.write(Self.secret)
    _ = try await site.publish(asOf: "2026-11-20")
    try site.remove("Content/zhengce/x.md")
    _ = try await site.publish(asOf: "2026-11-21")
    return site
  }

  private func output(_ site: SiteFixture) throws -> OutputFolder { try OutputFolder(path: site.root + "/Output") }

  /// Files anywhere in or beside Output that have the text.
  private func traces(_ site: SiteFixture) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: site.root).filter { path in
      !path.hasPrefix("Content") && site.text(path)?.contains(/撤下的|机密九八七|zhengce\/x/) == true
    }
  }

  @Test("would come back with an old release, and that is said")
  func comingBack() async throws {
    let site = try await site()
    let withdrawal = try Withdrawal(output(site))
    #expect(try withdrawal.comingBack(with: nil).map(\.id) == ["zhengce/x"])
    #expect(try withdrawal.comingBack(with: 2).map(\.title) == ["撤下的"])
    #expect(try withdrawal.comingBack(with: 1).isEmpty)
    // Having gone back, the way forward brings back nothing that was withdrawn.
    let folder = try output(site)
    _ = try folder.rollback(to: 1, lock: OutputLock(folder))
    #expect(try withdrawal.comingBack(with: 3).isEmpty && withdrawal.comingBack(with: 2).map(\.id) == ["zhengce/x"])
  }

  @Test(
    "leaves every kept release, whatever it is called by",
    arguments: [
      "zhengce/x", "Content/zhengce/x.md", "zhengce/x/index.md", "/zhengce/x/", "/sub/zhengce/x/",
      "https://www.anlan.example/sub/zhengce/x/",
    ])
  func forgotten(_ name: String) async throws {
    let site = try await site()
    // As if the last build could not remove it.
    try site.write([".Output.gongkai/texts/Content/zhengce/x.md": "机密九八七"])
    #expect(try !traces(site).isEmpty)
    let forgotten = try await forget(name, older: false, site.request())
    #expect(forgotten.releases == [2] && forgotten.document.title == "撤下的" && forgotten.folders.isEmpty)
    #expect(try traces(site) == [])
    let folder = try output(site)
    _ = try folder.rollback(lock: OutputLock(folder))
    #expect(try folder.verify().differences.isEmpty && traces(site) == [])
    await #expect(throws: ForgetError.unknown(name)) { try await forget(name, older: false, site.request()) }
  }

  @Test("stays as long as it is public, would be, or might be", arguments: ["x.md", "x/index.md"])
  func refused(_ file: String) async throws {
    let site = try await site()
    try site.write(["Content/zhengce/\(file)": Self.secret["Content/zhengce/x.md"] ?? ""])
    await #expect(throws: ForgetError.inContent("Content/zhengce/\(file)")) {
      try await forget("zhengce/x", older: false, site.request())
    }
    _ = try await site.publish(asOf: "2026-11-22")
    await #expect {
      try await forget("zhengce/x", older: false, site.request())
    } throws: {
      if case .published? = $0 as? ForgetError { true } else { false }
    }
    try site.write(["Content/zhengce/\(file)": "---\ntitle: 撤下的\ndraft: maybe\n---\n"])
    _ = try await site.build(asOf: "2026-11-23", keepGoing: true)
    await #expect(throws: ForgetError.inContent("Content/zhengce/\(file)")) {
      try await forget("zhengce/x", older: false, site.request())
    }
    try site.write(["Content/zhengce/\(file)": "---\ntitle: 撤下的\ndraft: true\n---\n正文。\n"])
    #expect(try await forget("zhengce/x", older: false, site.request()).releases.contains(2))
  }

  @Test("an older text of a document that stays can go alone")
  func older() async throws {
    let site = try await site()
    try site.write([
      "Content/zhengce/first.md": SiteFixture.document("title: 第一篇\npublishedOn: 2024-01-01", body: "改过。")
    ])
    _ = try await site.publish(asOf: "2026-11-22")
    _ = try await site.publish(asOf: "2026-11-23")
    let forgotten = try await forget("zhengce/first", older: true, site.request())
    #expect(forgotten.releases == [1, 2, 3])
    #expect(try output(site).releases().map(\.number) == [nil, 4])
  }

  @Test("a name that is only the end of another is not that one")
  func otherName() async throws {
    let site = try await site()
    for name in ["x", "e/x", "ce/x", ""] {
      await #expect(throws: ForgetError.unknown(name)) { try await forget(name, older: false, site.request()) }
    }
  }
}
