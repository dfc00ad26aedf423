import Base
import Disk
import Documents
import Foundation
import SiteBuild
import TestSupport
import Testing

@Suite struct LiveSiteTests {
  private static func site() throws -> SiteFixture {
    try SiteFixture([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲文件\npublishedOn: 2024-01-01\nexpiresOn: 2026-12-31"),
      "Content/zhengce/b.md": SiteFixture.document("title: 乙文件\npublishedOn: 2024-01-01\ndraft: 是"),
    ])
  }

  private func page(_ view: LiveView, _ path: String) async -> String? {
    await view.bytes(at: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func changed(_ site: SiteFixture, _ path: String) -> TreeWatcher.Change { .paths([site.root + "/" + path]) }

  @Test func `every page is the page of a build but for what a build knows of the last`() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let view = try await LiveSite(site.request()).view()
    for path in ["zhengce/a/index.html", "zhengce/index.html", "index.html", "404.html"] {
      #expect(try await page(view, path) == site.page(path == "index.html" ? "" : path), "\(path)")
    }
    #expect(await view.bytes(at: "zhengce/c/index.html") == nil)
  }

  @Test func `an edit shows, and what is not public only where everything is open`() async throws {
    let site = try Self.site()
    let live = try await LiveSite(site.request())
    try site.write(["Content/zhengce/a.md": SiteFixture.document("title: 甲文件二\npublishedOn: 2024-01-01")])
    #expect(try await live.update(changed(site, "Content/zhengce/a.md")))
    #expect(await page(live.view(), "zhengce/a/index.html")?.contains("甲文件二") == true)
    #expect(await live.view().has("zhengce/b/index.html") == false)
    #expect(await page(live.openedView(), "zhengce/b/index.html")?.contains("乙文件") == true)
    let draft = try #require(await live.document(DocumentID("zhengce/b")))
    #expect(await live.standing(of: draft) == .draft)
    #expect(try await live.update(changed(site, "Content/zhengce/.a.md.swp")) == false)
    #expect(await live.revision == 1)
  }

  @Test func `a template is taken in without reading documents, a kind with them`() async throws {
    let site = try Self.site()
    try site.copyTemplates()
    let live = try await LiveSite(site.request())
    // Nobody says that this has changed: it shows only if documents are read again.
    try site.write(["Content/zhengce/a.md": SiteFixture.document("title: 甲文件四\npublishedOn: 2024-01-01")])
    let footer = "Templates/partials/footer.mustache"
    try site.write([footer: (site.text(footer) ?? "") + "<p>新的页脚</p>"])
    #expect(try await live.update(changed(site, footer)))
    let page = await page(live.view(), "zhengce/a/index.html")
    #expect(page?.contains("新的页脚") == true && page?.contains("甲文件四") == false)
    let kind = "Templates/kinds/policy.yml"
    try site.write([kind: (site.text(kind) ?? "").replacing("label: 政策文件", with: "label: 政策类文件")])
    #expect(try await live.update(changed(site, kind)))
    let again = await self.page(live.view(), "zhengce/a/index.html")
    #expect(again?.contains("政策类文件") == true && again?.contains("甲文件四") == true)
    #expect(await live.findings().filter { $0.severity == .error }.isEmpty)
  }

  @Test func `what could not be read is taken in the next time`() async throws {
    let site = try Self.site()
    try site.copyTemplates()
    let live = try await LiveSite(site.request())
    let (folder, away) = (site.root + "/Templates", site.root + "/Away")
    let request = site.request()
    try site.write(["Content/zhengce/a.md": SiteFixture.document("title: 甲文件三\npublishedOn: 2024-01-01")])
    try FileManager.default.moveItem(atPath: folder, toPath: away)
    await #expect(throws: FileError.self) { try await live.update(changed(site, "Content/zhengce/a.md")) }
    #expect(await page(live.view(), "zhengce/a/index.html")?.contains("甲文件三") == false)
    try FileManager.default.moveItem(atPath: away, toPath: request.templates[0])
    #expect(try await live.update(.paths([])))
    #expect(await page(live.view(), "zhengce/a/index.html")?.contains("甲文件三") == true)
  }

  @Test func `another day has its own states, and findings are those of a check`() async throws {
    let site = try Self.site()
    let live = try await LiveSite(site.request())
    let later = try CalendarDate.parse("2027-01-01").get()
    #expect(await live.view().state(of: DocumentID("zhengce/a")) == "现行有效")
    #expect(await live.view(on: later).state(of: DocumentID("zhengce/a")) == "已失效")
    #expect(try await live.findings().map(\.short) == site.findings())
  }

  @Test func `broken settings leave what is shown, and are a finding`() async throws {
    let site = try Self.site()
    let live = try await LiveSite(site.request())
    let settings = try #require(site.text("Content/site.yml"))
    try site.write(["Content/site.yml": settings + "topics: ["])
    _ = try await live.update(changed(site, "Content/site.yml"))
    #expect(await page(live.view(), "zhengce/a/index.html")?.contains("甲文件") == true)
    #expect(await live.findings().contains { $0.location.path == "Content/site.yml" && $0.severity == .error })
    try site.write(["Content/site.yml": settings])
    _ = try await live.update(.unknown)
    #expect(await live.findings().allSatisfy { $0.location.path != "Content/site.yml" })
  }
}
