import Base
import Documents
import Disk
import Loading
import Markdown
import TestSupport
import Testing

@Suite("Positions")
struct PositionTests {
  /// The same mistakes, with every line ending and encoding mark.
  private static let lines = [
    "---", "title: 关于印发《办法》的通知", "tilte: 甲", "成文日期: 2023-02-30", "依据: [高政发〔2020〕1号, \"高政办发[2023]3号\"]",
    "repeals: {文件: a/b, 日期: 2023年13月1日}", "摘要: '它''s' ", "keywords:", "  - 甲", "  - ", "𠮷e\u{301}: 乙", "---", "正文",
    "图 ![](a.png) <i>",
  ]
  private static let expected = [
    "3:1 5 unknown-key", "4:7 10 no-such-day", "5:19 14 document-number", "6:24 10 no-such-day", "10:4 1 empty-item",
    "11:1 2 unknown-key", "14:3 10 image-alt", "14:14 3 raw-html",
  ]

  @Test("count lines and characters as an editor shows them", arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func everyWay(lineBreak: String, mark: String) async throws {
    let text = mark + Self.lines.joined(separator: lineBreak)
    let findings = try await Fixture.findings(in: text)
    #expect(findings == Self.expected)
  }

  @Test("quote the line without its line break") func quoted() async throws {
    let text = "\u{FEFF}---\r\n成文日期: 2023-02-30\r\ntitle: 甲\r\n---\r\n"
    let finding = try #require(try await Fixture.document(text).load().findings.first)
    #expect(
      finding.text == """
        Content/a/d.md:2:7: error: 成文日期“2023-02-30”不存在：2023年2月只有28天 [no-such-day]
           2 | 成文日期: 2023-02-30
             |           ^^^^^^^^^^
             = 核对后改正日期

        """)
  }

  @Test("are right where YAML ends lines and editors do not") func unusualLineBreaks() async throws {
    let text = "---\ntitle: 甲\u{2028} 乙\nsummary: 丙\u{85} 丁\nform: 通之\n---\n"
    let findings = try await Fixture.findings(in: text)
    #expect(findings.contains("4:7 2 wrong-choice"), "\(findings)")
  }

  @Test("of 200 broken documents are 200, each in its place") func manyDocuments() async throws {
    var fixture = Fixture()
    var expected: [String] = []
    for number in 0..<200 {
      let name = "n" + String(1000 + number)
      let blank = String(repeating: "# 注释\n", count: number % 7)
      let mistakes: [(text: String, column: Int, length: Int, rule: String)] = [
        ("titel: 甲", 1, 5, "unknown-key"), ("documentDate: 2023-02-30", 15, 10, "no-such-day"),
        ("发文字号: 高政办发[2023]\(number)号", 7, 11 + String(number).count, "document-number"),
        ("validity: 有笑", 11, 2, "wrong-choice"), ("附件: [没有.pdf]", 6, 6, "attachment-missing"),
      ]
      let mistake = mistakes[number % 5]
      let lineBreak = number % 2 == 0 ? "\n" : "\r\n"
      let mark = number % 3 == 0 ? "\u{FEFF}" : ""
      let text = "---\ntitle: 第\(number)篇\n\(blank)\(mistake.text)\n---\n正文\n"
      fixture.texts["Content/a/\(name).md"] =
        mark
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineBreak)
      expected.append("a/\(name).md:\(3 + number % 7):\(mistake.column) \(mistake.length) \(mistake.rule)")
    }
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == expected)
    #expect(library.documents.isEmpty && library.failedDocuments.count == 200)
  }
}
