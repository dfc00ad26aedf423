import Base
import Documents
import Loading
import Testing

@Suite struct AttachmentListTests {
  private static let form = FrontMatterForm(Kind(id: "notice", label: "通知", lifecycle: .none), site: Site())

  private func patched(_ attachments: String, _ change: (FrontMatterText) -> FrontMatterValue?) throws -> String {
    let text = "---\ntitle: 甲\n\(attachments)draft: 是\n---\n"
    let read = try FrontMatterText(SourceText(path: "Content/a/d.md", bytes: Array(text.utf8)), form: Self.form)
    let bytes = try read.replacing(["attachments": change(read)], form: Self.form)
    return String(decoding: bytes, as: UTF8.self).replacing("---\ntitle: 甲\n", with: "").replacing(
      "draft: 是\n---\n", with: "")
  }

  @Test(arguments: [
    ("", "attachments: [新.docx]\n"), ("附件: 旧.docx\n", "附件: [旧.docx, 新.docx]\n"),
    (
      "attachments: [{title: 表, file: 旧.csv}]  # 两份\n",
      // The remark stays in its column.
      "attachments:" + String(repeating: " ", count: 30) + "# 两份\n  - {title: 表, file: 旧.csv}\n  - 新.docx\n"
    ),
    ("attachments: [新.docx]\n", "attachments: [新.docx]\n"),
  ])
  func `a file comes to the end of the list, once`(_ old: String, _ new: String) throws {
    let patched = try patched(old) { $0.attachments(adding: "新.docx", title: nil) }
    #expect(patched == new)
  }

  @Test func `a title stands beside a name that is not the given one`() throws {
    #expect(
      try patched("") { $0.attachments(adding: "表-2.csv", title: "表") }
        == "attachments:\n  - {title: 表, file: 表-2.csv}\n")
  }

  @Test(arguments: [
    ("attachments: [旧.csv, 新.docx]\n", "attachments: [旧.csv]\n"), ("attachments: [{名称: 表, 文件: 新.docx}]\n", ""),
    ("attachments: 新.docx\n", ""),
  ])
  func `a file goes out of the list, and the list with the last`(_ old: String, _ new: String) throws {
    #expect(try patched(old) { $0.attachments(without: "新.docx") } == new)
  }
}
