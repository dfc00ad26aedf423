import Base
import OfficeFiles
import TestSupport
import Testing

@testable import Importing

@Suite("What a file is")
struct FileFormTests {
  @Test("by its bytes, whatever it is called")
  func forms() {
    let word = Office.word(Office.paragraph("甲"))
    #expect(FileForm(word, name: "a.docx") == .word)
    #expect(FileForm(word, name: "a.txt") == .word)
    #expect(FileForm(Office.workbook([("表", "visible", "")]), name: "a.docx") == .workbook)
    #expect(FileForm(Office.bytes(of: [("ppt/presentation.xml", "")]), name: "a.docx") == .slides)
    #expect(FileForm(Office.bytes(of: [("OFD.xml", "")]), name: "a.zip") == .ofd)
    #expect(FileForm(Office.bytes(of: [("a.txt", "")]), name: "a.zip") == .archive)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(FileForm(old, name: "a.wps") == .foreign("wps"))
    #expect(FileForm(old, name: "a.docx") == .foreign("doc"))
    #expect(FileForm(Array("{\\rtf1".utf8), name: "a.doc") == .foreign("rtf"))
    #expect(FileForm(Array("%PDF-1.4".utf8), name: "a.docx") == .pdf)
    #expect(FileForm(Array("<!DOCTYPE html><p>甲".utf8), name: "a.doc") == .webPage)
    #expect(FileForm(Array("甲,乙".utf8), name: "a.csv") == .workbook)
    #expect(FileForm(Array("甲乙".utf8), name: "a") == .text)
    #expect(FileForm([0x89, 0x50, 0x4E, 0x47], name: "a.docx") == .picture)
    #expect(FileForm([0, 1, 2, 3], name: "a.txt") == .unknown)
  }

  @Test("what cannot be read says why")
  func faults() {
    let reading = FileReading()
    func fault(_ bytes: [UInt8], _ name: String) -> ImportFault? {
      do {
        _ = try reading.read(bytes, name: name)
        return nil
      } catch { return error }
    }
    #expect(fault([], "a.docx") == .empty)
    #expect(fault(Array("甲".utf8), "a.docx") == .damaged("docx"))
    #expect(fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.doc") == .noConverter(ending: "doc"))
    #expect(fault(Array("%PDF-1.4".utf8), "a.pdf") == .noPDFReader)
    #expect(fault(Office.bytes(of: [("a.txt", "")]), "a.zip") == .archive)
    let macros = [("word/document.xml", "<w:document \(Office.names)/>"), ("word/vbaProject.bin", "x")]
    #expect(fault(Office.bytes(of: macros), "a.docx") == .macros)
  }

  @Test("older forms go through the converter, and what it makes is read")
  func converter() throws {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let reading = FileReading(converter: { _, ending in
      ending == "wps" ? .converted(Office.word(Office.paragraph("甲"))) : .failed
    })
    #expect(try reading.read(old, name: "a.wps").letters.map(\.text) == ["甲"])
    #expect(throws: ImportFault.conversionFailed(ending: "doc")) { try reading.read(old, name: "a.doc") }
  }

  @Test("letters of a page, for the proof")
  func page() {
    let page =
      "<html><head><title>不算</title><style>p{}</style></head><body><!-- 不算 --><p>甲&nbsp;乙&ldquo;丙&#20008;</p><script>不算</script>3<5</body>"
    #expect(PageLetters.pieces(of: Array(page.utf8)).map(\.text) == ["甲", "乙“丙丨", "3<5"])
  }
}
