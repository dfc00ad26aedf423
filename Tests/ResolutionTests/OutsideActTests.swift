import Base
import Documents
import Resolution
import TestSupport
import Testing

/// Acts of documents outside the library, and provisions that come into force later.
struct OutsideActTests {
  typealias F = CorpusFixture

  private static func document(
    _ name: String, _ kind: RelationKind, on day: String, articles: [String] = [], until: String? = nil,
    _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    F.document(name) {
      $0.effectiveOn = F.day("2020-01-01")
      $0.expiresOn = F.day("2030-01-01")
      $0.outsideActs[kind] = [
        Reference(
          target: .external(title: "外", documentNumber: "外发〔2023〕1号", url: nil), on: F.day(day),
          until: until.map(F.day), articles: articles)
      ]
      edit(&$0)
    }
  }

  @Test(
    "have the effect of acts within",
    arguments: [
      (RelationKind.repeals, State.repealed), (.replaces, .repealed), (.annuls, .annulled), (.terminates, .expired),
      (.amends, .amended), (.corrects, .inForce),
    ])
  func effects(kind: RelationKind, state: State) throws {
    let document = Self.document("a", kind, on: "2023-06-01")
    #expect(F.state("a", [document], on: "2023-05-31") == .inForce)
    #expect(F.state("a", [document], on: "2023-06-01") == state)
    let entry = try #require(F.corpus([document], on: "2024-01-01")[document.id])
    #expect(entry.acts.past.map(\.outside?.title) == ["外"] && entry.outgoing == [])
    #expect(entry.status?.by == [] && (state == .inForce || entry.status?.since == F.day("2023-06-01")))
  }

  @Test func `parts and extensions too`() {
    let part = Self.document("a", .repeals, on: "2023-06-01", articles: ["第三条"])
    #expect(F.state("a", [part], on: "2024-01-01") == .partiallyRepealed)
    let longer = Self.document("a", .extends, on: "2029-06-01", until: "2031-01-01")
    #expect(
      F.state("a", [longer], on: "2030-06-01") == .inForce && F.state("a", [longer], on: "2031-01-02") == .expired)
  }

  @Test func `what was ended by then does nothing any more, in cycles too`() {
    let acting = Self.document("b", .repeals, on: "2023-06-01") {
      $0.relations[.repeals] = [F.reference("a", on: "2024-01-01")]
    }
    let target = F.document("a") { $0.effectiveOn = F.day("2020-01-01") }
    #expect(F.state("a", [target, acting], on: "2025-01-01") == .inForce)
    let back = F.document("a") {
      $0.effectiveOn = F.day("2020-01-01")
      $0.relations[.repeals] = [F.reference("b", on: "2025-01-01")]
    }
    #expect(F.state("a", [back, acting], on: "2026-01-01") == .inForce)
    #expect(F.state("b", [back, acting], on: "2026-01-01") == .repealed)
  }

  @Test func `provisions come into force unless the document has ended by then`() throws {
    let later = [Commencement(articles: ["第十条"], on: F.day("2027-01-01"))]
    let document = F.document("a") {
      $0.effectiveOn = F.day("2026-03-01")
      $0.commencements = later
    }
    let corpus = F.corpus([document], on: "2026-11-21")
    let entry = try #require(corpus[document.id])
    #expect(entry.status?.state == .inForce && entry.commencements(after: corpus.asOf) == later)
    #expect(entry.commencements(after: F.day("2027-01-01")) == [])
    #expect(corpus.commencements(in: F.day("2026-12-31")...F.day("2027-01-01")).map(\.commencement) == later)
    let ended = Self.document("a", .repeals, on: "2026-12-01") { $0.commencements = later }
    #expect(F.corpus([ended], on: "2026-11-21")[ended.id]?.commencements == [])
  }
}
