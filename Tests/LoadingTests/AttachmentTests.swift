import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("Attachments")
struct AttachmentTests {
  private static let files = [
    "Content/a/申请表 2023.docx": "x", "Content/a/b/表.xlsx": "x", "Content/shared.pdf": "x", "Content/a/empty.csv": "",
    "Content/a/b/申请表 2023.docx": "y", "Content/a/index.html": "z",
  ]

  @Test(
    "that cannot be found or must not be used are errors",
    arguments: [
      ("[申请表2023.docx]", "3:6 12 attachment-missing", "是否想写：申请表 2023.docx"),
      ("[没有这个文件啊.zip]", "3:6 11 attachment-missing", "把文件放在文档旁边"),
      ("[../../outside.pdf]", "3:6 17 attachment-path", "把文件放在文档旁边"),
      ("[/a/b/表.xlsx]", "3:6 11 attachment-path", "只写文件名"),
      ("['b\\表.xlsx']", "3:6 10 attachment-path", "只写文件名"), ("[https://a.cn/x.pdf]", "3:6 18 attachment-path", "只写文件名"),
      ("[{title: 甲}]", "3:6 10 missing-field", "title"),
      ("[{file: 申请表202.docx, 名称: 甲}]", "3:13 11 attachment-missing", "申请表 2023.docx"),
      ("[{flie: a}]", "3:7 4 unknown-key", "file"),
      ("[申请表 2023.docx, 申请表 2023.docx]", "3:21 13 attachment-name", "改文件名"),
      ("[申请表 2023.docx, b/申请表 2023.docx]", "3:21 15 attachment-name", "改文件名"),
      ("[index.html]", "3:6 10 attachment-name", "改文件名"),
      ("[~$b.docx]", "3:6 8 attachment-missing", "写原来的文件"),
      ("[d.md]", "3:6 4 attachment-missing", "文件"), ("[empty.csv]", "3:6 9 attachment-empty warning", ""),
    ])
  func wrong(value: String, expected: String, cure: String) async throws {
    let value = value.replacingDoubled
    let findings = try await Fixture.document("---\ntitle: 甲\n附件: \(value)\n---\n", Self.files).load().findings
    #expect(findings.map(\.short).contains("a/d.md:" + expected), "\(findings.map(\.short))")
    #expect(findings.count <= 2)
    #expect(cure.isEmpty || findings.contains { $0.cures.contains { $0.contains(cure) } })
  }

  @Test("may have Chinese names and spaces, and stand elsewhere in Content") func right() async throws {
    let text = "---\ntitle: 甲\n附件: [申请表 2023.docx, b/./表.xlsx, {file: ../shared.pdf}]\n---\n"
    let library = try await Fixture.document(text, Self.files).load()
    #expect(library.findings == [])
    #expect(
      library.documents.first?.attachments.map(\.path) == ["a/申请表 2023.docx", "a/b/表.xlsx", "shared.pdf"])
  }

  @Test("may be one name without a list") func one() async throws {
    let library = try await Fixture.document("---\ntitle: 甲\n附件: b/表.xlsx\n---\n", Self.files).load()
    #expect(library.documents.first?.attachments.map(\.title) == ["表"])
  }
}

extension String {
  /// Turns two backslashes into one, so that a test's list can show the file's text.
  fileprivate var replacingDoubled: String {
    split(separator: "\\\\", omittingEmptySubsequences: false).joined(separator: "\\")
  }
}
