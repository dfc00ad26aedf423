import Base
import Documents
import Loading
import TestSupport
import Testing

/// Slips in lines of YAML: all in one run, each one finding, and the rest read as it was meant.
@Suite("Slips in front matter")
struct SlipTests {
  @Test("of one kind on every line are all found, and nothing follows from them") func everyLine() async throws {
    for (colon, rule) in [
      ("：", "yaml-syntax"), (":", "yaml-syntax"), (":\u{3000}", "yaml-blank"), (":\u{A0}", "yaml-blank"),
    ] {
      let lines = ["title\(colon)甲", "发文机关\(colon)乙局", "成文日期\(colon)2026-01-05", "施行日期\(colon)2026-01-06"]
      let findings = try await Fixture.findings(
        in: (["---"] + lines + ["---", "[乙](b.md)", ""]).joined(separator: "\n"))
      #expect(findings.count == 4 && findings.allSatisfy { $0.hasSuffix(rule) }, "\(findings)")
    }
  }

  @Test(
    "are read as they were meant",
    arguments: [
      ("issuer：乙", "3:7 1 yaml-syntax"), ("issuer :乙", "3:8 1 yaml-syntax"), ("发文机关﹕乙", "3:5 1 yaml-syntax"),
      ("\u{3000}issuer: 乙", "3:1 1 yaml-blank"), ("\tissuer: 乙", "3:1 1 yaml-tab"), ("issuer 乙", "3:7 1 yaml-syntax"),
      ("issuer: \"乙\"", ""), ("issuer: '乙", "3:9 1 yaml-syntax"), ("issuer: \"乙”", "3:9 1 yaml-syntax"),
      ("issuer: 乙 # 说明", ""), ("issuer: 乙: 丙", "3:10 1 yaml-syntax"), ("Issuer: 乙", "3:1 6 unknown-key"),
      ("发文 机关: 乙", "3:1 5 unknown-key"), ("issuer:\n-乙", "4:1 1 yaml-syntax"), ("issuer: [乙", "3:9 1 yaml-syntax"),
      ("issuer: [乙]局", "3:9 1 yaml-syntax"), ("issuer: ,乙", "3:9 1 yaml-syntax"), ("issuer: %乙", "3:9 1 yaml-syntax"),
      (" issuer: 乙", "3:1 1 yaml-syntax"),
      ("issuer: >90乙", "3:9 1 yaml-syntax"),
    ])
  func meant(line: String, finding: String) async throws {
    let library = try await Fixture.document("---\ntitle: 甲\n\(line)\nform: 通知\n---\n正文\n").load()
    #expect(library.findings.map(\.short) == (finding.isEmpty ? [] : ["a/d.md:" + finding]))
    let document = try #require(library.documents.first ?? library.faulty.first)
    #expect(document.issuers.first?.contains("乙") == true && document.form == "通知")
  }

  @Test("in nested values too") func nested() async throws {
    let text = "---\ntitle: 甲\nrepeals:\n  - document：a/b\n    note：乙\n  - {文件：a/c, 说明:丙}\n---\n正文\n"
    let library = try await Fixture.document(text).load()
    #expect(
      library.findings.map(\.short) == [
        "a/d.md:4:13 1 yaml-syntax", "a/d.md:5:9 1 yaml-syntax", "a/d.md:6:6 6 yaml-syntax",
        "a/d.md:6:14 4 yaml-syntax",
      ])
    #expect(library.faulty.first?.relations[.repeals]?.map(\.note) == ["乙", "丙"])
  }

  @Test(
    "that cut a value at # are errors, comments are not",
    arguments: [
      ("summary: 拆除 #3 号楼", "3:13 5 yaml-comment"), ("summary: #3 号楼", "3:10 5 yaml-comment"),
      ("keywords: [拆除 #3, 乙]", "3:15 6 yaml-comment"), ("summary: 甲 # 注释", ""), ("# 注释", ""), ("summary: a#b", ""),
      ("summary: \"甲 #1\"", ""), ("summary: |\n  甲 #1", ""),
    ])
  func comments(line: String, finding: String) async throws {
    #expect(
      try await Fixture.findings(in: "---\ntitle: 甲\n\(line)\n---\n") == (finding.isEmpty ? [] : [finding]))
    #expect(try await Fixture.findings(in: "---\ntitle: 甲 # 乙\n---\n") == ["2:10 3 yaml-comment"])
  }

  @Test("never stop the reader, whatever the line") func anyLine() async throws {
    let signs = [
      "甲", "title", ":", "：", " ", "\u{3000}", "-", "#", "[", "]", "{", "}", "\"", "'", "“", ",", "|", ">", "\n", "  ",
      "*", "\u{200B}",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let lines = (0..<Int.random(in: 1...14, using: &random)).compactMap { _ in signs.randomElement(using: &random) }
      let text = "---\ntitle: 甲\n\(lines.joined())\n---\n正文\n"
      let library = try await Fixture.document(text).load()
      for finding in library.findings { #expect(finding.location.start.line <= 9 + lines.count, "\(text)") }
    }
  }

  @Test("join lines of Han without a blank") func folding() async throws {
    let text = """
      ---
      title: 关于印发河道
        管理办法的通知
      summary: >
        第一行，
        第二行 ABC
        DEF，第三行
      source: "甲
        乙 丙"
      keywords:
        - 河道
          采砂
      ---

      """
    let document = try #require(try await Fixture.document(text).load().documents.first)
    #expect(document.title == "关于印发河道管理办法的通知")
    #expect(document.summary == "第一行，第二行 ABC DEF，第三行")
    #expect(document.origin == "甲乙 丙" && document.keywords == ["河道采砂"])
  }

  @Test("in the lines of dashes are named, and the file is read")
  func dashes() async throws {
    for (opening, closing, expected) in [
      ("———", "———", ["1:1 3 front-matter-dashes"]), ("－－－", "---", ["1:1 3 front-matter-dashes"]),
      ("---", "-----", ["3:1 5 front-matter-dashes"]), ("\n---", "---", ["1:1 1 front-matter-dashes"]),
      ("\u{FEFF}\u{FEFF}---", "---", ["1:1 1 invisible-character"]),
    ] {
      let library = try await Fixture.document("\(opening)\ntitle: 甲\n\(closing)\n\n[乙](b.md)\n").load()
      #expect(library.findings.map { String($0.short.dropFirst(7)) } == expected)
      #expect(library.faulty.first?.title == "甲" && library.faulty.first?.body.targets.count == 1)
    }
    #expect(try await Fixture.findings(in: "---\rtitle: 甲\r---\r") == ["1:1 1 line-separator"])
    #expect(try await Fixture.findings(in: "标题：甲\n---\n正文\n") == ["1:1 1 front-matter-missing", "1:3 1 yaml-syntax"])
  }

  @Test("of quotation marks round a title are a warning") func quotes() async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: “甲乙”\n---\n") == ["2:8 4 title-quotes warning"])
    for title in ["“甲”和“乙”", "“十四五”规划", "关于“甲”"] {
      #expect(try await Fixture.findings(in: "---\ntitle: \(title)\n---\n") == [])
    }
  }
}
