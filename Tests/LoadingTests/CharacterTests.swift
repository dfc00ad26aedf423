import Base
import Documents
import Foundation
import Loading
import TestSupport
import Testing

/// What an editor shows as one character is one column, whatever its scalars, in every file and every report.
@Suite("Columns after characters of many scalars")
struct CharacterTests {
  private static let families = "👨‍👩‍👧‍👦👨‍👩‍👧‍👦"
  private static let waysToWrite = [("\n", ""), ("\r\n", ""), ("\n", "\u{FEFF}"), ("\r\n", "\u{FEFF}")]

  private static func written(_ lines: [String], _ way: (lineBreak: String, mark: String)) -> String {
    way.mark + lines.joined(separator: way.lineBreak) + way.lineBreak
  }

  @Test("are right in a body, of its findings and of its links", arguments: waysToWrite)
  func body(way: (String, String)) async throws {
    let line = "\(Self.families) 见[乙](none.md)和<b>粗</b>。"
    let library = try await Fixture.document(Self.written(["---", "title: 甲", "---", "", "正文。", line], way)).load()
    #expect(library.findings.map(\.short) == ["a/d.md:6:18 3 raw-html", "a/d.md:6:22 4 raw-html"])
    #expect(library.findings.map(\.location.sourceLine) == [line, line])
  }

  @Test("are right in front matter", arguments: waysToWrite)
  func frontMatter(way: (String, String)) async throws {
    let lines = ["---", "title: 甲", "keywords: [\(Self.families), e\u{301}🇨🇳, \"\"]", "\(Self.families)é: 乙", "---"]
    #expect(
      try await Fixture.findings(in: Self.written(lines, way)) == ["3:20 2 empty-item", "4:1 3 unknown-key"])
  }

  @Test("are right in a CSV file", arguments: waysToWrite)
  func csv(way: (String, String)) async throws {
    let kind = """
      label: 台账
      fields:
        - key: rows
          label: 任务
          type: table
          columns:
            - {key: task, label: 任务, type: text}
            - {key: closesOn, label: 完成时限}

      """
    let findings = try await Fixture([
      "Templates/kinds/ledger.yml": kind, "Content/a/d.md": "---\ntitle: 甲\nkind: ledger\nrows: t.csv\n---\n",
      "Content/a/t.csv": Self.written(["任务,完成时限", "\(Self.families)e\u{301},2026-02-30"], way),
    ]).findings()
    #expect(findings == ["a/t.csv:2:5 10 no-such-day"])
  }

  @Test("are right in a kind file", arguments: waysToWrite)
  func kind(way: (String, String)) async throws {
    let lines = ["label: 乙", "fields:", "  - {key: a, label: \(Self.families)e\u{301}, type: texte}"]
    let findings = try await Fixture(["Templates/kinds/x.yml": Self.written(lines, way)]).findings()
    #expect(findings == ["Templates/kinds/x.yml:3:32 5 wrong-choice"])
  }

  @Test("are right in text, JSON and SARIF")
  func reports() async throws {
    let text = "---\ntitle: 甲\n---\n\(Self.families) e\u{301}<b>\n"
    let findings = try await Fixture.document(text).load().findings
    #expect(
      findings.map(\.text) == [
        """
        Content/a/d.md:4:5: error: HTML 代码“<b>”不会显示，正文只用 Markdown [raw-html]
           4 | \(Self.families) e\u{301}<b>
             |       ^^^
             = 改用 Markdown；要显示“<”本身，写作 \\<

        """
      ])
    let json = String(decoding: JSONReport.bytes(findings), as: UTF8.self)
    #expect(json.contains("\"column\": 5,\n    \"endColumn\": 8,"))
    // SARIF counts code points: two family emoji of seven each, a space, e and its accent.
    let sarif = String(decoding: SARIFReport.bytes(findings, version: "1"), as: UTF8.self)
    #expect(sarif.contains("\"startColumn\": 18,"))
    #expect(sarif.contains("\"endColumn\": 21"))
  }
}
