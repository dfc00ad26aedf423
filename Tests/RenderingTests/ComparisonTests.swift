import Base
import Documents
import Markdown
import Papers
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// The page that shows two texts side by side.
struct ComparisonTests {
  private static func side(_ markdown: String, href: String = "../") -> ComparisonView.Side {
    ComparisonView.Side(
      title: "办法", note: "", href: href, badge: nil, text: readMarkdown(Array(markdown.utf8)[...]).text)
  }

  private static func view(_ old: String, _ new: String) -> View {
    let view = ComparisonView(old: side(old, href: "../old/"), new: side(new)).view
    #expect(Shape.comparison.misfit(view) == nil)
    return view
  }

  private static let old = "第一条　甲方应当在十五日内登记。\n\n第二条　乙方可以申请延期。\n\n第三条　本办法自公布之日起施行。\n"
  private static let new = "第一条　甲方应当在三十日内登记。\n\n第二条　任何人不得转让许可证件。\n\n第三条　乙方可以申请延期。\n\n第四条　本办法自公布之日起施行。\n"

  @Test func `a row has both names, both texts with marks, and what became of it`() {
    let rows = Self.view(Self.old, Self.new)["rows"]?.elements ?? []
    #expect(rows.map { $0["badge"]?.text } == ["修改", "新增", "序号变动", "序号变动"])
    #expect(rows.map { $0["name"]?.text } == ["第一条", "第二条", "第三条", "第四条"])
    #expect(rows.map { $0["formerName"]?.text } == [nil, nil, "第二条", "第三条"])
    #expect(
      rows[0]["old"]?.text == "<p><a href=\"../old/#tiao-1\">第一条</a>　甲方应当在<del>十五日</del>内登记。</p>")
    #expect(rows[0]["new"]?.text == "<p><a href=\"../#tiao-1\">第一条</a>　甲方应当在<ins>三十日</ins>内登记。</p>")
    #expect(rows[1]["old"] == nil && rows[1]["oldNote"]?.text == "（无）")
    #expect(rows[2]["new"]?.text == "<p><ins><a href=\"../#tiao-3\">第三条</a></ins>　乙方可以申请延期。</p>")
  }

  @Test func `the summary counts articles, and says what was not counted`() {
    #expect(Self.view(Self.old, Self.new)["summary"]?.text == "共4条（原3条）：修改1条，新增1条，只有序号变动2条。")
    #expect(Self.view(Self.old, Self.old)["summary"]?.text == "共3条，没有变化。")
    let signed = Self.old + "\n安澜县人民政府\n\n2024年5月6日\n"
    let signedAnew = Self.old + "\n安澜县人民政府\n\n2025年5月6日\n"
    #expect(Self.view(signed, signedAnew)["summary"]?.text == "共3条，没有变化；标题和其他段落另有1处变化。")
    #expect(Self.view("各镇：\n", "各镇：\n\n请执行。\n")["summary"]?.text == "共2段（原1段）：新增1段。")
  }

  @Test func `texts that have nothing in common are said to have nothing in common`() {
    let view = Self.view("第一条　甲方应当登记备案。\n", "第一条　严禁携犬入园。\n")
    #expect(view["remark"]?.text == "两份文件没有相近的条文，以下列出两份文件的全文。")
  }

  @Test func `what moved is told in both places`() {
    let (a, b, c) = ("绿地的修剪每年不少于六次", "死亡的树木应当及时补植", "认养单位可以设立铭牌")
    let (old, new) = ([c, a, b], [a, b, c])
    func text(_ articles: [String]) -> String {
      zip(["一", "二", "三"], articles).map { "第\($0)条　\($1)。\n\n" }.joined()
    }
    let rows = Self.view(text(old), text(new))["rows"]?.elements
    #expect(rows?.map { $0["badge"]?.text } == ["移出", "序号变动", "序号变动", "移动"])
    #expect(rows?.first?["oldNote"]?.text == "（移至第三条）")
    #expect(rows?.first?["old"] == nil)
  }

  @Test func `signs of HTML in a text are escaped, cells are divided`() {
    let table = "| A & B | x < y |\n|---|---|\n| 1 | \"2\" |\n"
    let rows = Self.view(table, table)["rows"]?.elements ?? []
    #expect(rows.first?["old"]?.text == "<p>A &amp; B<span class=\"cell\"> │ </span>x &lt; y</p>")
  }

  @Test func `the heading above a change is kept when only changes are shown`() {
    let text = "## 第一章　总则\n\n第一条　甲。\n\n## 第二章　养护\n\n第二条　绿地的修剪每年不少于六次。\n"
    let rows = Self.view(text, text.replacing("六次", with: "八次"))["rows"]?.elements ?? []
    #expect(rows.map { $0["style"]?.text } == ["same heading", "same", "same heading context", "changed"])
  }

  // MARK: Pairs

  private static func law(_ path: String, replacing old: [Reference] = [], _ text: String = old) -> Document {
    Fixture.document(path) {
      $0.body = Body(text: readMarkdown(Array(text.utf8)[...]).text)
      $0.effectiveOn = Fixture.day("2024-05-01")
      $0.relations[.replaces] = old
    }
  }

  private static func pairs(_ documents: [Document]) throws -> [String] {
    let corpus = Fixture.corpus(documents)
    return try corpus.comparisons(of: #require(corpus[DocumentID("a/new")])).map(\.url)
  }

  @Test func `a document is compared with what it replaces as a whole`() throws {
    let old = Self.law("a/old")
    #expect(
      try Self.pairs([old, Self.law("a/new", replacing: [Fixture.reference("a/old")])]) == ["a/new/compare/old/"])
    let partly = Self.law("a/new", replacing: [Fixture.reference("a/old", articles: ["第二条"])])
    #expect(try Self.pairs([old, partly]) == [])
    #expect(try Self.pairs([Self.law("a/old", ""), Self.law("a/new", replacing: [Fixture.reference("a/old")])]) == [])
  }

  @Test func `a text that is not public is on no page`() throws {
    var draft = Self.law("a/old")
    draft.isDraft = true
    var later = Self.law("a/old")
    later.publishedOn = Moment(day: Fixture.day("2027-01-01"))
    for old in [draft, later] {
      #expect(try Self.pairs([old, Self.law("a/new", replacing: [Fixture.reference("a/old")])]) == [])
    }
  }

  @Test func `two old documents whose names are alike have different pages`() throws {
    let documents = [
      Self.law("a/old"), Self.law("b/old"), Self.law("b/other"),
      Self.law("a/new", replacing: ["a/old", "b/old", "b/other"].map { Fixture.reference($0) }),
    ]
    #expect(try Self.pairs(documents) == ["a/new/compare/a-old/", "a/new/compare/b-old/", "a/new/compare/other/"])
  }
}
