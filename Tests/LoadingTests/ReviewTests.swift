import Base
import Loading
import TestSupport
import Testing

/// 三审 and 保密审查: asked for where site.yml says so, checked wherever they are written, and never kept.
@Suite struct ReviewTests {
  private static let steps = """
    review:
      初审: {by: 甲某, on: 2026-11-16}
      复审: {by: 乙某, on: 2026-11-17}
      终审: {by: 丙某, on: 2026-11-18}
      保密审查: {by: 丁某, on: 2026-11-16}
    """

  private func findings(_ review: String, _ site: String = "reviews: required", more: String = "") async throws
    -> [String]
  {
    let text = "---\ntitle: 甲\npublishedOn: 2026-11-18\n\(more)\(review)\n---\n正文。\n"
    return try await Fixture.document(text, ["Content/site.yml": Fixture.siteText + site + "\n"]).findings()
  }

  @Test func `a full record passes, whatever the language of its keys`() async throws {
    #expect(try await findings(Self.steps) == [])
    let english = Self.steps.replacing("初审", with: "first").replacing("保密审查", with: "secrecy")
    #expect(try await findings(english) == [])
  }

  @Test func `without a record, or a step of it, nothing is published`() async throws {
    #expect(try await findings("") == ["a/d.md:1:1 1 review-missing"])
    let lines = Self.steps.split(separator: "\n").filter { !$0.contains("复审") }.joined(separator: "\n")
    #expect(try await findings(lines).map { $0.suffix(14) } == ["review-missing"])
    #expect(try await findings("", "reviews: {since: 2026-11-18}") == ["a/d.md:1:1 1 review-missing"])
  }

  @Test func `it is not asked of old documents, drafts, and what is not public`() async throws {
    #expect(try await findings("", "reviews: {since: 2026-11-19}") == [])
    #expect(try await findings("", "reviews: optional") == [])
    #expect(try await findings("", more: "draft: true\n") == [])
    #expect(try await findings("", more: "disclosure: 依申请公开\n") == [])
  }

  @Test func `three people, one after the other, before the publication`() async throws {
    func rule(_ old: String, _ new: String, _ site: String = "reviews: required") async throws -> [String] {
      try await findings(Self.steps.replacing(old, with: new), site).map { String($0.drop { $0 != " " }.dropFirst(3)) }
    }
    #expect(try await rule("乙某", "甲某") == ["review-people"])
    #expect(try await rule("2026-11-17", "2026-11-15") == ["review-order"])
    #expect(try await rule("2026-11-18}", "2026-11-19}") == ["review-order"])
    #expect(try await rule("丁某, on: 2026-11-16", "丁某, on: 2026-11-19") == ["review-order"])
    // The review for secrecy may be by one of the three.
    #expect(try await rule("丁某", "甲某") == [])
    #expect(try await rule("乙某", "甲某", "pageSize: 20") == ["review-people warning"])
  }

  @Test func `a word that is no step, and one without a name`() async throws {
    #expect(try await findings(Self.steps.replacing("初审", with: "初核"), "").map { $0.suffix(12) } == ["wrong-choice"])
    #expect(
      try await findings(Self.steps.replacing("by: 甲某, ", with: ""), "").map { $0.suffix(13) } == ["missing-field"])
  }

  @Test func `a reason not to publish is one that the law knows`() async throws {
    let head = "---\ntitle: 甲\ndisclosure: 不予公开\ndisclosureGround: "
    for ground in ["《条例》第十六条第一款", "内部事务信息", "属于过程性信息", "涉及个人隐私"] {
      #expect(try await Fixture.findings(in: head + ground + "\n---\n") == [])
    }
    #expect(try await Fixture.findings(in: head + "领导不同意\n---\n").map { $0.suffix(22) } == ["ground-unknown warning"])
  }
}
