import Base
import Loading
import TestSupport
import Testing

/// What `fix` may write: only where the file says what a reader sees.
@Suite struct EditTests {
  private func fixed(_ text: String) async throws -> String {
    let findings = try await Fixture.document(text).load().findings.filter { $0.location.path == "Content/a/d.md" }
    var bytes = Array(text.utf8)
    let edits = findings.flatMap(\.edits).sorted { $0.range.lowerBound > $1.range.lowerBound }
    for edit in edits {
      #expect(String(decoding: bytes[edit.range], as: UTF8.self) == edit.old)
      bytes.replaceSubrange(edit.range, with: Array(edit.new.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("(一)甲(乙)丙,丁\n", "（一）甲（乙）丙，丁\n"), ("甲[乙](https://a.gov.cn/)(丁)\n", "甲[乙](https://a.gov.cn/)(丁)\n"),
    ("**甲**(乙)\n", "**甲**(乙)\n"),
    ("| 甲(子) | 乙,丙 |\n| --- | --- |\n| 丁,戊 | 己:庚 |\n", "| 甲（子） | 乙，丙 |\n| --- | --- |\n| 丁，戊 | 己：庚 |\n"),
    ("见[附件](附件 1,甲(2).docx)(乙)\n", "见[附件](附件 1,甲(2).docx)（乙）\n"),
    ("见![图](图 06月.png),见[甲](<乙 (1,丙.docx)\n", "见![图](图 06月.png),见[甲](<乙 (1,丙.docx)\n"),
    ("见<https://a.gov.cn/甲,乙(丙)>(丁)\n", "见<https://a.gov.cn/甲,乙(丙)>(丁)\n"),
    ("2023 年 10 月 12 日\n", "2023年10月12日\n"), ("甲\u{200B}乙\n", "甲乙\n"),
  ])
  func `in a text`(_ body: String, _ right: String) async throws {
    let head = "---\ntitle: 甲\n---\n\n"
    #expect(try await fixed(head + body) == head + right)
  }

  @Test func `in front matter`() async throws {
    let head = "---\ntitle：关于甲 乙的 通 知\ndocumentNumber: \"安政发[2023]3号\"\ndocumentDate: 2023.10.12\n---\n"
    let right = "---\ntitle: 关于甲乙的通知\ndocumentNumber: \"安政发〔2023〕3号\"\ndocumentDate: 2023-10-12\n---\n"
    var text = head
    for _ in 0..<3 { text = try await fixed(text) }
    #expect(text == right)
  }
}
