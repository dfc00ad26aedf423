import Testing

@testable import Papers

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
}
