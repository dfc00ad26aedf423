import Base
@testable import OfficeFiles
import TestSupport
import Testing

struct PDFTests {
  private static func read(_ tail: String, _ reading: PDFReading?) throws -> OfficeContent {
    try OfficeReader(pdfReader: { _ in reading }).read(Array("%PDF-1.7\n\(tail)".utf8), ending: "pdf")
  }

  @Test func `pages are those of the reader; one without text is noted`() throws {
    let content = try Self.read("", .text(Array("第一页\u{C}\n \u{C}第三页\u{C}".utf8)))
    #expect(content.pageCount == 3)
    #expect(content.pieces.map { "\($0.place.text)：\($0.text)" } == ["第1页：第一页", "第3页：第三页"])
    #expect(content.trace(.pageWithoutText)?.place == .page(2) && content.trace(.pageWithoutText)?.count == 1)
  }

  @Test(
    arguments: [
      ("", .refused, OfficeFault.damaged), ("/Encrypt 5 0 R", .refused, .encrypted),
    ] as [(String, PDFReading?, OfficeFault)])
  func `what cannot be opened is damaged, or has a password`(
    _ tail: String, _ reading: PDFReading?, _ fault: OfficeFault
  ) {
    #expect(throws: fault) { try Self.read(tail, reading) }
  }

  @Test(arguments: [(nil, OfficeFault.noReader), (.failed, .readerFailed)] as [(PDFReading?, OfficeFault)])
  func `without its text, a PDF still has an author`(_ reading: PDFReading?, _ fault: OfficeFault) throws {
    let content = try Self.read("/Author (Zhang)", reading)
    #expect(content.textFault == fault && content.trace(.author)?.names == ["Zhang"])
  }

  @Test func `restrictions are noted, even if the reader keeps to them`() throws {
    #expect(try Self.read("/Encrypt<</V 4>>", .restricted).trace(.protection) != nil)
    #expect(try Self.read("/Encrypt 5 0 R", .text([])).trace(.protection) != nil)
    #expect(try Self.read("/EncryptMetadata false", .text([])).trace(.protection) == nil)
  }

  @Test(
    arguments: [
      ("/Author (Zhang \\(San\\))", "Zhang (San)"), ("/Author<FEFF5F204E09>", "张三"), ("/Author (\\345\\274\\240)", "张"),
      ("/Author ()", nil), ("/Author 7 0 R", nil), ("/Author", nil), ("/Author (", nil),
      ("/Author (a) /Author (b)", "b"),
      ("/Author (\\", nil), ("/Author <F", nil),
    ] as [(String, String?)])
  func `the author stands in the open, in one of three encodings`(_ tail: String, _ name: String?) throws {
    #expect(try Self.read(tail, .text([])).trace(.author)?.names.first == name)
  }
}
