import Base
import SiteBuild
import Testing

/// What texts cite, on the pages of a whole site.
@Suite struct CitationTests {
  private static let measure = SiteFixture.document(
    "title: 安澜县养老办法\ndocumentNumber: 澜政发〔2020〕3号\nissuer: 安澜县人民政府\n成文日期: 2020-01-01\n施行日期: 2020-01-01",
    body: "## 第一章 总则\n\n第一条 为了养老，制定本办法。\n\n第二条 违反本办法第一条的，依照本办法第九条处理。“依照本办法第一条”。")

  private static func citing(_ body: String) -> String {
    SiteFixture.document("title: 安澜县养老细则\nissuer: 安澜县人民政府\n成文日期: 2021-01-01\n施行日期: 2021-01-01", body: body)
  }

  private static func site(_ body: String) throws -> SiteFixture {
    try SiteFixture(["Content/zhengce/t.md": measure, "Content/zhengce/c.md": citing(body)])
  }

  private static let link = "<a href=\"../../zhengce/t/\">"

  @Test func `a document and its provisions become links, and it tells who cites it`() async throws {
    let site = try Self.site(
      "根据《安澜县养老办法》（澜政发〔2020〕3号）第二条第一款、第一章制定。\n\n按照《安澜县养老办法》（以下简称《办法》）和**《办法》第一条**、澜政发〔2020〕3号。")
    _ = try await site.publish()
    let page = try site.page("zhengce/c/")
    for part in [
      "根据<a href=\"../../zhengce/t/#tiao-2\">《安澜县养老办法》（澜政发〔2020〕3号）第二条第一款</a>",
      "<a href=\"../../zhengce/t/#zhang-1\">第一章</a>", "\(Self.link)《安澜县养老办法》</a>（以下简称《办法》）",
      "<strong><a href=\"../../zhengce/t/#tiao-1\">《办法》第一条</a></strong>",
      "\(Self.link)澜政发〔2020〕3号</a>",
    ] { #expect(page.contains(part), "\(part)") }
    let cited = try site.page("zhengce/t/")
    #expect(cited.contains("引用本文件的文件") && cited.contains("引用第二条第一款、第一章、第一条"))
    #expect(cited.contains("违反<a href=\"#tiao-1\">本办法第一条</a>的") && cited.contains("“依照本办法第一条”"))
    #expect(!page.contains("引用本文件的文件"))
    let rows = try #require(site.text("Output/data/documents.jsonl"))
    #expect(rows.contains(#""cites":[{"id":"zhengce/t","articles":["第二条第一款","第一章","第一条"]}]"#))
  }

  @Test func `an article of its own that is not there is a finding`() async throws {
    let found = try await Self.site("按照《安澜县养老办法》第三条。").findings()
    #expect(found.filter { $0.contains("cited-article") }.count == 2, "\(found)")
  }

  @Test func `no link in headings, links, code and to the text itself`() async throws {
    let site = try Self.site(
      "# 《安澜县养老办法》\n\n一、落实《安澜县养老办法》\n\n[《安澜县养老办法》](https://a.example/)、`《安澜县养老办法》`、《安澜县养老细则》、《申请表》、《通知》。")
    _ = try await site.publish()
    let page = try site.page("zhengce/c/")
    #expect(!page.contains(Self.link))
  }

  @Test func `a document that is renamed, withheld or removed changes the pages that cite it`() async throws {
    let site = try Self.site("按照《安澜县养老办法》。")
    _ = try await site.publish()
    #expect(try site.page("zhengce/c/").contains(Self.link))
    for other in [
      Self.measure.replacing("title: 安澜县养老办法", with: "title: 安澜县敬老办法"),
      Self.measure.replacing("---\ntitle", with: "---\ndraft: true\ntitle"),
      Self.measure.replacing("---\ntitle", with: "---\ndisclosure: 不予公开\ndisclosureGround: 条例第十四条\ntitle"),
    ] {
      try site.write(["Content/zhengce/t.md": other])
      _ = try await site.publish()
      #expect(!(try site.page("zhengce/c/").contains("<a href=\"../../zhengce/t/")))
      try site.write(["Content/zhengce/t.md": Self.measure])
      _ = try await site.publish()
      #expect(try site.page("zhengce/c/").contains(Self.link))
    }
    try site.write(["Content/zhengce/c.md": Self.citing("不再引用。")])
    _ = try await site.publish()
    #expect(!(try site.page("zhengce/t/").contains("引用本文件的文件")))
  }

  @Test func `no more than twenty are shown at once`() async throws {
    var files = ["Content/zhengce/t.md": Self.measure]
    for number in 1...23 { files["Content/zhengce/c\(number).md"] = Self.citing("按照《安澜县养老办法》。") }
    let site = try SiteFixture(files)
    _ = try await site.publish()
    #expect(try site.page("zhengce/t/").contains("<summary>其余3件</summary>"))
  }
}
