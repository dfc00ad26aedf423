import Base
import Documents
import Resolution
import TestSupport
import Testing

struct ValidityTests {
  typealias F = CorpusFixture

  static let plain = F.document("a") {
    $0.publishedOn = Moment(day: F.day("2020-01-01"))
    $0.effectiveOn = F.day("2020-02-01")
    $0.expiresOn = F.day("2025-01-31")
  }

  /// A document `b` that acts on `a`.
  static func acting(
    _ relation: RelationKind, published: String, effective: String? = nil, on: String? = nil, articles: [String] = [],
    kind: String = "policy", _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    F.document("b", kind: kind) {
      $0.publishedOn = Moment(day: F.day(published))
      $0.effectiveOn = effective.map(F.day)
      $0.relations[relation] = [F.reference("a", on: on, articles: articles)]
      edit(&$0)
    }
  }

  @Test func `a status says since when, until when, by what and what follows`() throws {
    let documents = [Self.plain, Self.acting(.repeals, published: "2022-01-01", effective: "2022-03-01")]
    let before = try #require(F.corpus(documents, on: "2022-02-10")[DocumentID("zhengce/a")]?.status)
    #expect(before.since == F.day("2020-02-01"))
    #expect(before.until == F.day("2022-02-28"))
    #expect(before.next == .repealed)
    let after = try #require(F.corpus(documents, on: "2026-01-01")[DocumentID("zhengce/a")]?.status)
    #expect(after.state == .repealed && after.since == F.day("2022-03-01") && after.until == nil)
    #expect(after.by == [DocumentID("zhengce/b")] && after.upcoming.isEmpty)
  }

  @Test func `two documents that end each other do not hang, and neither is preferred`() {
    let a = F.document("a") {
      $0.relations[.repeals] = [F.reference("b")]
      $0.effectiveOn = F.day("2020-01-01")
    }
    let b = F.document("b") {
      $0.relations[.repeals] = [F.reference("a")]
      $0.effectiveOn = F.day("2020-01-01")
    }
    #expect(F.state("a", [a, b], on: "2021-01-01") == F.state("b", [a, b], on: "2021-01-01"))
  }
}
