import Base
import Testing

@testable import Documents

@Suite("An old address")
struct OldAddressTests {
  private func address(_ written: String) -> OldAddress { OldAddress(written, domain: "www.anlan.example") }

  @Test(
    "is one address however it is written",
    arguments: [
      ("/zwgk/%E9%80%9A%E7%9F%A5.html", "/zwgk/通知.html"), ("https://WWW.anlan.example/a.html#top", "/a.html"),
      ("https://www.anlan.example:443/a.html", "/a.html"), ("http://www.anlan.example:80/a.html", "/a.html"),
      ("https://www.anlan.example", "/"), ("https://www.anlan.example?id=1", "/?id=1"),
      ("https://Old.example:8080/a.html", "https://old.example:8080/a.html"),
      ("http://www.anlan.example:443/a.html", "https://www.anlan.example:443/a.html"),
      ("/art.jsp?c=关&id=%cd", "/art.jsp?c=%E5%85%B3&id=%cd"), ("/%D0%D0.html", "/%D0%D0.html"),
      ("/%CD%A8.html", "/\u{368}.html"),
    ])
  func text(_ written: String, _ text: String) {
    #expect(address(written).text == text)
    #expect(address(written).fault == nil)
  }

  @Test(
    "has a place in the output if a file can answer for it",
    arguments: [
      ("/old/", "old/index.html"), ("/old/3.html", "old/3.html"), ("/", "index.html"), ("/old", "old"), ("/a?b", nil),
      ("https://old.example/3.html", nil), ("/%D0%D0.html", nil),
    ] as [(String, String?)])
  func place(_ written: String, _ path: String?) { #expect(address(written).outputPath(basePath: "/") == path) }

  @Test func `has none outside the site's folder`() {
    #expect(address("/xxgk/3.html").outputPath(basePath: "/xxgk/") == "3.html")
    #expect(address("/xxgk/").outputPath(basePath: "/xxgk/") == "index.html")
    #expect(address("/3.html").outputPath(basePath: "/xxgk/") == nil)
  }

  @Test(
    "leads nowhere that its author does not see",
    arguments: [
      "/%2e%2e/x.html", "/a/%2E%2E/%2e%2e/x.html", "/a/./b.html", "/a//b.html", "/a%22;b", "/a%5Cb.html", "/a%0Ab.html",
      "/a%00b.html", "/a%20b.html", "/a%3Cb.html", "/a\u{3000}b.html", "/a%7Fb",
    ])
  func fault(_ written: String) { #expect(address(written).fault == .form) }

  @Test func `is not longer than servers take`() {
    #expect(address("/" + String(repeating: "a", count: 1999)).fault == nil)
    #expect(address("/" + String(repeating: "a", count: 2000)).fault == .tooLong)
    #expect(address("/a?" + String(repeating: "长", count: 300)).fault == .tooLong)
  }

  @Test func `is a page where every server says so`() {
    #expect(["a.html", "a.htm", "b/index.html"].allSatisfy(OldAddress.isPage))
    #expect(!["a.jsp", "a", "a.html.pdf"].contains(where: OldAddress.isPage))
  }
}

@Suite struct RetractionTests {
  private func document(_ change: (inout Document) -> Void) -> Document {
    var document = Document(
      id: DocumentID("a/b"), column: "a", kind: "k", slug: "b",
      frontMatter: SourceText(path: "Content/a/b.md", bytes: []))
    change(&document)
    return document
  }

  private func day(_ text: String) -> CalendarDate {
    (try? CalendarDate.parse(text).get()) ?? CalendarDate(daysSince1970: 0)
  }

  @Test func `a text goes on the day that is written, or after the last one on which it is public`() {
    let withdrawn = document { $0.withdrawn = Retraction(on: self.day("2026-11-20"), reason: "撤销") }
    #expect(withdrawn.retraction(on: day("2026-11-19")) == nil)
    #expect(withdrawn.retraction(on: day("2026-11-20"))?.reason == "撤销")
    let lapsed = document { $0.publicUntil = self.day("2026-11-20") }
    #expect(lapsed.retraction(on: day("2026-11-20")) == nil)
    #expect(
      lapsed.retraction(on: day("2026-11-21")) == Retraction(on: day("2026-11-21"), reason: "公开期限届满"))
    #expect(document { _ in }.retraction(on: day("2030-01-01")) == nil)
  }

  @Test func `of two reasons the earlier counts`() {
    let both = document {
      $0.publicUntil = self.day("2026-11-20")
      $0.withdrawn = Retraction(on: self.day("2026-11-25"), reason: "撤销")
    }
    #expect(both.retraction(on: day("2026-11-30"))?.reason == "公开期限届满")
  }
}
