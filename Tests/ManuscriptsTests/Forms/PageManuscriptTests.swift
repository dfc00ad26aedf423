import Manuscripts
import OfficeFiles
import TestSupport
import Testing

/// PDF and OFD: pages whose words have places.
struct PageManuscriptTests {
  /// A word of a page, in characters of 16 points: column 0 is the left margin, 26 characters are a line.
  private struct Word {
    let text: String
    let column: Double
    let line: Double
    var size = 16.0

    var xml: String {
      let width = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? size / 2 : size) }
      let (left, top) = (80 + column * 16, 100 + line * 28)
      return
        "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + width)\" yMax=\"\(top + size * 1.3)\">\(text)</word>"
    }
  }

  private static func pdf(_ pages: [[Word]]) -> [UInt8] {
    let body = pages.map { "<page width=\"595\" height=\"842\">\n\($0.map(\.xml).joined(separator: "\n"))</page>" }
      .joined()
    return Array(
      "<!DOCTYPE html PUBLIC \"-//W3C\" \"x\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>&nbsp;</title></head><body><doc>\(body)</doc></body></html>"
        .utf8)
  }

  private static func read(_ pages: [[Word]]) throws -> Manuscript {
    let bytes = pdf(pages)
    return try PDFManuscript.read(Array("%PDF-1.7".utf8)) { _ in .text(bytes) }
  }

  /// Lines of 26 characters.
  private static let full = String(repeating: "文", count: 26)
  private static let indented = String(repeating: "段", count: 24)
  private static let margin = [
    Word(text: full, column: 0, line: 20), Word(text: full, column: 0, line: 21), Word(text: "终。", column: 0, line: 22),
  ]

  @Test func `a full line goes on in the next one that begins at the margin`() throws {
    let manuscript = try Self.read([
      [
        Word(text: Self.indented, column: 2, line: 0), Word(text: Self.full, column: 0, line: 1),
        Word(text: "完。", column: 0, line: 2),
        Word(text: "短段。", column: 2, line: 3), Word(text: Self.indented, column: 2, line: 4),
        Word(text: "新段。", column: 2, line: 5),
        Word(text: "顶格。", column: 0, line: 6),
      ]
    ])
    #expect(Outline.of(manuscript.blocks) == [Self.indented + Self.full + "完。", "短段。", Self.indented, "新段。", "顶格。"])
    #expect(manuscript.doubts == [Doubt(.joinedLines, text: "", at: nil)])
    let paragraphs = manuscript.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    #expect(paragraphs.map(\.look.indent) == [2, 2, 2, 2, 0] && paragraphs.allSatisfy { $0.look.size == 16 })
  }

  @Test func `a line is full if the next word had no room in it`() throws {
    let short = String(repeating: "文", count: 23)
    let manuscript = try Self.read([
      [Word(text: short, column: 0, line: 0), Word(text: "〔2023〕号。", column: 0, line: 1)] + Self.margin
    ])
    #expect(Outline.of(manuscript.blocks)[0] == short + "〔2023〕号。")
    let apart = try Self.read([
      [Word(text: short, column: 0, line: 0), Word(text: "甲，乙。", column: 0, line: 1)] + Self.margin
    ])
    #expect(Outline.of(apart.blocks)[0] == short)
  }

  @Test func `paragraphs go on over pages; numbers and heads of pages are left out`() throws {
    let pages = (1...3).map { page in
      [
        Word(text: "高政办发", column: 8, line: -2), Word(text: Self.full, column: 0, line: 0),
        Word(text: Self.full, column: 0, line: 21),
        Word(text: "—", column: 12, line: 24), Word(text: "\(page)", column: 13.2, line: 24),
        Word(text: "—", column: 14, line: 24),
      ]
    }
    let manuscript = try Self.read(pages)
    #expect(manuscript.omissions.map(\.kind) == [.header, .pageNumber, .header, .pageNumber, .header, .pageNumber])
    #expect(manuscript.omissions.map(\.text)[1] == "—1—")
    #expect(manuscript.blocks.count == 4)
    #expect(Outline.of(manuscript.blocks)[1] == Self.full + Self.full)
  }

  @Test func `titles in the middle, signatures to the right, a page that ends early`() throws {
    let manuscript = try Self.read([
      [Word(text: "关于供热的通知", column: 7.5, line: 0, size: 22)] + Self.margin
        + [Word(text: "县人民政府", column: 17, line: 23)],
      [Word(text: "附件", column: 0, line: 0), Word(text: "短", column: 0, line: 3)],
      [Word(text: "另页", column: 0, line: 0)],
    ])
    let paragraphs = manuscript.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    #expect(paragraphs.map(\.look.alignment) == [.center, .start, .end, .start, .start, .start])
    #expect(paragraphs.map(\.startsPage) == [false, false, false, false, false, true])
    #expect(paragraphs[0].look.size == 22)
    #expect(paragraphs.map(\.place) == [.page(1), .page(1), .page(1), .page(2), .page(2), .page(3)])
  }

  @Test func `gaps between Chinese and figures are no blanks, wide ones are; lines of a table stay lines`() throws {
    let manuscript = try Self.read([
      Self.margin + [
        Word(text: "自", column: 2, line: 0), Word(text: "2023", column: 3.25, line: 0),
        Word(text: "年施行", column: 5.5, line: 0),
        Word(text: "通", column: 10, line: 1), Word(text: "知", column: 12, line: 1),
        Word(text: "项目", column: 0, line: 3),
        Word(text: "金额", column: 10, line: 3), Word(text: "供热", column: 0, line: 4),
        Word(text: "5", column: 10, line: 4),
      ]
    ])
    #expect(Outline.of(manuscript.blocks).prefix(4) == ["自2023年施行", "通　知", "项目\t金额", "供热\t5"])
    #expect(manuscript.doubts.dropFirst() == [Doubt(.flatTable, text: "项目\t金额", at: .page(1))])
  }

  @Test func `scans are refused, single pages without text are doubts`() throws {
    #expect(throws: OfficeFault.noText) { try Self.read([[], []]) }
    let manuscript = try Self.read([Self.margin, []])
    #expect(manuscript.doubts.contains(Doubt(.pageWithoutText, text: "", at: .page(2))))
  }

  @Test(
    arguments: [
      (nil, OfficeFault.noReader), (.refused, .damaged), (.restricted, .restricted), (.failed, .readerFailed),
      (.text([0x41]), .readerFailed),
    ] as [(PDFReading?, OfficeFault)])
  func `what the program cannot read is refused with its reason`(_ reading: PDFReading?, _ fault: OfficeFault) {
    #expect(throws: fault) { try PDFManuscript.read(Array("%PDF".utf8)) { _ in reading } }
  }

  @Test func `text of OFD pages is put together in the same way`() throws {
    func object(_ text: String, _ x: Double, _ y: Double) -> String {
      "<ofd:TextObject Boundary=\"\(x) \(y) 150 8\" Size=\"5.6\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g \(text.count - 1) 5.6\">\(text)</ofd:TextCode></ofd:TextObject>"
    }
    let page =
      "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer>"
      + object(Self.indented, 39.2, 100) + object(Self.full, 28, 110) + object("完。", 28, 120) + object("短。", 39.2, 130)
      + object("— 1 —", 100, 280) + "</ofd:Layer></ofd:Content></ofd:Page>"
    let parts = [
      ("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"), ("Doc_0/Pages/Page_0/Content.xml", page),
    ]
    let manuscript = try OFDManuscript.read(Office.bytes(of: parts))
    #expect(Outline.of(manuscript.blocks) == [Self.indented + Self.full + "完。", "短。"])
    #expect(manuscript.omissions.map(\.kind) == [.pageNumber] && manuscript.doubts.map(\.kind) == [.joinedLines])
    let empty = [parts[0], ("Doc_0/Pages/Page_0/Content.xml", "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"/>")]
    #expect(throws: OfficeFault.noText) { try OFDManuscript.read(Office.bytes(of: empty)) }
  }

  @Test func `spoiled output of the program is refused or read, but ends`() {
    var faults = Faults(seed: 7)
    let bytes = Self.pdf([Self.margin, Self.margin])
    for _ in 0..<600 {
      let spoiled = faults.spoil(bytes)
      _ = try? PDFManuscript.read(Array("%PDF".utf8)) { _ in .text(spoiled) }
    }
  }
}
