import Testing

@testable import Search

@Suite struct IndexPatchTests {
  typealias Pair = SearchIndexTests.Pair

  @Test func changedTextsLeadToTheIndexThatIsMadeOfAllAnew() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = SeededRandom(state: seed)
      var documents = Self.library(600, seed: seed)
      let published = SearchIndexTests.index(documents)
      let others = Self.library(600, seed: seed + 100)
      let changed = documents.indices.filter { !Self.isSample(documents[$0]) }.shuffled(using: &random).prefix(5)
      for place in changed { documents[place].tokens = others[place].tokens }
      let patched = try #require(try Self.patched(documents, published, changed: Set(changed)), "\(seed)")
      #expect(patched.files == SearchIndexTests.index(documents).files, "\(seed)")
    }
  }

  @Test func aDocumentThatLosesItsTextIsInNoList() throws {
    var documents = Self.library(600, seed: 40)
    let published = SearchIndexTests.index(documents)
    let place = try #require(documents.indices.first { !Self.isSample(documents[$0]) })
    documents[place] = SearchIndexTests.document(
      documents[place].entry.url, title: "", body: "", date: documents[place].entry.date)
    let patched = try #require(try Self.patched(documents, published, changed: [place]))
    let number = try #require(SearchIndexTests.plan(documents).order.firstIndex(of: place))
    for (gram, levels) in try IndexReader(patched).grams() {
      #expect(!levels.values.contains { $0.contains(number) }, "\(gram)")
    }
  }

  @Test func aShortChangeLeavesMostShardsAsTheyAre() throws {
    var documents = Self.library(2100, seed: 50)
    let published = SearchIndexTests.index(documents)
    let place = try #require(documents.indices.first { !Self.isSample(documents[$0]) })
    let entry = documents[place].entry
    documents[place] = SearchIndexTests.document(entry.url, title: "甲", body: "乙丙", date: entry.date)
    let now = SearchIndexTests.index(documents)
    let grams = { (index: SearchIndex) in Set(index.files.map(\.path).filter { $0.hasPrefix("search/grams/") }) }
    #expect(grams(published).count > 40)
    #expect(grams(now).subtracting(grams(published)).count < grams(now).count)
    documents[place].tokens = SearchIndexTests.document(entry.url, title: "甲", body: "乙丁", date: entry.date).tokens
    let then = SearchIndexTests.index(documents)
    #expect(grams(then).subtracting(grams(now)).count < grams(now).count / 8)
  }

  @Test func aTextOfTheSampleOrManyTextsAskForANewIndex() throws {
    let documents = Self.library(600, seed: 60)
    let published = SearchIndexTests.index(documents)
    let inSample = try #require(documents.indices.first { Self.isSample(documents[$0]) })
    #expect(try Self.patched(documents, published, changed: [inSample]) == nil)
    let rest = documents.indices.filter { !Self.isSample(documents[$0]) }
    #expect(try Self.patched(documents, published, changed: Set(rest.prefix(12))) != nil)
    #expect(try Self.patched(documents, published, changed: Set(rest.prefix(13))) == nil)
  }

  @Test func aPublishedIndexThatIsDamagedIsNotRead() {
    let documents = Self.library(300, seed: 70)
    let index = SearchIndexTests.index(documents)
    let files = Dictionary(index.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    #expect(PublishedGrams(count: 300) { files[$0] } != nil)
    #expect(PublishedGrams(count: 301) { files[$0] } == nil)
    for path in files.keys where path.hasPrefix("search/grams/") {
      #expect(PublishedGrams(count: 300) { $0 == path ? nil : files[$0] } == nil)
      #expect(PublishedGrams(count: 300) { $0 == path ? (files[$0] ?? []).dropLast() + [0x20] : files[$0] } == nil)
    }
  }

  @Test func theSampleIsNoMoreThanATextOfAFewHundred() {
    for count in [1, 255, 511, 512, 3475, 100_000] {
      let size = (0..<count).count { LongGrams.samples("zhengce/2023-\($0)/", of: count) }
      #expect(count < 512 ? size == count : (200...570).contains(size), "\(count): \(size)")
    }
  }

  private static func patched(_ documents: [Pair], _ published: SearchIndex, changed: Set<Int>) throws -> SearchIndex? {
    let files = Dictionary(published.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let grams = try #require(PublishedGrams(count: documents.count) { files[$0] })
    let plan = SearchIndexTests.plan(documents)
    let numbers = plan.order.indices.filter { changed.contains(plan.order[$0]) }
    guard let patch = IndexPatch(plan, grams, changed: numbers, tokens: { documents[$0].tokens }) else { return nil }
    let shards = try patch.stretchNumbers.flatMap { try #require(patch.shards($0)) }
    return SearchIndex(plan, shards: shards, facets: [], synonyms: [], asOf: "2026-11-21")
  }

  private static func isSample(_ document: Pair) -> Bool { LongGrams.samples(document.entry.url, of: 600) }

  /// Over so many characters that there are stretches, a few of them so frequent that there are long grams.
  private static func library(_ count: Int, seed: UInt64) -> [Pair] {
    let rare = (0..<300 as Range<UInt32>).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }.map { String($0) }.joined()
    return SearchIndexTests.documents(count, seed: seed, letters: rare + String(repeating: "一二三四", count: 150))
  }
}
