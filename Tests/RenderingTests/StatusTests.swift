import Documents
@testable import Rendering
import Resolution
import Testing

/// The sentence beside the badge and the banner, for each state.
@Suite struct StatusTests {
  private static func target(_ kind: String = "policy", _ edit: (inout Document) -> Void) -> Document {
    Fixture.document("a/t", kind: kind, edit)
  }

  private static func acting(_ kind: RelationKind, articles: [String] = []) -> Document {
    Fixture.document("a/z") {
      $0.title = "后法"
      $0.documentNumber = DocumentNumber(agencyCode: "澜政发", year: 2024, serial: 5)
      $0.effectiveOn = Fixture.day("2024-05-01")
      $0.relations[kind] = [Reference(target: .path(DocumentID("a/t")), articles: articles)]
    }
  }

  /// State, statement, heading of the banner, its text.
  private static func words(_ documents: [Document]) throws -> [String?] {
    let corpus = Fixture.corpus(documents)
    let entry = try #require(corpus[DocumentID("a/t")])
    let status = try #require(entry.status)
    let view = RelationsView(corpus: corpus, entry: entry, address: PageAddress("a/t/"))
    func text(_ view: View?, _ name: String) -> String? {
      guard case .object(let members)? = view, case .text(let text)? = members[name] else { return nil }
      return text
    }
    var parts: String?
    if case .object(let members)? = view.banner, case .list(let list)? = members["parts"] {
      parts = list.compactMap { text($0, "text") }.joined()
    }
    #expect(Shape.status.misfit(view.status(status, of: entry.document)) == nil)
    return [
      status.state.rawValue, text(view.status(status, of: entry.document), "statement"), text(view.banner, "heading"),
      parts,
    ]
  }

  @Test func `in force, with and without an end`() throws {
    #expect(
      try Self.words([Self.target { $0.effectiveOn = Fixture.day("2024-03-01") }])
        == ["inForce", "自2024年3月1日起施行。", nil, nil])
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2024-03-01")
      $0.expiresOn = Fixture.day("2029-02-28")
    }
    #expect(try Self.words([limited])[1] == "自2024年3月1日起施行，有效期至2029年2月28日。")
    #expect(try Self.words([Self.target { $0.declaredValidity = .inForce }])[1] == "正在施行，可以作为办事依据。")
  }

  @Test func `not yet, no longer, never`() throws {
    #expect(
      try Self.words([Self.target { $0.effectiveOn = Fixture.day("2027-01-01") }])
        == ["notYetInForce", "自2027年1月1日起施行，目前尚未施行。", nil, nil])
    #expect(
      try Self.words([Self.target { $0.expiresOn = Fixture.day("2025-12-31") }])
        == ["expired", "有效期已于2025年12月31日届满，仅供查考。", nil, nil])
    #expect(
      try Self.words([Self.target { $0.declaredValidity = .annulled }])
        == ["annulled", "自始没有法律效力，仅供查考。", nil, nil])
    #expect(
      try Self.words([Self.target { _ in }]) == ["unstated", "没有标注施行日期和有效性，使用前请向发文机关核实。", nil, nil])
  }

  @Test func `ended or changed by another document`() throws {
    let old = Self.target { $0.effectiveOn = Fixture.day("2020-01-01") }
    #expect(
      try Self.words([old, Self.acting(.repeals)])
        == ["repealed", "已被后来的文件废止或替代，仅供查考。", "本文件已废止", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）废止。"])
    #expect(
      try Self.words([old, Self.acting(.amends)])
        == ["amended", "仍在施行，但已被后来的文件修改，须与修改文件一并阅读。", "本文件已被修改", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）修改。"])
    #expect(
      try Self.words([old, Self.acting(.repeals, articles: ["第三条"])])
        == ["partiallyRepealed", "部分条款已经废止，其余条款仍在施行。", "本文件部分条款已废止", "自2024年5月1日起被《后法》（澜政发〔2024〕5号）部分废止。"])
    #expect(
      try Self.words([Self.target { $0.declaredValidity = .repealed }])
        == ["repealed", "已被后来的文件废止或替代，仅供查考。", nil, nil])
  }

  private static func period(_ kind: String, _ opens: String, _ closes: String) -> Document {
    target(kind) {
      $0.opensOn = Fixture.day(opens)
      $0.closesOn = Fixture.day(closes)
    }
  }

  @Test func `consultations and public notices`() throws {
    #expect(
      try Self.words([Self.period("consultation", "2026-11-01", "2026-11-30")])
        == ["open", "征求意见至2026年11月30日，欢迎提出意见。", nil, nil])
    #expect(
      try Self.words([Self.period("consultation", "2026-12-01", "2026-12-30")])
        == ["upcoming", "2026年12月1日开始。", nil, nil])
    #expect(
      try Self.words([Self.period("consultation", "2026-10-01", "2026-10-30")])
        == ["closed", "征集已经结束，意见采纳情况尚未公布。", nil, nil])
    #expect(
      try Self.words([Self.period("consultation", "2026-10-01", "2026-10-30"), Self.acting(.outcomeOf)])
        == ["answered", "征集已经结束，意见采纳情况已经公布。", nil, nil])
    #expect(
      try Self.words([Self.period("publicNotice", "2026-11-01", "2026-11-30")])
        == ["current", "公示至2026年11月30日。", nil, nil])
    #expect(
      try Self.words([Self.period("publicNotice", "2026-10-01", "2026-10-30")]) == ["ended", "公示已经结束。", nil, nil])
  }

  @Test func `a badge that will change says to what and when`() throws {
    let limited = Self.target {
      $0.effectiveOn = Fixture.day("2024-01-01")
      $0.expiresOn = Fixture.day("2026-12-31")
    }
    let status = try #require(Fixture.corpus([limited])[limited.id]?.status)
    guard case .object(let members) = View.badge(status, lifecycle: .validity) else { preconditionFailure("an object") }
    #expect(members["changesOn"] == .text("2027-01-01") && members["nextLabel"] == .text("已失效"))
    #expect(members["validFrom"] == .text("2024-01-01") && members["validUntil"] == .text("2026-12-31"))
    #expect(members["tone"] == .text("ok") && members["nextTone"] == .text("ended"))
  }

  @Test func `every state has a colour and every one that readers meet a sentence`() {
    for state in State.allCases {
      #expect(["ok", "soon", "changed", "ended", "unknown"].contains(state.tone))
      #expect(!state.explanation.isEmpty || [.pending, .dueSoon, .overdue, .done].contains(state))
    }
  }
}

@Suite struct TermAddressTests {
  private static func ids(_ names: [String]) -> [String] {
    let document = Fixture.document("a/t") { $0.issuers = names }
    return (TermIndex(Fixture.corpus([document]), newestFirst: [0]).terms[.issuers] ?? []).map(\.id)
  }

  @Test func `names that site.yml does not list have safe addresses`() {
    #expect(Self.ids(["../甲/乙 丙\u{0}"]) == ["---甲-乙-丙-"])
    #expect(Self.ids(["丁/\u{301}"]).map { Array($0.utf8) } == [Array("丁-\u{301}".utf8)])
  }

  @Test func `two names never share an address, and none is too long for a disk`() {
    let ids = Self.ids(["甲.乙", "甲/乙", "甲-乙", String(repeating: "长", count: 300), String(repeating: "长", count: 301)])
    #expect(Set(ids).count == 5 && ids.contains("甲-乙"))
    #expect(ids.allSatisfy { $0.utf8.count <= 120 && !$0.contains("/") && !$0.contains(".") })
  }
}
