import Base
import Foundation
import TestSupport
import Testing

/// Every rule id is in the table, where people look it up, in the sources and in a test; docs/rules.md is what the program writes.
struct RuleNameTests {
  private static let ids = Set(RuleTable.all.map(\.id))

  private static func texts(of files: [String]) throws -> String {
    try files.map(Repository.text).joined(separator: "\n")
  }

  /// The sources but for the table itself.
  private static func sources() throws -> String {
    try texts(of: Repository.files(in: "Sources", ".swift").filter { !$0.hasPrefix("Sources/Base/Rules/") })
  }

  @Test func `every rule stands in the table once, with all that one wants to know`() {
    #expect(RuleTable.all.count > 100 && Self.ids.count == RuleTable.all.count)
    for rule in RuleTable.all {
      #expect(![rule.meaning, rule.example, rule.cure, rule.source ?? "本"].contains(""), "\(rule.id)")
      #expect(!rule.meaning.hasSuffix("。") && !rule.cure.hasSuffix("。"), "\(rule.id)")
    }
    #expect(RuleTable["document-number"]?.level == .either && RuleTable["nothing"] == nil)
  }

  @Test func `the page of rules is what the program writes`() throws {
    // gongkai explain --markdown > docs/rules.md
    #expect(try Repository.text("docs/rules.md") == RuleTable.markdown)
  }

  @Test func `every rule of the table is in the sources`() throws {
    let literals = Set(try Self.sources().matches(of: /"([a-z0-9-]+)"/).map { String($0.1) })
    #expect(Self.ids.subtracting(literals).sorted() == [])
  }

  @Test func `every rule of the sources is in the table, with the severity that it is given`() throws {
    let found = try Self.sources().matches(of: /"([a-z]+(?:-[a-z]+)+)",\s*(at:|\.error\b|\.warning\b)/)
    #expect(Set(found.map(\.1)).count > 80)
    for (_, id, severity) in found.map(\.output) {
      let rule = RuleTable[String(id)]
      #expect(rule != nil, "\(id)")
      if severity == ".warning" { #expect(rule?.level != .error, "\(id)") }
      if severity == ".error" { #expect(rule?.level != .warning, "\(id)") }
    }
  }

  @Test func `what can only be an error cannot be marked, and a mark about marks would be never-ending`() {
    let errors = Set(RuleTable.all.filter { $0.level == .error }.map(\.id))
    #expect(RuleTable.markable.isDisjoint(with: errors))
    #expect(Self.ids.subtracting(errors).subtracting(RuleTable.markable) == ["checked-idle"])
  }

  @Test func `every rule is named by a test`() throws {
    let files = try Repository.files(in: "Tests", ".swift", ".py").filter { !$0.hasSuffix("/RuleNameTests.swift") }
    let words = Set(try Self.texts(of: files).matches(of: /[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*/).map { String($0.0) })
    #expect(Self.ids.subtracting(words).sorted() == [])
  }
}
