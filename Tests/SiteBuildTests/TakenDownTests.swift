import Base
import Documents
import Foundation
import Publishing
import TestSupport
import Testing

@testable import SiteBuild

/// Documents whose text was public and is not any more, in a site that shows them wherever a site can.
enum TakenDown {
  /// A policy that repeals another, with everything in it that could be shown somewhere; its words end in 金丝雀.
  static func policy(_ withdrawn: String) -> String {
    """
    ---
    title: 标题金丝雀
    documentNumber: 澜政发〔2024〕7701号
    发文机关: 安澜县人民政府
    responsibleBody: 承办金丝雀
    keywords: [关键金丝雀]
    summary: 摘要金丝雀
    topics: [zonghe]
    publishedOn: 2024-01-01
    effectiveOn: 2024-01-01
    repeals: [{document: zhengce/first, note: 备注金丝雀}]
    附件: [{title: 附件金丝雀, file: 文件金丝雀.csv}]
    aliases: [/sub/alt.html]
    \(withdrawn)
    ---
    正文金丝雀，见[图](图片金丝雀.csv)。

    | 姓名 | 号码 |
    | --- | --- |
    | 单元格金丝雀 | 7701 |

    """
  }

  /// A consultation with days in the calendar, public for a while.
  static let notice = SiteFixture.document(
    """
    title: 限期黄鹂
    kind: consultation
    issuer: 安澜县民政局
    publishedOn: 2026-10-01
    opensOn: 2026-10-01
    closesOn: 2026-12-20
    channelPhone: [0000-6010001]
    publicUntil: 2026-11-24
    """, body: "名单黄鹂。")

  static func files(_ withdrawn: String) -> [String: String] {
    [
      "Content/zhengce/x/index.md": policy(withdrawn), "Content/zhengce/x/文件金丝雀.csv": "内容金丝雀",
      "Content/zhengce/x/图片金丝雀.csv": "图里金丝雀", "Content/zhengce/y.md": notice,
      "Content/zhengce/links.md": SiteFixture.document(
        "title: 引用\npublishedOn: 2024-01-01\nbasedOn: [zhengce/x]\ncontains: [zhengce/y]",
        body: "见[甲](x/index.md)、[乙](y.md)。"),
      "Content/zhengce/gathered.md": SiteFixture.document(
        "title: 专题\nkind: page\npublishedOn: 2024-01-01\ncollects: {columns: zhengce}\noverviews: [法定公开内容]"),
      "Content/zhengce/parcel.md": SiteFixture.document(
        "title: 政策包\nkind: package\npublishedOn: 2024-01-01\ncontains: [zhengce/x, zhengce/y, zhengce/links]"),
      "Content/_kinds/biao.yml":
        "label: 表\nlifecycle: none\nfields:\n  - key: rows\n    label: 行\n    type: table\n    columns:\n"
        + "      - {key: name, label: 名称, type: text}\n      - {key: document, label: 文件, type: reference}\n",
      "Content/zhengce/cells/index.md": SiteFixture.document(
        "title: 引用表\nkind: biao\npublishedOn: 2024-01-01\nrows: rows.csv"),
      "Content/zhengce/cells/rows.csv": "名称,文件\n甲,zhengce/x\n乙,zhengce/y\n",
    ]
  }

  /// Words of which nothing may be anywhere, with the pairs that the search index keeps.
  static func traces(_ bird: String, in files: [String: Data]) -> [String] {
    let words = [bird, String(bird.suffix(2))] + (bird == "金丝雀" ? ["7701"] : [])
    return files.filter { path, bytes in
      // Checksums may have any figures.
      let text = String(decoding: bytes, as: UTF8.self).replacing(/[0-9a-f]{16,}/, with: "")
      return words.contains { path.replacing(/[0-9a-f]{16,}/, with: "").contains($0) || text.contains($0) }
    }.map(\.key).sorted()
  }

  /// Every file beside Output.
  static func beside(_ site: SiteFixture) -> [String: Data] {
    let root = site.root + "/.Output.gongkai"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      names.compactMap { name in FileManager.default.contents(atPath: root + "/" + name).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

@Suite("A text that was taken down")
struct TakenDownTests {
  private static let withdrawn = "withdrawn: {on: 2026-11-20, reason: 决定已依法撤销, by: 安澜县民政局}"

  private func state(_ id: String, in site: SiteFixture) throws -> String {
    let rows = try #require(site.text("Output/data/documents.jsonl"))
    let row = try #require(rows.split(separator: "\n").first { $0.contains("\"id\":\"\(id)\"") }, "\(id) is not public")
    return String(row.split(separator: "\"state\":\"")[1].prefix { $0 != "\"" })
  }

  @Test func `is nowhere on any day of a month from its day on`() async throws {
    let site = try SiteFixture(TakenDown.files(Self.withdrawn))
    try site.write(["Content/site.yml": SiteFixture.siteText + "keepReleases: 2\n"])
    for number in 0..<30 {
      let day = try CalendarDate.parse("2026-11-08").get().adding(days: number).iso
      let outcome = try await site.build(asOf: day)
      #expect(outcome.publication != nil, "\(day) \(outcome.check.findings.map(\.short))")
      let output = site.output
      let isPublic = (x: day < "2026-11-20", y: day <= "2026-11-24")
      let (first, second) = (TakenDown.traces("金丝雀", in: output), TakenDown.traces("黄鹂", in: output))
      #expect(first.isEmpty != isPublic.x, "\(day) \(first)")
      #expect(second.isEmpty != isPublic.y, "\(day) \(second)")
      #expect(try state("zhengce/first", in: site) == "repealed", "\(day)")
      if !isPublic.x {
        let page = try site.page("zhengce/first/")
        #expect(page.contains("<a>本站已撤下的文件</a>") && !page.contains("《本站"), "\(day)")
        #expect(try site.page("zhengce/links/").contains("见<a>甲</a>"))
        #expect(try site.page("zhengce/x/").contains("决定已依法撤销"))
        for list in ["sitemap.xml", "feed.atom", "data/documents.csv", "sitemap/", "zhengce/"] {
          #expect(try !site.page(list).contains("zhengce/x/"), "\(day) \(list)")
        }
      }
    }
  }

  @Test func `leaves everything beside the site once it is forgotten`() async throws {
    let site = try SiteFixture(TakenDown.files(Self.withdrawn))
    for (day, kept) in [
      ("2026-11-18", []), ("2026-11-20", ["zhengce/x"]), ("2026-11-25", ["zhengce/x", "zhengce/y"]),
      ("2026-11-26", ["zhengce/x", "zhengce/y"]),
    ] { #expect(try await site.build(asOf: day).stillKept == kept, "\(day)") }
    let folder = try OutputFolder(path: site.root + "/Output")
    #expect(try Withdrawal(folder).comingBack(with: 1).map(\.id).sorted() == ["zhengce/x", "zhengce/y"])
    for name in ["zhengce/x", "/sub/zhengce/y/"] {
      _ = try await forget(name, older: false, site.request(asOf: "2026-11-26"))
    }
    #expect(TakenDown.traces("金丝雀", in: TakenDown.beside(site)) == [])
    #expect(TakenDown.traces("黄鹂", in: TakenDown.beside(site)) == [])
    await #expect(throws: ForgetError.unknown("zhengce/x")) {
      try await forget("zhengce/x", older: false, site.request(asOf: "2026-11-26"))
    }
    #expect(try await site.build(asOf: "2026-11-27").stillKept == [])
    #expect(TakenDown.traces("金丝雀", in: TakenDown.beside(site)) == [])
    // Its address stays.
    #expect(try site.page("zhengce/x/").contains("不再公开") && site.page("zhengce/y/").contains("公开期限届满"))
  }

  @Test(
    "does not come back by a slip of the pen",
    arguments: [
      "withdrawn: {on: 2026-13-40, reason: 撤销}", "withdrawn: {on: 2026-11-20}", "withdrawn: 是",
      "withdrawn:\n  on: 2026-11-20\n  reason: [甲]", "withdrawn:\n  on: 2026-11-20\n  reason: 撤销\n  bye: 民政局",
      "withdrwan: {on: 2026-11-20, reason: 撤销}", "publicUntil: 昨天",
      "nix: 1\nwithdrawn: {on: 2026-11-20, reason: 撤销}",
    ], [true, false])
  func slip(_ line: String, _ wasWithdrawn: Bool) async throws {
    let site = try SiteFixture(TakenDown.files("source: 本站"))
    _ = try await site.publish(asOf: "2026-11-19")
    if wasWithdrawn {
      try site.write(["Content/zhengce/x/index.md": TakenDown.policy(Self.withdrawn)])
      _ = try await site.publish(asOf: "2026-11-20")
    }
    try site.write(["Content/zhengce/x/index.md": TakenDown.policy(line)])
    let outcome = try await site.build(asOf: "2026-11-21", keepGoing: true)
    #expect(outcome.publication != nil && outcome.check.findings.contains { $0.severity == .error }, "\(line)")
    #expect(TakenDown.traces("金丝雀", in: site.output) == [], "\(line)")
    #expect(try state("zhengce/first", in: site) == "repealed", "\(line)")
  }

  @Test func `says of its title what its author allows`() async throws {
    let site = try SiteFixture(
      TakenDown.files("withdrawn: {on: 2026-11-20, reason: 撤销, title: 一份废止决定}"))
    _ = try await site.publish()
    #expect(try site.page("zhengce/x/").contains("<h1>一份废止决定</h1>"))
    let first = try site.page("zhengce/first/")
    #expect(first.contains("《一份废止决定》") && !first.contains("本站已撤下的文件"))
    #expect(TakenDown.traces("金丝雀", in: site.output) == [])
  }

  @Test(
    "has no page if it never had one",
    arguments: [
      "draft: true", "disclosure: 不予公开\ndisclosureGround: 条例第十四条", "disclosure: 依申请公开", "publishedOn: 2027-01-01",
    ])
  func neverPublic(_ line: String) async throws {
    let day = line.hasPrefix("publishedOn") ? "" : "publishedOn: 2024-01-01\n"
    let front = "title: 标题金丝雀\n\(day)\(line)\nwithdrawn: {on: 2027-02-01, reason: 撤销}"
    let site = try SiteFixture(["Content/zhengce/x.md": SiteFixture.document(front, body: "正文金丝雀。")])
    for asOf in ["2026-11-21", "2027-02-02"] where !line.hasPrefix("publishedOn") || asOf < "2027" {
      _ = try await site.publish(asOf: asOf)
      #expect(!site.pages.contains("zhengce/x/index.html"), "\(asOf)")
      // In the catalogue until then.
      let mayStand = line.hasSuffix("依申请公开") && asOf < "2027" ? ["zhengce/index.html"] : []
      #expect(TakenDown.traces("金丝雀", in: site.output) == mayStand, "\(asOf)")
    }
  }

  @Test func `shows in the desk as what it is, and whole where everything is open`() async throws {
    let site = try SiteFixture(TakenDown.files(Self.withdrawn))
    let live = try await LiveSite(site.request())
    let document = try #require(await live.document(DocumentID("zhengce/x")))
    let standing = await live.standing(of: document)
    #expect(standing == .takenDown(try CalendarDate.parse("2026-11-20").get()) && standing.label == "2026-11-20 已撤下")
    #expect(await live.standing(of: document, on: try CalendarDate.parse("2026-11-19").get()) == .published)
    let page = await live.view().bytes(at: "zhengce/x/index.html").map { String(decoding: $0, as: UTF8.self) }
    #expect(page?.contains("不再公开") == true && page?.contains("金丝雀") == false)
    let open = await live.openedView().bytes(at: "zhengce/x/index.html").map { String(decoding: $0, as: UTF8.self) }
    #expect(open?.contains("正文金丝雀") == true)
  }

  @Test func `is announced before its day`() async throws {
    let site = try SiteFixture(TakenDown.files(Self.withdrawn))
    let outcome = try await site.build(asOf: "2026-11-15")
    #expect(
      outcome.news?.lapsing.map { "\($0.id) \($0.day?.iso ?? "")" } == ["zhengce/x 2026-11-20", "zhengce/y 2026-11-25"])
  }

  @Test func `does not count among what a clock that is wrong takes away`() async throws {
    let names = (0..<8).map { "Content/zhengce/n\($0).md" }
    let site = try SiteFixture()
    for name in names { try site.write([name: SiteFixture.document("title: 甲\(name)\npublishedOn: 2024-01-01")]) }
    _ = try await buildSite(site.request(asOf: "2026-11-20"), version: "0")
    for name in names {
      try site.write([name: SiteFixture.document("title: 甲\(name)\npublishedOn: 2024-01-01\npublicUntil: 2026-11-20")])
    }
    #expect(try await site.publish(asOf: "2026-11-21").fileCount > 0)
  }

  @Test func `a decision that was revoked has three days`() async throws {
    let penalty = { (extra: String) in
      """
      ---
      title: 对张三丰的处罚
      kind: penalty
      issuer: 安澜县民政局
      caseNumber: 澜罚〔2026〕1号
      party: 某厂
      decidedOn: 2026-10-20
      publishedOn: 2026-10-26
      penaltyType: 罚款
      changedOn: 2026-11-18
      \(extra)
      ---
      ## 违法事实

      甲。

      ## 处罚依据

      乙。

      ## 处罚内容

      丙。

      """
    }
    let site = try SiteFixture(["Content/zhengce/p.md": penalty("source: 本站")])
    let revoked = "zhengce/p.md:10:12 10 revoked-public"
    #expect(try await site.findings(asOf: "2026-11-21").contains(revoked) == false)
    #expect(try await site.findings(asOf: "2026-11-22").contains(revoked))
    // Not yet is not done.
    try site.write(["Content/zhengce/p.md": penalty("withdrawn: {on: 2026-12-20, reason: 撤销}")])
    #expect(try await site.findings(asOf: "2026-11-22").contains(revoked))
    try site.write(["Content/zhengce/p.md": penalty("withdrawn: {on: 2026-11-20, reason: 撤销}")])
    #expect(try await site.findings(asOf: "2026-11-22").filter { $0.contains("zhengce/p.md") } == [])
    // Neither the text as it was nor as it is.
    try site.write(["Content/zhengce/p.md": penalty("source: 本站")])
    _ = try await site.publish(asOf: "2026-11-21")
    let outcome = try await site.build(asOf: "2026-11-22", keepGoing: true)
    #expect(outcome.publication != nil && !site.pages.contains("zhengce/p/index.html"))
  }
}
