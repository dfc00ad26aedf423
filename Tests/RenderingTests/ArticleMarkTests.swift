import Documents
import Markdown
@testable import Rendering
import Resolution
import TestSupport
import Testing

/// Notes and marks on provisions in a body.
@Suite struct ArticleMarkTests {
  private static let body = """
    各乡镇人民政府：

    # 办法

    ## 第一章　总则

    第一条　目的。

    第二条　下列[情形](x)：

    （一）甲；

    | 甲 | 乙 |
    | - | - |
    | 丙 | 丁 |

    ## 第二章　附则

    第三条　罚款。

    第四条　施行。

    安澜县人民政府

    2020年1月2日
    """

  private static func html(
    _ acting: [Document], in markdown: String = body, on asOf: String = "2026-11-21"
  ) -> String {
    let target = Fixture.document("a/t") { $0.effectiveOn = Fixture.day("2020-01-01") }
    let corpus = Fixture.corpus([target] + acting, on: asOf)
    guard let entry = corpus[target.id] else { return "" }
    let address = PageAddress("a/t/")
    let text = readMarkdown(Array(markdown.utf8)[...]).text
    let marks = ArticleMarks(corpus: corpus, document: target, address: address, acts: entry.acts).insertions(
      into: text)
    let resolver = LinkResolver(corpus: corpus, documents: [target], files: [:])
    let writer = BodyWriter(resolver: resolver, host: "own.example")
    return String(decoding: writer.html(text, from: "a/t.md", on: address, marks: marks), as: UTF8.self)
  }

  /// Classes of the groups with the anchors in them, in reading order; opening and closing tags must match.
  private static func groups(_ html: String) -> [String] {
    var open: [String] = []
    var groups: [String] = []
    // The group bears the anchor of its first block.
    var isFirst = false
    for piece in html.split(separator: "<").map(String.init) {
      if piece.hasPrefix("div") {
        open.append(piece)
        if piece.contains("provision") {
          let parts = piece.split(separator: "\"")
          groups.append(String(parts[1].split(separator: " ").last ?? "") + ": " + parts[3])
          isFirst = true
        }
      } else if piece.hasPrefix("/div") {
        #expect(!open.isEmpty, "\(html)")
        let closed = open.removeLast()
        if closed.contains("provision"), !groups.isEmpty { groups[groups.count - 1] += "/" }
      } else if open.contains(where: { $0.contains("article-note") }) {
        continue
      } else if open.contains(where: { $0.contains("provision") }), piece.hasPrefix("p") || piece.hasPrefix("h") {
        if isFirst {
          isFirst = false
          continue
        }
        let id = piece.split(separator: "\"")
        groups[groups.count - 1] += " " + (piece.contains("id=\"") ? String(id[1]) : String(piece.prefix(1)))
      }
    }
    #expect(open.isEmpty, "\(html)")
    return groups
  }

  @Test func `without acts on provisions the body is untouched`() {
    let plain = Self.html([])
    #expect(!plain.contains("provision"))
    #expect(Self.html([Fixture.acting(.amends)]) == plain)
    #expect(Self.html([Fixture.acting(.repeals, articles: ["第九条", "附件2", ""])]) == plain, "not found")
    #expect(Self.html([Fixture.acting(.extends, articles: ["第一条"], until: "2030-01-01")]) == plain)
  }

  @Test func `a repealed article is a group with a note that says by what and since when`() {
    let html = Self.html([Fixture.acting(.repeals, articles: ["第二条"])])
    #expect(Self.groups(html) == ["repealed-article: tiao-2 p/"])
    #expect(
      html.contains(
        """
        <div class="provision repealed-article" id="tiao-2" role="group" aria-labelledby="note-tiao-2">
        <div class="article-note" id="note-tiao-2" data-note><div><strong>第二条已废止</strong>：自2024年5月1日起，\
        见<a href="../../a/z/">《后法》（澜政发〔2024〕5号）</a>。</div></div>
        <p class="article">
        """))
    #expect(html.contains("</table></div>\n</div>\n<h3 id=\"zhang-2\">"), "\(html)")
  }

  @Test func `the last article ends before the signature`() {
    let html = Self.html([Fixture.acting(.repeals, articles: ["第四条"])])
    #expect(html.contains("施行。</p>\n</div>\n<p class=\"signature\">"), "\(html)")
  }

  @Test func `a part is noted and not struck, an amendment and a correction too`() {
    let part = Self.html([Fixture.acting(.repeals, articles: ["第三条第二款"])])
    #expect(Self.groups(part) == ["amended-article: tiao-3/"] && part.contains("<strong>第三条第二款已废止</strong>"))
    let amended = Self.html([Fixture.acting(.amends, articles: ["第三条"])])
    #expect(Self.groups(amended) == ["replaced-article: tiao-3/"] && amended.contains("<strong>第三条已修改</strong>"))
    let corrected = Self.html([Fixture.acting(.corrects, articles: ["第三条"], note: "“元”应为“万元”")])
    #expect(corrected.contains("第三条已更正") && corrected.contains("更正内容：“元”应为“万元”"))
  }

  @Test func `a chapter holds its articles, which have marks of their own`() {
    let amending = Fixture.document("a/y") {
      $0.effectiveOn = Fixture.day("2022-01-01")
      $0.relations[.amends] = [Fixture.reference("a/t", articles: ["第一条", "第三条"])]
    }
    let html = Self.html([amending, Fixture.acting(.repeals, articles: ["第一章"])])
    #expect(
      Self.groups(html) == [
        "repealed-article: zhang-1", "replaced-article: tiao-1/ tiao-2 p/", "replaced-article: tiao-3/",
      ])
    let both = Self.html([amending, Fixture.acting(.repeals, articles: ["第三条"])])
    #expect(both.contains("第三条已修改") && both.contains("第三条已废止"))
    #expect(Self.groups(both) == ["replaced-article: tiao-1/", "repealed-article: tiao-3/"])
  }

  @Test func `an end to come says so, and stands ready`() {
    let repealing = Fixture.acting(.repeals, articles: ["第三条"]) { $0.effectiveOn = Fixture.day("2027-01-01") }
    let html = Self.html([repealing])
    #expect(
      html.contains(
        "provision amended-article\" id=\"tiao-3\" data-then-from=\"2027-01-01\" data-then=\"provision repealed-article\""
      ))
    #expect(html.contains("<span data-until=\"2027-01-01\"><strong>第三条将于2027年1月1日起废止</strong>，</span>"))
    #expect(html.contains("<span data-from=\"2027-01-01\" hidden><strong>第三条已废止</strong>：自2027年1月1日起，</span>见<a"))
    #expect(Self.html([repealing], on: "2027-01-01").contains("provision repealed-article\" id=\"tiao-3\" role"))
  }

  @Test func `two articles of one number are left alone`() {
    let twice = "第三条　甲\n\n第四条　乙\n\n第三条　丙\n"
    #expect(!Self.html([Fixture.acting(.repeals, articles: ["第三条"])], in: twice).contains("provision"))
    #expect(Self.html([Fixture.acting(.repeals, articles: ["第四条"])], in: twice).contains("repealed-article"))
  }

  @Test func `numbered paragraphs are found as well as titles`() {
    let points = "一、总体要求\n\n坚持。\n\n二、各单位应当在二十日内报告：\n\n（一）甲。\n\n（二）乙。\n\n三、施行。\n\n安澜县人民政府\n\n2020年1月2日\n"
    let second = Self.html([Fixture.acting(.repeals, articles: ["二、"])], in: points)
    #expect(Self.groups(second) == ["repealed-article: s2 s2-1 s2-2/"])
    let item = Self.html([Fixture.acting(.repeals, articles: ["二、（一）", "一、总体要求", "三、"])], in: points)
    #expect(Self.groups(item) == ["repealed-article: s1 p/", "repealed-article: s2-1/", "repealed-article: s3/"])
    #expect(item.contains("<strong>（一）已废止</strong>") || item.contains("<strong>二、（一）已废止</strong>"))
  }

  private static let amending = """
    决定对《a/t》（澜政发〔2020〕1号）作如下修改：

    一、第一条修改为：“目的&依据。

    “分为两款。”

    二、第三条中的[“罚款”](x)修改为“罚金”。

    本决定自2024年5月1日起施行。
    """

  private static func amended(
    by markdown: String = amending, _ articles: [String] = ["第一条"], _ edit: (inout Document) -> Void = { _ in },
    on asOf: String = "2026-11-21"
  ) -> String {
    html(
      [
        Fixture.acting(.amends, articles: articles) {
          $0.body = Body(text: readMarkdown(Array(markdown.utf8)[...]).text)
          edit(&$0)
        }
      ], on: asOf)
  }

  @Test func `an amended article says what it says now, and that its old words follow`() {
    let html = Self.amended()
    #expect(
      html.contains(
        """
        见<a href="../../a/z/#s1">《后法》（澜政发〔2024〕5号）</a>。<blockquote><p>一、第一条修改为：“目的&amp;依据。</p>\
        <p>“分为两款。”</p></blockquote></div><p class="before">以下为修改前的条文：</p></div>
        <p class="article">
        """), "\(html)")
    #expect(Self.groups(html) == ["replaced-article: tiao-1/"])
    #expect(Self.amended(["第三条"]).contains("<blockquote><p>二、第三条中的“罚款”修改为“罚金”。</p></blockquote>"))
  }

  @Test func `an amendment to come shows its words, and the old ones are called old on its day`() {
    let html = Self.amended { $0.effectiveOn = Fixture.day("2027-01-01") }
    #expect(html.contains("<blockquote><p>一、第一条修改为"))
    #expect(html.contains("<p class=\"before\" data-from=\"2027-01-01\" hidden>以下为修改前的条文：</p>"))
    #expect(html.contains("data-then-from=\"2027-01-01\" data-then=\"provision replaced-article\""))
  }

  @Test func `where no clause certainly changes the article, none is shown, and the page says so`() {
    let plain = "，见<a href=\"../../a/z/\">《后法》（澜政发〔2024〕5号）</a>。修改后的内容以该文件为准，本页没有列出。"
    for text in ["第四条修改为：“甲”。", "一、修改了几处。", "一、对《别的办法》作如下修改：\n\n（一）第一条修改为：“甲”。"] {
      let html = Self.amended(by: text)
      #expect(html.contains(plain) && !html.contains("<blockquote>"), "\(text)\n\(html)")
    }
    let open = Self.amended(by: "一、第一条修改为：“甲。\n\n| 一 | 二 |\n| - | - |\n| 三 | 四 |\n")
    #expect(open.contains("a/z/#s1\">") && !open.contains("<blockquote>"), "a table is not quoted: \(open)")
  }

  @Test func `a clause that quotes another document is still about this one`() {
    let text = "决定对《a/t》作如下修改：\n\n一、第三条修改为：“依照《别的办法》处罚。”\n\n二、第一条修改为：“目的。”\n"
    let html = Self.amended(by: text)
    #expect(html.contains("<blockquote><p>二、第一条修改为：“目的。”</p></blockquote>"), "\(html)")
  }

  @Test func `of two documents amended at once, each gets its own clause`() {
    let text = "一、对《乙办法》作如下修改：\n\n（一）第一条修改为：“乙”。\n\n二、对《a/t》作如下修改：\n\n（一）第一条修改为：“甲”。\n"
    let html = Self.amended(by: text) {
      $0.relations[.amends] = [
        Fixture.reference("a/t", articles: ["第一条"]), Fixture.reference("a/b", articles: ["第一条"]),
      ]
    }
    #expect(html.contains("a/z/#s2-1\">") && html.contains("修改为：“甲”") && !html.contains("“乙”"), "\(html)")
  }

  @Test func `a link to an article leads to its notes too`() {
    let html = Self.html([Fixture.acting(.repeals, articles: ["第二条", "第一章"])])
    #expect(
      html.contains("<div class=\"provision repealed-article\" id=\"tiao-2\"") && html.contains("<p class=\"article\">")
    )
    #expect(html.contains("repealed-article\" id=\"zhang-1\"") && html.contains("<h3>第一章"))
    for id in ["tiao-2", "zhang-1"] { #expect(html.split(separator: "id=\"\(id)\"").count == 2) }
  }

  @Test func `titles of acting documents are text`() {
    let html = Self.html([Fixture.acting(.repeals, articles: ["第三条"]) { $0.title = "<script>\"'&" }])
    #expect(html.contains("《&lt;script&gt;&quot;&#39;&amp;》") && !html.contains("<script>"))
  }
}
