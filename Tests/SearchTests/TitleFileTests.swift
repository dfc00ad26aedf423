import Foundation
import Testing

@testable import Search

/// The files that every query needs.
@Suite struct TitleFileTests {
  @Test func columnsHoldWhatEveryResultShows() throws {
    var law = SearchIndexTests.document("a/1/", title: "甲法", body: "", date: "1970-01-11")
    law.entry.issuer = "某局"
    law.entry.state = "inForce"
    law.entry.stateLabel = "现行有效"
    law.entry.column = "法律"
    law.entry.articles = 5...20
    law.entry.length = 4200
    let other = SearchIndexTests.document("a/2/", title: "乙", body: "", date: "1970-01-13")
    let place = SearchPlace(title: "法律", kind: "栏目", url: "falv/")
    let file = try IndexReader(SearchIndexTests.index([other, law], places: [place])).file("titles")
    #expect(file["titles"] as? [String] == ["甲法", "乙"])
    #expect(file["issuers"] as? [String] == ["某局", ""])
    #expect(file["issuer"] as? [Int] == [0, 1])
    #expect(file["columns"] as? [String] == ["法律", ""])
    #expect(file["state"] as? [Int] == [0, -1])
    #expect(file["days"] as? [Int] == [10, 2])
    #expect(file["sizes"] as? [Int] == [3, 0])
    #expect(file["firsts"] as? [Int] == [4, 0])
    #expect(file["lasts"] as? [Int] == [20, 0])
    #expect(file["places"] as? [[String]] == [["法律", "栏目", "falv/"]])
  }

  @Test func synonymsLeadOnlyToWordsThatADocumentHas() throws {
    let document = SearchIndexTests.document("a/1/", title: "最低生活保障办法", body: "犬只和劳动合同法与民法典")
    let groups = [
      ["最低生活保障", "低保", "吃低保", "最低生活保障金"], ["犬", "狗"], ["房屋征收", "拆迁"], ["民法典", "合同法"],
      ["劳动合同法", "劳动法规"],
    ]
    let reader = IndexReader(SearchIndexTests.index([document], synonyms: groups))
    let words = try reader.shards("synonyms").flatMap { shard in (shard["words"] as? [[String]]) ?? [] }
    // An official word stands for itself, so that no part of it is taken for another word.
    #expect(
      Set(words) == [
        ["低保", "最低生活保障"], ["最低生活保障"], ["狗", "犬"], ["犬"], ["合同法", "民法典"], ["民法典"], ["劳动合同法"], ["劳动法规", "劳动合同法"],
      ])
  }

  /// A query loads a part of the dictionary only where the directory says that a word begins so.
  @Test func theDirectorySaysHowTheWordsOfTheDictionaryBegin() throws {
    let document = SearchIndexTests.document("a/1/", title: "最低生活保障办法", body: "犬只")
    let reader = IndexReader(SearchIndexTests.index([document], synonyms: [["最低生活保障", "低保"], ["犬", "狗"]]))
    let synonyms = try #require(try reader.file("directory")["synonyms"] as? [String: Any])
    let starts = Set(PostingCode.documents(try #require(synonyms["starts"] as? String).utf8))
    #expect(starts == Set(["低保", "最低", "狗", "犬"].map { Int(ShardName.hash(of: $0.utf16) % 32768) }))
  }

  @Test func theSearchPageCarriesTheEntryAndWhatEveryQueryNeeds() throws {
    let index = SearchIndexTests.index(SearchIndexTests.documents(20, seed: 1))
    let bytes = try #require(index.files.first { $0.path == "search/entry.json" }?.bytes)
    #expect(index.start.entry == String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
    #expect(index.start.files.map { $0.prefix { $0 != "/" } } == ["directory", "titles"])
    for file in index.start.files { #expect(index.files.contains { $0.path == "search/" + file }, "\(file)") }
  }
}
