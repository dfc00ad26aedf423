import Auditing
import Base
import Documents
import Papers
import TestSupport
import Testing

/// Amendments and extensions that texts state, compared with the relations.
@Suite struct UnrecordedChangeTests {
  private static func library(
    _ kind: StatedAct.Kind, number: String? = "甲发〔2020〕5号", _ fields: KeyValuePairs<CommonField, String> = [:]
  ) -> TestLibrary {
    var library = TestLibrary()
    library.add("old", [.title: "旧办法", .documentNumber: "甲发〔2020〕5号", .documentDate: "2020-05-01"])
    library.add("new", fields) {
      $0.documentDate = TestLibrary.day("2024-05-01")
      $0.body = Body(acts: [
        ActStatement(
          StatedAct(kind: kind, word: "修改", title: "旧办法", number: number.map(TestLibrary.number)),
          at: Diagnostic.Location(path: "Content/a/new.md", start: SourcePosition(line: 9, column: 1)))
      ])
    }
    return library
  }

  @Test func `a document of the library that is changed without a relation is a warning`() {
    #expect(Self.library(.amends).findings().map(\.rule) == ["unrecorded-amendment"])
    #expect(Self.library(.amends).findings().first?.cures.first == "在文件开头写上 amends: [甲发〔2020〕5号]（修改）")
    #expect(Self.library(.extends).findings().map(\.rule) == ["unrecorded-extension"])
    #expect(Self.library(.amends, number: nil).findings().map(\.severity) == [.warning])
  }

  @Test func `provisions that a text ends want a relation with their names`() {
    let act = StatedAct(kind: .endsPart, word: "废止", title: "旧办法", number: nil, articles: ["第三条"])
    var library = Self.library(.ends)
    library.add("part", [.documentDate: "2024-05-01"]) {
      $0.body = Body(acts: [ActStatement(act, at: Diagnostic.Location(path: "Content/a/part.md"))])
    }
    let found = library.findings().filter { $0.location.path.contains("part") }
    #expect(found.map(\.rule) == ["unrecorded-repeal"] && found.first?.severity == .warning)
    #expect(found.first?.cures.first == "在文件开头写上 repeals: [{document: 甲发〔2020〕5号, articles: [第三条]}]（废止）")
  }

  @Test func `any relation to it will do, and documents elsewhere are not ours to mark`() {
    #expect(Self.library(.amends, [.amends: "old"]).findings().isEmpty)
    #expect(Self.library(.amends, [.replaces: "old"]).findings().isEmpty)
    #expect(Self.library(.amends, number: "乙发〔2019〕1号").findings().map(\.rule) == ["unrecorded-amendment"])
  }

  @Test func `a number alone finds its document, whatever stands before it`() {
    var library = Self.library(.ends)
    library.add("other", [.documentDate: "2024-05-01"]) {
      $0.body = Body(acts: [
        ActStatement(
          StatedAct(kind: .ends, word: "失效", title: "", number: TestLibrary.number("县政府甲发〔2020〕5号")),
          at: Diagnostic.Location(path: "Content/a/other.md"))
      ])
    }
    let cures = library.findings().filter { $0.location.path.contains("other") }.map(\.cures.first)
    #expect(cures == ["在文件开头写上 repeals: [甲发〔2020〕5号]"])
  }
}
