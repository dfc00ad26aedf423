import Base
import Documents
import Foundation
import Resolution
import TestSupport
import Testing

/// Long chains of acts: each act is judged once, without recursion, however long the chain.
struct ChainTests {
  typealias F = CorpusFixture

  /// Documents `d1` to `d<count>`, each acting on others.
  private static func chain(
    _ count: Int, on day: (Int) -> String, _ kind: RelationKind, acting: (Int) -> [Int]
  ) -> [Document] {
    (1...count).map { number in
      F.document("d\(number)") {
        $0.publishedOn = Moment(day: F.day(day(number)))
        $0.effectiveOn = F.day(day(number))
        $0.relations[kind] = acting(number).map { F.reference("d\($0)") }
      }
    }
  }

  private static func state(_ number: Int, in corpus: Corpus) -> State? {
    corpus[DocumentID("zhengce/d\(number)")]?.status?.state
  }

  @Test func `two thousand documents of one day, each amending the one before`() {
    let documents = Self.chain(2000, on: { _ in "2020-01-01" }, .amends) { $0 > 1 ? [$0 - 1] : [] }
    let corpus = F.corpus(documents, on: "2021-01-01")
    #expect((1...1999).allSatisfy { Self.state($0, in: corpus) == .amended })
    #expect(Self.state(2000, in: corpus) == .inForce)
  }

  @Test func `two thousand documents of one day, each annulling the one before, undo one another in turn`() {
    let documents = Self.chain(2000, on: { _ in "2020-01-01" }, .annuls) { $0 > 1 ? [$0 - 1] : [] }
    let corpus = F.corpus(documents, on: "2021-01-01")
    #expect((1...2000).allSatisfy { Self.state($0, in: corpus) == ($0.isMultiple(of: 2) ? .inForce : .annulled) })
  }

  @Test func `each amends all before it, one a month`() {
    let month = { (number: Int) in String(format: "%04d-%02d-01", 2000 + number / 12, number % 12 + 1) }
    let documents = Self.chain(200, on: month, .amends) { Array(1..<$0) }
    let corpus = F.corpus(documents, on: month(150))
    #expect(Self.state(1, in: corpus) == .amended && Self.state(150, in: corpus) == .inForce)
    #expect(corpus[DocumentID("zhengce/d1")]?.acts.past.count == 149)
  }

  @Test func `a chain needs no more stack than a thread of the pool has`() async throws {
    let documents = Self.chain(2000, on: { _ in "2020-01-01" }, .repeals) { $0 > 1 ? [$0 - 1] : [] }
    // The last one repeals the one before, which therefore repeals nothing, and so on down.
    let states = await withCheckedContinuation { continuation in
      let thread = Thread {
        let corpus = F.corpus(documents, on: "2021-01-01")
        continuation.resume(returning: corpus.entries.map { ($0.document.id, $0.status?.state) })
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    let found = Dictionary(uniqueKeysWithValues: states)
    #expect(
      (1...2000).allSatisfy { found[DocumentID("zhengce/d\($0)")] == ($0.isMultiple(of: 2) ? .inForce : .repealed) })
  }

  @Test func `a circle of two thousand documents ends, however each acts on all others`() {
    let ring = Self.chain(2000, on: { _ in "2020-01-01" }, .amends) { [$0 % 2000 + 1] }
    let corpus = F.corpus(ring, on: "2021-01-01")
    #expect(corpus.entries.allSatisfy { $0.status?.state == .amended })
    let web = Self.chain(60, on: { _ in "2020-01-01" }, .repeals) { number in (1...60).filter { $0 != number } }
    #expect(F.corpus(web, on: "2021-01-01").entries.allSatisfy { $0.status?.state == .inForce })
  }

  @Test(arguments: [1, 2, 5, 40]) func `amendments that close a circle do not decide what is in force`(_ count: Int) {
    // 丙 ends 辛, which is therefore in no position to repeal 乙, which repeals 甲; 甲 amends … amends 辛.
    func document(_ name: String, _ kind: RelationKind, _ target: String, _ articles: [String] = []) -> Document {
      F.document(name) {
        $0.publishedOn = Moment(day: F.day("2024-03-01"))
        $0.effectiveOn = F.day("2024-03-01")
        $0.relations[kind] = [F.reference(target, articles: articles)]
      }
    }
    let ring = (0..<count).map { number in
      document("r\(number)", .amends, number + 1 < count ? "r\(number + 1)" : "c", ["第一条"])
    }
    let documents =
      [document("k", .terminates, "c"), document("c", .repeals, "b"), document("b", .repeals, "a")]
      + [document("a", .amends, "r0", ["第一条"])] + ring
    func state(_ name: String) -> State? { F.state(name, documents, on: "2025-01-01") }
    #expect(state("c") == .expired && state("b") == .inForce && state("a") == .repealed && state("r0") == .inForce)
  }

  @Test func `what an act from outside has ended does not act in a circle`() {
    // Seven documents in a circle; the second is repealed from outside, so that the third is in force and ends the fourth …
    let ring = Self.chain(7, on: { _ in "2024-03-01" }, .repeals) { [$0 % 7 + 1] }
    let outside = F.document("k") {
      $0.publishedOn = Moment(day: F.day("2024-03-01"))
      $0.effectiveOn = F.day("2024-03-01")
      $0.relations[.repeals] = [F.reference("d2")]
    }
    let corpus = F.corpus(ring + [outside], on: "2025-01-01")
    let ended = (1...7).filter { corpus[DocumentID("zhengce/d\($0)")]?.status?.state == .repealed }
    #expect(ended == [1, 2, 4, 6])
  }

  @Test(arguments: 2...5) func `documents that all end each other are none of them preferred`(_ count: Int) {
    let web = Self.chain(count, on: { _ in "2020-01-01" }, .repeals) { number in (1...count).filter { $0 != number } }
    #expect(Set(F.corpus(web, on: "2021-01-01").entries.map(\.status?.state)).count == 1)
  }
}
