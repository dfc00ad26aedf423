import Auditing
import Base
import Documents
import TestSupport
import Testing

/// Declared validity compared with dates and relations, on 2026-01-01.
@Suite struct DeclaredValidityTests {
  @Test(
    "a declaration that contradicts a date is an error at both places",
    arguments: [
      ("有效", "2020-01-01", "2025-12-31", "d.md:4:11 error declared-validity < d.md:3:12"),
      ("尚未施行", "2025-01-01", "2027-12-31", "d.md:4:11 error declared-validity < d.md:2:14"),
      ("有效", "2026-02-01", "2027-12-31", "d.md:4:11 error declared-validity < d.md:2:14"),
      ("失效", "2020-01-01", "2026-01-01", "d.md:4:11 error declared-validity < d.md:3:12"),
      ("已修改", "2020-01-01", "2025-12-31", "d.md:4:11 error declared-validity < d.md:3:12"),
      ("部分废止", "2020-01-01", "2025-12-31", "d.md:4:11 error declared-validity < d.md:3:12"),
      ("有效", "2020-01-01", "2026-01-01", "d.md:4:11 warning declared-validity < d.md:3:12"),
      ("尚未施行", "2026-01-02", "2027-12-31", "d.md:4:11 warning declared-validity < d.md:2:14"),
    ])
  func dates(word: String, effect: String, end: String, expected: String) {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: effect, .expiresOn: end, .validity: word])
    #expect(library.short() == [expected])
  }

  @Test(
    "a declaration that contradicts an act is an error at both places",
    arguments: [
      ("有效", CommonField.repeals, "2025-06-01", "error"), ("有效", .annuls, "2025-06-01", "error"),
      ("有效", .terminates, "2025-06-01", "error"), ("有效", .replaces, "2026-06-01", "warning"),
      ("已修改", .repeals, "2025-06-01", "error"), ("废止", .repeals, "2026-06-01", "error"),
      ("失效", .terminates, "2026-06-01", "error"), ("自始无效", .annuls, "2026-06-01", "error"),
    ])
  func acts(word: String, act: CommonField, effect: String, severity: String) {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .validity: word])
    library.add("e", [.effectiveOn: effect, act: "d"])
    let column = act.rawValue.count + 3
    #expect(library.short() == ["d.md:3:11 \(severity) declared-validity < e.md:3:\(column)"])
  }

  private static let additions: [(String, String?, String?)] = [
    ("有效", nil, nil), ("有效", "2020-01-01", nil), ("尚未施行", nil, nil),
    ("废止", "2020-01-01", nil),
    ("废止", "2020-01-01", "2030-01-01"), ("失效", "2020-01-01", nil), ("失效", "2020-01-01", "2025-01-01"),
    ("自始无效", "2020-01-01", "2030-01-01"), ("已修改", "2020-01-01", nil), ("废止", nil, "2025-01-01"),
  ]

  @Test("a declaration that adds what no date says is no finding", arguments: additions)
  func addition(word: String, effect: String?, end: String?) {
    var library = TestLibrary()
    library.add("d") { document in
      document.declaredValidity = DeclaredValidity(word: word)
      document.effectiveOn = effect.map(TestLibrary.day)
      document.expiresOn = end.map(TestLibrary.day)
    }
    #expect(library.short() == [])
  }

  @Test func `the day on which a declaration becomes wrong is named`() {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .expiresOn: "2026-03-31", .validity: "有效"])
    #expect(
      library.findings().map(\.message) == ["有效性写的是“有效”，到 2026-04-01 将是“已失效”：从那一天起检查不能通过，网站不能更新"])
    #expect(library.findings(on: "2026-04-01").map(\.message) == ["有效性写的是“有效”，按日期和关系计算自 2026-04-01 起是“已失效”"])
  }

  @Test func `an embargoed act is told of in advance, and an extension counts`() {
    var library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .validity: "有效"])
    library.add("e", [.publishedOn: "2026-02-01", .effectiveOn: "2026-02-01", .repeals: "d"])
    #expect(library.short() == ["d.md:3:11 warning declared-validity < e.md:4:10"])
    library = TestLibrary()
    library.add("d", [.effectiveOn: "2020-01-01", .expiresOn: "2025-12-31", .validity: "失效"])
    library.add("e", [.effectiveOn: "2025-06-01", .extends: "d >2027-12-31"])
    #expect(library.short() == ["d.md:4:11 error declared-validity < e.md:3:10"])
  }
}
