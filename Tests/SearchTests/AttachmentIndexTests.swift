import Foundation
import Testing

@testable import Search

/// What the files beside a document say is found with it, for little.
@Suite struct AttachmentIndexTests {
  private static let passages = [String(repeating: "戊己，", count: 40) + "庚", "辛壬"]

  private static func document(_ url: String, _ attachments: [SearchAttachment]) -> SearchIndexTests.Pair {
    let sections = [SearchSection(text: Array("丙丁是正文".utf8)[...])]
    return (
      SearchEntry(url: url, title: "甲乙", date: "2023-01-01", attachments: attachments),
      DocumentTokens(title: "甲乙", numbers: [], keywords: [], sections: sections, attachments: attachments)
    )
  }

  private static let pair = document(
    "a/1/", [SearchAttachment(title: "子丑表", fileName: "表 1.docx", passages: passages)])

  @Test func `a text is found at the lowest level however often it says a word, its title as a label`() throws {
    let grams = try IndexReader(SearchIndexTests.index([Self.pair, Self.document("a/2/", [])])).grams()
    #expect(grams["戊己"] == [0: [0]] && grams["辛壬"] == [0: [0]] && grams["子丑"] == [4: [0]])
    #expect(grams["丙丁"] == [0: [0, 1]])
    // What was left out between two passages does not make them one.
    #expect(grams["庚辛"] == nil && grams["丁戊"] == nil && grams["表戊"] == nil)
  }

  @Test func `the body keeps the weight that it has without attachments`() throws {
    let plain = try IndexReader(SearchIndexTests.index([Self.document("a/1/", [])])).grams()
    let grams = try IndexReader(SearchIndexTests.index([Self.pair])).grams()
    for (gram, levels) in plain { #expect(grams[gram] == levels, "\(gram)") }
  }

  @Test func `the card leads to the file and to its text, which has a name by its content`() throws {
    let reader = IndexReader(SearchIndexTests.index([Self.pair, Self.document("a/2/", [])]))
    let cards = try reader.shards("cards").flatMap { $0["cards"] as? [[String: NSObject]] ?? [] }
    let file = try #require((cards[0]["files"] as? [[NSObject]])?.first)
    #expect(file.map(\.description).prefix(2) == ["子丑表", "%E8%A1%A8%201.docx"] && cards[1]["files"] == nil)
    let path = "search/files/\(file[2].description).json"
    #expect(try reader.object(path)["texts"] as? [String] == Self.passages)
    #expect(file[2].description == ContentName.make(try #require(reader.files[path])))
    #expect(file[3] as? Int == 123)
  }

  @Test func `a file whose text is not known has its name only, and equal texts are one file`() throws {
    let known = SearchAttachment(title: "乙", fileName: "b.docx", passages: ["同文"])
    let reader = IndexReader(
      SearchIndexTests.index([
        Self.document("a/1/", [SearchAttachment(title: "甲", fileName: "a.wps"), known]), Self.document("a/2/", [known]),
      ]))
    let cards = try reader.shards("cards").flatMap { $0["cards"] as? [[String: NSObject]] ?? [] }
    let files = cards.map { ($0["files"] as? [[NSObject]] ?? []).map { $0.map(\.description) } }
    #expect(files[0][0] == ["甲", "a.wps"] && files[0][1] == files[1][0])
    #expect(reader.files.keys.count { $0.hasPrefix("search/files/") } == 1)
  }

  @Test func `the build notices an attachment that the index does not find`() {
    let index = SearchIndexTests.index([Self.document("a/1/", [])])
    #expect(SearchIndexTests.firstLoss(of: index, among: [Self.pair]) != nil)
    #expect(SearchIndexTests.firstLoss(of: SearchIndexTests.index([Self.pair]), among: [Self.pair]) == nil)
  }
}
