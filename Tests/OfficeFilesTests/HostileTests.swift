import Archives
import Base
import OfficeFiles
import TestSupport
import Testing

/// Files that were made, or happened, to hurt.
struct HostileTests {
  private static func fault(_ bytes: [UInt8], _ ending: String = "docx") -> OfficeFault? {
    do throws(OfficeFault) {
      _ = try OfficeReader().read(bytes, ending: ending)
      return nil
    } catch { return error }
  }

  @Test func `a document type is refused, and with it every entity`() {
    let laughs =
      "<!DOCTYPE w:document [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document \(Office.names)><w:body>"
      + "\(Office.paragraph("&b;"))</w:body></w:document>"
    #expect(Self.fault(Office.bytes(of: [("word/document.xml", laughs)])) == .damaged)
    #expect(Self.fault(Office.word(Office.paragraph("&nbsp;"))) == .damaged)
  }

  @Test func `depth has a limit`() {
    let deep = String(repeating: "<w:x>", count: 100_000)
    #expect(Self.fault(Office.word(deep)) == .damaged)
    let allowed = String(repeating: "<w:x>", count: 500) + String(repeating: "</w:x>", count: 500)
    #expect(Self.fault(Office.word(allowed)) == nil)
  }

  @Test func `a text that deflate makes of next to nothing is refused`() throws {
    // Zeros: 8 MB become 8 KB. A size that is a lie is no way around.
    let bomb = try #require(Array(repeating: UInt8(0x20), count: 8 << 20).gzipped)
    let packed = Array(bomb.dropFirst(10).dropLast(8))
    let sum = Array(bomb.suffix(8).prefix(4))
    for size in [8 << 20, 100, 0xFFFF_FF00] {
      let name = Array("word/document.xml".utf8)
      let sizes = Hex.little(UInt32(packed.count)) + Hex.little(UInt32(size))
      let shared: [UInt8] = [20, 0, 0, 8, 8, 0, 0, 0, 33, 0] + sum + sizes + [17, 0, 0, 0]
      let local = [0x50, 0x4B, 3, 4] + shared + name + packed
      let record = [0x50, 0x4B, 1, 2, 20, 0] + shared + Array(repeating: 0, count: 14) + name
      let end =
        [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + Hex.little(UInt32(record.count)) + Hex.little(UInt32(local.count))
        + [0, 0]
      #expect(Self.fault(local + record + end) != nil, "\(size)")
    }
  }

  @Test func `every file cut off, and every byte changed, is read or refused`() {
    var random = SystemRandomNumberGenerator()
    let files = [
      Office.word("<w:tbl><w:tr><w:tc>\(Office.paragraph("甲"))</w:tc></w:tr></w:tbl><w:ins/>"),
      Office.workbook([("甲", "hidden", "<sheetData>\(Office.row(1, ["x", "y"], "hidden=\"1\""))</sheetData>")]),
      Pictures.jpeg, Pictures.png,
    ]
    for file in files {
      for count in stride(from: 0, to: file.count, by: 3) { _ = Self.fault(Array(file.prefix(count))) }
      for _ in 0..<600 {
        var bytes = file
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        _ = Self.fault(bytes)
        _ = OfficeCleaning.cleaned(bytes)
      }
    }
  }

  @Test func `a file of which nothing would be understood is damaged, not empty`() {
    let foreign = "<w:document xmlns:w=\"w\"><w:body><w:p><w:ins/></w:p></w:body></w:document>"
    #expect(Self.fault(Office.bytes(of: [("word/document.xml", foreign)])) == .damaged)
    let sheets = "<sheets><sheet name=\"甲\" sheetId=\"1\" state=\"hidden\"/></sheets>"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    for namespace in ["x", main] {
      let workbook = "<workbook xmlns=\"\(namespace)\">\(sheets)</workbook>"
      #expect(Self.fault(Office.bytes(of: [("xl/workbook.xml", workbook)])) == .damaged)
    }
  }

  @Test func `what is no office file is said to be damaged, an old one to be of another form, one with a password so`()
  {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    #expect(Self.fault(Array("<html>".utf8)) == .damaged)
    #expect(Self.fault(compound, "doc") == .otherForm)
    #expect(Self.fault(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }, "xlsx") == .encrypted)
    #expect(Self.fault(Office.bytes(of: [("a.txt", "")]), "zip") == .otherForm)
    #expect(Self.fault(Array("{\\rtf1}".utf8), "rtf") == .otherForm)
  }

  @Test func `many parts are read without copying what was found before`() throws {
    let slides = 2000
    let text =
      "<p:sld \(Office.names)>" + String(repeating: "<a:p><a:r><a:t>字</a:t></a:r></a:p>", count: 100) + "</p:sld>"
    let ids = (1...slides).map { "<p:sldId r:id=\"r\($0)\"/>" }.joined()
    let bytes = Office.bytes(
      of: [
        ("ppt/presentation.xml", "<p:presentation \(Office.names)>\(ids)</p:presentation>"),
        (
          "ppt/_rels/presentation.xml.rels",
          Office.relations((1...slides).map { ("r\($0)", "slide", "slides/slide\($0).xml") })
        ),
      ] + (1...slides).map { ("ppt/slides/slide\($0).xml", text) })
    #expect(try OfficeReader().read(bytes, ending: "pptx").pieces.count == 200_000)
  }

  @Test func `a text has a limit, behind which it is said to go on`() throws {
    let line = String(repeating: "字", count: 400_000)
    let text = String(repeating: line + "\n", count: 20)
    let content = try OfficeReader().read(Array(text.utf8), ending: "txt")
    #expect(content.isCut && content.pieces.count == 13)
  }
}
