import Archives
import Base
import Manuscripts
import OfficeFiles
import TestSupport
import Testing

/// Files that were made, or happened, to hurt.
struct WordHostileTests {
  private static func fault(_ bytes: [UInt8]) -> OfficeFault? {
    do throws(OfficeFault) {
      _ = try WordManuscript.read(bytes)
      return nil
    } catch { return error }
  }

  @Test func `what is no Word file of today is refused by what it is`() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    #expect(Self.fault([]) == .damaged)
    #expect(Self.fault(Array("<html><body>通知</body></html>".utf8)) == .damaged)
    #expect(Self.fault(Array("{\\rtf1}".utf8)) == .damaged)
    #expect(Self.fault(compound) == .otherForm)
    #expect(Self.fault(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }) == .encrypted)
    #expect(Self.fault(Array("%PDF-1.7".utf8)) != nil)
    #expect(Self.fault(Office.bytes(of: [("a.txt", "")])) == .damaged)
    #expect(Self.fault(Office.workbook([("甲", "visible", "<sheetData/>")])) == .otherForm)
    #expect(Self.fault(Word.bytes(Word.p("甲"), pictures: ["vbaProject.bin": [1]])) == .otherForm)
    #expect(Self.fault(Office.bytes(of: [("word/styles.xml", "<w:styles/>")])) == .damaged)
    #expect(Self.fault(Array(repeating: 0x50, count: OfficeReader.mostBytes + 1)) == .tooLarge)
  }

  @Test func `a document type is refused in every part, and so is depth`() {
    let laughs = "<!DOCTYPE w:document [<!ENTITY a \"haha\">]><w:document>&a;</w:document>"
    #expect(Self.fault(Office.bytes(of: [("word/document.xml", laughs)])) == .damaged)
    let styles = Array("<!DOCTYPE x [<!ENTITY a \"b\">]><w:styles/>".utf8)
    #expect(Self.fault(Word.bytes(Word.p("甲"), pictures: ["styles.xml": styles])) == .damaged)
    #expect(Self.fault(Word.bytes(String(repeating: "<w:tbl><w:tr><w:tc>", count: 30_000))) == .damaged)
  }

  @Test func `missing parts are as if they were empty`() throws {
    let body =
      Word.p("甲", "<w:pStyle w:val=\"?\"/>")
      + "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:hyperlink r:id=\"?\">\(Word.r("乙"))</w:hyperlink></w:p>"
    let manuscript = try Word.read(
      body, ["rels": "a styles gone.xml\nb numbering gone.xml\nc footnotes gone.xml\nd header gone.xml"])
    #expect(manuscript.lines == ["甲", "^1乙"] && manuscript.notes[0].blocks.isEmpty)
  }

  @Test func `styles built on each other in a circle, or in a long chain, end`() throws {
    let circle =
      Word.style("a", "<w:basedOn w:val=\"b\"/><w:rPr><w:b/></w:rPr>") + Word.style("b", "<w:basedOn w:val=\"a\"/>")
      + Word.style("c", "<w:basedOn w:val=\"c\"/>")
    let manuscript = try Word.read(
      Word.p("甲", "<w:pStyle w:val=\"b\"/>") + Word.p("乙", "<w:pStyle w:val=\"c\"/>"), ["styles": circle])
    #expect(manuscript.paragraphs.map(\.look.isBold) == [true, false])
    let chain = (0..<20_000).map { Word.style("s\($0)", "<w:basedOn w:val=\"s\($0 + 1)\"/>") }.joined()
    #expect(try Word.read(Word.p("甲", "<w:pStyle w:val=\"s0\"/>"), ["styles": chain]).lines == ["甲"])
  }

  @Test func `more cells and paragraphs than any document has are refused`() {
    let wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr></w:tc></w:tr>"
    #expect(Self.fault(Word.bytes("<w:tbl>" + String(repeating: wide, count: 1000) + "</w:tbl>")) == .tooLarge)
  }

  @Test func `elements at places where they have no business are read or passed over`() throws {
    let broken = [
      "<w:tc>\(Word.p("甲"))</w:tc>", "<w:tbl><w:tc>\(Word.p("甲"))</w:tc></w:tbl>",
      "<w:tr><w:tc>\(Word.p("甲"))</w:tc></w:tr>",
      "<w:tbl><w:tr><w:tc><w:tr><w:tc>\(Word.p("甲"))</w:tc></w:tr></w:tc></w:tr></w:tbl>",
      "<w:txbxContent>\(Word.p("甲"))</w:txbxContent>",
      "<w:tbl><w:tr><w:tc><w:tc>\(Word.p("甲"))</w:tc></w:tc></w:tr></w:tbl>",
      "<w:footnote><w:comment>\(Word.p("甲"))</w:comment></w:footnote>", "<w:p>\(Word.p("甲"))</w:p>",
      "<w:r><w:pPr/><w:rPr/></w:r>\(Word.p("甲"))",
      "<w:ins><w:del/></w:ins><w:rt/><w:ruby/>\(Word.p("甲"))", "<w:p><w:pPr><w:p/></w:pPr></w:p>\(Word.p("甲"))",
    ]
    for body in broken {
      let manuscript = try Word.read(body)
      #expect((manuscript.lines + manuscript.table()).contains("甲"), "\(body)")
    }
  }

  /// Elements inside each other by chance; text stands in `w:t` only if `texts`.
  private static func nest(_ depth: Int, _ names: [String], texts: Bool) -> String {
    let name = names.randomElement() ?? "p"
    if name == "t", texts { return "<w:t>甲</w:t>" }
    let inside = (0..<(depth == 0 ? 0 : Int.random(in: 0...3))).map { _ in nest(depth - 1, names, texts: texts) }
    return "<w:\(name)>\(texts ? "" : "甲")\(inside.joined())</w:\(name)>"
  }

  private static let elements = [
    "p", "r", "t", "tbl", "tr", "tc", "ins", "del", "txbxContent", "pict", "sdt", "sdtContent", "hyperlink", "footnote",
    "drawing", "moveFrom", "object", "comment",
  ]

  @Test func `elements in any order and depth are read or refused`() {
    let names =
      Self.elements + [
        "pPr", "rPr", "tcPr", "trPr", "sectPr", "vMerge", "numPr", "vanish", "fldSimple", "ruby", "rt", "br", "delText",
      ]
    for _ in 0..<300 { _ = Self.fault(Word.bytes(Self.nest(8, names, texts: false))) }
  }

  @Test func `no letter is lost in silence, wherever it stands`() throws {
    for _ in 0..<300 {
      let nest = { Self.nest(7, Self.elements + ["p", "r", "t", "p", "r", "t", "t"], texts: true) }
      let body = "<w:p>\(nest())\(nest())</w:p><w:tbl><w:tr><w:tc>\(nest())</w:tc>\(nest())</w:tr></w:tbl>\(nest())"
      let file = Word.bytes(body)
      let manuscript = try WordManuscript.read(file)
      let letters = try OfficeReader().read(file, ending: "docx").pieces.reduce(0) { $0 + $1.text.letterCount }
      let left = manuscript.omissions.reduce(0) { $0 + $1.text.letterCount }
      #expect(manuscript.blocks.letterCount + left == letters, "\(body)")
    }
  }

  @Test func `every file cut off, and every byte changed, is read or refused`() {
    var random = SystemRandomNumberGenerator()
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    let file = Word.bytes(
      "<w:tbl><w:tr><w:tc>\(Word.p("甲", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"))</w:tc></w:tr></w:tbl><w:p><w:ins>\(Word.r("乙"))</w:ins></w:p>",
      ["numbering": numbering, "styles": Word.style("a", "<w:rPr><w:b/></w:rPr>")])
    for count in stride(from: 0, to: file.count, by: 7) { _ = Self.fault(Array(file.prefix(count))) }
    for _ in 0..<600 {
      var bytes = file
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = Self.fault(bytes)
    }
  }
}

extension String {
  fileprivate var letterCount: Int { count { $0 == "甲" } }
}

extension [ManuscriptBlock] {
  fileprivate var letterCount: Int {
    reduce(0) { count, block in
      switch block {
      case .paragraph(let paragraph): count + paragraph.text.letterCount
      case .table(let table): table.rows.flatMap(\.cells).reduce(count) { $0 + $1.blocks.letterCount }
      }
    }
  }
}
