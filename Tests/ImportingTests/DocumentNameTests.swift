import Documents
import Testing

@testable import Importing

@Suite("Names of imported documents")
struct DocumentNameTests {
  private func name(_ file: String, _ facts: [String: String] = [:]) -> String {
    var read = ImportedFacts()
    read.entries = facts.sorted { $0.key < $1.key }.map { FrontMatterEntry($0.key, .scalar($0.value)) }
    return DocumentName.proposal(for: read, of: ImportSource(name: file, checksum: "0123456789abcdef"))
  }

  @Test("the number, the name of the file, the day, what always fits")
  func proposals() {
    #expect(name("a.docx", ["documentNumber": "甲政发〔2026〕7号"]) == "2026-7")
    #expect(name("Flood Plan_2026 (final).docx", ["documentDate": "2026-05-06"]) == "flood-plan_2026-final")
    #expect(name("防汛.docx", ["documentDate": "2026-05-06"]) == "2026-05-06")
    #expect(name("防汛.docx") == "d-01234567")
    #expect(name("...docx") == "d-01234567")
    #expect(name("../..") == "d-01234567")
    #expect(name(String(repeating: "a", count: 250) + ".docx").count == 80)
  }

  @Test("what somebody has gets a number")
  func taken() {
    #expect(DocumentName.path("2026-7", in: "zhengce", taken: []) == "zhengce/2026-7")
    #expect(DocumentName.path("A", in: "zhengce", taken: ["zhengce/a", "zhengce/a-2"]) == "zhengce/A-3")
    #expect(DocumentName.path("page", in: "zhengce", taken: []) == "zhengce/page-2")
  }
}
