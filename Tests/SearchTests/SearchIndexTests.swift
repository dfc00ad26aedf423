import Foundation
import Testing

@testable import Search

@Suite struct SearchIndexTests {
  @Test func everyPairOfCharactersLeadsToExactlyItsDocuments() throws {
    let documents = Self.documents(60, seed: 7)
    let reader = IndexReader(Self.index(documents))
    let (urls, grams) = (try reader.urls(), try reader.grams())
    for document in documents {
      let number = try #require(urls.firstIndex(of: document.entry.url))
      for run in document.tokens.units.split(separator: 0) {
        for place in run.indices.dropLast() {
          let pair = String(decoding: run[place...place + 1], as: UTF16.self)
          #expect(grams[pair]?.values.contains { $0.contains(number) } == true, "\(pair) in \(document.entry.url)")
        }
      }
    }
    let holders = { (pair: String) in
      documents.filter { document in
        document.tokens.units.split(separator: 0).contains { String(decoding: $0, as: UTF16.self).contains(pair) }
      }
    }
    for (gram, levels) in grams where gram.utf16.count == 2 {
      #expect(levels.values.reduce(0) { $0 + $1.count } == holders(gram).count, "\(gram)")
    }
  }

  @Test func longGramsAreExactWhereTheyAreIndexed() throws {
    let documents = Self.documents(60, seed: 11, letters: "一二，a1")
    let grams = try IndexReader(Self.index(documents)).grams()
    let long = grams.filter { $0.key.utf16.count > 2 }
    #expect(long.keys.contains { $0.utf16.count == 4 })
    for (gram, levels) in long {
      let holders = documents.filter { document in
        document.tokens.units.split(separator: 0).contains { String(decoding: $0, as: UTF16.self).contains(gram) }
      }
      #expect(levels.values.reduce(0) { $0 + $1.count } == holders.count, "\(gram)")
    }
  }

  @Test func orderOfInputDoesNotChangeABit() {
    let documents = Self.documents(40, seed: 3)
    #expect(Self.index(documents).files == Self.index(documents.reversed()).files)
  }

  @Test func titleOutranksHeadingOutranksBody() throws {
    let plain = Self.document("a/1/", title: "甲乙", body: "丙丁是正文")
    let headed = Self.document("a/2/", title: "戊己", heading: "丙丁", body: "别的")
    let titled = Self.document("a/3/", title: "丙丁", body: "别的")
    let reader = IndexReader(Self.index([plain, headed, titled]))
    let levels = try #require(reader.grams()["丙丁"])
    #expect(levels == [0: [0], 3: [1], 7: [2]])
  }

  @Test func documentsAreNumberedByDateSoThatANewOneComesLast() throws {
    let documents = Self.documents(20, seed: 5)
    let before = try IndexReader(Self.index(documents)).urls()
    let new = Self.document("z/new/", title: "新", body: "新的", date: "2030-01-01")
    #expect(try IndexReader(Self.index(documents + [new])).urls() == before + ["z/new/"])
  }

  @Test func everyFileIsJSONOfThisVersionNamedByItsContent() throws {
    let reader = IndexReader(Self.index(Self.documents(80, seed: 9)))
    for (path, bytes) in reader.files {
      #expect(try reader.object(path)["version"] as? Int == SearchFile.version, "\(path)")
      if path == "search/entry.json" { continue }
      let name = ContentName.make(bytes)
      let isShard = ["search/grams/", "search/cards/", "search/numbers/"].contains { path.hasPrefix($0) }
      #expect(path.hasSuffix(isShard ? "\(name.prefix(ShardName.checkLength)).json" : "/\(name).json"), "\(path)")
    }
  }

  @Test func aSiteWithoutDocumentsHasAnEntryFile() throws {
    let reader = IndexReader(Self.index([]))
    #expect(reader.files.keys.contains("search/entry.json"))
    #expect(try reader.object("search/entry.json")["count"] as? Int == 0)
    #expect(try reader.urls() == [])
  }

  @Test func textOutsideTheBasicPlaneAndQuotationMarksSurviveJSON() throws {
    let document = Self.document("a/\"/", title: "𠮷\"\\\u{7}野", body: "𠮷野𠮷")
    let reader = IndexReader(Self.index([document]))
    #expect(try reader.urls() == ["a/\"/"])
    #expect(try reader.grams()["\u{E042}"] == [7: [0]])
  }

  @Test func facetsListTheirDocumentsAndLeaveOutEmptyValues() throws {
    let facet = SearchFacet(
      id: "topic", label: "主题", values: ["甲", "乙", "丙"].map { SearchFacet.Value(id: $0, label: $0) })
    var (first, second) = (Self.document("a/1/", title: "一", body: ""), Self.document("a/2/", title: "二", body: ""))
    first.entry.facets = [[0, 2]]
    second.entry.facets = [[2]]
    let reader = IndexReader(
      Self.index([first, second], facets: [facet], synonyms: [["甲", "乙"]]))
    let facets = try #require(reader.file("facets")["facets"] as? [[String: NSObject]])
    #expect(facets[0]["values"] as? [[String]] == [["甲", "甲", "#"], ["丙", "丙", "##"]])
  }
}

extension SearchIndexTests {
  @Test func theBuildFindsWhatItIndexed() {
    for letters in ["一二三四五六七，。ab1", "一二，a1"] {
      let documents = Self.documents(80, seed: 21, letters: letters)
      #expect(Self.firstLoss(of: Self.index(documents), among: documents) == nil)
    }
    #expect(Self.firstLoss(of: Self.index([]), among: []) == nil)
  }

  @Test func theBuildNoticesWhatTheIndexLacks() {
    let documents = Self.documents(30, seed: 23)
    let index = Self.index(documents)
    var other = documents
    other[4] = Self.document(other[4].entry.url, title: "甲乙丙丁", body: "戊己庚辛", date: other[4].entry.date)
    #expect(Self.firstLoss(of: index, among: other) == "甲乙丙丁")
    other[4] = documents[4]
    other[7].entry.url = "c/elsewhere/"
    #expect(Self.firstLoss(of: index, among: other) != nil)
    var numbered = documents[9]
    numbered.entry.documentNumber = "高政办发〔2023〕3号"
    #expect(Self.firstLoss(of: Self.index([numbered]), among: [numbered]) == nil)
    #expect(Self.firstLoss(of: Self.index([documents[9]]), among: [numbered]) == "2023-3")
  }

  @Test func howManyTasksThereAreDoesNotChangeABit() {
    let documents = Self.documents(600, seed: 31)
    let index = Self.index(documents, jobs: 1)
    for jobs in [2, 3, 16] { #expect(Self.index(documents, jobs: jobs).files == index.files, "\(jobs)") }
  }

  @Test func aShortChangeLeavesMostShardsAsTheyAre() throws {
    let rare = (0..<300 as Range<UInt32>).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }.map { String($0) }.joined()
    var documents = Self.documents(2100, seed: 50, letters: rare + String(repeating: "一二三四", count: 150))
    let place = try #require(documents.indices.first { !LongGrams.samples(documents[$0].entry.url, of: 2100) })
    let entry = documents[place].entry
    documents[place] = Self.document(entry.url, title: "甲", body: "乙丙", date: entry.date)
    let grams = { (index: SearchIndex) in Set(index.files.map(\.path).filter { $0.hasPrefix("search/grams/") }) }
    let before = grams(Self.index(documents))
    #expect(before.count > 40)
    documents[place].tokens = Self.document(entry.url, title: "甲", body: "乙丁", date: entry.date).tokens
    let after = grams(Self.index(documents))
    #expect(after != before && after.subtracting(before).count < after.count / 8)
  }

  @Test func theSampleIsNoMoreThanAFewHundredDocuments() {
    for count in [1, 255, 511, 512, 3475, 100_000] {
      let size = (0..<count).count { LongGrams.samples("zhengce/2023-\($0)/", of: count) }
      #expect(count < 512 ? size == count : (200...570).contains(size), "\(count): \(size)")
    }
  }

  @Test func cardsCarryTheStatesToCome() throws {
    var document = Self.document("a/1/", title: "一", body: "")
    document.entry.state = "inForce"
    document.entry.stateLabel = "现行有效"
    document.entry.changes = [.init(day: "2027-01-01", state: "expired", label: "已失效", isEnded: true)]
    let reader = IndexReader(Self.index([document, Self.document("a/2/", title: "二", body: "")]))
    let states = try #require(reader.file("titles")["states"] as? [[NSObject]]).map { $0.map(\.description) }
    #expect(states == [["expired", "已失效", "1"], ["inForce", "现行有效", "0"]])
    let cards = try reader.shards("cards").flatMap { $0["cards"] as? [[String: NSObject]] ?? [] }
    #expect(cards.map { $0["changes"] as? [[String]] } == [[["2027-01-01", "expired"]], nil])
  }

  typealias Pair = (entry: SearchEntry, tokens: DocumentTokens)

  static func plan(
    _ documents: [Pair], gone: [IndexPlan.Gone] = [], previous: PublishedNumbers? = nil
  ) -> IndexPlan {
    let entries = documents.map(\.entry)
    return IndexPlan(
      entries, sample: IndexPlan.sample(of: entries).map { documents[$0].tokens }, gone: gone, previous: previous)
  }

  static func index(
    _ documents: [Pair], facets: [SearchFacet] = [], synonyms: [[String]] = [], places: [SearchPlace] = [],
    gone: [IndexPlan.Gone] = [], previous: PublishedNumbers? = nil, jobs: Int = 2
  ) -> SearchIndex {
    let plan = plan(documents, gone: gone, previous: previous)
    let parts = plan.ranges(jobs).map { plan.part($0) { documents[$0].tokens } }
    let shards = plan.stretches(of: parts, jobs).flatMap { plan.shards(of: parts, in: $0) }
    return SearchIndex(
      plan, shards: shards, facets: facets, places: places, synonyms: synonyms, occurs: { plan.holds($0, parts) },
      asOf: "2026-11-21")
  }

  static func firstLoss(of index: SearchIndex, among documents: [Pair], sample: Int = 80) -> String? {
    index.firstLoss(plan(documents), sample: sample) { documents[$0].tokens }
  }

  static func document(
    _ url: String, title: String, heading: String = "", body: String, date: String = "2023-01-01"
  ) -> Pair {
    let sections = [SearchSection(heading: heading, text: Array(body.utf8)[...])]
    return (
      SearchEntry(url: url, title: title, date: date),
      DocumentTokens(title: title, numbers: [], keywords: [], sections: sections)
    )
  }

  /// Texts made of few characters, so that long grams become frequent.
  static func documents(_ count: Int, seed: UInt64, letters: String = "一二三四五六七，。ab1") -> [Pair] {
    var random = SeededRandom(state: seed)
    let letters = Array(letters)
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in letters.randomElement(using: &random) ?? "一" })
    }
    return (0..<count).map { number in
      let date = "20\(10 + number % 15)-0\(1 + number % 9)-11"
      return document("c/\(number)/", title: text(6), heading: text(4), body: text(120), date: date)
    }
  }
}

/// A small generator with a fixed sequence.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
