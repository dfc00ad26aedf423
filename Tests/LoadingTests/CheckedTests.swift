import Base
import Documents
import Loading
import TestSupport
import Testing

@Suite("Marks that a warning was looked at")
struct CheckedTests {
  @Test("are read from documents and columns, with the place of the rule") func marks() async throws {
    var fixture = Fixture.document(
      "---\ntitle: 甲\n已核对: {规则: term-text, 说明: 另有规定, 针对: 5年}\n发布日期: 昨天\n---\n")
    fixture.texts["Content/a/_column.md"] =
      "---\ntitle: 栏目\nkind: policy\nchecked:\n  - {rule: empty-column, note: 新开的栏目}\n---\n"
    let library = try await fixture.load()
    // Also those of a document with an error.
    #expect(library.documents.isEmpty && library.findings.map(\.rule) == ["date-form"])
    #expect(library.checked.map(\.rule) == ["empty-column", "term-text"])
    #expect(library.checked.map(\.note) == ["新开的栏目", "另有规定"] && library.checked.map(\.about) == [nil, "5年"])
    #expect(
      library.checked.map(\.location.start) == [
        SourcePosition(line: 5, column: 12), SourcePosition(line: 3, column: 11),
      ])
  }

  @Test(
    "need a rule that warns, and a reason",
    arguments: [
      ("{rule: term-txt, note: 乙}", "checked-rule", "是否想写：term-text？"),
      ("{rule: 甲, note: 乙}", "checked-rule", "照抄检查结果中方括号里的编号"),
      ("{rule: number-order, note: 乙}", "checked-rule", "照检查结果改正，删去这一项"),
      ("{rule: term-text}", "missing-field", "写作 checked: [{rule: unrecorded-repeal, note: 上级文件自己停止执行}]"),
      ("{note: 乙}", "missing-field", "写作 checked: [{rule: unrecorded-repeal, note: 上级文件自己停止执行}]"),
    ])
  func faults(mark: String, rule: String, cure: String) async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\nchecked: [\(mark)]\n---\n").load().findings
    #expect(findings.map(\.rule) == [rule] && findings.first?.cures.first == cure)
  }

  @Test("without a reason are found even if the key is there") func emptyNote() async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\nchecked:\n  - rule: term-text\n    note:\n---\n").load()
    #expect(findings.findings.contains { $0.rule == "missing-field" })
  }
}
