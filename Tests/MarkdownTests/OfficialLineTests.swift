import Base
import Foundation
import Testing

@testable import Markdown

@Suite("Lines of official texts")
struct OfficialLineTests {
  @Test(
    "what looks like a block by chance is a paragraph, as it is written",
    arguments: [
      "=====", "__________", "-", "- ", "+", "1.", "1) 甲", "01. 甲", "1234. 甲", "3. 5万元", "- 5", "+ 3.2%", "+ 5分",
      "- 3分", "* 见附表", "#",
      "# #",
      "#3号楼", "#话题#", "#######", ">90", "> 90 优秀", ">=60", ">＝60", ">+5", "```", "~~~ 备注", "|---|---|", ":-:", "<联系人>",
      "[注]: 甲",
      "[注]: <甲> '乙'", "2023.10.12", "5% <2026>",
    ])
  func paragraphs(_ line: String) {
    let text = rendered("甲\n\(line)\n乙\n")
    #expect(text.html.split(separator: 0x0A).count == 3, "\(text.filledHTML)")
    #expect(text.filledHTML.components(separatedBy: "<p").count == 4, "\(text.filledHTML)")
    #expect(text.plain == "甲\n\(line.trimmed)\n乙")
    #expect(text.issues == [])
  }

  @Test("lines that are pasted from a notepad have their roles")
  func pasted() {
    let source = """
      各乡镇人民政府：
      为做好防汛工作，现通知如下。
      一、加强领导
      　　（一）落实责任。
      安澜县人民政府办公室
      2023年7月20日
      （此件公开发布）
      """
    let spaced = source.replacing("\n", with: "\n\n")
    #expect(html(source) == html(spaced))
    #expect(html(source).contains("<p class=\"signature-date\">"))
    #expect(html(source.replacing("\n", with: "\r\n")) == html(spaced))
  }

  @Test(
    "a line under an item belongs to it if it is indented",
    arguments: [
      ("1. 甲\n（1）子\n", "<ol>\n<li>甲</li>\n</ol>\n<p>（1）子</p>\n"), ("1. 甲\n  续\n", "<ol>\n<li>甲续</li>\n</ol>\n"),
      ("- 甲\n　　段\n", "<ul>\n<li>甲</li>\n</ul>\n<p>段</p>\n"),
      ("- 甲\n\n  段\n- 乙\n", "<ul>\n<li>\n<p>甲</p>\n<p>段</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ul>\n"),
      ("    - 甲\n      - 乙\n", "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n"),
      ("1. 甲\n\n段\n2. 乙\n", "<ol>\n<li>甲</li>\n</ol>\n<p>段</p>\n<ol start=\"2\">\n<li>乙</li>\n</ol>\n"),
      ("1. 甲。\n\n3. 丙。\n", "<ol>\n<li>\n<p>甲。</p>\n</li>\n<li value=\"3\">\n<p>丙。</p>\n</li>\n</ol>\n"),
      ("4. 5月\n5. 6月\n", "<ol start=\"4\">\n<li>5月</li>\n<li>6月</li>\n</ol>\n"),
      ("* 甲\n* 乙\n", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n"),
    ])
  func items(_ source: String, _ expected: String) {
    #expect(html(source) == expected)
  }

  @Test("every quoted line is a paragraph, and so is the line after a quotation")
  func quotations() {
    #expect(
      html("> 甲\n> 乙\n丙\n") == "<blockquote>\n<p>甲</p>\n<p>乙</p>\n</blockquote>\n<p>丙</p>\n")
    #expect(html("> 2023年，甲。\n") == "<blockquote>\n<p>2023年，甲。</p>\n</blockquote>\n")
  }

  @Test("a line without pipes ends a table, and a table follows a paragraph without a blank line")
  func tables() {
    let text = html("如下表：\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n注：丙\n")
    #expect(text.hasPrefix("<p class=\"addressee\">") || text.hasPrefix("<p>"))
    #expect(text.contains("<td>2</td>") && text.hasSuffix("</table></div>\n<p>注：丙</p>\n"))
  }

  @Test(
    "other programs' marks are reported with their place, once for lines in a row",
    arguments: [
      ("● 甲\n● 乙\n\n· 丙\n", ["list-mark 1:1+1", "list-mark 4:1+1"]), ("－甲\n", ["list-mark 1:1+1"]),
      ("–　甲\n", ["list-mark 1:1+1"]), ("＃＃　甲\n", ["heading-mark 1:1+2"]), ("  #甲\n", ["heading-mark 1:3+1"]),
      ("——甲\n·\n-5\n“甲”\n", []), ("- 甲\n  ● 乙\n", ["list-mark 2:3+1"]),
    ])
  func lookalikes(_ source: String, _ places: [String]) {
    #expect(rendered(source).places(in: source) == places)
  }
}
