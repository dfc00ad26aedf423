import Base
import Documents
import Resolution
import TestSupport
import Testing

/// Properties of every library, tested on random ones, including cycles, contradictions and embargoes.
struct PropertyTests {
  typealias F = CorpusFixture

  @Test(arguments: 0..<60) func `states keep their promises`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let documents = RandomLibrary.documents(&random)
    for day in RandomLibrary.days(&random, count: 12) {
      let corpus = F.corpus(documents, on: day.iso)
      for entry in corpus.entries {
        let (document, status) = (entry.document, try #require(entry.status))
        if document.declaredValidity == .annulled { #expect(status.state == .annulled) }
        if entry.status?.state.isInForce == true {
          #expect(document.effectiveOn.map { $0 <= day } ?? true, "in force before its first day")
          #expect(status.expiresOn.map { day <= $0 } ?? true, "in force after its last day")
          #expect(!entry.acts.past.contains { $0.kind.endsTarget && $0.articles.isEmpty })
        }
        if let since = status.since { #expect(since <= day) }
        if let until = status.until { #expect(day <= until && status.upcoming.first?.from == until.adding(days: 1)) }
        #expect(status.state != .unstated || document.effectiveOn == nil)
      }
    }
  }

  @Test(arguments: 0..<40) func `the order of files changes nothing, nor does an unrelated document`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let documents = RandomLibrary.documents(&random)
    let unrelated = F.document("unrelated") {
      $0.effectiveOn = F.day("2022-01-01")
      $0.declaredValidity = .repealed
    }
    for day in RandomLibrary.days(&random, count: 6) {
      let corpus = F.corpus(documents, on: day.iso)
      let others = [documents.shuffled(using: &random), documents + [unrelated]].map { F.corpus($0, on: day.iso) }
      for other in others {
        for entry in corpus.entries {
          #expect(
            other[entry.document.id]?.status == entry.status && other[entry.document.id]?.history == entry.history)
        }
      }
    }
  }

  /// What the pages' script and the report's forecast rely on.
  @Test(arguments: 0..<40) func `what is foretold today comes true when nothing new is published`(_ seed: UInt64) throws
  {
    var random = SplitMix(state: seed)
    let documents = RandomLibrary.documents(&random).filter { $0.publishedOn?.day ?? .distant <= F.day("2022-01-01") }
    let today = F.corpus(documents, on: "2022-01-01")
    for later in RandomLibrary.days(&random, count: 12) where later >= today.asOf {
      let then = today.on(later)
      for entry in today.entries {
        let status = try #require(entry.status)
        let foretold = status.upcoming.last { $0.from.map { $0 <= later } ?? false }?.state ?? status.state
        #expect(then[entry.document.id]?.status?.state == foretold, "\(entry.document.id.path) on \(later.iso)")
      }
    }
  }

  @Test(arguments: 0..<20) func `a corpus on another day is the corpus of that day`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let documents = RandomLibrary.documents(&random)
    let corpus = F.corpus(documents, on: "2021-06-01")
    for day in RandomLibrary.days(&random, count: 6) {
      let (moved, made) = (corpus.on(day), F.corpus(documents, on: day.iso))
      #expect(moved.entries.map(\.document.id) == made.entries.map(\.document.id))
      #expect(moved.entries.map(\.status) == made.entries.map(\.status))
    }
  }
}

/// A generator whose numbers are the same everywhere (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Fourteen documents that act on one another at random between 2020 and 2025.
enum RandomLibrary {
  private static let names = (0..<14).map { "d\($0)" }

  static func documents(_ random: inout SplitMix) -> [Document] {
    names.map { name in
      CorpusFixture.document(name) { document in
        document.publishedOn = Moment(day: day(&random))
        if chance(3, &random) { document.effectiveOn = day(&random) }
        if chance(2, &random) {
          document.expiresOn = (document.effectiveOn ?? day(&random)).adding(
            days: Int.random(in: 0...900, using: &random))
        }
        if chance(1, &random) { document.declaredValidity = DeclaredValidity.allCases.randomElement(using: &random) }
        document.isDraft = chance(1, &random) && chance(2, &random)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let kind = RelationKind.allCases.randomElement(using: &random) ?? .repeals
          document.relations[kind, default: []].append(reference(kind, &random))
        }
      }
    }
  }

  static func days(_ random: inout SplitMix, count: Int) -> [CalendarDate] { (0..<count).map { _ in day(&random) } }

  private static func reference(_ kind: RelationKind, _ random: inout SplitMix) -> Reference {
    Reference(
      target: .path(DocumentID("zhengce/" + (names.randomElement(using: &random) ?? ""))),
      on: chance(1, &random) ? day(&random) : nil, until: kind == .extends ? day(&random) : nil,
      articles: chance(1, &random) ? ["第三条"] : [])
  }

  private static func day(_ random: inout SplitMix) -> CalendarDate {
    CorpusFixture.day("2020-01-01").adding(days: Int.random(in: 0..<2000, using: &random))
  }

  /// True `of` times out of four.
  private static func chance(_ of: Int, _ random: inout SplitMix) -> Bool { Int.random(in: 0..<4, using: &random) < of }
}

extension CalendarDate {
  /// A day after all days in these tests.
  static let distant = CorpusFixture.day("2090-01-01")
}
