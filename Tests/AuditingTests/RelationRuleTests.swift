import Auditing
import Base
import Documents
import Markdown
import Testing

/// Relations that contradict each other, with both places.
@Suite struct RelationRuleTests {
  @Test func `two documents that end each other are reported once, at the smaller id`() {
    var library = TestLibrary()
    library.add("e", [.effectiveOn: "2020-01-01", .replaces: "d"])
    library.add("d", [.effectiveOn: "2020-01-01", .repeals: "e"])
    #expect(library.short() == ["d.md:3:10 error mutual-repeal < e.md:3:11"])
    #expect(library.findings().first?.message == "两件文件互相终止：“d”废止“e”，“e”替代“d”")
  }

  @Test func `repeals of single provisions may be mutual`() {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .repeals: "e 第三条"])
    library.add("e", [.effectiveOn: "2020-01-01", .repeals: "d 第四条"])
    #expect(library.short() == [])
  }

  @Test func `longer circles are reported once each, with every place`() {
    var library = TestLibrary()
    for (name, next) in [("1", "2"), ("2", "3"), ("3", "1"), ("5", "6"), ("6", "7"), ("7", "5"), ("4", "5")] {
      library.add(name, [.effectiveOn: "2020-01-01", .basedOn: next])
    }
    library.add("0", [.effectiveOn: "2020-01-01", .amends: "1"])
    #expect(
      library.short() == [
        "1.md:3:10 error relation-cycle < 2.md:3:10, 3.md:3:10",
        "5.md:3:10 error relation-cycle < 6.md:3:10, 7.md:3:10",
      ])
  }

  @Test func `circles of different relations are none, and ending relations are one kind`() {
    var library = TestLibrary()
    library.add("1", [.effectiveOn: "2020-01-01", .basedOn: "2"])
    library.add("2", [.effectiveOn: "2020-01-01", .amends: "1"])
    #expect(library.short() == [])
    library = TestLibrary()
    library.add("1", [.effectiveOn: "2020-01-01", .repeals: "2"])
    library.add("2", [.effectiveOn: "2020-01-01", .replaces: "3"])
    library.add("3", [.effectiveOn: "2020-01-01", .annuls: "1"])
    #expect(library.short() == ["1.md:3:10 error relation-cycle < 2.md:3:11, 3.md:3:9"])
  }

  @Test func `a circle of twenty thousand documents is walked without recursion`() {
    var library = TestLibrary()
    for number in 0..<20_000 {
      library.add("\(100_000 + number)") {
        $0.relations[.basedOn] = [
          Reference(target: .path(DocumentID("a/\(100_000 + (number + 1) % 20_000)")), place: 0..<3)
        ]
      }
    }
    let findings = library.findings()
    #expect(findings.map(\.rule) == ["relation-cycle"] && findings.first?.related.count == 19_999)
  }

  @Test func `a document that acts on itself is an error`() {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .interprets: "d"])
    #expect(library.short() == ["d.md:3:13 error self-reference"])
  }

  @Test func `an act older than its target is an error with three places`() {
    var library = TestLibrary()
    library.add("d", [.documentDate: "2024-05-02"])
    library.add("e", [.documentDate: "2024-05-01", .amends: "d"])
    library.add("f", [.publishedOn: "2024-05-01", .corrects: "d"])
    library.add("g", [.documentDate: "2024-05-02", .repeals: "d 第三条"])
    library.add("h", [.documentDate: "2024-05-01", .basedOn: "d"])
    #expect(
      library.short() == [
        "e.md:3:9 error act-order < e.md:2:15, d.md:2:15", "f.md:3:11 error act-order < f.md:2:14, d.md:2:15",
      ])
  }

  private static let dated: [(fields: KeyValuePairs<CommonField, String>, expected: [String])] = [
    ([.documentNumber: "甲政发〔2023〕5号", .documentDate: "2024-01-05"], ["d.md:2:17 error number-year < d.md:3:15"]),
    ([.documentDate: "2024-01-05", .publishedOn: "2024-01-04"], ["d.md:3:14 error date-order < d.md:2:15"]),
    ([.expiresOn: "2023-01-01", .effectiveOn: "2023-01-02"], ["d.md:2:12 error date-order < d.md:3:14"]),
    ([.opensOn: "2024-02-01", .closesOn: "2024-01-31"], ["d.md:3:11 error date-order < d.md:2:10"]),
    ([.documentNumber: "甲政发〔2024〕5号", .documentDate: "2024-01-05", .publishedOn: "2024-01-05"], []),
    ([.effectiveOn: "2024-02-01", .expiresOn: "2024-02-01", .opensOn: "2024-02-01", .closesOn: "2024-02-01"], []),
    ([.documentNumber: "甲政发〔2023〕5号"], []),
    (
      [.publishedOn: "2024-02-01", .withdrawn: "2024-01-31"],
      ["_column.md:1:1 warning empty-column", "d.md:3:12 error date-order < d.md:2:14"]
    ),
    (
      [.publishedOn: "2024-02-01", .publicUntil: "2024-01-31"],
      ["_column.md:1:1 warning empty-column", "d.md:3:14 error date-order < d.md:2:14"]
    ),
    (
      [.publishedOn: "2024-02-01", .withdrawn: "2024-02-01", .publicUntil: "2024-02-01"],
      ["_column.md:1:1 warning empty-column"]
    ),
  ]

  @Test(arguments: 0..<10) func `days out of their order are errors with both places`(_ row: Int) {
    var library = TestLibrary()
    library.add("d", Self.dated[row].fields)
    #expect(library.short() == Self.dated[row].expected)
  }

  @Test func `an outcome before its consultation is an error`() {
    var library = TestLibrary()
    library.add("d", kind: "consultation", [.opensOn: "2024-05-02"])
    library.add("e", kind: "question", [.publishedOn: "2024-05-01", .outcomeOf: "d"])
    library.add("f", kind: "question", [.publishedOn: "2024-05-02", .outcomeOf: "d"])
    #expect(library.short() == ["e.md:2:14 error date-order < d.md:2:10"])
  }

  private static let extended: [(String?, String, String, String?)] = [
    ("2024-12-31", "2024-06-01", "2026-12-31", nil),
    ("2024-12-31", "2025-01-01", "2026-12-31", "warning late-extension < d.md:3:12"),
    ("2024-12-31", "2024-12-31", "2024-12-31", "error extension-shortens < d.md:3:12"),
    (nil, "2024-12-31", "2025-12-31", "warning extension-without-term < d.md:1:1"),
  ]

  @Test("extensions move an end that is there, in time and forward", arguments: extended)
  func extensions(end: String?, effect: String, until: String, expected: String?) {
    var library = TestLibrary()
    if let end {
      library.add("d", [.effectiveOn: "2020-01-01", .expiresOn: end])
    } else {
      library.add("d", [.effectiveOn: "2020-01-01"])
    }
    library.add("e", [.effectiveOn: effect, .extends: "d >" + until])
    #expect(library.short() == (expected.map { ["e.md:3:10 " + $0] } ?? []))
  }

  @Test func `each extension is held against the one before`() {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .expiresOn: "2022-12-31"])
    library.add("f", [.effectiveOn: "2022-01-01", .extends: "d >2024-12-31"])
    library.add("e", [.effectiveOn: "2024-01-01", .extends: "d >2024-06-30"])
    #expect(library.short() == ["e.md:3:10 error extension-shortens < f.md:3:10"])
  }

  @Test func `provisions that the target does not have are warnings in their place`() {
    var library = TestLibrary()
    let text = readMarkdown(Array("第三条 甲\n\n第二十条 乙\n".utf8)[...]).text
    library.add("d", [.documentDate: "2020-01-01"]) { $0.body = Body(text: text) }
    library.add("e", [.documentDate: "2021-01-01", .amends: "d 第三条 第三十条"])
    #expect(library.short() == ["d.md:1:1 warning amended-text", "e.md:3:15 warning unknown-article < d.md:1:1"])
    #expect(library.findings().last?.cures.first == "是否想写：第三条、第二十条？")
    library = TestLibrary()
    library.add("d", [.documentDate: "2020-01-01"])
    library.add("e", [.documentDate: "2021-01-01", .amends: "d 第三条 第三十条"])
    #expect(library.short() == [])
  }

  @Test func `acts without a day or without a state to change are warnings`() {
    var library = TestLibrary()
    library.add("d", [.title: "丁"])
    library.add("e", [.repeals: "d"])
    library.add("q", kind: "question", [.title: "问"])
    library.add("f", [.documentDate: "2021-01-01", .terminates: "q"])
    library.add("g", [.documentDate: "2021-01-01", .corrects: "q"])
    #expect(library.short() == ["e.md:2:10 warning act-undated", "f.md:3:13 warning act-without-effect < q.md:2:8"])
  }
}
