import Base
import Documents
import Loading
import TestSupport
import Testing

@Suite("Commencements and outside acts")
struct CommencementTests {
  @Test("provisions with a day of their own are read in both languages") func commences() async throws {
    let text = """
      ---
      title: 甲
      分期施行:
        - {条款: [第十条, 第十二条], 日期: 2027年1月1日}
        - {articles: 第三章, on: 2027-07-01}
      ---
      """
    let library = try await Fixture.document(text).load()
    #expect(library.findings == [])
    let found = try #require(library.documents.first?.commencements)
    #expect(found.map(\.sentence) == ["第十条、第十二条自2027年1月1日起施行", "第三章自2027年7月1日起施行"])
  }

  @Test(
    "both parts are needed", arguments: ["{articles: [第十条]}", "{on: 2027-01-01}", "{articles: [], on: 2027-01-01}"])
  func parts(value: String) async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\ncommences: [\(value)]\n---\n").load().findings
    #expect(
      findings.contains {
        $0.rule == "missing-field" && $0.cures == ["写作 commences: [{articles: [第十条], on: 2027-01-01}]"]
      })
  }

  @Test("what a document outside did is read with its day") func outside() async throws {
    let text = """
      ---
      title: 甲
      被废止: {标题: 乙, 发文字号: 丙政发〔2023〕9号, 日期: 2023-06-01}
      amendedBy: [{title: 丁, on: 2022-01-01, articles: [第一条]}]
      ---
      """
    let library = try await Fixture.document(text).load()
    #expect(library.findings == [])
    let acts = try #require(library.documents.first?.outsideActs)
    #expect(acts[.repeals]?.first?.target == .external(title: "乙", documentNumber: "丙政发〔2023〕9号", url: nil))
    #expect(acts[.repeals]?.first?.on?.iso == "2023-06-01" && acts[.amends]?.first?.articles == ["第一条"])
  }

  @Test(
    "a document of the library, or an act without a day, is an error",
    arguments: [
      ("repealedBy: a/b", "reference-form"), ("repealedBy: 丙政发〔2023〕9号", "reference-form"),
      ("repealedBy: {title: 乙}", "missing-field"),
      ("extendedBy: {title: 乙, on: 2023-01-01}", "missing-field"),
      ("repealedBy: {title: 乙, on: 2023-01-01, until: 2024-01-01}", "unknown-key"),
    ])
  func outsideFaults(line: String, rule: String) async throws {
    #expect(try await Fixture.document("---\ntitle: 甲\n\(line)\n---\n").load().findings.map(\.rule) == [rule])
  }
}
