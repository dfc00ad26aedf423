import Base
import Disk
import Publishing
import SiteBuild
import TestSupport
import Testing

/// What a build would change, said before it.
@Suite struct SitePreviewTests {
  private static let more = [
    "Content/zhengce/a.md": SiteFixture.document(
      "title: 甲\npublishedOn: 2024-01-01\nattachments: [a.pdf]", body: "见[附件](a.pdf)。"),
    "Content/zhengce/a.pdf": "%PDF-1.4\n%%EOF\n",
    "Content/zhengce/b.md": SiteFixture.document("title: 乙\npublishedOn: 2024-01-01\neffectiveOn: 2024-02-01"),
  ]

  private func news(_ site: SiteFixture, keepGoing: Bool = false) async throws -> [String] {
    let preview = try await previewSite(site.request(keepGoing: keepGoing))
    let news = try #require(preview.news, "\(preview.check.findings.map(\.short))")
    return news.sections.flatMap { section in section.items.map { "\(section.title) \($0.id)" } }
  }

  @Test func `it is the news of the build that follows, and writes nothing`() async throws {
    let site = try SiteFixture(Self.more)
    _ = try await site.publish()
    #expect(try await news(site) == [])
    try site.write([
      "Content/zhengce/a.md": SiteFixture.document(
        "title: 甲\npublishedOn: 2024-01-01\nattachments: [a.pdf]", body: "见[附件](a.pdf)，已改。"),
      "Content/zhengce/c.md": SiteFixture.document(
        "title: 丙\npublishedOn: 2026-11-20\neffectiveOn: 2026-11-20\nrepeals: zhengce/b"),
    ])
    try site.remove("Content/zhengce/first.md")
    let before = site.output
    let preview = try await previewSite(site.request())
    #expect(site.output == before)
    let news = try #require(preview.news)
    #expect(
      news.sections.map { "\($0.title) \($0.items.map(\.id).joined(separator: " "))" } == [
        "废止 zhengce/b", "新公开 zhengce/c", "撤下 zhengce/first", "内容或关系有改动 zhengce/a",
      ])
    #expect(try await site.build().news == news)
  }

  @Test func `an attachment that was exchanged is a change`() async throws {
    let site = try SiteFixture(Self.more)
    _ = try await site.publish()
    try site.write(["Content/zhengce/a.pdf": "%PDF-1.4\n% another\n%%EOF\n"])
    #expect(try await news(site) == ["内容或关系有改动 zhengce/a"])
  }

  @Test func `errors stop it, unless faulty documents may stay as they were`() async throws {
    let site = try SiteFixture(Self.more)
    _ = try await site.publish()
    try site.write([
      "Content/zhengce/b.md": SiteFixture.document("title: 乙二\npublishedOn: 2024-01-01\nattachments: [weg.pdf]"),
      "Content/zhengce/d.md": SiteFixture.document("title: 丁\npublishedOn: 2024-13-01"),
    ])
    let preview = try await previewSite(site.request())
    #expect(preview.news == nil)
    #expect(preview.check.count(.error) == 2)
    let going = try await previewSite(site.request(keepGoing: true))
    #expect(going.news?.sections == [])
    #expect(going.held == ["Content/zhengce/b.md"])
    #expect(going.leftOut == ["Content/zhengce/d.md"])
  }

  @Test func `the first one has nothing to compare with`() async throws {
    let site = try SiteFixture()
    let preview = try await previewSite(site.request())
    #expect(preview.news?.since == nil)
    #expect(preview.news?.sections == [])
  }
}

/// What going back would change, said before it.
@Suite struct RollbackPreviewTests {
  @Test func `it tells what would be there again, and what no more`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/x.md": SiteFixture.document("title: 撤下的\npublishedOn: 2024-01-01"),
      "Content/zhengce/y.md": SiteFixture.document("title: 改过的\npublishedOn: 2024-01-01", body: "从前。"),
    ])
    _ = try await site.publish(asOf: "2026-11-20")
    try site.remove("Content/zhengce/x.md")
    try site.write([
      "Content/zhengce/y.md": SiteFixture.document("title: 改过的\npublishedOn: 2024-01-01", body: "现在。"),
      "Content/zhengce/z.md": SiteFixture.document("title: 新的\npublishedOn: 2024-01-01"),
    ])
    _ = try await site.publish(asOf: "2026-11-21")
    let output = try OutputFolder(reading: site.root + "/Output")
    let preview = try RollbackPreview(output)
    #expect(preview.number == 1)
    #expect(preview.asOf == "2026-11-20")
    #expect(preview.returning.map(\.id) == ["zhengce/x"])
    #expect(preview.added.isEmpty)
    #expect(preview.removed.map(\.id) == ["zhengce/z"])
    #expect(preview.changed.map(\.id) == ["zhengce/y"])
    do {
      _ = try rollBackSite(site.root + "/Output", evenWithdrawn: false)
      Issue.record("a withdrawn text came back")
    } catch let refusal as WithdrawnReturn {
      #expect(refusal.documents.map(\.id) == ["zhengce/x"])
    }
    #expect(try rollBackSite(site.root + "/Output", evenWithdrawn: true).information.asOf == "2026-11-20")
    #expect(site.text("Output/zhengce/x/index.html") != nil)
  }

  @Test func `without a kept release there is none`() async throws {
    let site = try SiteFixture()
    _ = try await site.publish()
    let output = try OutputFolder(reading: site.root + "/Output")
    #expect(throws: PublishingError.self) { try RollbackPreview(output) }
  }
}
