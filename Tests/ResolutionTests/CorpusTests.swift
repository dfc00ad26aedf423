import Base
import Documents
import Papers
import Resolution
import TestSupport
import Testing

struct CorpusTests {
  typealias F = CorpusFixture

  @Test func `what is not public is not in the corpus, nor is a link to it`() {
    let a = F.document("a")
    let b = F.document("b") {
      $0.publishedOn = Moment(day: F.day("2030-01-01"))
      $0.relations[.amends] = [F.reference("a")]
    }
    let c = F.document("c") { $0.relations[.basedOn] = [F.reference("b")] }
    let d = F.document("d") { $0.disclosure = .onRequest }
    let e = F.document("e") { $0.disclosure = .withheld }
    let corpus = F.corpus([a, b, c, d, e], on: "2026-01-01")
    #expect(corpus.entries.map(\.document.title) == ["a", "c"])
    #expect(corpus[DocumentID("zhengce/a")]?.incoming.isEmpty == true)
    #expect(corpus[DocumentID("zhengce/c")]?.outgoing.isEmpty == true)
    #expect(corpus.catalogued.map(\.title) == ["d"])
  }

  @Test func `a number that two issuers share is resolved by issuer, otherwise the candidates are listed`() throws {
    let number = DocumentNumber(agencyCode: "高政办发", year: 2023, serial: 3)
    let first = F.document("a") {
      $0.documentNumber = number; $0.issuers = ["高唐县人民政府办公室"]
    }
    let second = F.document("b") {
      $0.documentNumber = number; $0.issuers = ["高青县人民政府办公室"]
    }
    let clear = F.document("c") {
      $0.relations[.amends] = [Reference(target: .number(number, issuer: "高青县人民政府办公室"))]
    }
    let vague = F.document("d") { $0.relations[.amends] = [Reference(target: .number(number, issuer: nil))] }
    let corpus = F.corpus([first, second, clear, vague], on: "2026-01-01")
    #expect(corpus[DocumentID("zhengce/b")]?.incoming.map(\.source.path) == ["zhengce/c"])
    let finding = try #require(corpus.findings.first)
    #expect(corpus.findings.count == 1 && finding.rule == "ambiguous-reference")
    #expect(finding.cures.first == "候选：zhengce/a（高唐县人民政府办公室）、zhengce/b（高青县人民政府办公室）")
  }

  @Test func `a reference to nothing suggests what is near`() throws {
    let a = F.document("2023-3")
    let b = F.document("b") { $0.relations[.amends] = [F.reference("2023-8")] }
    let corpus = F.corpus([a, b], on: "2026-01-01")
    let finding = try #require(corpus.findings.first)
    #expect(finding.rule == "dangling-reference")
    #expect(finding.cures.first == "是否想写：zhengce/2023-3？")
  }
}
