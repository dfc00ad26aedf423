import Testing

@testable import Markdown

@Suite("Provisions as other documents name them")
struct ProvisionTests {
  /// Anchors that a name refers to; `~` marks one that is only part of its block.
  private static func named(_ name: String) -> [String] {
    Provision.named(name).map { ($0.isWhole ? "" : "~") + $0.anchor }
  }

  @Test(
    "a name leads to the anchor of its block",
    arguments: [
      ("第十七条", ["tiao-17"]), ("第17条", ["tiao-17"]), ("第十二条之一", ["tiao-12-1"]), ("第三章", ["zhang-3"]),
      ("第三章　罚则", ["zhang-3"]), ("第三章第十二条", ["tiao-12"]), ("第二节", ["jie-2"]), ("三、", ["s3"]),
      ("三、总体要求", ["s3"]), ("三、（二）", ["s3-2"]), ("第一部分", ["bufen-1"]),
    ])
  func whole(name: String, anchors: [String]) { #expect(Self.named(name) == anchors) }

  @Test(
    "a part of a block is not the block",
    arguments: [
      ("第十七条第二款", ["~tiao-17"]), ("第十七条（三）", ["~tiao-17"]), ("第十七条中的数额", ["~tiao-17"]),
      ("第三章中的部门名称", ["~zhang-3"]), ("三、第二款", ["~s3"]),
    ])
  func part(name: String, anchors: [String]) { #expect(Self.named(name) == anchors) }

  @Test(
    "several in one name",
    arguments: [
      ("第三条至第五条", ["tiao-3", "tiao-4", "tiao-5"]), ("第三条、第五条和第七条第一款", ["tiao-3", "tiao-5", "~tiao-7"]),
      ("第五条至第三条", ["tiao-5"]), ("第二章至第三章", ["zhang-2", "zhang-3"]),
    ])
  func several(name: String, anchors: [String]) { #expect(Self.named(name) == anchors) }

  @Test("what begins with no number means nothing", arguments: ["", "附件2", "全文", "（二）", "第", "第条", "有关收费的规定"])
  func none(name: String) { #expect(Self.named(name) == []) }

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
