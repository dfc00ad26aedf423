import Base
import Documents
import Disk
import Loading
import Markdown
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  @Test(
    "is bounded by lines that are exactly ---",
    arguments: [
      ("标题: 甲\n", ["front-matter-missing 1:1"]),
      ("\n---\ntitle: 甲\n---\n", ["front-matter-dashes 1:1"]),
      ("---\ntitle: 甲\n\n正文", ["front-matter-open 1:1"]),
      ("---\ntitle: 甲\n----\n正文", ["front-matter-dashes 3:1"]),
      ("---\ntitle: 甲\n --- \n\n正文", ["front-matter-dashes 3:1"]),
      ("\u{FEFF}---\ntitle: 甲", ["front-matter-open 1:1"]),
      ("---", ["front-matter-open 1:1"]),
      ("---  \ntitle: 甲\n---  \n", []),
      ("---\ntitle: 甲\n---", []),
      ("---\r\ntitle: 甲\r\n---\r\n正文\r\n", []),
      ("\u{FEFF}---\ntitle: 甲\n---\n", []),
    ])
  func bounds(text: String, expected: [String]) async throws {
    let findings = try await Fixture.document(text).load().findings
    #expect(findings.map { "\($0.rule) \($0.location.start.line):\($0.location.start.column)" } == expected)
  }

  @Test(
    "does not end at --- inside a value or in the body",
    arguments: [
      ("---\ntitle: 甲 --- 乙\n---\n正文\n\n---\n\n正文", "甲 --- 乙", nil),
      ("---\ntitle: 甲\nsummary: |\n  上\n  ---\n  下\n---\n正文", "甲", "上\n---\n下"),
      ("---\ntitle: 甲\nsummary: >-\n  it's\n  \"\n---\n正文", "甲", "it's \""),
      ("---\ntitle: 甲\nsummary: \"上\n  ---\n  下\"\n---\n正文", "甲", "上 --- 下"),
      ("---\ntitle: 甲\nsummary: '上\n\n  it''s\n ---\n  下'\n---\n正文", "甲", "上\nit's --- 下"),
      ("---\ntitle: 甲\nkeywords:\n  - |\n    ---\n---\n正文", "甲", nil),
      ("---\ntitle: 甲\nsummary: 乙 # it's a \"comment\n---\n正文", "甲", "乙"),
      ("---\ntitle: 甲's \"乙\n---\n正文", "甲's \"乙", nil),
      ("---\nkeywords: [\"甲\", '乙']\ntitle: 甲\n---\n'正文", "甲", nil),
    ] as [(String, String, String?)])
  func inside(text: String, title: String, summary: String?) async throws {
    let library = try await Fixture.document(text).load()
    #expect(library.findings == [])
    #expect(library.documents.first?.title == title)
    #expect(library.documents.first?.summary == summary)
    let body = try #require(library.documents.first?.body.text.plainText)
    #expect(String(decoding: body, as: UTF8.self).contains("正文"))
    #expect(!String(decoding: body, as: UTF8.self).contains("下"))
  }

  @Test("with a quote that is not closed ends at its --- all the same") func unclosed() async throws {
    let text = "---\ntitle: \"甲\nissuer: 乙\n---\n他说\"好\"\n\n---\n"
    #expect(try await Fixture.findings(in: text) == ["2:8 1 yaml-syntax"])
  }

  @Test("ends at --- at column 1 even between quotation marks, as YAML has it, and says how to write it")
  func quotedMarker() async throws {
    let text = "---\ntitle: 甲\nsummary: \"上\n---\n下\"\n---\n正文"
    #expect(
      try await Fixture.document(text).load().findings.map(\.text) == [
        """
        Content/a/d.md:3:10: error: 引号没有成对：这里开始的引号没有结束 [yaml-syntax]
           3 | summary: "上
             |          ^
             = 在值的末尾补上引号；值中的引号改用“”
             = 值中有单独一行“---”的，把这一行缩进

        """
      ])
  }

  @Test("may be empty, and then misses the title") func empty() async throws {
    #expect(try await Fixture.findings(in: "---\n---\n正文") == ["1:1 1 missing-title"])
    #expect(try await Fixture.findings(in: "---\n# 注释\n---\n正文") == ["1:1 1 missing-title"])
  }

  @Test("reports the body's mistakes even when it cannot be read itself") func both() async throws {
    let text = "---\ntitle: [甲\n---\n正文<b>粗</b>"
    let findings = try await Fixture.findings(in: text)
    #expect(findings.first == "2:8 1 yaml-syntax")
    #expect(findings.dropFirst().contains { $0.hasPrefix("4:3 ") && $0.hasSuffix("raw-html") })
  }
}
