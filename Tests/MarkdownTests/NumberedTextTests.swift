import Testing

@testable import Markdown

@Suite("Numbered texts")
struct NumberedTextTests {
  @Test(
    "a numbered text lacks what it has no block for, and then says its numbers",
    arguments: [
      ("第三条", nil), ("第三条第二款", nil), ("第四条", ["第一条", "第三条", "三、"]), ("第一条至第三条", ["第一条", "第三条", "三、"]),
      ("三、", nil), ("附件2", nil),
    ] as [(String, [String]?)])
  func lacking(name: String, numbers: [String]?) {
    #expect(rendered("第一条 甲\n\n第三条 乙\n\n三、各单位应当报告。\n").numbers(lacking: name) == numbers)
    #expect(rendered("没有编号。\n").numbers(lacking: name) == nil)
  }

  @Test("an entry's offset is where its element begins, on both ways through the renderer", arguments: [true, false])
  func offsets(usesPlainPath: Bool) {
    let text = rendered(
      "# 办法\n\n第一条 甲[乙](x)\n\n安澜县人民政府\n\n2024年1月2日\n\n## 第二章 丙\n\n| a |\n| - |\n| b |\n\n**第二条** 丁\n\n三、各单位应当报告。\n",
      usesPlainPath: usesPlainPath)
    let entries = text.outline + text.numberedParagraphs
    #expect(entries.map(\.anchor) == ["h-1", "tiao-1", "zhang-2", "tiao-2", "s3"])
    for entry in entries {
      let element = String(decoding: text.html[entry.htmlOffset...].prefix(40), as: UTF8.self)
      #expect(element.hasPrefix("<") && element.contains("id=\"\(entry.anchor)\""), "\(element)")
    }
  }
}
