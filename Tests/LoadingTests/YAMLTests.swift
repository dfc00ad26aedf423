import Base
import Documents
import Disk
import Loading
import Markdown
import TestSupport
import Testing

@Suite("YAML mistakes")
struct YAMLTests {
  @Test(
    "stand where a writer has to look",
    arguments: [
      ("title: 甲: 乙", "1:9 1 yaml-syntax", "冒号"),
      ("title: \"甲", "1:8 1 yaml-syntax", "引号没有成对"),
      ("title: 'it's'", "1:12 2 yaml-syntax", "引号后面还有文字"),
      ("title: \"甲\"乙\"", "1:11 2 yaml-syntax", "引号后面还有文字"),
      ("title：甲\nissuer: 乙", "1:6 1 yaml-syntax", "全角"),
      ("title: 甲\nissuer 乙\nform: 通知", "2:7 1 yaml-syntax", "冒号缺失"),
      ("\ttitle: 甲", "1:1 1 yaml-tab", "制表符"),
      ("title: 甲\nrepeals:\n\t- a/b", "3:1 1 yaml-tab", "制表符"),
      ("title: @甲", "1:8 1 yaml-syntax", "“@”"),
      ("title: `甲`", "1:8 1 yaml-syntax", "“`”"),
      ("title: [甲, 乙", "1:8 1 yaml-syntax", "方括号"),
      ("title: 甲\ntopics: [甲, 乙\nform: 通知", "2:9 1 yaml-syntax", "方括号"),
      ("title: {a: 1", "1:8 1 yaml-syntax", "花括号"),
      ("title: 甲\n  issuer: 乙", "2:1 2 yaml-syntax", "缩进"),
      ("  title: 甲\nissuer: 乙", "2:1 1 yaml-syntax", "缩进"),
      ("title: 甲\nrepeals:\n  - a\n b", "4:2 1 yaml-syntax", "缩进"),
      ("title: *甲", "1:8 1 yaml-syntax", "“*”"),
      ("title: *a", "1:8 1 yaml-syntax", "“*”"),
      ("title: \"C:\\windows\"", "1:11 1 yaml-syntax", "反斜杠"),
      ("title: > 甲", "1:8 1 yaml-syntax", "“>”"),
      ("title: 甲\n...\nissuer: 乙", "3:1 1 yaml-syntax", "缩进"),
      ("title: !<甲", "1:8 1 yaml-syntax", "“!”"),
      ("title: 甲\n--- 乙", "2:1 1 yaml-syntax", "结束"),
      ("title: 甲\u{80}乙", "1:9 1 control-character", "不可见"),
      ("只有一句话", "1:1 5 wrong-type", "键: 值"),
      ("- title: 甲", "1:1 10 wrong-type", "键: 值"),
    ])
  func places(yaml: String, expected: String, word: String) async throws {
    let findings = try await Fixture.document("---\n" + yaml + "\n---\n正文").load().findings
    let parts = expected.split(separator: ":", maxSplits: 1)
    let line = (parts.first.flatMap { Int($0) } ?? 0) + 1
    #expect(findings.map(\.short) == ["a/d.md:\(line):\(parts.last ?? "")"])
    #expect(findings.first?.message.contains(word) == true, "\(findings.first?.message ?? "")")
    #expect(findings.first?.cures.isEmpty == false)
  }

  @Test("stand in a file of their own, too") func files() async throws {
    let findings = try await Fixture([
      "Content/site.yml": Fixture.siteText + "notice: 甲: 乙\n", "Templates/kinds/x.yml": "label: [甲\n",
      "Content/a/_column.md": "---\ntitle: \"甲\n---\n",
    ]).findings()
    #expect(
      findings == [
        "a/_column.md:2:8 1 yaml-syntax", "site.yml:5:10 1 yaml-syntax", "Templates/kinds/x.yml:1:8 1 yaml-syntax",
      ])
  }

  @Test("of a key written twice are reported at each repetition") func duplicates() async throws {
    let text = """
      ---
      title: 甲
      "title": 乙
      basedOn: {title: 丙}
      summary: |
        title: 不是键
      title : 丁
      ---
      """
    let library = try await Fixture.document(text).load()
    #expect(library.findings.map(\.short) == ["a/d.md:3:1 7 duplicate-key", "a/d.md:7:1 5 duplicate-key"])
    #expect(
      library.findings.first?.text == """
        Content/a/d.md:3:1: error: “title”写了两次 [duplicate-key]
           3 | "title": 乙
             | ^^^^^^^
             = 第一处：Content/a/d.md:2:1
           2 | title: 甲
             | ^^^^^
             = 只保留一处

        """)
  }

  @Test(
    "of a key written twice are found at any depth",
    arguments: [
      ("title: 甲\nbasedOn: {document: a/b, note: 丙, document: a/c}", "3:35 8"),
      ("title: 甲\nbasedOn:\n  - note: 乙\n    document: a/b\n\n  # 注\n    note: 丙\n  - note: 丁", "8:5 4"),
      ("title: 甲\nbasedOn:\n  - {note: 乙}\n  - note: 丙\n    note: 丁\nnote: 戊", "6:5 4"),
      ("title: 甲\n\"t\\u0069tle\": 乙", "2:1 5"), ("basedOn: {title: {a: 1}, title: 乙}", "2:11 5"),
    ])
  func deepDuplicates(yaml: String, place: String) async throws {
    #expect(try await Fixture.findings(in: "---\n\(yaml)\n---\n") == [place + " duplicate-key"])
  }

  @Test("guess nothing: words that look like other types are texts") func noGuessing() async throws {
    let text = "---\ntitle: no\nsource: 1e3\nsummary: 0x10\nkeywords: [on, 12:30:45, 1.0, \"~\"]\n---\n"
    let document = try #require(try await Fixture.document(text).load().documents.first)
    #expect(document.title == "no" && document.origin == "1e3" && document.summary == "0x10")
    #expect(document.keywords == ["on", "12:30:45", "1.0", "~"])
  }

  @Test(
    "may repeat a list or a mapping by its anchor, in front matter, a column, site.yml and a kind",
    arguments: [
      ("Content/a/d.md", "---\ntitle: 甲\nkeywords: &a [乙]\nthemes: [*a]\n---\n"),
      ("Content/a/d.md", "---\ntitle: 甲\nkeywords: &a [乙, 丙]\nsummary: {q: *a}\n---\n"),
      ("Content/a/d.md", "---\ntitle: &a {b: c}\nkeywords: [x, *a]\n---\n"),
      ("Content/a/_column.md", "---\ntitle: 甲\nkind: page\nkeywords: &a [乙]\ndescription: [*a]\n---\n"),
      ("Content/site.yml", "themes: &a [{id: x, name: y}]\ntopics: [*a]\n"),
      ("Content/_kinds/k.yml", "label: 甲\nfields: &a [{key: x, label: 乙, type: text}]\nparts: [*a]\n"),
    ]) func repeatedValues(path: String, text: String) async throws
  {
    #expect(try await !Fixture([path: text]).findings().isEmpty)
  }

  @Test("with deep nesting or exploding aliases are findings, not crashes") func hostile() async throws {
    let deep = "title: " + String(repeating: "[", count: 5000)
    #expect(try await Fixture.findings(in: "---\n\(deep)\n---\n").count == 1)
    var bomb = "title: 甲\nkeywords:\n  - &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, earlier) in zip("bcdefghi", "abcdefgh") {
      bomb += "  - &\(name) [" + Array(repeating: "*\(earlier)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(
      try await Fixture.findings(in: "---\n\(bomb)---\n").map { $0.split(separator: " ").last } == ["yaml-syntax"])
  }
}
