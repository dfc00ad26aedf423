import Testing

@testable import Markdown

@Suite("A text among others on a page")
struct NestingTests {
  @Test("has its headings one level lower and its anchors behind a prefix; links stay where they are")
  func nested() {
    let text = rendered("## 甲 [链](x)\n\n第一条 [乙](y)。\n\n一、丙\n\n> ## 丁\n\n1 < 2 ![图](z)\n")
    let nested = text.nested(prefix: "p1-")
    let expected = text.filledHTML.replacing("id=\"", with: "id=\"p1-").replacing("h2", with: "h3")
    #expect(nested.filledHTML == expected)
    #expect(nested.filledHTML.contains("<h3 id=\"p1-") && nested.filledHTML.contains("href=\"y\""))
  }

  @Test("footnotes keep together")
  func footnotes() {
    let text = rendered("甲[^1]\n\n[^1]: 乙\n")
    let expected = text.filledHTML.replacing("note-1", with: "p1-note-1").replacing("note-ref-1", with: "p1-note-ref-1")
    #expect(text.nested(prefix: "p1-").filledHTML == expected)
  }
}
