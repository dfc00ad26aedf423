import Base
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// Mistakes in templates are findings like any others, and nothing is published.
@Suite struct TemplateTests {
  /// Name, text and the findings it causes.
  private static let mistakes: [(name: String, text: String, findings: [String])] = [
    ("list", "{{> partials/hed}}\n", ["Templates/list.mustache:1:1 18 template-partial"]),
    ("list", "公告\n  {{page.titel}}\n", ["Templates/list.mustache:2:3 14 template-name"]),
    ("list", "{{#list}}\n", ["Templates/list.mustache:1:1 9 template-syntax"]),
    ("list", "甲{{page.title\n", ["Templates/list.mustache:1:2 12 template-syntax"]),
    ("partials/rows", "{{#rows}}{{titel}}{{/rows}}\n", ["Templates/partials/rows.mustache:1:10 9 template-name"]),
    (
      "document", "{{#document.fields.sessiom}}{{/document.fields.sessiom}}",
      [
        "Templates/document.mustache:1:1 28 template-name"
      ]
    ),
    ("partials/head", "{{> partials/head}}", ["Templates/partials/head.mustache:1:1 19 template-recursion"]),
  ]

  @Test("are found where they are", arguments: mistakes.indices)
  func mistake(index: Int) async throws {
    let (name, text, findings) = Self.mistakes[index]
    let site = try SiteFixture()
    try site.copyTemplates()
    try site.write(["Templates/\(name).mustache": text])
    let outcome = try await site.build()
    #expect(outcome.publication == nil && site.output.isEmpty)
    #expect(Set(outcome.check.findings.map(\.short)).isSuperset(of: findings), "\(outcome.check.findings.map(\.short))")
    #expect(outcome.check.findings.allSatisfy { $0.rule.hasPrefix("template-") })
  }

  @Test func `a template that is missing is one finding`() async throws {
    let site = try SiteFixture()
    try site.copyTemplates()
    try site.remove("Templates/terms.mustache")
    #expect(try await site.findings() == ["Templates/terms.mustache:1:1 1 template-missing"])
  }

  @Test func `the repository's own templates have no mistakes`() async throws {
    #expect(try await SiteFixture().findings() == [])
  }
}
