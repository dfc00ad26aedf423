import Base
import Documents
import Loading
import TestSupport
import Testing

@Suite("A text that is taken down, and until when it is public")
struct RetractionTests: DocumentFixture {
  private func load(_ line: String) async throws -> Library {
    try await Fixture.document("---\ntitle: 甲\n\(line)\n---\n").load()
  }

  @Test(
    "are read in both languages",
    arguments: [
      "withdrawn: {on: 2026-11-20, reason: 决定已撤销, by: 民政局, title: 一份决定}",
      "撤下: {日期: 2026年11月20日, 理由: 决定已撤销, 机关: 民政局, 标题: 一份决定}",
    ])
  func read(_ line: String) async throws {
    let library = try await load(line + "\n公开期限: 2027-01-31")
    #expect(library.findings == [])
    let document = try #require(library.documents.first)
    #expect(
      document.withdrawn
        == Retraction(on: Self.day("2026-11-20"), reason: "决定已撤销", by: "民政局", title: "一份决定"))
    #expect(document.publicUntil == Self.day("2027-01-31"))
  }

  @Test(
    "say what is missing and what is not understood",
    arguments: [
      ("withdrawn: {on: 2026-11-20}", "3:12 missing-field 撤下没有写理由"),
      ("withdrawn: {reason: 撤销}", "3:12 missing-field 撤下没有写日期"),
      ("withdrawn: {by: 甲}", "3:12 missing-field 撤下没有写日期和理由"),
      ("withdrawn: {on: 2026-11-20, reason: }", "3:37 missing-field 撤下没有写理由"),
      ("withdrawn: {on: 2026-13-40, reason: 撤销}", "3:17 no-such-day"), ("withdrawn: 是", "3:12 wrong-type"),
      ("withdrawn: {on: 2026-11-20, reason: 撤销, bye: 甲}", "3:41 unknown-key"),
      ("publicUntil: 明年", "3:14 date-form"),
    ])
  func faults(_ line: String, _ start: String) async throws {
    let library = try await load(line)
    let found = library.findings.map {
      "\($0.location.start.line):\($0.location.start.column) \($0.rule) \($0.message)"
    }
    #expect(found.count == 1 && found[0].hasPrefix(start), "\(found)")
    #expect((library.documents + library.faulty).map(\.mayBeHidden) == [true])
  }

  @Test func `a mistake on a further line hides the document as one on the first does`() async throws {
    let lines = "withdrawn:\n  on: 2026-11-20\n  reason: [甲]\n  by: 乙"
    let library = try await load(lines)
    #expect(library.findings.map(\.location.start.line) == [5])
    #expect((library.documents + library.faulty).map(\.mayBeHidden) == [true])
    let other = try await load("withdrawn: {on: 2026-11-20, reason: 撤销}\ndocumentDate: 昨天")
    #expect(other.faulty.map(\.mayBeHidden) == [false])
  }
}
