import Base
import Documents
import Loading
import Testing

@Suite struct ReviewRecordTests {
  private func source(_ frontMatter: String, _ body: String = "正文。\n") -> SourceText {
    SourceText(path: "Content/a/d.md", bytes: Array("---\n\(frontMatter)\n---\n\(body)".utf8))
  }

  private func fingerprint(_ frontMatter: String, _ body: String = "正文。\n") -> Fingerprint {
    ReviewRecord.fingerprint(of: source(frontMatter, body))
  }

  @Test(arguments: [
    "title: 甲\nreview:\n  初审: {by: 李某, on: 2026-11-16}\n  secrecy:\n    姓名: 钱某\n    日期: 2026年11月17日",
    "审核: {first: {by: 李某, on: 2026-11-16}, 保密审查: {by: 钱某, on: 2026/11/17}}\n标题: 甲",
  ])
  func `a record is read in either language`(_ text: String) {
    let record = ReviewRecord(in: source(text))
    #expect(record.passes.mapValues(\.by) == [.first: "李某", .secrecy: "钱某"])
    #expect(record.passes[.secrecy]?.on.iso == "2026-11-17")
  }

  @Test(arguments: ["title: 甲", "title: 甲\nreview:", "review: 李某", "review: {初审: {by: 李某}}", "title: [", ""])
  func `what cannot be read is no record`(_ text: String) {
    #expect(ReviewRecord(in: source(text)).passes.isEmpty)
  }

  @Test func `only facts and text make another document of it`() {
    let before = fingerprint("title: 甲\nsummary: 乙")
    for same in [
      "summary: 乙\ntitle: 甲", "title: \"甲\"\n# 附注\nsummary: 乙", "title: 甲\nsummary: 乙\ndraft: 是",
      "title: 甲\nsummary: 乙\nreview: {初审: {by: 李某, on: 2026-11-16}}",
    ] {
      #expect(fingerprint(same) == before, "\(same)")
    }
    for other in ["title: 甲", "title: 甲\nsummary: 丙", "title: 甲\nsummary: 乙\npublishedOn: 2026-11-16", "title: ["] {
      #expect(fingerprint(other) != before, "\(other)")
    }
    #expect(fingerprint("title: 甲\nsummary: 乙", "正文。  \r\n") == before)
    #expect(fingerprint("title: 甲\nsummary: 乙", "正文！\n") != before)
  }

  @Test func `a list and its items side by side are not the same`() {
    #expect(fingerprint("topics: [a, b]") != fingerprint("topics: [a]\nb: x"))
    #expect(fingerprint("topics: [[a], b]") != fingerprint("topics: [[a, b]]"))
  }
}
