import Base
import Documents
import SiteBuild
import TestSupport
import Testing

@Suite("Notices for places")
struct PlaceTests {
  private static let places = """
    places:
      - {id: qingxi, name: 清溪镇, places: [{id: xihe, name: 西河村}, {id: dongzhuang, name: 东庄村}]}
      - {id: shiqiao, name: 石桥镇, places: [{id: shiqiao-dz, name: 东庄村}, {id: nan, name: 南庄村}]}

    """

  private static let front =
    "title: 抗旱补贴公示\nissuer: 安澜县民政局\ndocumentNumber: 澜民发〔2026〕9号\npublishedOn: 2026-11-19\nopensOn: 2026-11-19\n"
    + "closesOn: 2026-11-25\nitem: 抗旱补贴\nobjectionChannel: 电话0000-1\nperPlace: 村（社区）\nrows: list.csv"

  private static let rows = """
    序号,村（社区）,村民小组,姓名,金额（元）
    1,西河村,一组,张*,10
    2,^^,^^,李*,20.5
    3,清溪镇东庄村,^^,王*,7
    4,西河村,二组,赵*,1

    """

  private static func site(_ more: [String: String] = [:], rows: String = rows) throws -> SiteFixture {
    try SiteFixture(
      [
        "Content/site.yml": SiteFixture.siteText + places,
        "Content/butie/_column.md": "---\ntitle: 补贴公示\nkind: subsidy\n---\n",
        "Content/butie/list.md": SiteFixture.document(front), "Content/butie/list.csv": rows,
        "Content/zhengce/town.md": SiteFixture.document(
          "title: 全镇的通知\npublishedOn: 2026-11-01\nplaces: [清溪镇]"),
      ].merging(more) { $1 })
  }

  @Test(
    "one list makes one notice for each village: its rows, its total, its address; what is said once stays with the whole"
  )
  func notices() async throws {
    let site = try Self.site()
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let (whole, xihe) = (try site.page("butie/list/"), try site.page("butie/list/xihe/"))
    #expect(xihe.contains("<h1>") && xihe.contains("（西河村）") && xihe.contains("张*") && xihe.contains("赵*"))
    #expect(!xihe.contains("王*") && xihe.contains(">31.5</td>"))
    #expect(!xihe.contains("data-label=\"村（社区）\""), "each row would say the same")
    #expect(try site.page("butie/list/dongzhuang/").contains(">7</td>"))
    #expect(!whole.contains("张*") && whole.contains("butie/list/xihe/") && whole.contains("共3行，金额（元）合计31.5。"))
    #expect(whole.contains("澜民发〔2026〕9号") && !xihe.contains(#"<p class="document-number">"#))
    // A cell that was joined to one of another village has its own text.
    #expect(try site.page("butie/list/dongzhuang/").contains("<td>一组</td>"))
    let csv = try #require(site.text("Output/butie/list/xihe/list.csv"))
    #expect(csv.contains("张*") && !csv.contains("王*"))
    #expect(site.text("Output/butie/list/list.csv") == nil, "nothing shows all rows")
    #expect(site.text("Output/butie/list/nan/index.html") == nil, "no rows, no notice")
  }

  @Test("groups of villages of one name have names of their own, and their own rows")
  func groups() async throws {
    let places = """
      places:
        - {id: q, name: 清溪镇, places: [{id: qd, name: 东庄村, places: [{id: qd1, name: 一组}]}]}
        - {id: s, name: 石桥镇, places: [{id: sd, name: 东庄村, places: [{id: sd1, name: 一组}]}]}

      """
    let rows = "序号,村（社区）,村民小组,姓名,金额（元）\n1,清溪镇东庄村一组,,张*,10\n2,石桥镇东庄村一组,,王*,7\n"
    let site = try Self.site(["Content/site.yml": SiteFixture.siteText + places], rows: rows)
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let (one, other) = (try site.page("butie/list/qd1/"), try site.page("butie/list/sd1/"))
    #expect(one.contains("张*") && !one.contains("王*") && other.contains("王*") && !other.contains("张*"))
    #expect(!(try site.page("places/qd1/").contains("（一组）") && site.page("places/sd1/").contains("butie/list/qd1")))
  }

  @Test("a town is called by its own name, also where one of its villages is called the same")
  func sameName() async throws {
    let places = "places:\n  - {id: z, name: 南庄, places: [{id: c, name: 南庄}]}\n"
    let site = try Self.site(
      [
        "Content/site.yml": SiteFixture.siteText + places,
        "Content/zhengce/town.md": SiteFixture.document("title: 全镇的\npublishedOn: 2026-11-01\nplaces: [南庄]"),
      ],
      rows: "序号,村（社区）,村民小组,姓名,金额（元）\n1,南庄南庄,,张*,10\n")
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    #expect(try site.page("places/z/").contains("全镇的"))
  }

  @Test("a list that was divided is published whole by no link and no attachment, and said once")
  func wholeList() async throws {
    let linking = SiteFixture.document(Self.front) + "\n见[名单](list.csv)。\n"
    let site = try Self.site([
      "Content/butie/list.md": linking,
      "Content/zhengce/town.md": SiteFixture.document(
        "title: 别的\npublishedOn: 2026-11-01\nattachments: [../butie/list.csv]"),
    ])
    let findings = try await site.findings()
    #expect(findings.filter { $0.contains("per-place") }.count == 2 && findings.count == 2, "\(findings)")
  }

  @Test("a village's page has its own notices and those for its town, which say so")
  func lists() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let (xihe, town) = (try site.page("places/xihe/"), try site.page("places/qingxi/"))
    #expect(xihe.contains("抗旱补贴公示（西河村）") && !xihe.contains("（东庄村）"))
    #expect(xihe.contains("全镇的通知") && xihe.contains("<span>面向清溪镇</span>"))
    #expect(town.contains("全镇的通知") && !town.contains("<span>面向清溪镇</span>") && !town.contains("抗旱补贴公示"))
    #expect(town.contains("places/xihe/\">西河村</a> <span class=\"count\">2件"))
    #expect(try site.page("places/nan/").contains("目前没有公开内容。"), "a board has its address before its first notice")
    #expect(try site.page("places/shiqiao-dz/").contains("<h1>石桥镇东庄村</h1>"), "of two with one name")
    let feed = try site.page("places/xihe/feed.atom")
    #expect(feed.contains("（西河村）") && feed.contains("全镇的通知"))
  }

  @Test("a village has a sheet for its board, with the way to its page")
  func posters() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let poster = try site.page("places/xihe/poster/")
    #expect(poster.contains("西河村网页的二维码") && poster.contains("https://www.anlan.example/sub/places/xihe/"))
    #expect(poster.contains("抗旱补贴公示（西河村）") && poster.contains("noindex"))
    #expect(try site.page("places/xihe/").contains("places/xihe/poster/"))
    #expect(try #require(site.text("Output/sitemap.xml")).contains("places/xihe/</loc>"))
    #expect(try !#require(site.text("Output/sitemap.xml")).contains("poster"))
  }

  @Test("a row of a village that the site does not list stops the notice, at its line")
  func unknownRows() async throws {
    let site = try Self.site(rows: Self.rows.replacing("3,清溪镇东庄村", with: "3,东庄村"))
    #expect(try await site.findings() == ["butie/list.csv:4:3 3 unknown-place"])
    let other = try Self.site(rows: Self.rows.replacing("4,西河村", with: "4,西合村"))
    let findings = try await checkSite(other.request()).findings
    #expect(findings.map(\.short) == ["butie/list.csv:5:3 3 unknown-place"])
    #expect(findings.first?.cures.first?.contains("西河村") ?? false)
    let empty = try Self.site(rows: Self.rows.replacing("4,西河村", with: "4,"))
    #expect(try await empty.findings().contains { $0.hasSuffix("unknown-place") })
  }

  @Test("the places of a document and the column of a list must be known")
  func unknownPlaces() async throws {
    let site = try Self.site([
      "Content/zhengce/town.md": SiteFixture.document("title: 通知\npublishedOn: 2026-11-01\nplaces: [清西镇]")
    ])
    #expect(try await site.findings() == ["zhengce/town.md:4:10 3 unknown-place"])
    let column = try Self.site([
      "Content/butie/list.md": SiteFixture.document(Self.front.replacing("村（社区）\n", with: "村名\n"))
    ])
    #expect(try await column.findings().contains("butie/list.md:10:11 2 per-place"))
    let without = try Self.site([
      "Content/site.yml": SiteFixture.siteText, "Content/zhengce/town.md": SiteFixture.document("title: 通知"),
    ])
    #expect(try await without.findings().contains("butie/list.md:10:11 5 per-place"))
  }

  @Test("a column without any place is one mistake, whatever the number of its rows, with the column that has them")
  func wrongColumn() async throws {
    let site = try Self.site([
      "Content/butie/list.md": SiteFixture.document(Self.front.replacing("perPlace: 村（社区）", with: "perPlace: 姓名"))
    ])
    let findings = try await checkSite(site.request()).findings
    #expect(findings.map(\.short) == ["butie/list.md:10:11 2 per-place"])
    #expect(findings.first?.cures == ["改为 村（社区）"])
  }

  @Test("a file of Content in the place of a village's notice is told with both")
  func takenByFile() async throws {
    let site = try Self.site([
      "Content/butie/list.md": SiteFixture.document(Self.front + "\nslug: all"),
      "Content/butie/list/_column.md": "---\ntitle: 各村\nkind: policy\n---\n",
      "Content/butie/list/xihe.md": SiteFixture.document("title: 西河的文件\npublishedOn: 2026-11-01"),
    ])
    let findings = try await checkSite(site.request()).findings
    #expect(findings.map(\.short) == ["butie/list.md:10:11 5 url-collision"])
    #expect(findings.first?.message == "“西河村”的公示与 Content/butie/list/xihe.md 是同一个路径")
    #expect(findings.first?.related.map(\.location.path) == ["Content/butie/list/xihe.md"])
  }

  @Test(
    "a village whose rows have gone is missed in the list and its table; so are all when the list is no longer divided")
  func lost() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let rows = Self.rows.replacing("3,清溪镇东庄村,^^,王*,7\n", with: "")
    try site.write("Content/butie/list.csv", Array(rows.utf8))
    let lost = try await checkSite(site.request()).findings
    #expect(lost.map(\.short) == ["butie/list.md:10:11 5 lost-address warning"])
    #expect(lost.first?.message == "网址 /sub/butie/list/dongzhuang/ 公开过，现在打不开了：名单里没有“清溪镇东庄村”的行了")
    #expect(lost.first?.related.map(\.location.path) == ["Content/butie/list.csv"])
    #expect(lost.first?.cures.first == "漏了的，在 Content/butie/list.csv 里补上")
    #expect(lost.first?.cures.last?.hasSuffix("gongkai forget butie/list/dongzhuang") == true)
    try site.write([
      "Content/butie/list.md": SiteFixture.document(Self.front + "\naliases: [/sub/butie/list/dongzhuang/]")
    ])
    #expect(try await site.findings() == [])
    let whole = Self.front.replacing("perPlace: 村（社区）\n", with: "village: 西河村\n")
    try site.write(["Content/butie/list.md": SiteFixture.document(whole)])
    let undivided = try await checkSite(site.request()).findings.filter { $0.rule == "lost-address" }
    #expect(undivided.map(\.short) == ["butie/list.md:1:1 1 lost-address warning"])
    #expect(undivided.first?.cures.first == "误删的，把 perPlace（分村公示）写回来")
    #expect(undivided.first?.cures.last?.contains("butie/list/dongzhuang、gongkai forget butie/list/xihe") == true)
  }

  @Test("a village in the kind's own field is one of the places; an unknown one is a warning")
  func villages() async throws {
    let own = Self.front.replacing("perPlace: 村（社区）\n", with: "village: 西河村\n").replacing("list.csv", with: "own.csv")
    let csv = "序号,姓名,金额（元）\n1,张*,10\n"
    let site = try Self.site([
      "Content/butie/own.md": SiteFixture.document(own.replacing("9号", with: "10号")), "Content/butie/own.csv": csv,
    ])
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    #expect(try site.page("places/xihe/").contains("butie/own/"))
    try site.write(
      "Content/butie/own.md",
      Array(SiteFixture.document(own.replacing("9号", with: "10号").replacing("西河村", with: "西合村")).utf8))
    #expect(try await site.findings() == ["butie/own.md:10:10 3 unlisted-village warning"])
  }

  @Test("with an error in the list the notices stay as they were, and none of them is called lost")
  func kept() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    try site.write("Content/butie/list.csv", Array(Self.rows.replacing("4,西河村", with: "4,西合村").utf8))
    let outcome = try await site.build(asOf: "2026-11-22", keepGoing: true)
    #expect(outcome.check.findings.map(\.rule) == ["unknown-place"])
    #expect(try site.page("butie/list/xihe/").contains("31.5"))
  }

  @Test("two places cannot have one id; the tree has an end")
  func tree() async throws {
    let twice = Self.places.replacing("shiqiao-dz", with: "dongzhuang")
    let site = try SiteFixture(["Content/site.yml": SiteFixture.siteText + twice])
    #expect(try await site.findings().contains { $0.contains("duplicate-term") })
  }

  @Test("a notice that is not public yet makes none for a village")
  func embargo() async throws {
    let site = try Self.site([
      "Content/butie/list.md": SiteFixture.document(
        Self.front.replacing("publishedOn: 2026-11-19", with: "publishedOn: 2026-11-30").replacing(
          "opensOn: 2026-11-19", with: "opensOn: 2026-11-30"
        ).replacing("closesOn: 2026-11-25", with: "closesOn: 2026-12-07"))
    ])
    _ = try await site.publish()
    #expect(site.text("Output/butie/list/xihe/index.html") == nil)
    #expect(try !site.page("places/xihe/").contains("抗旱补贴公示"))
    _ = try await site.publish(asOf: "2026-12-01")
    #expect(try site.page("places/xihe/").contains("抗旱补贴公示（西河村）"))
  }
}
