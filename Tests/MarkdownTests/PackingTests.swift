import Testing

@testable import Markdown

@Suite("Texts as bytes")
struct PackingTests {
  @Test(
    "a text that was packed is the same again, but for its issues",
    arguments: [
      "", "正文。\n",
      "# 章程\n\n前言，见[附件](a/b.pdf \"题\")和 ![图](图.png)。\n\n## 第一章 总则\n\n第一条 甲\n\n续\n\n一、乙\n\n（一）丙是较长的一段，不是标题。\n",
      "| 甲 | 乙 |\n|---|---|\n| 一 | <b>二</b> |\n",
    ])
  func same(_ source: String) {
    let text = rendered(source)
    let read = MarkdownText(packed: text.packed)
    #expect(read.html == text.html)
    #expect(read.plainText == text.plainText)
    #expect(read.slots == text.slots)
    #expect(read.outline == text.outline)
    #expect(read.numberedParagraphs == text.numberedParagraphs)
    #expect(read.sections == text.sections)
    #expect(read.issues.isEmpty)
  }
}
