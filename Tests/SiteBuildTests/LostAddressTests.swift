import Base
import Foundation
import Publishing
import TestSupport
import Testing

@testable import SiteBuild

/// An address that was published leads somewhere, or somebody is told (`lost-address`).
@Suite struct LostAddressTests {
  private static let text = SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\naliases: [/sub/alt.html]")

  private func site() async throws -> SiteFixture {
    let site = try SiteFixture([
      "Content/zhengce/a.md": Self.text, "Content/gg/_column.md": "---\ntitle: 公告\nkind: notice\n---\n",
      "Content/gg/b.md": SiteFixture.document("title: 乙\npublishedOn: 2024-01-01"),
    ])
    _ = try await site.publish(asOf: "2026-11-20")
    return site
  }

  private func lost(_ site: SiteFixture) async throws -> [Diagnostic] {
    try await checkSite(site.request()).findings.filter { $0.rule == "lost-address" }
  }

  @Test func `a document that is gone, with what to do`() async throws {
    let site = try await site()
    #expect(try await lost(site).isEmpty)
    try site.remove("Content/zhengce/a.md")
    for _ in 1...2 {
      let found = try await lost(site)
      #expect(found.map(\.short) == ["zhengce/a.md:1:1 1 lost-address warning"])
      #expect(found.first?.message == "网址 /sub/zhengce/a/ 等 2 个网址公开过，现在打不开了")
      #expect(
        found.first?.cures == [
          #"移走了的，在新位置的文件里写 aliases: ["/sub/zhengce/a/", "/sub/alt.html"]"#,
          "不再公开的，留在原处，写上 withdrawn（撤下）: {on: 日期, reason: 理由}，读者能看到理由",
          "确实要让读者看到“页面不存在”的，运行 gongkai forget zhengce/a",
        ])
      // Building does not settle it.
      _ = try await site.publish(asOf: "2026-11-21")
    }
    _ = try await forget("zhengce/a", older: false, site.request())
    #expect(try await lost(site).isEmpty)
    let outcome = try await site.build()
    #expect(!outcome.check.findings.contains { $0.rule == "lost-address" })
  }

  @Test func `one that moved, until its old addresses are written down`() async throws {
    let site = try await site()
    try site.remove("Content/zhengce/a.md")
    try site.write(["Content/gg/a.md": Self.text])
    let found = try await lost(site)
    #expect(found.map(\.message) == ["网址 /sub/zhengce/a/ 公开过，现在打不开了"])
    #expect(found.first?.cures.first == "是否移到了 Content/gg/a.md？")
    try site.write(["Content/gg/a.md": Self.text.replacing("[/sub/alt.html]", with: "[/sub/alt.html, /sub/zhengce/a/]")]
    )
    #expect(try await lost(site).isEmpty)
    _ = try await site.publish()
    #expect(try site.page("zhengce/a/").contains(#"<link rel="canonical" href="https://www.anlan.example/sub/gg/a/">"#))
  }

  @Test(
    "one that is hidden again, or has another name or fewer old addresses",
    arguments: [
      ("title: 甲\npublishedOn: 2027-01-01\naliases: [/sub/alt.html]", "zhengce/a.md:3:14 10", true),
      ("title: 甲\ndraft: true\naliases: [/sub/alt.html]", "zhengce/a.md:3:8 4", true),
      ("title: 甲\npublishedOn: 2024-01-01\ndisclosure: 依申请公开\naliases: [/sub/alt.html]", "zhengce/a.md:4:13 5", true),
      ("title: 甲\npublishedOn: 2024-01-01\nslug: neu\naliases: [/sub/alt.html]", "zhengce/a.md:3:14 10", false),
      ("title: 甲\npublishedOn: 2024-01-01", "zhengce/a.md:3:14 10", false),
    ])
  func hidden(_ front: String, _ place: String, _ isHidden: Bool) async throws {
    let site = try await site()
    try site.write(["Content/zhengce/a.md": SiteFixture.document(front)])
    #expect(try await lost(site).map(\.short) == ["\(place) lost-address warning"])
    try site.write([
      "Content/zhengce/a.md": Self.text.replacing("\n---\n正", with: "\nwithdrawn: {on: 2026-11-20, reason: 撤销}\n---\n正")
    ])
    #expect(try await lost(site).isEmpty)
  }

  @Test func `a column that has another name`() async throws {
    let site = try await site()
    try FileManager.default.moveItem(atPath: site.root + "/Content/gg", toPath: site.root + "/Content/gonggao")
    let found = try await lost(site)
    #expect(
      found.map(\.message) == ["网址 /sub/gg/ 公开过，现在打不开了", "网址 /sub/gg/b/ 公开过，现在打不开了"])
    _ = try await forget("gg/_column", older: false, site.request())
    #expect(try await lost(site).map(\.message) == ["网址 /sub/gg/b/ 公开过，现在打不开了"])
  }

  @Test func `not one that has an error, which is said anyway`() async throws {
    let site = try await site()
    try site.write(["Content/zhengce/a.md": Self.text.replacing("title: 甲", with: "tilte: 甲")])
    #expect(try await lost(site).isEmpty)
    let outcome = try await site.build(keepGoing: true)
    #expect(!outcome.check.findings.contains { $0.rule == "lost-address" } && outcome.held == ["Content/zhengce/a.md"])
    try site.write(["Content/zhengce/a.md": Self.text.replacing("正文。", with: "[无](nix.md)")])
    #expect(try await lost(site).isEmpty)
  }

  @Test func `after an upgrade, of the release that is out, and not only once`() async throws {
    let site = try await site()
    try site.remove(".Output.gongkai/addresses")
    try site.remove("Content/zhengce/a.md")
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
      let outcome = try await site.build(asOf: day)
      #expect(outcome.check.findings.filter { $0.rule == "lost-address" }.count == 1, "\(day)")
    }
  }

  @Test func `what is damaged is not believed, and stops nothing`() async throws {
    let site = try await site()
    try site.write([".Output.gongkai/addresses": "/sub/\u{FFFD}\n/sub/c/\tzhengce/c\nfalsch\n\t\t\n"])
    #expect(try await lost(site).map(\.message) == ["网址 /sub/c/ 公开过，现在打不开了"])
    _ = try await site.publish()
    #expect(site.text(".Output.gongkai/addresses")?.contains("/sub/zhengce/a/\tzhengce/a\n") == true)
  }

  @Test func `nothing before the first release`() async throws {
    let site = try SiteFixture(["Content/zhengce/a.md": Self.text])
    #expect(try await lost(site).isEmpty)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: site.root).contains(".Output.gongkai"))
  }

  @Test func `the path of the site may change if every address leads on`() async throws {
    let site = try await site()
    try site.write(["Content/site.yml": SiteFixture.siteText.replacing("/sub/", with: "/")])
    let found = try await lost(site).map(\.message)
    #expect(found.contains("网址 /sub/zhengce/a/ 公开过，现在打不开了") && found.contains("网址 /sub/gg/ 公开过，现在打不开了"))
  }
}

@Suite("Old addresses of a site")
struct OldAddressesTests {
  private static func document(_ aliases: String) -> String {
    SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\naliases: [\(aliases)]")
  }

  /// Messages about `Content/zhengce/a.md`.
  private func messages(_ aliases: String, _ more: [String: String] = [:]) async throws -> [String] {
    let site = try SiteFixture(more.merging(["Content/zhengce/a.md": Self.document(aliases)]) { $1 })
    return try await checkSite(site.request()).findings.map { "\($0.rule) \($0.message)" }
  }

  @Test(
    "are of nothing that is on the site",
    arguments: [
      ("/sub/zhengce/a/", "旧网址 /sub/zhengce/a/ 现在是本文件自己的网址"), ("/sub/zhengce/a", nil),
      ("/sub/zhengce/first/", "旧网址 /sub/zhengce/first/ 现在是别的文件的网址"),
      ("/sub/zhengce/", "旧网址 /sub/zhengce/ 由系统使用"),
      ("/sub/zhengce/b/f.csv", "旧网址 /sub/zhengce/b/f.csv 现在是别的文件的网址"), ("/sub/", "旧网址 /sub/ 由系统使用"),
      ("/sub/index.html", "旧网址 /sub/ 由系统使用"), ("/sub/404.html", "旧网址 /sub/404.html 由系统使用"),
      ("/sub/assets/x.css", "旧网址 /sub/assets/x.css 由系统使用"), ("/sub/Search/", "旧网址 /sub/Search/ 由系统使用"),
      ("/sub/zhengce/page/7/", "旧网址 /sub/zhengce/page/7/ 由系统使用"),
      ("/sub/zhengce/topics/zonghe/", "旧网址 /sub/zhengce/topics/zonghe/ 由系统使用"),
      ("/sub/manifest.json", "旧网址 /sub/manifest.json 由系统使用"), ("/sub/server/", "旧网址 /sub/server/ 由系统使用"),
      ("/sub/alt/page/7/", nil), ("/zhengce/first/", nil),
      ("/sub/ZHENGCE/first/", "旧网址 /sub/ZHENGCE/first/ 现在是别的文件的网址"),
      ("/sub/zhengce/first/index.html/x.html", "旧网址 /sub/zhengce/first/index.html/x.html 现在是别的文件的网址"),
      ("https://www.anlan.example/sub/zhengce/first/", "旧网址 /sub/zhengce/first/ 现在是别的文件的网址"),
      ("https://old.example/sub/zhengce/first/", nil), ("/sub/zhengce/first/?x=1", nil),
    ] as [(String, String?)])
  func taken(_ alias: String, _ message: String?) async throws {
    let other = [
      "Content/zhengce/b/index.md": SiteFixture.document("title: 乙\npublishedOn: 2024-01-01\n附件: [f.csv]"),
      "Content/zhengce/b/f.csv": "1",
    ]
    if alias == "/sub/zhengce/a" { return }
    #expect(try await messages("\"\(alias)\"", other) == (message.map { ["alias-taken " + $0] } ?? []))
  }

  @Test(
    "belong to one document",
    arguments: [
      ("/sub/x.html", "/sub/x.html", ["duplicate-alias 旧网址 /sub/x.html 已由“甲”使用"]),
      ("/sub/%78.html", "/sub/x.html", ["duplicate-alias 旧网址 /sub/x.html 已由“甲”使用"]),
      ("/sub/x/", "/sub/x/index.html", ["duplicate-alias 旧网址 /sub/x/index.html 已由“甲”使用"]),
      ("https://www.anlan.example/sub/x.html", "/sub/x.html", ["duplicate-alias 旧网址 /sub/x.html 已由“甲”使用"]),
      ("/sub/X.html", "/sub/x.html", ["alias-taken 旧网址 /sub/x.html 和旧网址 /sub/X.html 不能都有网页"]),
      ("/sub/x.html", "/sub/x.html/y.html", ["alias-taken 旧网址 /sub/x.html/y.html 和旧网址 /sub/x.html 不能都有网页"]),
      ("/a?x=aB", "/a?x=Ab", []), ("/X.html", "/x.html", []),
      ("https://old.example/x", "http://OLD.example/x", ["duplicate-alias 旧网址 http://OLD.example/x 已由“甲”使用"]),
    ])
  func twice(_ first: String, _ second: String, _ found: [String]) async throws {
    let other = ["Content/zhengce/b.md": Self.document("\"\(second)\"")]
    #expect(try await messages("\"\(first)\"", other) == found)
  }

  @Test func `are published once however often they are written`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/a.md": Self.document(
        #"/sub/x/, /sub/x/index.html, "/sub/%78.html", "/sub/x.html", "https://www.anlan.example/sub/x.html", "/sub/alt""#
      )
    ])
    _ = try await site.publish()
    #expect(try site.page("x/").contains(#"<meta http-equiv="refresh" content="0; url=../zhengce/a/">"#))
    #expect(try site.page("x.html").contains(#"zhengce/a/">"#))
    let target = #" "https://www.anlan.example/sub/zhengce/a/";"# + "\n"
    #expect(
      try site.page("server/nginx-paths.map")
        == ["/sub/alt", "/sub/x.html", "/sub/x/", "/sub/x/index.html"].map { "\"\($0)\"\(target)" }.joined())
    for list in ["sitemap.xml", "sitemap/", "feed.atom", "data/documents.jsonl"] {
      #expect(try !site.page(list).contains("/x.html"), "\(list)")
    }
  }

  @Test func `lead to the reason why a text is gone`() async throws {
    let site = try SiteFixture(TakenDown.files("withdrawn: {on: 2026-11-20, reason: 撤销}"))
    _ = try await site.publish()
    #expect(try site.page("alt.html").contains(#"zhengce/x/">"#))
    #expect(
      try site.page("server/nginx-gone.map") == """
        "/sub/zhengce/x/" "/sub/zhengce/x/index.html";
        "/sub/zhengce/x/index.html" "/sub/zhengce/x/index.html";

        """)
    let apache = try site.page("server/apache.conf")
    #expect(apache.hasPrefix("RewriteEngine On\n"))
    #expect(apache.contains(#"RewriteRule "^(/sub/zhengce/x/|/sub/zhengce/x/index\.html)$" - [G]"#))
  }

  @Test func `of addresses that differ in case only, nginx gets expressions`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/a.md": Self.document(#""/a?x=aB$(1)""#),
      "Content/zhengce/b.md": Self.document(#""/a?x=Ab$(1)""#),
    ])
    _ = try await site.publish()
    #expect(
      try site.page("server/nginx-queries.map") == #"""
        "~^/a\\?x=Ab\\$\\(1\\)$" "https://www.anlan.example/sub/zhengce/b/";
        "~^/a\\?x=aB\\$\\(1\\)$" "https://www.anlan.example/sub/zhengce/a/";

        """#)
  }

  @Test func `of what is not public are idle`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲\ndisclosure: 依申请公开\naliases: [/x.html]")
    ])
    let found = try await checkSite(site.request()).findings
    #expect(found.map(\.short) == ["zhengce/a.md:4:10 9 alias-idle warning"])
    #expect(found.first?.message == "旧网址不起作用：这篇文件依申请公开，没有网页")
    _ = try await site.publish()
    #expect(!site.pages.contains { $0.hasPrefix("server/") })
  }

  @Test func `by the thousand cost next to nothing`() async throws {
    let aliases = (0..<10_000).map { "/sub/old/\($0 / 100)/art_\($0).html" }.joined(separator: ", ")
    let site = try SiteFixture(["Content/zhengce/a.md": Self.document(aliases)])
    _ = try await site.publish()
    let map = try site.page("server/nginx-paths.map")
    #expect(map.split(separator: "\n").count == 10_000 && map.utf8.count < 1_000_000)
    #expect(site.pages.filter { $0.hasPrefix("old/") }.count == 10_000)
  }
}
