import Base
import Documents
import Foundation
import Resolution
import TestSupport
import Testing

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ExportTests {
  @Test func `the table has a byte order mark and one row a document`() {
    let corpus = Fixture.corpus([
      Fixture.document("a/b") { $0.issuers = ["甲", "乙"] }, Fixture.document("a/a") { $0.title = "一\"二" },
    ])
    let bytes = OpenDataTable(corpus: corpus).csv()
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(rows.count == 4 && rows[3].isEmpty)
    #expect(rows[0].hasPrefix("路径,网址,类型,"))
    #expect(rows[1].hasPrefix("a/a,https://own.example/a/a/,政策文件,a,\"一\"\"二\","))
    #expect(rows[2].contains(",甲；乙,"))
  }

  @Test(
    "feeds are well-formed whatever the titles are",
    arguments: [
      "<script>alert(1)</script>", "]]>", "\"'&amp;&<", "控制\u{0}\u{8}\u{1B}字符", "{{title}}", "\u{1F600}𠮷",
    ]) func feeds(title: String) throws
  {
    let document = Fixture.document("a/b") {
      $0.title = title
      $0.summary = title
      $0.issuers = [title]
      $0.topics = [title]
      $0.publishedOn = Moment(day: Fixture.day("2024-05-06"), minute: 545)
    }
    let corpus = Fixture.corpus([document])
    for column in [nil, corpus.columns.first] {
      let list = column.map { FollowedList.column($0.path) } ?? .site
      let followed = try #require(FollowedLists(Shelves(corpus))[list])
      let reader = XMLReader(Feeds(corpus: corpus).atom(followed))
      #expect(reader.isWellFormed)
      let clean = String(String.UnicodeScalarView(title.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
      #expect(reader.texts["feed/entry/title"] == clean + "［有效性未标注］")
      #expect(reader.texts["feed/entry/summary"] == clean)
      #expect(reader.texts["feed/entry/id"] == "https://own.example/a/b/")
      #expect(reader.texts["feed/entry/published"] == "2024-05-06T09:05:00+08:00")
    }
  }

  @Test func `a feed has the thirty newest`() throws {
    let documents = (10..<50).map { number in
      Fixture.document("a/n\(number)") { $0.publishedOn = Moment(day: Fixture.day("2024-01-01").adding(days: number)) }
    }
    let corpus = Fixture.corpus(documents)
    let site = try #require(FollowedLists(Shelves(corpus))[.site])
    let text = String(decoding: Feeds(corpus: corpus).atom(site), as: UTF8.self)
    #expect(text.components(separatedBy: "<entry>").count == 31)
    #expect(text.contains("<title>a/n49") && text.contains("<title>a/n20") && !text.contains("<title>a/n19"))
  }

  @Test func `the site map is well-formed and encoded`() {
    let files = CrawlerFiles(corpus: Fixture.corpus([]))
    let reader = XMLReader(files.sitemap([("topics/教育&<>/", "2024-01-02"), ("", nil)]))
    #expect(reader.isWellFormed)
    #expect(String(decoding: files.robots, as: UTF8.self).hasSuffix("Sitemap: https://own.example/sitemap.xml\n"))
  }
}

/// A strict XML parse: the last text of each element by its path.
private final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var texts: [String: String] = [:]
  private(set) var isWellFormed = false
  private var path: [String] = []

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(name)
    texts[path.joined(separator: "/")] = ""
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    texts[path.joined(separator: "/"), default: ""] += text
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
  }
}
