import Base
import OfficeFiles
import TestSupport
import Testing

struct TextTests {
  @Test(arguments: [
    Array("姓名,电话\n甲,1\n".utf8), [0xEF, 0xBB, 0xBF] + Array("姓名,电话\r\n甲,1".utf8),
    [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xE7, 0xBB, 0xB0, 0x0A, 0xBC, 0xD7, 0x2C, 0x31],
    [0xFF, 0xFE, 0xD3, 0x59, 0x0D, 0x54, 0x2C, 0, 0x35, 0x75, 0xDD, 0x8B, 0x0A, 0, 0x32, 0x75, 0x2C, 0, 0x31, 0],
  ])
  func `a table is read in UTF-8, GB 18030 and UTF-16`(_ bytes: [UInt8]) throws {
    let content = try OfficeReader().read(bytes, ending: "csv")
    #expect(content.pieces == [.init(place: .line(1), text: "姓名,电话"), .init(place: .line(2), text: "甲,1")])
  }

  @Test func `OFD is read page by page, a line for what is on one height`() throws {
    let names = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    func page(_ texts: [(String, Int)]) -> String {
      let objects = texts.map {
        "<ofd:TextObject Boundary=\"0 \($0.1) 10 5\"><ofd:TextCode>\($0.0)</ofd:TextCode></ofd:TextObject>"
      }
      return "<ofd:Page \(names)><ofd:Content>\(objects.joined())</ofd:Content></ofd:Page>"
    }
    let bytes = Office.bytes(of: [
      ("OFD.xml", "<ofd:OFD \(names)><ofd:DocInfo><ofd:Author>张三</ofd:Author></ofd:DocInfo></ofd:OFD>"),
      ("Doc_0/Pages/Page_10/Content.xml", page([("末", 1)])),
      ("Doc_0/Pages/Page_0/Content.xml", page([("甲", 1), ("乙", 1), ("丙", 7)])),
    ])
    let content = try OfficeReader().read(bytes, ending: "ofd")
    #expect(content.pieces.map { "\($0.place.text)：\($0.text)" } == ["第1页：甲乙\n丙", "第11页：末"])
    #expect(content.trace(.author)?.names == ["张三"])
  }

  @Test func `what was read can be kept, and is not believed when it is damaged`() throws {
    var content = OfficeContent()
    let places: [OfficePlace] = [
      .paragraph(1), .tableCell(table: 1, row: 2, column: 3), .note, .margin, .comment, .sheet("甲"),
      .cell(sheet: "甲", row: 1, column: 2), .row(sheet: "1", 2), .column(sheet: "“", 3), .slide(4), .speakerNotes(5),
      .page(6), .line(7),
    ]
    for (index, place) in places.enumerated() { content.add("字\n\"字\"", at: place, isShown: index % 3 > 0) }
    for kind in OfficeTrace.Kind.allCases {
      content.note(kind, at: places[kind.rawValue % places.count], name: "张三", count: 2)
    }
    content.pageCount = 9
    #expect(OfficeContent(kept: content.kept) == content)
    #expect(OfficeContent(kept: OfficeContent().kept) == OfficeContent())
    for index in content.kept.indices {
      var bytes = content.kept
      bytes[index] ^= 1
      #expect(OfficeContent(kept: bytes) == nil)
      #expect(OfficeContent(kept: Array(content.kept.prefix(index))) == nil)
    }
  }

  @Test func `the first of each kind is kept, three names, and how many there are`() {
    var content = OfficeContent()
    for (index, name) in ["甲", "乙", "甲", "丙", "丁"].enumerated() {
      content.note(.comment, at: index == 0 ? nil : .page(index), name: name)
      content.note(.revision)
    }
    #expect(content.traces.map(\.kind) == [.revision, .comment])
    #expect(content.trace(.comment) == OfficeTrace(kind: .comment, place: .page(1), count: 5, names: ["甲", "乙", "丙"]))
  }
}
