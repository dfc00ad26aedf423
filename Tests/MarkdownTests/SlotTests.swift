import Testing

@testable import Markdown

@Suite("Slots for targets")
struct SlotTests {
  @Test("a slot is the place of the attributes, before the title and the alternative text")
  func offsets() {
    let text = rendered("见[附件](a%20b.pdf \"标\")和![图](b.png \"题\")\n")
    let html = String(decoding: text.html, as: UTF8.self)
    #expect(html == "<p>见<a title=\"标\">附件</a>和<img alt=\"图\" title=\"题\" /></p>\n")
    #expect(text.slots.map(\.kind) == [.link, .image])
    #expect(text.slots.map(\.destination) == ["a%20b.pdf", "b.png"])
    for (slot, name) in zip(text.slots, ["<a", "<img"]) {
      #expect(String(decoding: text.html[..<slot.htmlOffset], as: UTF8.self).hasSuffix(name))
    }
  }

  @Test(
    "a slot tells where its link begins",
    arguments: [
      ("全角[附件](a.pdf)\n", "1:3+11"), ("> - 项 [附件](a.pdf)\n", "1:7+11"), ("<https://a.cn/>\n", "1:1+15"),
      ("甲\n乙 <https://a.cn/> 丙\n", "2:3+15"), ("# 甲 <https://a.cn/>\n", "1:5+15"), ("甲\\\n[附件](a.pdf)\n", "2:1+11"),
      ("甲\n  [附件](a.pdf)\n", "2:3+11"), ("**[附件](a.pdf)**\n", "1:3+11"),
      ("全 ![图](a.png)\n", "1:3+11"), ("甲 [a [附件](a.pdf)\n", "1:6+11"),
    ])
  func place(_ source: String, _ place: String) {
    #expect(shown(rendered(source).slots.map(\.place), in: source) == [place])
  }

  @Test("a link around an image has two slots, in the order of the HTML")
  func nested() {
    let text = rendered("[![图](a.png)](b.pdf)\n")
    #expect(text.slots.map(\.destination) == ["b.pdf", "a.png"])
    #expect(text.filledHTML == "<p><a href=\"b.pdf\"><img src=\"a.png\" alt=\"图\" /></a></p>\n")
    #expect(text.slots.map(\.place) == [0..<22, 1..<14])
  }

  @Test("what stands in an alternative text makes no slot")
  func alternative() {
    let text = rendered("![a [b](c) ![d](e)](f.png)\n")
    #expect(text.slots.map(\.destination) == ["f.png"])
    #expect(text.plain == "a b d")
  }
}
