import Base
import Foundation
import Testing

@testable import Search

/// The numbers by which lists refer to documents, from release to release.
@Suite struct NumberingTests {
  private static func numbers(_ index: SearchIndex) -> PublishedNumbers? {
    let files = Dictionary(index.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return SearchIndex.numbers { files[$0] }
  }

  private static func addresses(_ index: SearchIndex) -> [String?] { numbers(index)?.addresses ?? [] }

  @Test func aPublishedIndexTellsItsNumbers() throws {
    let index = SearchIndexTests.index(SearchIndexTests.documents(100, seed: 3))
    #expect(Self.addresses(index) == (try IndexReader(index).urls()))
    #expect(SearchIndex.numbers { _ in nil } == nil)
    #expect(SearchIndex.numbers { _ in Array("{\"version\":1}".utf8) } == nil)
  }

  @Test func anOldDocumentThatIsAddedComesLastAndChangesFewFiles() throws {
    let documents = SearchIndexTests.documents(600, seed: 5, letters: "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯")
    let before = SearchIndexTests.index(documents)
    let old = SearchIndexTests.document("z/old/", title: "旧档案", body: "补录", date: "1999-01-01")
    let anew = SearchIndexTests.index(documents + [old])
    let after = SearchIndexTests.index(documents + [old], previous: Self.numbers(before))
    #expect(Self.addresses(after) == Self.addresses(before) + ["z/old/"])
    let grams = { (index: SearchIndex) in Set(index.files.map(\.path).filter { $0.hasPrefix("search/grams/") }) }
    let (kept, shifted) = (grams(after).intersection(grams(before)), grams(anew).intersection(grams(before)))
    #expect(kept.count * 10 > grams(before).count * 8)
    #expect(shifted.count < kept.count / 2)
    #expect(SearchIndexTests.firstLoss(of: anew, among: documents + [old]) == nil)
  }

  @Test func aDocumentThatIsGoneLeavesItsNumberEmpty() throws {
    let documents = SearchIndexTests.documents(40, seed: 7)
    let published = Self.numbers(SearchIndexTests.index(documents))
    let before = published?.addresses ?? []
    let gone = documents[9].entry
    let left = documents.filter { $0.entry.url != gone.url }
    let after = SearchIndexTests.index(left, previous: published)
    #expect(Self.addresses(after) == before.map { $0 == gone.url ? nil : $0 })
    // The same from scratch, where the library knows that it was taken down.
    let anew = SearchIndexTests.index(left, gone: [(gone.url, gone.date)])
    #expect(anew.files == after.files)
    #expect(SearchIndexTests.index(left, gone: [(gone.url, gone.date)], previous: published).files == after.files)
    let titles = try #require(IndexReader(after).file("titles")["titles"] as? [String])
    #expect(titles.filter(\.isEmpty).count == 1)
    // The last one leaves no gap.
    let last = try #require(before.last ?? nil)
    let shorter = SearchIndexTests.index(documents.filter { $0.entry.url != last }, previous: published)
    #expect(Self.addresses(shorter) == before.dropLast())
  }

  @Test func overAnEarlierReleaseOfAnUntouchedLibraryNumbersAreThoseFromScratch() throws {
    let all = SearchIndexTests.documents(60, seed: 11)
    let day = "2018-06-01"
    let early = all.filter { $0.entry.date <= day }
    #expect(early.count > 20 && early.count < 50)
    let first = SearchIndexTests.index(early)
    let published = PublishedNumbers(day: day, addresses: Self.addresses(first))
    // Since then the others have become public, one of them has come and gone, and one was taken down.
    let gone = [early[3].entry, SearchIndexTests.document("z/short/", title: "短", body: "", date: "2020-02-02").entry]
    let later = all.filter { $0.entry.url != early[3].entry.url }
    let passed = gone.map { ($0.url, $0.date) }
    #expect(
      SearchIndexTests.index(later, gone: passed, previous: published).files
        == SearchIndexTests.index(later, gone: passed).files)
  }

  @Test func numbersAreGivenAnewWhenMostWouldBeEmpty() throws {
    let documents = SearchIndexTests.documents(40, seed: 7)
    let before = Self.numbers(SearchIndexTests.index(documents))
    let left = Array(documents.dropFirst(25))
    #expect(SearchIndexTests.index(left, previous: before).files == SearchIndexTests.index(left).files)
  }
}
