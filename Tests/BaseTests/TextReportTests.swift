import Base
import Testing

@Suite("The text report")
struct TextReportTests {
  private func finding(_ line: String, column: Int, length: Int, cures: [String] = []) -> Diagnostic {
    Diagnostic(
      "document-number",
      at: Diagnostic.Location(
        path: "Content/zhengce/2023-3.md", start: SourcePosition(line: 5, column: column), length: length,
        sourceLine: line),
      "发文字号应使用六角括号“〔〕”", cures: cures)
  }

  @Test("has the place, the severity, the message and the rule, then the line, related places and cures")
  func contract() {
    let text = TextReport(colored: false).text(
      finding("documentNumber: 高政办发[2023]3号", column: 17, length: 12, cures: ["改为：高政办发〔2023〕3号"]))
    #expect(
      text == """
        Content/zhengce/2023-3.md:5:17: error: 发文字号应使用六角括号“〔〕” [document-number]
           5 | documentNumber: 高政办发[2023]3号
             |                 ^^^^^^^^^^^^^^^^^
             = 改为：高政办发〔2023〕3号

        """)
  }

  @Test("puts the carets under what is meant, Han characters being two columns wide")
  func wide() {
    let text = TextReport(colored: false).text(finding("发文字号: 高政办发[2023]3号", column: 11, length: 6))
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "   5 | 发文字号: 高政办发[2023]3号")
    #expect(lines[2] == "     |                   ^^^^^^")
  }

  @Test("of a cure with several lines, those after the first stand at the margin, to be copied as they are")
  func severalLines() {
    let text = TextReport(colored: false).text(
      finding("甲", column: 1, length: 1, cures: ["改为：\n| 甲 |\n| --- |", "或者删去"]))
    #expect(text.hasSuffix("     = 改为：\n| 甲 |\n| --- |\n     = 或者删去\n"))
  }

  @Test("points behind the last character when something is missing there")
  func behind() {
    let lines = TextReport(colored: false).text(finding("标题：", column: 4, length: 1)).split(separator: "\n")
    #expect(lines[2] == "     |       ^")
  }

  @Test("a tab takes one column, as it is shown")
  func tab() {
    let lines = TextReport(colored: false).text(finding("\ttitle: x", column: 2, length: 5)).split(separator: "\n")
    #expect(lines[1] == "   5 |  title: x")
    #expect(lines[2] == "     |  ^^^^^")
  }

  @Test("shows a long line around the place")
  func long() {
    let line = String(repeating: "甲", count: 300) + "乙" + String(repeating: "丙", count: 300)
    let lines = TextReport(colored: false).text(finding(line, column: 301, length: 1)).split(separator: "\n")
    let shown = "…" + String(repeating: "甲", count: 40) + "乙" + String(repeating: "丙", count: 79) + "…"
    #expect(lines[1] == "   5 | " + shown)
    #expect(lines[2] == "     | " + String(repeating: " ", count: 81) + "^^")
  }

  @Test("never sends control characters of a file to the terminal")
  func control() {
    let evil = Diagnostic(
      "x", at: Diagnostic.Location(path: "a\u{1B}]0;t\u{7}.md", sourceLine: "\u{1B}[2J\u{9B}"), "m\u{8}\nn",
      cures: ["c\r"])
    let text = TextReport(colored: false).text(evil)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test("related places follow with their own line")
  func related() {
    let other = Diagnostic.Location(
      path: "Content/b.md", start: SourcePosition(line: 120, column: 3), length: 2, sourceLine: "题：乙")
    let text = TextReport(colored: false).text(
      Diagnostic(
        "twice", .warning, at: Diagnostic.Location(path: "Content/a.md"), "重复", related: [.init(other, "另一处在这里")]))
    #expect(
      text == """
        Content/a.md:1:1: warning: 重复 [twice]
             = 另一处在这里：Content/b.md:120:3
         120 | 题：乙
             |     ^^

        """)
  }

  @Test("colours only when asked, and closes what it opens")
  func colored() {
    let text = TextReport(colored: true).text(finding("a", column: 1, length: 1))
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(text.split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).count - 1 == 3)
    #expect(!TextReport(colored: false).text(finding("a", column: 1, length: 1)).contains("\u{1B}"))
  }
}
