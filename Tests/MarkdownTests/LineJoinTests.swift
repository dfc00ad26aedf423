import Testing

@testable import Markdown

@Suite("Line breaks in the source")
struct LineJoinTests {
  @Test(
    "in a list item, a line break between Han characters and full-width marks is nothing, elsewhere it is a space",
    arguments: [
      ("档案\n管理", "档案管理"), ("档案，\n管理", "档案，管理"), ("档案\n（一）", "档案（一）"), ("他说\n“好”", "他说“好”"),
      ("“好”\n他说", "“好”他说"), ("**档案**\n管理", "档案管理"), ("档案\n**管理**", "档案管理"), ("档案\n`管`", "档案管"),
      ("𠀀\n𠀁", "𠀀𠀁"), ("档案\nGIS", "档案 GIS"), ("GIS\n档案", "GIS 档案"), ("a\nb", "a b"), ("GIS2023\n年", "GIS2023 年"),
      ("“a”\n“b”", "“a” “b”"), ("한국\n한국", "한국 한국"),
    ])
  func joins(_ source: String, _ text: String) {
    let item = "- " + source.replacing("\n", with: "\n  ")
    #expect(rendered(item).plain == text)
    let isJoined = !text.contains(" ")
    #expect(html(item).dropFirst(5).dropLast(13).contains("\n") != isJoined)
  }

  @Test("a backslash at the end of a line breaks the line inside the paragraph; blanks there mean nothing")
  func hardBreak() {
    #expect(html("档案\\\n　管理\n") == "<p>档案<br />\n管理</p>\n")
    #expect(rendered("档案\\\n管理\n").plain == "档案\n管理")
    #expect(html("档案  \n管理　\n") == "<p>档案</p>\n<p>管理</p>\n")
    #expect(html("档案\\\n\n管理\n") == "<p>档案\\</p>\n<p>管理</p>\n")
  }

  @Test("CommonMark keeps every line break")
  func option() {
    #expect(html("档案\n管理\n", options: .commonMark) == "<p>档案\n管理</p>\n")
  }
}
