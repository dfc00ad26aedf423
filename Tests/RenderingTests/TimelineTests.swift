import Base
import Documents
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// The days of a document, its versions and its acts.
@Suite struct TimelineTests {
  /// `2024-05-01 label → other`; `*` marks what is still to come, `@` the version on this page.
  private static func lines(_ path: String, _ documents: [Document], on asOf: String = "2026-11-21") throws -> [String]
  {
    let corpus = Fixture.corpus(documents, on: asOf)
    let entry = try #require(corpus[DocumentID(path)])
    let acts = entry.acts
    guard
      let view = Timeline(corpus: corpus, entry: entry, address: PageAddress(path + "/"), acts: acts).view
    else { return [] }
    #expect(Shape.timeline.misfit(view) == nil)
    return (view["items"]?.elements ?? []).map { item in
      let marks = (item["isFuture"] == nil ? "" : "*") + (item["isHere"] == nil ? "" : "@")
      let other = item["other"]?["title"]?.text.map { " → \($0)" } ?? ""
      return "\(marks)\(item["day"]?["iso"]?.text ?? "") \(item["label"]?.text ?? "")\(other)"
    }
  }

  private static let law = Fixture.document("a/t") {
    $0.documentDate = Fixture.day("2020-03-01")
    $0.publishedOn = Moment(day: Fixture.day("2020-03-05"))
    $0.effectiveOn = Fixture.day("2020-04-01")
  }

  @Test func `days that the facts have anyway make no timeline`() throws {
    var limited = Self.law
    limited.expiresOn = Fixture.day("2027-03-31")
    #expect(try Self.lines("a/t", [limited]) == [])
    let interpretation = Fixture.document("a/i", kind: "interpretation") {
      $0.relations[.interprets] = [Fixture.reference("a/t")]
    }
    #expect(try Self.lines("a/i", [limited, interpretation]) == [])
  }

  @Test func `acts, interpretations and the end of the term, past and to come`() throws {
    var limited = Self.law
    limited.expiresOn = Fixture.day("2027-03-31")
    let interpretation = Fixture.document("a/i", kind: "interpretation") {
      $0.title = "解读"
      $0.documentDate = Fixture.day("2020-03-06")
      $0.relations[.interprets] = [Fixture.reference("a/t")]
    }
    let repealing = Fixture.document("a/y") {
      $0.title = "废止决定"
      $0.effectiveOn = Fixture.day("2027-01-01")
      $0.relations[.repeals] = [Fixture.reference("a/t", articles: ["第三条"])]
    }
    let amending = Fixture.acting(.amends, articles: ["第四条"])
    #expect(
      try Self.lines("a/t", [limited, interpretation, repealing, amending]) == [
        "2020-03-01 成文", "2020-03-05 发布", "2020-03-06 发布解读 → 解读", "2020-04-01 施行", "2024-05-01 被修改（第四条） → 后法",
        "2026-11-21 今天：已修改", "*2027-01-01 部分废止（第三条） → 废止决定", "*2027-03-31 有效期届满",
      ])
  }

  @Test func `days that are one are said once`() throws {
    var law = Self.law
    law.publishedOn = Moment(day: Fixture.day("2020-03-01"))
    law.effectiveOn = Fixture.day("2020-03-01")
    #expect(try Self.lines("a/t", [law, Fixture.acting(.amends)]).isEmpty, "two events are no history")
    let second = Fixture.document("a/y") {
      $0.effectiveOn = Fixture.day("2025-05-01")
      $0.relations[.amends] = [Fixture.reference("a/t")]
    }
    #expect(
      try Self.lines("a/t", [law, Fixture.acting(.amends), second]).prefix(2)
        == ["2020-03-01 成文、发布、施行", "2024-05-01 被修改 → 后法"])
  }

  @Test func `versions are there on each page of the chain, and say where the reader is`() throws {
    let versions = [("a/v1", "2010-01-01"), ("a/v2", "2015-01-01"), ("a/v3", "2020-01-01")].map { path, day in
      Fixture.document(path) { $0.effectiveOn = Fixture.day(day) }
    }
    var documents = versions
    for index in 1...2 { documents[index].relations[.replaces] = [Fixture.reference(versions[index - 1].id.path)] }
    #expect(
      try Self.lines("a/v1", documents) == [
        "@2010-01-01 施行", "2015-01-01 被替代 → a/v2", "2020-01-01 新版本施行 → a/v3", "2026-11-21 今天：已废止",
      ])
    #expect(
      try Self.lines("a/v2", documents) == [
        "2010-01-01 旧版本施行 → a/v1", "@2015-01-01 施行", "2020-01-01 被替代 → a/v3", "2026-11-21 今天：已废止",
      ])
    #expect(
      try Self.lines("a/v3", documents, on: "2019-06-01") == [
        "2010-01-01 旧版本施行 → a/v1", "2015-01-01 旧版本施行 → a/v2", "2019-06-01 今天：尚未施行", "*@2020-01-01 施行",
      ])
  }

  @Test func `an answered consultation has one`() throws {
    let consultation = Fixture.document("a/t", kind: "consultation") {
      $0.publishedOn = Moment(day: Fixture.day("2026-05-01"))
      $0.opensOn = Fixture.day("2026-05-01")
      $0.closesOn = Fixture.day("2026-05-31")
    }
    let outcome = Fixture.document("a/o", kind: "interpretation") {
      $0.documentDate = Fixture.day("2026-06-20")
      $0.relations[.outcomeOf] = [Fixture.reference("a/t")]
    }
    #expect(
      try Self.lines("a/t", [consultation, outcome]) == [
        "2026-05-01 发布、开始征求意见", "2026-05-31 征求意见截止", "2026-06-20 公布结果 → a/o", "2026-11-21 今天：已反馈",
      ])
  }
}
