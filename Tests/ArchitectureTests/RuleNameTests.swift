import Base
import Foundation
import TestSupport
import Testing

/// The handbook lists every rule id, so that editors can look it up; each id is in the sources and in a test.
struct RuleNameTests {
  /// The first column of the tables under 规则编号一览.
  private static func handbook() throws -> Set<String> {
    let text = try Repository.text("docs/handbook.zh.md")
    let section = try #require(text.range(of: "\n## 规则编号一览"))
    let rest = text[section.upperBound...]
    let end = rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex
    return Set(rest[..<end].matches(of: /\n\| `([a-z0-9-]+)`/).map { String($0.1) })
  }

  private static func texts(of files: [String]) throws -> String {
    try files.map(Repository.text).joined(separator: "\n")
  }

  @Test func `every rule of the handbook is in the sources`() throws {
    let sources = try Self.texts(of: Repository.files(in: "Sources", ".swift"))
    let literals = Set(sources.matches(of: /"([a-z0-9-]+)"/).map { String($0.1) })
    let rules = try Self.handbook()
    #expect(rules.count > 100)
    #expect(rules.subtracting(literals).sorted() == [])
  }

  @Test func `every rule of the sources is in the handbook`() throws {
    let sources = try Self.texts(of: Repository.files(in: "Sources", ".swift"))
    let found = sources.matches(of: /"([a-z]+(?:-[a-z]+)+)",\s*(?:at:|\.error\b|\.warning\b)/).map { String($0.1) }
    #expect(Set(found).count > 80)
    #expect(Set(found).subtracting(try Self.handbook()).sorted() == [])
  }

  @Test func `the handbook says which rules only warn or only refuse, as the sources do`() throws {
    let text = try Repository.text("docs/handbook.zh.md")
    let section = try #require(text.range(of: "\n## 规则编号一览"))
    let rows = text[section.upperBound...].matches(of: /\n\| `([a-z0-9-]+)` \| ([^|]+) \|/)
    // A mark about marks would be never-ending.
    let warnings = Set(rows.filter { $0.2.contains("警告") }.map { String($0.1) }).subtracting(["checked-idle"])
    let all = Set(rows.map { String($0.1) }).subtracting(["checked-idle"])
    #expect(RuleNames.warnings.symmetricDifference(warnings).sorted() == [])
    #expect(RuleNames.errors.symmetricDifference(all.subtracting(warnings)).sorted() == [])
  }

  @Test func `every rule is named by a test`() throws {
    let files = try Repository.files(in: "Tests", ".swift", ".py").filter { !$0.hasSuffix("/RuleNameTests.swift") }
    let words = Set(try Self.texts(of: files).matches(of: /[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*/).map { String($0.0) })
    #expect(try Self.handbook().subtracting(words).sorted() == [])
  }
}
