import Base
import Loading
import TestSupport
import Testing

/// The table of rules says of which `gongkai fix` can mend findings.
@Suite struct MendedRuleTests {
  private static let head = "title: 甲\nissuer: 安澜县人民政府\n"
  private static let paper = "安政发〔2023〕4号\n\n安澜县人民政府关于做好 某项工作的通知\n\n各乡镇人民政府：\n\n甲。\n"

  /// Front matter and a text for each rule.
  private static let mistakes: [(rule: String, head: String, body: String)] = [
    ("date-form", head + "documentDate: 2023.10.12\n", "甲。"),
    ("document-number", head + "documentNumber: 安政发[2023]3号\n", "甲。"),
    ("yaml-blank", "title:\u{3000}甲\n", "甲。"), ("yaml-syntax", "title：甲\n", "甲。"),
    ("yaml-comment", "title: 甲 #1 楼\n", "甲。"), ("yaml-tab", head + "\tsummary: 甲\n", "甲。"),
    ("figure-blank", head, "2023 年 10 月 12 日前。"), ("half-width-mark", head, "通知,请(立即)执行。"),
    ("leading-zero", head, "06月02日前报送。"),
    ("mark-between-quotations", head + "documentDate: 2023-05-01\n", "依据《甲》、《乙》制定。"),
    ("invisible-character", head, "甲\u{200B}乙。"), ("lookalike-character", head, "\u{2F74}即执行。"),
    ("title-blank", head, paper),
  ]

  @Test func `each of them has a finding with edits`() async throws {
    for (rule, head, body) in Self.mistakes {
      let findings = try await Fixture.document("---\n\(head)---\n\n\(body)\n").load().findings
      #expect(findings.contains { $0.rule == rule && !$0.edits.isEmpty }, "\(rule): \(findings.map(\.short))")
      #expect(findings.allSatisfy { $0.edits.isEmpty || RuleTable.mended.contains($0.rule) }, "\(rule)")
    }
    // These are cleaned out of attachments, or the file is written again: FixTests, ForeignEncodingTests.
    let others: Set = ["attachment-author", "attachment-position", "encoding", "line-separator"]
    #expect(Set(Self.mistakes.map(\.rule)).union(others) == RuleTable.mended)
  }
}
