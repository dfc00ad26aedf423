import Testing

@testable import Markdown

@Suite("What is not passed on")
struct SafeModeTests {
  @Test("raw HTML and comments leave nothing behind")
  func dropped() {
    #expect(html("甲<b onclick=\"x()\">乙</b>丙<!-- 丁 -->\n") == "<p>甲乙丙</p>\n")
    #expect(html("<div class=\"x\">\n</div>\n\n<!-- 丙\n丁 -->\n甲\n") == "<p>甲</p>\n")
    #expect(!html("![<b onerror=x>](a.png)\n").contains("<b"))
  }

  @Test(
    "raw HTML is found at its line and column, in characters",
    arguments: [
      ("中文，全角<b>x</b>\n", ["raw-html 1:6+3", "raw-html 1:10+4"]),
      ("甲\n<div class=\"x\">\n乙\n", ["raw-html 2:1+15"]),
      ("- 项\n  - 子项 <i>\n    续 <u>\n", ["raw-html 2:8+3", "raw-html 3:7+3"]),
      ("> 引\n> > 内 <i>\n懒 <u>\n", ["raw-html 2:7+3", "raw-html 3:3+3"]),
      ("# 标题 <i>\n\n标题 <u>\n====\n", ["raw-html 1:6+3", "raw-html 3:4+3"]),
      ("甲 `<b>` <b> \\<i> <i>\n", ["raw-html 1:9+3", "raw-html 1:18+3"]),
      ("甲\\\n乙 <b>\n丙 <i>\n", ["raw-html 2:3+3", "raw-html 3:3+3"]),
      ("甲 [乙](丙/ \"丁\") <b>\n戊 <i>\n", ["raw-html 1:15+3", "raw-html 2:3+3"]),
      ("甲 <a\nhref=\"x\"> <b>\n", ["raw-html 1:3+2", "raw-html 2:11+3"]),
      ("1.  项 <!-- 注 -->\n\n    <div>\n", ["html-comment 1:7+10", "raw-html 3:5+5"]),
      ("甲\r\n乙 <b>\r\n", ["raw-html 2:3+3"]),
      ("-\t项 <b>\n", ["raw-html 1:5+3"]),
      ("甲`a\nb` <b>\n", ["raw-html 2:4+3"]),
      ("甲 [a](<b>) <b>\n", ["raw-html 1:12+3"]),
      ("    \n  甲\n     乙 <b>\n", ["raw-html 3:8+3"]),
    ])
  func places(_ source: String, _ places: [String]) {
    let text = rendered(source)
    #expect(text.places(in: source) == places, "\(source)")
  }

  @Test(
    "what no text may contain does not come in by a reference",
    arguments: [
      "&#1;", "&#xFFFF;", "&#65534;", "&#x1FFFE;", "&#x202E;", "&#x2066;", "&#x7f;", "&#x85;", "&#xFDD0;", "&#xE0041;",
    ])
  func references(_ reference: String) {
    #expect(html("甲\(reference)乙\n") == "<p>甲\u{FFFD}乙</p>\n")
    let link = html("[甲](https://a.example/\(reference) \"\(reference)\")![乙\(reference)](a.png)\n")
    #expect(link.contains("title=\"\u{FFFD}\"") && link.contains("alt=\"乙\u{FFFD}\""))
    #expect(html("甲&#x4E59;&amp;&nbsp;\n") == "<p>甲乙&amp;\u{A0}</p>\n")
  }

  @Test("an issue names the tag")
  func tag() {
    #expect(rendered("<u>\n").issues.map(\.kind) == [.rawHTML("<u>")])
    #expect(rendered("  <div\n id=x>\n").issues.map(\.kind) == [.leftoverHTML("<div")])
  }

  @Test(
    "a scheme that runs code or reaches the disk is dropped and reported",
    arguments: [
      ("[链](javascript:alert(1))", "javascript"), ("[链](JavaScript:x)", "javascript"), ("[链](vbscript:x)", "vbscript"),
      ("[链](file:///etc/passwd)", "file"), ("[链](data:text/html,x)", "data"), ("![图](data:image/png;base64,x)", "data"),
      ("[链](&#106;avascript:x)", "javascript"), ("[链](java&Tab;script:x)", "javascript"),
      ("[链](&#1;javascript:x)", "javascript"), ("<javascript:x>", "javascript"),
    ])
  func scheme(_ source: String, _ scheme: String) {
    let text = rendered("前" + source + "\n")
    #expect(text.slots.isEmpty)
    #expect(text.issues.map(\.kind) == [.unsafeScheme(scheme)])
    #expect(text.issues.first?.place.lowerBound == 3)
    #expect(text.filledHTML.contains("=\"\""))
  }

  @Test("a path that resembles a scheme is a path")
  func path() {
    #expect(rendered("[链](data/2023.xlsx) [链](数据:x.xlsx) [链](./files:x)\n").issues.isEmpty)
  }

  @Test("an image without text is reported")
  func alternative() {
    let source = "全角 ![](图.png)\n\n- ![ ](a.png)\n"
    let text = rendered(source)
    #expect(text.places(in: source) == ["image-alt 1:4+10", "image-alt 3:3+11"])
    #expect(text.issues.first?.kind == .imageWithoutText("图.png"))
  }

  @Test("a clean text has no issue")
  func clean() {
    #expect(rendered("a < b > c & d\n\n`<b>` \\<b> &lt;b&gt; ![图](a.png)\n\n    甲\n").issues.isEmpty)
  }
}
