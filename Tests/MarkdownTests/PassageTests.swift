import Papers
import Testing

@testable import Markdown

/// What a text is compared by, read from its HTML.
struct PassageTests {
  private func passages(_ source: String) -> [String] {
    rendered(source).passages.map { passage in
      let form =
        switch passage.form {
        case .heading: "heading"
        case .article: "article"
        case .paragraph(let isApart): isApart ? "apart" : "paragraph"
        case .row: "row"
        }
      return "\(form) \(passage.anchor ?? "-") \(String(decoding: passage.text, as: UTF8.self))"
    }
  }

  @Test func `articles, headings and paragraphs, with their anchors`() {
    let text = """
      ## 第一章　总则

      第一条　为了规范养护，制定本办法。

      （一）修剪；

      一、总体要求

      二、各镇应当于2026年12月31日以前完成本辖区内全部绿地的普查登记，并且建立档案。

      安澜县人民政府

      2026年1月5日
      """
    #expect(
      passages(text) == [
        "heading zhang-1 第一章　总则", "article tiao-1 第一条　为了规范养护，制定本办法。", "paragraph - （一）修剪；",
        "heading s1 一、总体要求", "paragraph s2 二、各镇应当于2026年12月31日以前完成本辖区内全部绿地的普查登记，并且建立档案。", "apart - 安澜县人民政府",
        "apart - 2026年1月5日",
      ])
  }

  @Test func `each row of a table is one passage, its cells divided by tabs`() {
    let table = "| 事项 | 标准 |\n|---|---|\n| 低收入 | 600 |\n| ^^ | 700<br>另加补贴 |\n"
    #expect(passages(table) == ["row - 事项\t标准", "row - 低收入\t600", "row - 700\n另加补贴"])
  }

  @Test func `items, quotations and code are passages of their own`() {
    #expect(
      passages("- 甲\n- 乙\n  - 丙\n\n> 丁\n\n```\na\nb\n```\n") == [
        "paragraph - 甲", "paragraph - 乙", "paragraph - 丙", "paragraph - 丁", "paragraph - a\nb",
      ])
  }

  @Test func `markup is left out, signs are themselves, a picture is its words`() {
    #expect(
      passages("**重点**见[通知](a.md)，A & B < C \"D\"\n\n![路线 \"一\"](a.png)") == [
        "paragraph - 重点见通知，A & B < C \"D\"", "paragraph - ［图：路线 \"一\"］",
      ])
  }

  @Test func `a text without anything has no passage`() { #expect(passages("") == []) }
}
