import Base
import Foundation
import SiteBuild
import TestSupport
import Testing

/// The files of a document that is not public are not public, whoever names them.
@Suite struct HiddenFileTests {
  private static let secrets = [
    "draft: true", "publishedOn: 2030-01-01", "disclosure: 依申请公开", "disclosure: 不予公开\ndisclosureGround: 条例第十四条",
  ]

  /// A hidden document with its file, in a folder or beside other files, and one that wants to publish the file.
  private static func site(
    _ secret: String, isFolder: Bool, _ more: String = "", body: String = "正文。", column: String = ""
  ) throws -> SiteFixture {
    let file = isFolder ? "h/s.csv" : "s.csv"
    return try SiteFixture([
      "Content/zhengce/" + (isFolder ? "h/index.md" : "h.md"): SiteFixture.document(
        "title: 藏\n\(secret)\nattachments: [s.csv]"),
      "Content/zhengce/" + file: "甲\nSECRET\n",
      "Content/zhengce/p.md": SiteFixture.document(
        "title: 公开的\npublishedOn: 2024-01-01" + more.replacing("FILE", with: file),
        body: body.replacing("FILE", with: file)),
      "Content/zhengce/_column.md": "---\ntitle: 政策文件\nkind: policy\n---\n" + column.replacing("FILE", with: file),
    ])
  }

  private static func isPublished(_ site: SiteFixture) -> Bool {
    site.output.contains { String(decoding: $1, as: UTF8.self).contains("SECRET") }
  }

  @Test("listed by another document", arguments: secrets, [true, false])
  func listed(_ secret: String, _ isFolder: Bool) async throws {
    let site = try Self.site(secret, isFolder: isFolder, "\nattachments: [FILE]")
    let outcome = try await site.build(keepGoing: true)
    let found = outcome.check.findings.filter { $0.rule == "hidden-attachment" }
    #expect(found.map(\.location.path) == ["Content/zhengce/p.md"])
    #expect(found.first?.related.first?.location.path == "Content/zhengce/" + (isFolder ? "h/index.md" : "h.md"))
    #expect(outcome.publication != nil && !Self.isPublished(site))
  }

  @Test("linked in a text", arguments: secrets, [true, false])
  func linked(_ secret: String, _ isFolder: Bool) async throws {
    for site in [
      try Self.site(secret, isFolder: isFolder, body: "见[甲](FILE)。"),
      try Self.site(secret, isFolder: isFolder, column: "见[甲](FILE)。"),
    ] {
      let outcome = try await site.build()
      #expect(outcome.check.findings.map(\.rule) == ["unpublished-link"])
      #expect(outcome.publication != nil && !Self.isPublished(site))
    }
  }

  @Test(
    "by a document with errors, whatever they are", arguments: secrets,
    ["施行日期: 2023-02-30", "无此键: 甲", "kind: nichts", "title: 又一个", "summary: \"没有结束"])
  func faulty(_ secret: String, _ error: String) async throws {
    for (more, body) in [("\nattachments: [FILE]", "正文。"), ("", "见[甲](FILE)。")] {
      for isFolder in [true, false] {
        let site = try Self.site(secret + "\n" + error, isFolder: isFolder, more, body: body)
        let outcome = try await site.build(keepGoing: true)
        #expect(outcome.publication != nil, "\(outcome.check.findings.map(\.short))")
        #expect(!Self.isPublished(site))
      }
    }
  }

  @Test(
    "by a document whose word about it was not understood",
    arguments: ["draft: 也许", "disclosure: 不予公幵", "disclosur: 不予公开", "publishedOn: 明年", "公开属性: 不予公开\ndisclosure: 主动公开"])
  func unclear(_ word: String) async throws {
    let site = try Self.site(word, isFolder: false, "\nattachments: [FILE]")
    #expect(try await site.build(keepGoing: true).check.findings.contains { $0.rule == "hidden-attachment" })
    #expect(!Self.isPublished(site))
  }

  @Test func `a form that two public documents share stays public when one of them has an error`() async throws {
    let site = try Self.site("publishedOn: 2023-01-01\n施行日期: 2023-02-30", isFolder: false, "\nattachments: [FILE]")
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.check.findings.map(\.rule) == ["no-such-day"] && Self.isPublished(site))
  }

  @Test func `a hidden document that lists the file of a public one does not hide it`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/h.md": SiteFixture.document("title: 藏\ndraft: true\nattachments: [p/s.csv]"),
      "Content/zhengce/p/s.csv": "甲\nSECRET\n",
      "Content/zhengce/p/index.md": SiteFixture.document("title: 公开的\npublishedOn: 2024-01-01\nattachments: [s.csv]"),
    ])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    #expect(Self.isPublished(site))
  }

  @Test(
    "of two embargoed ones, the earlier may not list what the later has",
    arguments: [("2026-12-01", "p"), ("2028-01-01", "h"), ("2027-01-01", nil)])
  func embargoes(_ day: String, _ early: String?) async throws {
    let site = try Self.site("publishedOn: 2027-01-01", isFolder: false)
    try site.write([
      "Content/zhengce/p.md": SiteFixture.document("title: 又\npublishedOn: \(day)\nattachments: [s.csv]")
    ])
    #expect(try await site.findings() == (early.map { ["zhengce/\($0).md:4:15 5 hidden-attachment"] } ?? []))
  }
}

/// What is no file of the site's own never gets out.
@Suite struct ForeignFileTests {
  @Test(
    "a link, wherever it leads",
    arguments: [
      ".git/config", "Content/site.yml", "Content/zhengce/first.md", "Content/zhengce/eigen.csv", "/etc/passwd",
    ])
  func links(_ target: String) async throws {
    let site = try SiteFixture([
      ".git/config": "SECRET", "Content/zhengce/eigen.csv": "甲\n乙\n",
      "Content/zhengce/x/index.md": SiteFixture.document("title: 甲\nattachments: [f.txt]"),
    ])
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/zhengce/x/f.txt",
      withDestinationPath: target.hasPrefix("/") ? target : site.root + "/" + target)
    let outcome = try await site.build()
    #expect(outcome.check.findings.map(\.short).contains("zhengce/x/f.txt:1:1 1 symlink-outside"))
    #expect(outcome.publication == nil)
  }

  @Test func `Content itself may be a link`() async throws {
    let site = try SiteFixture(["Content/zhengce/x/index.md": SiteFixture.document("title: 甲\nattachments: [f.txt]")])
    try site.write(["Content/zhengce/x/f.txt": "内容"])
    try FileManager.default.moveItem(atPath: site.root + "/Content", toPath: site.root + "/share")
    try FileManager.default.createSymbolicLink(atPath: site.root + "/Content", withDestinationPath: "share")
    _ = try await site.publish()
    #expect(site.text("Output/zhengce/x/f.txt") == "内容")
  }

  @Test func `a link among the templates is a finding`() async throws {
    let site = try SiteFixture(["secret.js": "SECRET"])
    try site.copyTemplates()
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Templates/assets/x.js", withDestinationPath: "../../secret.js")
    #expect(try await site.findings() == ["Templates/assets/x.js:1:1 1 symlink-outside"])
  }

  @Test func `a picture of another host is refused, one of the site's own is not`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/d.md": SiteFixture.document(
        "title: 甲",
        body:
          "![图](https://tracker.example/p.gif)\n\n![图](//tracker.example/p.gif)\n\n![图](https://www.anlan.example/a.png)"
      )
    ])
    #expect(try await site.findings() == ["zhengce/d.md:4:1 35 foreign-image", "zhengce/d.md:6:1 29 foreign-image"])
  }

  @Test func `what editors and systems leave is not published, other files that nobody uses are named`() async throws {
    let left = [
      "~$x.docx", "x.swp", ".x.swo", "x.bak", "Thumbs.db", "desktop.ini", ".DS_Store", "#x.md#", "x.md~", ".env",
    ]
    var files = ["Content/zhengce/a.yml": "a: b", "Content/zhengce/note.txt": "x"]
    for name in left { files["Content/zhengce/" + name] = "SECRET" }
    let site = try SiteFixture(files)
    #expect(
      try await site.findings() == [
        "zhengce/a.yml:1:1 1 unused-file warning", "zhengce/note.txt:1:1 1 unused-file warning",
      ])
    _ = try await site.publish()
    #expect(!site.output.contains { String(decoding: $1, as: UTF8.self).contains("SECRET") })
  }

  @Test func `compressed copies stand beside the texts, if the site asks for them`() async throws {
    let site = try SiteFixture()
    _ = try await site.publish()
    #expect(!site.output.keys.contains { $0.hasSuffix(".gz") })
    try site.write(["Content/site.yml": SiteFixture.siteText + "compressedCopies: 是\n"])
    _ = try await site.publish()
    let first = site.output
    let copies = first.keys.filter { $0.hasSuffix(".gz") }
    #expect(copies.contains("index.html.gz") && copies.contains("zhengce/first/index.html.gz"))
    for path in copies {
      let text = try #require(first[String(path.dropLast(3))])
      let packed = try #require(first[path])
      #expect(packed.starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]) && packed.count < text.count && text.count >= 1024)
    }
    let again = try SiteFixture(["Content/site.yml": SiteFixture.siteText + "compressedCopies: 是\n"])
    _ = try await again.publish(jobs: 1)
    for path in copies where path.hasPrefix("assets/") { #expect(again.output[path] == first[path]) }
  }
}
