import Base
import Documents
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// `--keep-going`: faulty documents stay as they were or are omitted, the rest is published.
@Suite struct KeepGoingTests {
  @Test func `faulty documents are left out and links to them are text`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/unread.md": "---\ntilte: 坏的一篇\n---\n",
      "Content/zhengce/dead.md": SiteFixture.document("title: 死链的一篇", body: "[无](nowhere.md)"),
      "Content/zhengce/good.md": SiteFixture.document(
        "title: 好的一篇\nbasedOn: [zhengce/dead, zhengce/unread]", body: "见[坏](unread.md)、[死](dead.md)、[一](first.md)。"),
    ])
    let outcome = try await site.build(keepGoing: true)
    #expect(
      outcome.check.findings.filter { $0.severity == .error }.map(\.short) == [
        "zhengce/dead.md:4:1 15 dead-link", "zhengce/unread.md:1:1 1 missing-title",
        "zhengce/unread.md:2:1 5 unknown-key",
      ])
    #expect(outcome.publication != nil && outcome.documents == 2)
    #expect(try site.page("zhengce/good/").contains(#"见<a>坏</a>、<a>死</a>、<a href="../../zhengce/first/">一</a>。"#))
    #expect(!site.pages.contains("zhengce/dead/index.html") && !site.pages.contains("zhengce/unread/index.html"))
    for (path, bytes) in site.output {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("坏的一篇") && !text.contains("死链的一篇"), "\(path)")
    }
  }

  @Test func `a mistake that concerns the whole site stops it all the same`() async throws {
    let site = try SiteFixture(["Content/site.yml": SiteFixture.siteText + "pagesize: 3\n"])
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.publication == nil && site.output.isEmpty)
  }

  // MARK: What they do to others

  private static let old = SiteFixture.document("title: 旧办法\ndocumentNumber: 澜政发〔2020〕1号\neffectiveOn: 2020-02-01")
  private static func new(_ front: String = "", body: String = "新办法的正文。") -> String {
    SiteFixture.document(
      "title: 新办法\ndocumentNumber: 澜政发〔2024〕5号\neffectiveOn: 2024-02-01\nreplaces: [澜政发〔2020〕1号]\n" + front, body: body)
  }

  private static func state(_ id: String, in site: SiteFixture) throws -> String {
    let rows = try #require(site.text("Output/data/documents.jsonl"))
    let row = try #require(rows.split(separator: "\n").first { $0.contains("\"id\":\"\(id)\"") }, "\(id) is not public")
    return String(row.split(separator: "\"state\":\"")[1].prefix { $0 != "\"" })
  }

  @Test func `what a document with an error ends stays ended, and the page names it without a link`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/old.md": Self.old, "Content/zhengce/new.md": Self.new(body: "[无](nix.md)"),
    ])
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.leftOut == ["Content/zhengce/new.md"] && outcome.held.isEmpty)
    #expect(try Self.state("zhengce/old", in: site) == "repealed")
    #expect(try site.page("zhengce/old/").contains("<a>《新办法》（澜政发〔2024〕5号）</a>"))
    #expect(!site.pages.contains("zhengce/new/index.html"))
  }

  @Test func `nor does a draft or a withheld document with an error end anything`() async throws {
    for front in ["draft: true", "disclosure: 不予公开"] {
      let site = try SiteFixture(["Content/zhengce/old.md": Self.old, "Content/zhengce/new.md": Self.new(front)])
      _ = try await site.build(keepGoing: true)
      #expect(try Self.state("zhengce/old", in: site) == "inForce", "\(front)")
    }
  }

  @Test(arguments: ["effectiveOn: 2024-13-01", "publishedOn: 昨天", "disclosure: 公开吧", "draft: 也许"])
  func `what is not certain does not count`(_ field: String) async throws {
    let new = Self.new().replacing("effectiveOn: 2024-02-01", with: field)
    let site = try SiteFixture(["Content/zhengce/old.md": Self.old, "Content/zhengce/new.md": new])
    #expect(try await site.build(keepGoing: true).leftOut == ["Content/zhengce/new.md"])
    #expect(try Self.state("zhengce/old", in: site) == "inForce")
  }

  // MARK: What was published before

  @Test(arguments: [
    ("dead link", "[无](nix.md)", ""), ("a day that is none", "新文。", "expiresOn: 2024-02-30"),
    ("a quotation mark", "新文。", "summary: \"一"),
    ("a key twice", "新文。", "title: 又一个"),
  ])
  func `a published document with an error stays as it was and says so`(_ name: String, _ body: String, _ front: String)
    async throws
  {
    let site = try SiteFixture(["Content/zhengce/old.md": Self.old, "Content/zhengce/new.md": Self.new()])
    _ = try await site.publish()
    try site.write(["Content/zhengce/new.md": Self.new(front, body: body)])
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.held == ["Content/zhengce/new.md"] && outcome.leftOut.isEmpty && outcome.documents == 3)
    let page = try site.page("zhengce/new/")
    #expect(page.contains("新办法的正文。") && page.contains("本页仍是修改前的内容"))
    #expect(try Self.state("zhengce/old", in: site) == "repealed")
    #expect(try site.page("zhengce/old/").contains("href=\"../../zhengce/new/\""))
    // Another night, then the cure.
    #expect(try await site.build(asOf: "2026-11-22", keepGoing: true).held == ["Content/zhengce/new.md"])
    try site.write(["Content/zhengce/new.md": Self.new(body: "改好的正文。")])
    #expect(try await site.build(asOf: "2026-11-22", keepGoing: true).held.isEmpty)
    let cured = try site.page("zhengce/new/")
    #expect(cured.contains("改好的正文。") && !cured.contains("本页仍是修改前的内容"))
  }

  @Test func `its state goes on changing with the days`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/new.md": SiteFixture.document("title: 甲\neffectiveOn: 2024-01-01\nexpiresOn: 2026-11-21")
    ])
    _ = try await site.publish()
    try site.write(["Content/zhengce/new.md": "---\ntitle: \"甲\n---\n"])
    _ = try await site.build(keepGoing: true)
    #expect(try Self.state("zhengce/new", in: site) == "inForce")
    _ = try await site.build(asOf: "2026-11-22", keepGoing: true)
    #expect(try Self.state("zhengce/new", in: site) == "expired")
  }

  @Test func `what is taken back stays away, whatever else is wrong with it`() async throws {
    for front in ["draft: true", "disclosure: 不予公开", "disclosure: 不公开了", "publishedOn: 2030-01-01"] {
      let site = try SiteFixture(["Content/zhengce/new.md": SiteFixture.document("title: 甲", body: "某人的号码。")])
      _ = try await site.publish()
      try site.write([
        "Content/zhengce/new.md": SiteFixture.document("title: 甲\n\(front)\nexpiresOn: 2024-02-30", body: "[无](nix.md)")
      ])
      let outcome = try await site.build(keepGoing: true)
      #expect(
        outcome.held.isEmpty && outcome.publication != nil && !site.pages.contains("zhengce/new/index.html"), "\(front)"
      )
      #expect(site.text(".Output.gongkai/texts/Content/zhengce/new.md") == nil, "\(front)")
    }
  }

  @Test func `a document that links to one that is gone stays, with a text in place of the link`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/new.md": SiteFixture.document("title: 甲\nbasedOn: [zhengce/gone]", body: "见[乙](gone.md)。"),
      "Content/zhengce/gone.md": SiteFixture.document("title: 乙"),
    ])
    _ = try await site.publish()
    try site.remove("Content/zhengce/gone.md")
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.check.count(.error) == 2 && outcome.held == ["Content/zhengce/new.md"])
    let page = try site.page("zhengce/new/")
    #expect(page.contains("见<a>乙</a>。") && !page.contains("本页仍是修改前的内容"), "the text is that of today")
    #expect(!site.pages.contains("zhengce/gone/index.html"))
  }

  @Test func `two files for one address are never both published`() async throws {
    let site = try SiteFixture(["Content/zhengce/b.md": SiteFixture.document("title: 乙", body: "乙文。")])
    _ = try await site.publish()
    try site.write([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲\nslug: b"),
      "Content/zhengce/b.md": SiteFixture.document("title: 乙", body: "[无](nix.md)"),
    ])
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.publication != nil)
    #expect(try site.page("zhengce/b/").contains("<title>甲"))
  }

  @Test func `a draft with errors stops nobody`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/new.md": Self.new("draft: true\nexpiresOn: 2024-02-30", body: "[无](nix.md)")
    ])
    let outcome = try await site.build()
    #expect(outcome.publication != nil && outcome.check.count(.error) == 0)
    #expect(outcome.check.findings.map(\.rule).contains("no-such-day"))
    #expect(outcome.check.findings.map(\.rule).contains("dead-link"))
    #expect(outcome.leftOut.isEmpty)
  }

  @Test func `a number with a mistake in its form is known to those who cite it`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/new.md": Self.new().replacing("澜政发〔2024〕5号", with: "澜政发[2024]5号"),
      "Content/zhengce/old.md": Self.old,
      "Content/zhengce/cites.md": SiteFixture.document("title: 引\nbasedOn: [澜政发〔2024〕5号]"),
    ])
    let findings = try await site.findings()
    #expect(findings == ["zhengce/new.md:3:17 11 document-number"])
  }

  @Test func `a link among the files is left out with the document that lists it, a link to a folder stops the site`()
    async throws
  {
    let site = try SiteFixture([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲\nattachments: [b.pdf]"), "secret/x.md": "x",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/zhengce/b.pdf", withDestinationPath: "../../secret/x.md")
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.publication != nil && outcome.leftOut == ["Content/zhengce/a.md"] && outcome.documents == 1)
    try FileManager.default.createSymbolicLink(atPath: site.root + "/Content/wulan", withDestinationPath: "../secret")
    #expect(try await site.build(keepGoing: true).publication == nil)
  }
}
