import Auditing
import Base
import Documents
import Markdown
import Papers
import TestSupport
import Testing

/// 分期施行 and acts of documents outside the library, held against the document's own days and text.
@Suite struct CommencementTests {
  private static func findings(
    effectiveOn: String?, _ commencements: [Commencement], edit: (inout Document) -> Void = { _ in }
  ) -> [Diagnostic] {
    var library = TestLibrary()
    library.add("d", effectiveOn.map { [.effectiveOn: $0] } ?? [:]) { document in
      document.commencements = commencements
      document.body = Body(text: readMarkdown(Array("第一条 甲。\n\n第十条 乙。".utf8)[...]).text)
      edit(&document)
    }
    return library.findings()
  }

  private static func commencement(_ articles: [String], _ on: String) -> Commencement {
    Commencement(articles: articles, on: TestLibrary.day(on), place: 0..<3)
  }

  @Test func `a later day for a provision of the text is right`() {
    #expect(Self.findings(effectiveOn: "2026-03-01", [Self.commencement(["第十条"], "2027-01-01")]) == [])
  }

  @Test("a day that is not later is an error at both places", arguments: ["2026-03-01", "2026-02-01"])
  func early(day: String) {
    let findings = Self.findings(effectiveOn: "2026-03-01", [Self.commencement(["第十条"], day)])
    #expect(findings.map(\.rule) == ["commences-order"] && findings.first?.related.count == 1)
  }

  @Test func `without a day of the whole, or with two days of one provision, nothing can be told`() {
    let open = Self.findings(effectiveOn: nil, [Self.commencement(["第十条"], "2027-01-01")])
    #expect(open.map(\.rule) == ["commences-order"])
    let twice = [Self.commencement(["第十条"], "2027-01-01"), Self.commencement(["第一条", "第十条"], "2027-02-01")]
    #expect(Self.findings(effectiveOn: "2026-03-01", twice).map(\.rule) == ["commences-order"])
  }

  @Test func `a provision that the text lacks is a warning`() {
    let findings = Self.findings(effectiveOn: "2026-03-01", [Self.commencement(["第九条"], "2027-01-01")])
    #expect(findings.map(\.rule) == ["unknown-article"])
    let outside = Self.findings(effectiveOn: "2020-03-01", []) { document in
      document.outsideActs[.amends] = [
        Reference(
          target: .external(title: "乙", documentNumber: nil, url: nil), on: TestLibrary.day("2022-01-01"),
          articles: ["第九条"])
      ]
    }
    #expect(outside.map(\.rule) == ["amended-text", "unknown-article"])
  }

  @Test func `nothing is repealed before it is made, and an outside act records a stated repeal`() {
    let act = Reference(target: .external(title: "乙", documentNumber: nil, url: nil), on: TestLibrary.day("2019-01-01"))
    let early = Self.findings(effectiveOn: "2020-03-01", []) { document in
      document.documentDate = TestLibrary.day("2020-01-01")
      document.outsideActs[.repeals] = [act]
    }
    #expect(early.map(\.rule) == ["date-order"])
    var library = TestLibrary()
    library.add("old", [.documentNumber: "甲发〔2018〕5号"]) { $0.outsideActs[.repeals] = [act] }
    library.add("new") {
      $0.body = Body(acts: [
        ActStatement(
          StatedAct(kind: .ends, word: "停止执行", title: "旧", number: TestLibrary.number("甲发〔2018〕5号")),
          at: Diagnostic.Location(path: "Content/a/new.md"))
      ])
    }
    #expect(library.findings() == [])
  }
}
