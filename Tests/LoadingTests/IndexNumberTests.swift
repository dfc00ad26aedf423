import Base
import Documents
import TestSupport
import Testing

@testable import Loading

@Suite("索引号 and old addresses over the library")
struct IndexNumberTests {
  private static func text(_ number: String, _ rest: String = "") -> String {
    "---\ntitle: 甲\nindexNumber: \(number)\n\(rest)---\n"
  }

  private static func findings(_ files: [String: String]) async throws -> [String] {
    let rules = [
      "duplicate-index-number", "index-ledger", "index-number-missing", "organization-code", "alias-form",
      "duplicate-alias", "wrong-choice", "missing-field",
    ]
    return try await Fixture(files).load().findings.filter { rules.contains($0.rule) }.map(\.short)
  }

  private static let heading = "number,document,day\n"

  @Test("one number belongs to one document; of a draft it is a warning") func duplicates() async throws {
    #expect(
      try await Self.findings(["Content/a/x.md": Self.text("甲/2026-1"), "Content/a/y.md": Self.text("甲/2026-1")]) == [
        "a/y.md:3:14 8 duplicate-index-number"
      ])
    #expect(
      try await Self.findings([
        "Content/a/x.md": Self.text("甲/2026-1"), "Content/a/y.md": Self.text("甲/2026-1", "draft: true\n"),
      ]) == ["a/y.md:3:14 8 duplicate-index-number warning"])
  }

  @Test("a number is that of the ledger; a document that was moved takes it along") func ledger() async throws {
    let ledger = Self.heading + "甲/2026-1,a/x,2026-03-01\n甲/2026-2,a/y,2026-03-02\n"
    #expect(
      try await Self.findings([
        "Content/_index-numbers.csv": ledger, "Content/a/x.md": Self.text("甲/2026-7"),
        "Content/a/y.md": Self.text("甲/2026-2"), "Content/a/z.md": Self.text("甲/2026-9"),
      ]) == ["a/x.md:3:14 8 index-ledger"])
    #expect(
      try await Self.findings([
        "Content/_index-numbers.csv": ledger, "Content/a/moved.md": Self.text("甲/2026-1"),
      ]) == [])
    #expect(
      try await Self.findings([
        "Content/_index-numbers.csv": ledger, "Content/a/y.md": Self.text("甲/2026-8"),
        "Content/a/z.md": Self.text("甲/2026-2"),
      ]) == ["a/y.md:3:14 8 index-ledger", "a/z.md:3:14 8 index-ledger"])
  }

  @Test("the ledger is only added to") func damage() async throws {
    let ledger = Self.heading + "甲/2026-1,a/x,2026-03-01\n甲/2026-1,a/y,2026-03-01\n甲/2026-3,a/x,2026-03-01\n甲/20"
    #expect(
      try await Self.findings(["Content/_index-numbers.csv": ledger, "Content/a/x.md": Self.text("甲/2026-1")]) == [
        "_index-numbers.csv:3:1 23 index-ledger", "_index-numbers.csv:4:1 23 index-ledger",
        "_index-numbers.csv:5:1 4 index-ledger",
      ])
  }

  @Test("a code in front of a number has a check character") func codes() async throws {
    for (code, isRight) in [
      ("11370322004222241N", true), ("11370322004222241M", false), ("01404053X", true), ("01404053-X", true),
      ("014040531", false), ("000014349", true), ("某县", true),
    ] {
      let found = try await Self.findings(["Content/a/x.md": Self.text("\(code)/2026-00001")])
      #expect((found == []) == isRight, "\(code): \(found)")
    }
  }

  @Test("a site that asks for numbers is told once how many are missing") func missing() async throws {
    let site = Fixture.siteText + "indexNumbers: {code: 11370322004222241N, kinds: [policy]}\n"
    let found = try await Fixture([
      "Content/site.yml": site, "Content/a/x.md": "---\ntitle: 甲\n---\n", "Content/a/y.md": "---\ntitle: 乙\n---\n",
      "Content/a/z.md": "---\ntitle: 丙\ndraft: true\n---\n",
    ]).load().findings.filter { $0.rule == "index-number-missing" }
    #expect(found.map(\.message) == ["索引号缺失，共 2 篇，第一篇是 Content/a/x.md"])
  }

  @Test("settings that cannot be counted with are errors") func settings() async throws {
    for (setting, rule) in [
      ("{code: 11370322004222241M}", "organization-code"), ("{digits: 5}", "missing-field"),
      ("{code: 01404053X, pattern: \"{code}/{serial}\"}", "wrong-choice"),
    ] {
      let found = try await Self.findings(["Content/site.yml": Fixture.siteText + "indexNumbers: \(setting)\n"])
      #expect(found.count == 1 && found[0].contains(rule), "\(setting): \(found)")
    }
  }

  @Test("old addresses are paths or whole addresses, each of one document") func aliases() async throws {
    func text(_ aliases: String) -> String { "---\ntitle: 甲\naliases: \(aliases)\n---\n" }
    let fixture = Fixture(["Content/a/x.md": text("[/art/2019/3/1/art_12.html, \"https://old.example.gov.cn/?id=3\"]")])
    #expect(
      try await fixture.load().documents[0].aliases == [
        "/art/2019/3/1/art_12.html", "https://old.example.gov.cn/?id=3",
      ])
    for wrong in ["art_12.html", "//other.cn/x", "/a/../b", "ftp://a/b"] {
      #expect(try await Self.findings(["Content/a/x.md": text(wrong)]).map { $0.contains("alias-form") } == [true])
    }
    #expect(try await Self.findings(["Content/a/x.md": text("[/a, /a]")]) == ["a/x.md:3:15 2 duplicate-alias warning"])
    #expect(
      try await Self.findings(["Content/a/x.md": text("/a"), "Content/a/y.md": text("/a")]) == [
        "a/y.md:3:10 2 duplicate-alias"
      ])
  }
}
