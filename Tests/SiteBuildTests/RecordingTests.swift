import Base
import Documents
import SiteBuild
import TestSupport
import Testing

/// Recordings that stand in a text: they are played, can be loaded, and have words beside them.
@Suite struct RecordingTests {
  private static let long = String(repeating: "主持人请水利局局长介绍河道采砂管理办法。", count: 4)

  private static func site(_ body: String, _ files: [String] = ["v.mp4", "s.MP3"]) throws -> SiteFixture {
    let site = try SiteFixture([
      "Content/a/_column.md": "---\ntitle: 栏目\nkind: notice\n---\n",
      "Content/a/d/index.md": SiteFixture.document("title: 发布会\n发布日期: 2026-10-12", body: body),
    ])
    for file in files { try site.write("Content/a/d/" + file, Array("data".utf8)) }
    return site
  }

  @Test func `a recording among the pictures becomes a player with a link to load it`() async throws {
    let site = try Self.site("![发布会“实况”](v.mp4)\n\n![录音](s.MP3 \"全程\")\n\n" + Self.long)
    _ = try await site.publish()
    let page = try site.page("a/d/")
    #expect(
      page.contains(
        #"<video controls preload="metadata" src="v.mp4" aria-label="发布会“实况”"></video><a class="medium" href="v.mp4" download>下载视频</a>"#
      ))
    #expect(
      page.contains(
        #"<audio controls preload="metadata" src="s.MP3" aria-label="录音" title="全程" ></audio><a class="medium" href="s.MP3" download>下载音频</a>"#
      ) || page.contains(#"aria-label="录音" title="全程"></audio><a class="medium" href="s.MP3" download>下载音频</a>"#))
    #expect(!page.contains("<img") || !page.contains("v.mp4\" alt"))
    #expect(!page.contains(#"og:image" content="https://www.anlan.example/sub/a/d/"#))
    #expect(site.output["a/d/v.mp4"] != nil && site.output["a/d/s.MP3"] != nil)
  }

  @Test func `a recording in a link is played beside it`() async throws {
    let site = try Self.site("[![讲话](v.mp4)](https://a.gov.cn/)\n\n" + Self.long, ["v.mp4"])
    _ = try await site.publish()
    let page = try site.page("a/d/")
    #expect(
      page.contains(
        #">讲话</a><video controls preload="metadata" src="v.mp4" aria-label="讲话"></video><a class="medium" href="v.mp4" download>下载视频</a></p>"#
      ))
  }

  @Test func `the picture of a page that is shared is a picture`() async throws {
    let site = try Self.site("![实况](v.mp4)\n\n![现场](p.png)\n\n" + Self.long, ["v.mp4"])
    try site.write("Content/a/d/p.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    _ = try await site.publish()
    #expect(try site.page("a/d/").contains(#"og:image" content="https://www.anlan.example/sub/a/d/p.png""#))
  }

  @Test func `a picture that is described by the words of the title is shown`() async throws {
    let site = try Self.site("![发布会](p.png)\n\n" + Self.long, [])
    try site.write("Content/a/d/p.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    _ = try await site.publish()
    #expect(try site.page("a/d/").contains(#"<img src="p.png" alt="发布会""#))
  }

  @Test func `one without words beside it is an error, whatever the kind`() async throws {
    #expect(try await Self.site("![实况](v.mp4)", ["v.mp4"]).findings() == ["a/d/index.md:5:1 12 missing-transcript"])
    #expect(try await Self.site("![实况](v.mp4)\n\n" + Self.long, ["v.mp4"]).findings() == [])
  }

  @Test func `one on another site is an error that says what to do`() async throws {
    let site = try Self.site("![实况](https://video.example/v.mp4)\n\n" + Self.long, [])
    let findings = try await checkSite(site.request()).findings
    #expect(findings.map(\.rule) == ["foreign-image"])
    #expect(findings.first?.message.hasPrefix("音视频在别的网站上") == true)
    #expect(findings.first?.cures.first?.contains("去掉开头的感叹号") == true)
  }

  @Test(arguments: [
    ("a/v.mp4", PlayedMedium.video), ("v.WebM?x=1", .video), ("s.m4a#t=3", .audio), ("p.png", nil), ("mp4", nil),
  ]) func `what is played is known by its extension`(_ path: String, _ medium: PlayedMedium?) {
    #expect(PlayedMedium(path) == medium)
  }
}
