import Papers
import Testing

@testable import Markdown

@Suite("Paragraphs of official documents")
struct OfficialParagraphTests {
  @Test("addressee, signature, date and note have their classes")
  func whole() {
    let source = """
      各镇政府、街道办事处，县政府各部门：

      现印发给你们，请认真贯彻执行。

      安澜县人民政府办公室

      2023 年 10 月 12 日

      （此件公开发布）
      """
    #expect(
      html(source) == """
        <p class="addressee">各镇政府、街道办事处，县政府各部门：</p>
        <p>现印发给你们，请认真贯彻执行。</p>
        <p class="signature">安澜县人民政府办公室</p>
        <p class="signature-date">2023 年 10 月 12 日</p>
        <p class="note">（此件公开发布）</p>

        """)
  }

  @Test("a date in Chinese numerals is one, too")
  func chineseDate() {
    #expect(html("正文。\n\n安澜县司法局\n\n二〇二三年十月十二日\n").contains("<p class=\"signature-date\">二〇二三年十月十二日</p>"))
  }

  @Test(
    "a date alone below the text is the paper's",
    arguments: ["正文。\n\n2023年10月12日\n", "正文。\n\n以上意见，请研究。\n\n2023年10月12日\n"])
  func dateAlone(_ source: String) {
    #expect(html(source).contains("<p class=\"signature-date\">2023年10月12日</p>"))
  }

  @Test(
    "nothing is taken for what it is not",
    arguments: [
      "现将有关事项通知如下：\n\n正文",  // a sentence, not an addressee
      "县人民代表大会常务委员会第三次会议决定：\n\n正文",
      "正文。\n\n县政府各部门：\n\n正文",  // not the first paragraph
      "正文。\n\n2023年10月12日\n\n召开动员会。\n",  // a date in the middle of a text
      "正文。\n\n安澜县司法局\n\n2023年10月12日起施行\n",  // more than a date
      "正文。\n\n安澜县司法局\n\n- 项\n\n2023年10月12日\n",  // a list between
      "公开（此件公开发布）\n",  // not the whole paragraph
    ])
  func silence(_ source: String) {
    #expect(!html(source).contains("class="))
  }

  @Test("a slot after a signature keeps its offset")
  func offsets() {
    let text = rendered("见[附件](a.pdf)。\n\n安澜县司法局\n\n2023年10月12日\n\n[b](c)\n")
    #expect(text.filledHTML.contains("<p>见<a href=\"a.pdf\">附件</a>。</p>"))
    #expect(text.filledHTML.hasSuffix("<p><a href=\"c\">b</a></p>\n"))
  }

  @Test("ideographic spaces that indent a paragraph are left to the style sheet")
  func indentation() {
    #expect(html("　　正文\n") == "<p>正文</p>\n")
    #expect(rendered("　　正文\n").plain == "正文")
  }

  @Test("nothing is added when the option is off")
  func option() {
    var options = MarkdownOptions.document
    options.officialParagraphs = false
    #expect(html("各部门：\n", options: options) == "<p>各部门：</p>\n")
  }

  @Test("an order's letterhead and number, which the page shows as one, are both left out")
  func orderNumber() {
    let source = Array("安澜县人民政府令\n\n第12号\n\n现公布《安澜县烟花爆竹管理办法》，自公布之日起施行。\n".utf8)
    func html(_ number: String) -> String {
      let known = KnownFacts(title: "", documentNumber: number, issuers: ["安澜县人民政府"])
      return readMarkdown(source[...], known: known).text.filledHTML
    }
    #expect(html("安澜县人民政府令第12号") == "<p>现公布《安澜县烟花爆竹管理办法》，自公布之日起施行。</p>\n")
    #expect(html("安澜县人民政府令第13号").contains("第12号"))
  }
}
