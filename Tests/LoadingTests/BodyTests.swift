import Base
import Documents
import Disk
import Loading
import Markdown
import TestSupport
import Testing

@Suite("Bodies")
struct BodyTests {
  @Test(
    "mistakes of Markdown are findings in their place",
    arguments: [
      ("正文<b>粗</b>", ["4:3 3 raw-html", "4:7 4 raw-html"]), ("![](a.png)", ["4:1 10 image-alt"]),
      ("[甲](javascript:x)", ["4:1 17 link-scheme"]), ("[甲](data:text/html,x)", ["4:1 21 link-scheme"]),
      ("[甲](ms-word:ofe|u|x)", ["4:1 20 link-scheme"]), ("[甲](http:evil.example/x)", ["4:1 24 link-scheme"]),
      ("[甲](https:/evil.example)", ["4:1 24 link-scheme"]), ("<intent:x>", ["4:1 10 link-scheme"]),
      ("[乙](http://10.0.0.1/oa)", ["4:1 23 link-host warning"]),
      ("[乙](https://u:p@a.example/)", ["4:1 27 link-host warning"]), ("[甲](tel:12345)和[乙](mailto:a@b.cn)", []),
      ("| 甲 |\n|---|\n| 一 | 二 |", ["6:7 1 table-cells"]), ("<!-- 注释 -->", ["4:1 11 html-comment warning"]),
      ("| 甲 |\n|---|\n| ^^ |", ["6:3 2 merge-target"]), ("正文\r\n\r\n<i>", ["6:1 3 raw-html"]),
    ])
  func issues(body: String, expected: [String]) async throws {
    let findings = try await Fixture.findings(in: "---\ntitle: 甲\n---\n" + body)
    #expect(findings.map(\.rulePart) == expected.map(\.rulePart))
    #expect(findings.first?.split(separator: " ").first == expected.first?.split(separator: " ").first)
  }

  @Test(
    "the cure of a tag says what to write in its place",
    arguments: [
      ("<td>甲</td>", "写成用“|”分列的表格，合并的格写“^^”或“||”"), ("甲<br>乙", "换行写；只有表格的格中可以写 <br>"),
      ("<track>", "改用 Markdown；要显示“<”本身，写作 \\<"),
    ]) func tags(body: String, cure: String) async throws
  {
    let findings = try await Fixture.document("---\ntitle: 甲\n---\n" + body).load().findings
    #expect(findings.first?.cures == [cure])
  }

  @Test("tables that Markdown does not see are warnings with the table to paste") func looseTables() async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n---\n类别\t标准\n低保\t800元\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:4:1 5 table-text warning"])
    #expect(findings.first?.cures.first == "改为（前后各空一行）：\n| 类别 | 标准 |\n| --- | --- |\n| 低保 | 800元 |")
  }

  @Test("a short row is a warning that shows both ways to fill it") func shortRow() async throws {
    let text = "---\ntitle: 甲\n---\n| 类别 | 标准 |\n|---|---|\n| 800元 |\n"
    let findings = try await Fixture.document(text).load().findings
    #expect(findings.map(\.short) == ["a/d.md:6:3 4 table-short-row warning"])
    #expect(findings.first?.cures == ["前面的格与上一行合并的，写作 | ^^ | 800元 |", "后面的格空着的，写作 | 800元 |  |"])
  }

  @Test("without mistakes are silent, and their links are kept with their places") func clean() async throws {
    let text = "---\ntitle: 甲\n---\n见[乙](b.md \"丙\")和![图](c.png)。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n"
    let library = try await Fixture.document(text).load()
    #expect(library.findings == [])
    let targets = try #require(library.documents.first?.body.targets)
    #expect(targets.map(\.destination) == ["b.md", "c.png"] && targets.map(\.isImage) == [false, true])
    #expect(targets.map(\.location.start) == [2, 16].map { SourcePosition(line: 4, column: $0) })
    #expect(targets.map(\.location.length) == [13, 11])
    #expect(targets.first?.location.sourceLine == "见[乙](b.md \"丙\")和![图](c.png)。")
  }

  @Test("of columns are introductions") func introduction() async throws {
    let library = try await Fixture(["Content/b/_column.md": "---\ntitle: 甲\n---\n见[乙](x)。"]).load()
    #expect(String(decoding: library.columns[1].introduction.text.plainText, as: UTF8.self) == "见乙。")
    #expect(library.columns[1].introduction.targets.map(\.location.start.line) == [4])
  }
}

extension String {
  /// The rule and its severity.
  fileprivate var rulePart: String { split(separator: " ").dropFirst(2).joined(separator: " ") }
}
