import Base
import Foundation
import Testing

@testable import Search

/// The numbers by which lists refer to documents, from release to release.
@Suite struct NumberingTests {
  private static func addresses(_ index: SearchIndex) -> [String?] {
    let files = Dictionary(index.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return SearchIndex.addresses { files[$0] }
  }

  @Test func aPublishedIndexTellsItsNumbers() throws {
    let index = SearchIndexTests.index(SearchIndexTests.documents(100, seed: 3))
    #expect(Self.addresses(index) == (try IndexReader(index).urls()))
    #expect(SearchIndex.addresses { _ in nil } == [])
    #expect(SearchIndex.addresses { _ in Array("{\"version\":1}".utf8) } == [])
  }

  @Test func anOldDocumentThatIsAddedComesLastAndChangesFewFiles() throws {
    let documents = SearchIndexTests.documents(600, seed: 5, letters: "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯")
    let before = SearchIndexTests.index(documents)
    let old = SearchIndexTests.document("z/old/", title: "旧档案", body: "补录", date: "1999-01-01")
    let anew = SearchIndexTests.index(documents + [old])
    let after = SearchIndexTests.index(documents + [old], previous: Self.addresses(before))
    #expect(Self.addresses(after) == Self.addresses(before) + ["z/old/"])
    let grams = { (index: SearchIndex) in Set(index.files.map(\.path).filter { $0.hasPrefix("search/grams/") }) }
    let (kept, shifted) = (grams(after).intersection(grams(before)), grams(anew).intersection(grams(before)))
    #expect(kept.count * 10 > grams(before).count * 8)
    #expect(shifted.count < kept.count / 2)
    #expect(SearchIndexTests.firstLoss(of: anew, among: documents + [old]) == nil)
  }

  @Test func aDocumentThatIsGoneLeavesItsNumberEmpty() throws {
    let documents = SearchIndexTests.documents(40, seed: 7)
    let before = Self.addresses(SearchIndexTests.index(documents))
    let gone = documents[9].entry.url
    let left = documents.filter { $0.entry.url != gone }
    let after = SearchIndexTests.index(left, previous: before)
    #expect(Self.addresses(after) == before.map { $0 == gone ? nil : $0 })
    let titles = try #require(IndexReader(after).file("titles")["titles"] as? [String])
    #expect(titles.filter(\.isEmpty).count == 1)
    // The last one leaves no gap.
    let last = try #require(before.last ?? nil)
    let shorter = SearchIndexTests.index(documents.filter { $0.entry.url != last }, previous: before)
    #expect(Self.addresses(shorter) == before.dropLast())
  }

  @Test func numbersAreGivenAnewWhenMoreThanAQuarterWouldBeEmpty() throws {
    let documents = SearchIndexTests.documents(40, seed: 7)
    let before = Self.addresses(SearchIndexTests.index(documents))
    let left = Array(documents.dropFirst(25))
    #expect(SearchIndexTests.index(left, previous: before).files == SearchIndexTests.index(left).files)
  }
}
