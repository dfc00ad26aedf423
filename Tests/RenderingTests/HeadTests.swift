import Base
import Documents
import Foundation
import Papers
import Resolution
import TestSupport
import Testing

@testable import Rendering

@Suite("what a page says to machines and to those who find a mistake")
struct HeadTests {
  private static func data(_ corpus: Corpus, _ path: String = "a/t") throws -> String {
    let entry = try #require(corpus[DocumentID(path)])
    let data = StructuredData(corpus: corpus, entry: entry, ancestors: [("首页", ""), ("政策", "a/")])
    return String(decoding: data.json, as: UTF8.self)
  }

  private static func law(_ edit: (inout Document) -> Void = { _ in }) -> Document {
    Fixture.document("a/t") {
      $0.documentNumber = DocumentNumber(agencyCode: "澜政发", year: 2023, serial: 1)
      $0.issuers = ["安澜县人民政府"]
      $0.effectiveOn = Fixture.day("2023-01-01")
      edit(&$0)
    }
  }

  @Test("breadcrumbs, number, offices and force")
  func legislation() throws {
    let json = try Self.data(Fixture.corpus([Self.law()]))
    #expect(json.contains(#""@type":"ListItem","position":2,"name":"政策","item":"https://own.example/a/""#))
    #expect(json.contains(#""legislationIdentifier":"澜政发〔2023〕1号""#))
    #expect(json.contains(#""legislationLegalForce":"https://schema.org/InForce""#))
    #expect(json.contains(#""legislationPassedBy":[{"@type":"GovernmentOrganization","name":"安澜县人民政府"}]"#))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }

  @Test(
    "force follows the state",
    arguments: [
      (RelationKind.repeals, [], "NotInForce"), (.repeals, ["第三条"], "PartiallyInForce"), (.amends, ["第三条"], "InForce"),
    ] as [(RelationKind, [String], String)])
  func force(_ kind: RelationKind, _ articles: [String], _ expected: String) throws {
    let json = try Self.data(Fixture.corpus([Self.law(), Fixture.acting(kind, articles: articles)]))
    #expect(json.contains("https://schema.org/\(expected)\""))
    #expect(json.contains("legislationDateVersion") == (kind == .amends))
  }

  @Test("a document without a stated validity says nothing of force, a page is no legislation")
  func unknown() throws {
    #expect(try !Self.data(Fixture.corpus([Self.law { $0.effectiveOn = nil }])).contains("LegalForce"))
    #expect(try !Self.data(Fixture.corpus([Fixture.document("a/t", kind: "page")])).contains("Legislation"))
  }

  @Test("no title ends the script")
  func escaping() throws {
    let json = try Self.data(Fixture.corpus([Self.law { $0.title = "</script><b>\"\\" }]))
    #expect(!json.contains("<"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }

  @Test("纠错 has the page's address and title")
  func correction() {
    var site = Site()
    site.baseURL = "https://own.example/"
    site.errorReportURL = "https://z.example/?u={url}&t={title}"
    site.contact.email = "a@own.example"
    let page = Correction(site: site, url: "https://own.example/x/", title: "甲&乙 丙")
    #expect(page.reportURL == "https://z.example/?u=https://own.example/x/&t=甲%26乙%20丙")
    #expect(
      page.mailto == "mailto:a@own.example?subject=网页纠错：甲%26乙%20丙&body=网页：甲%26乙%20丙%0A网址：https://own.example/x/%0A问题：")
    #expect(Correction(site: site, url: nil, title: "页面不存在").mailto == nil)
    site.errorReportURL = "https://z.example/"
    #expect(Correction(site: site, url: "https://own.example/x/", title: "甲").reportURL == "https://z.example/")
  }
}
