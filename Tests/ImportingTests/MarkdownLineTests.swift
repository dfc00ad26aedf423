import Base
import Markdown
import TestSupport
import Testing

@testable import Importing

@Suite("Text as Markdown")
struct MarkdownLineTests {
  private func written(_ text: String, in place: MarkdownLine.Place = .paragraph) -> String {
    MarkdownLine([.text(text)], in: place).markdown
  }

  @Test(
    "what nobody would read as markup has no backslash",
    arguments: [
      "一、总体要求", "（一）占比<5%，>90分", "A_B_C，年__月__日", "见C:\\公开\\附件1.docx", "A&B公司", "#3号楼", "-5℃", "+86电话", "2023.5.6",
      "增长3.5%（同比）", "[注]见下", "50~60元", "1.2024年任务分解表", "——摘自《条例》", "甲|乙", "收费=单价×数量", "“三同步”", "!注意", "5*乙",
    ])
  func plain(_ text: String) { #expect(written(text) == text) }

  @Test(
    "what would be markup has one",
    arguments: [
      ("补贴300*12*2元", "补贴300\\*12\\*2元"), ("1. 强化公开", "1\\. 强化公开"), ("12) 甲", "12\\) 甲"), ("- 甲", "\\- 甲"),
      ("+ 甲", "\\+ 甲"),
      ("# 甲", "\\# 甲"), ("> 甲", "\\> 甲"), ("---", "\\---"), ("**重点**", "\\*\\*重点\\*\\*"), ("`甲`", "\\`甲\\`"),
      ("[甲](a.pdf)", "\\[甲](a.pdf)"), ("<b>甲</b>", "\\<b>甲\\</b>"), ("&nbsp;甲", "\\&nbsp;甲"), ("甲\\*乙", "甲\\\\*乙"),
      ("[甲]: https://a.cn", "\\[甲]: https://a.cn"), ("<https://a.cn/>", "\\<https://a.cn/>"),
      ("~~删去~~", "\\~\\~删去\\~\\~"),
      ("```", "\\`\\`\\`"), ("[^1]说明", "\\[^1]说明"), ("*注：甲*", "\\*注：甲\\*"),
    ])
  func markup(_ text: String, _ expected: String) { #expect(written(text) == expected) }

  @Test("headings and cells have their own")
  func places() {
    #expect(written("1. 甲 #", in: .heading(2)) == "## 1. 甲 \\#")
    #expect(written("1. 甲", in: .cell) == "1. 甲")
    #expect(written("甲|乙", in: .cell) == "甲\\|乙")
    #expect(written("300*12*2", in: .cell) == "300\\*12\\*2")
    #expect(written("a<br>b", in: .cell) == "a\\<br>b")
    #expect(MarkdownLine([.text("甲 "), .lineBreak, .text("　乙")], in: .cell).markdown == "甲<br>乙")
  }

  @Test("links, pictures and breaks")
  func pieces() {
    let line = MarkdownLine([
      .text("　　见"), .link("[一]号", to: "https://a.cn/x"), .text("。"), .lineBreak, .lineBreak, .text("- 乙\t  \u{A0}丙"),
      .lineBreak,
      .picture("a.png", alternative: "图[1]"), .text("　"),
    ])
    #expect(line.markdown == "见[\\[一\\]号](https://a.cn/x)。\\\n\\- 乙 丙\\\n![图\\[1\\]](a.png)")
    #expect(MarkdownLine([.text("　 \t"), .lineBreak]).isEmpty)
  }

  @Test("random texts: the page says what was written, in both readers")
  func random() {
    let signs = [
      "甲", "办法", "，", "。", "“", "”", "（", "）", " ", "　", "A", "12", "3.5", "*", "**", "_", "__", "`", "[", "]", "(",
      ")", "![", "](",
      "](a.pdf)", ":", "<", ">", "<b>", "</b>", "<!--", "-->", "&nbsp;", "&lt;", "&", "\\", "|", "^^", "-", "+", "#",
      "~", "=", "1. ",
      "- ", "> ", "# ", "2) ", "https://a.cn/", "<https://a.cn/>", "é", "𠮷", "!", "\"", "'",
    ]
    var random = SeededGenerator(16)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
        .joined()
      let source = written(text)
      #expect(shown(source, .document) == text.withoutBlanks, "\(text.debugDescription) \(source.debugDescription)")
      #expect(shown(source, .commonMark) == text.withoutBlanks, "\(text.debugDescription) \(source.debugDescription)")
    }
  }

  private func shown(_ source: String, _ options: MarkdownOptions) -> String {
    String(decoding: readMarkdown(Array(source.utf8)[...], options: options).plainText, as: UTF8.self).withoutBlanks
  }
}
