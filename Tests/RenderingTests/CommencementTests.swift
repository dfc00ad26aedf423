import Base
import Documents
import Markdown
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// What pages say of provisions that are not in force yet, and of acts of documents outside the library.
@Suite struct CommencementTests {
  private static let staged = Fixture.document("a/t") {
    $0.title = "办法"
    $0.documentDate = Fixture.day("2026-01-05")
    $0.effectiveOn = Fixture.day("2026-03-01")
    $0.commencements = [Commencement(articles: ["第十条"], on: Fixture.day("2026-12-01"))]
  }

  private static let repealed = Fixture.document("a/t") {
    $0.effectiveOn = Fixture.day("2020-03-01")
    $0.outsideActs[.repeals] = [
      Reference(
        target: .external(title: "决定", documentNumber: "外发〔2023〕1号", url: "https://x.example/1"),
        on: Fixture.day("2026-11-10"))
    ]
    $0.outsideActs[.amends] = [
      Reference(
        target: .external(title: "外办法", documentNumber: nil, url: nil), on: Fixture.day("2022-01-01"), articles: ["第一条"]
      )
    ]
  }

  private static func html(_ document: Document, on day: String) throws -> String {
    let corpus = Fixture.corpus([document], on: day)
    let entry = try #require(corpus[document.id])
    let address = PageAddress("a/t/")
    let text = readMarkdown(Array("第一条 甲。\n\n第十条 乙。\n\n第十一条 丙。".utf8)[...]).text
    let marks = ArticleMarks(
      corpus: corpus, document: document, address: address, acts: entry.acts,
      commencements: entry.commencements(after: corpus.asOf)
    ).insertions(into: text)
    let writer = BodyWriter(
      resolver: LinkResolver(corpus: corpus, documents: [document], files: [:]), host: "own.example")
    return String(decoding: writer.html(text, from: "a/t.md", on: address, marks: marks), as: UTF8.self)
  }

  @Test func `the provision says so until its day, on which the script takes the note away`() throws {
    let html = try Self.html(Self.staged, on: "2026-11-21")
    #expect(html.contains("<div data-until=\"2026-12-01\"><strong>第十条尚未施行</strong>（自2026年12月1日起施行）。</div>"))
    #expect(
      html.contains(
        "pending-article\" id=\"tiao-10\" data-then-from=\"2026-12-01\" data-then=\"provision begun-article\""))
    #expect(html.split(separator: "provision ").count == 3, "one group, whose class is named twice")
    #expect(try !Self.html(Self.staged, on: "2026-12-01").contains("provision"))
  }

  @Test func `the banner says so today and no longer from the day on`() throws {
    let box = try #require(Fixture.box("a/t", of: Fixture.corpus([Self.staged])))
    #expect(
      box.panels.map(\.sentences) == [
        ["自2026年3月1日起施行。", "第十条尚未施行，自2026年12月1日起施行。"], ["自2026年3月1日起施行。"],
      ])
    #expect(box.panels.map(\.from) == [nil, "2026-12-01"])
  }

  @Test func `timeline and changes have the day, and the page of changes the outside act`() throws {
    let corpus = Fixture.corpus([Self.staged])
    let entry = try #require(corpus[Self.staged.id])
    let view = Timeline(corpus: corpus, entry: entry, address: PageAddress("a/t/"), acts: entry.acts).view
    #expect(view?["items"]?.elements.last?["label"]?.text == "第十条施行")
    let changes = Changes(corpus)
    #expect(changes.coming.map(\.label) == ["第十条开始施行"] && changes.coming.first?.name == "2026-12-01-第十条开始施行")
    let others = Fixture.corpus([Self.repealed])
    let page = ChangesPage(frame: Frame(corpus: others, assets: "assets/"), changes: Changes(others))
    #expect(Shape.changesPage.misfit(page.view()) == nil)
    let row = try #require(page.newest(1, from: PageAddress(""))?.elements.first)
    #expect(row["by"]?.elements.map { $0["title"]?.text } == ["《决定》（外发〔2023〕1号）"])
    #expect(row["by"]?.elements.map { $0["href"]?.text } == ["https://x.example/1"])
  }

  @Test func `an outside act is named with its number, its day and its address`() throws {
    let corpus = Fixture.corpus([Self.repealed])
    let entry = try #require(corpus[Self.repealed.id])
    let box = try #require(Fixture.box("a/t", of: corpus))
    #expect(box.panels.map(\.sentences) == [["本文件已废止，不再作为办事依据，仅供查阅。", "自2026年11月10日起被《决定》（外发〔2023〕1号）废止。"]])
    let html = try Self.html(Self.repealed, on: "2026-11-01")
    #expect(html.contains("<strong>第一条已修改</strong>：自2022年1月1日起，见《外办法》。"))
    let view = try #require(
      Timeline(corpus: corpus, entry: entry, address: PageAddress("a/t/"), acts: entry.acts).view)
    #expect(Shape.timeline.misfit(view) == nil)
    let act = view["items"]?.elements.first { $0["label"]?.text == "被废止" }
    #expect(act?["other"]?["title"]?.text == "决定" && act?["other"]?["href"]?.text == "https://x.example/1")
    let relations = RelationsView(corpus: corpus, entry: entry, address: PageAddress("a/t/")).groups
    #expect(relations.map { $0["name"]?.text } == ["废止本文件的文件", "修改本文件的文件"])
    #expect(relations.first?["items"]?.elements.first?["note"]?.text == "2026年11月10日起")
  }
}
