import Base
import Documents
import SiteBuild
import TestSupport
import Testing

/// Warnings that an editor has looked at are silent, listed apart, and missed when they are gone.
@Suite("Checked warnings")
struct CheckedTests {
  private static let text = "《旧办法》（乙政发〔2020〕1号）停止执行。\n\n《老办法》（乙政发〔2020〕2号）停止执行。"

  private static func check(_ marks: String, body: String = text, others: [String: String] = [:]) async throws
    -> CheckOutcome
  {
    let site = try SiteFixture(
      ["Content/zhengce/a.md": SiteFixture.document("title: 甲\n" + marks, body: body)].merging(others) { $1 })
    return try await checkSite(site.request())
  }

  @Test func `all of a rule in a file, or those about something`() async throws {
    let all = try await Self.check("checked: {rule: unrecorded-repeal, note: 上级自己停止的}")
    #expect(all.findings == [] && all.checked.map(\.note) == ["上级自己停止的", "上级自己停止的"])
    let one = try await Self.check("checked: {rule: unrecorded-repeal, about: 乙政发〔2020〕1号, note: 上级自己停止的}")
    #expect(one.findings.map(\.short) == ["zhengce/a.md:7:1 5 unrecorded-repeal warning"])
    #expect(one.checked.map(\.finding.rule) == ["unrecorded-repeal"])
    // The cure leaves out what was looked at, and adds to the marks.
    #expect(
      one.findings.first?.cures == [
        "在文件开头写上 repeals: [{title: 老办法, documentNumber: 乙政发〔2020〕2号}]",
        "不是由本文件停止执行的，在 checked（已核对）中加上：{rule: unrecorded-repeal, about: 乙政发〔2020〕2号, note: 理由}",
      ])
  }

  @Test func `the cure of a warning is the mark that silences it`() async throws {
    let open = try await Self.check("topics: [综合政务]", body: "《旧办法》（乙政发[2020]1号）停止执行。")
    let cure = try #require(open.findings.first?.cures.last)
    let mark = try #require(cure.split(separator: "写上 ").last)
    let silent = try await Self.check(String(mark), body: "《旧办法》（乙政发[2020]1号）停止执行。")
    #expect(silent.findings == [] && silent.checked.count == 1)
  }

  @Test func `a mark that covers nothing is a warning, unless the file has errors`() async throws {
    let idle = try await Self.check("checked: {rule: term-text, note: 另有规定}", body: "正文。")
    #expect(idle.findings.map(\.short) == ["zhengce/a.md:3:17 9 checked-idle warning"])
    let narrow = try await Self.check("checked: {rule: unrecorded-repeal, about: 丙, note: 另有规定}")
    #expect(narrow.findings.map(\.rule).sorted() == ["checked-idle", "unrecorded-repeal", "unrecorded-repeal"])
    let failed = try await Self.check("checked: {rule: unrecorded-repeal, note: 另有规定}\n发布日期: 昨天")
    #expect(failed.findings.map(\.rule) == ["date-form"])
  }

  @Test func `an error cannot be marked, unless it is the reading of a sentence`() async throws {
    let link = try await Self.check("checked: {rule: dead-link, note: 不管}", body: "见[附件](nichts.pdf)。")
    #expect(link.findings.map(\.rule).sorted() == ["checked-rule", "dead-link"] && link.checked == [])
    let others = ["Content/zhengce/b.md": SiteFixture.document("title: 旧办法\n发文字号: 乙政发〔2020〕1号")]
    let body = "《旧办法》（乙政发〔2020〕1号）停止执行。"
    let open = try await Self.check("topics: [综合政务]", body: body, others: others)
    #expect(open.findings.map(\.severity) == [.error] && open.findings.first?.cures.count == 3)
    let marked = try await Self.check("checked: {rule: unrecorded-repeal, note: 说的是上级}", body: body, others: others)
    #expect(marked.findings == [] && marked.checked.map(\.finding.severity) == [.error])
  }
}
