import Base
import Manuscripts
import OfficeFiles
import TestSupport
import Testing

struct TextManuscriptTests {
  private static let text = "关于供热的通知\r\n\r\n　　第一条　为了规范供热。\r\n— 1 —\r\n\u{C}县政府"

  /// The same text, as programs write it.
  private static let forms: [[UInt8]] = [
    Array(text.utf8), Array(("\u{FEFF}" + text).utf8),
    ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] },
    ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] },
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] },
    Hex.bytes(
      "B9D8D3DAB9A9C8C8B5C4CDA8D6AA0D0A0D0AA1A1A1A1B5DAD2BBCCF5A1A1CEAAC1CBB9E6B7B6B9A9C8C8A1A30D0AA1AA2031"
        + "20A1AA0D0A0CCFD8D5FEB8AE"),
  ]

  @Test(arguments: forms)
  func `lines are paragraphs, in any encoding`(_ bytes: [UInt8]) throws {
    let manuscript = try TextManuscript.read(bytes)
    #expect(Outline.of(manuscript.blocks) == ["关于供热的通知", "第一条　为了规范供热。", "县政府"])
    #expect(manuscript.omissions == [Omission(.pageNumber, text: "— 1 —", at: .line(4))])
    #expect(manuscript.doubts.isEmpty)
    let paragraphs = manuscript.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    #expect(paragraphs.map(\.look.indent) == [nil, 2, nil])
    #expect(paragraphs.map(\.startsPage) == [false, false, true])
    #expect(paragraphs.map(\.place) == [.line(1), .line(3), .line(5)])
  }

  @Test func `lines with as many tabs are a table, one alone is none`() throws {
    let text = "签发人\t张三\n\n序号\t项目\t金额\n1\t供热\t\n2\t供水\t5\n合计\t5\n"
    let manuscript = try TextManuscript.read(Array(text.utf8))
    #expect(Outline.of(manuscript.blocks) == ["签发人\t张三", "| 序号|项目|金额", "| 1|供热|", "| 2|供水|5", "合计\t5"])
  }

  @Test(arguments: ["— 1 —", "－12－", "- 3 -", "—１—", "第 3 页", "第3页 共8页", "第1页/共2页", "-2-"])
  func `numbers of pages are left out`(_ line: String) throws {
    let manuscript = try TextManuscript.read(Array("甲\n\(line)\n乙".utf8))
    #expect(manuscript.blocks.count == 2 && manuscript.omissions.map(\.kind) == [.pageNumber])
  }

  @Test(arguments: ["1", "2023", "-5", "第3页的内容", "— 甲 —", "第三页", "-12345-"])
  func `what may be text stays`(_ line: String) throws {
    #expect(try TextManuscript.read(Array("甲\n\(line)\n乙".utf8)).blocks.count == 3)
  }

  @Test func `bytes of another encoding, and western ones, are doubts with their line`() throws {
    let broken = try TextManuscript.read(Array("供热办法\n第一条".utf8) + [0xFF] + Array("内容\n".utf8))
    #expect(broken.doubts.map(\.place) == [.line(2)] && broken.doubts.map(\.kind) == [.encoding])
    // Café résumé, Zürich naïve in Windows-1252.
    let western = try TextManuscript.read(
      Hex.bytes("436166E920616E642072E973756DE920616E64205AFC7269636820616E64206E61EF7665202E"))
    #expect(Outline.of(western.blocks) == ["Café and résumé and Zürich and naïve ."])
    #expect(western.doubts.map(\.kind) == [.encoding])
    #expect(try TextManuscript.read(Array("供\u{E123}热".utf8)).doubts.map(\.kind) == [.privateCharacters])
  }

  @Test func `what is no text is refused`() {
    #expect(throws: OfficeFault.damaged) { try TextManuscript.read([0, 1, 2, 3, 0xFF, 0xFE, 0, 0, 0x41]) }
  }

  @Test func `spoiled texts are refused or read, but end`() {
    var faults = Faults(seed: 5)
    for form in Self.forms { for _ in 0..<200 { _ = try? TextManuscript.read(faults.spoil(form)) } }
  }
}
