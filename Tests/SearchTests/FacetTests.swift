import Base
import Documents
import Resolution
import Testing

@testable import Search

/// The filters of the search are read as everything else is that tells documents apart.
@Suite struct FacetTests {
  private static func document(_ name: String, kind: String, _ edit: (inout Document) -> Void) -> Document {
    var document = Document(
      id: DocumentID("a/" + name), column: "a", kind: kind, slug: name,
      frontMatter: SourceText(path: "Content/a/\(name).md", bytes: []))
    document.title = name
    edit(&document)
    return document
  }

  private static let corpus: Corpus = {
    var site = Site()
    site.topics = [Term(id: "jiaoyu", name: "教育"), Term(id: "weisheng", name: "卫生健康")]
    let gazette = Kind(
      id: "gazette", label: "政府公报", lifecycle: .none,
      fields: [
        Field(key: "year", label: "公报年份", type: .number, isFacet: true),
        Field(key: "size", label: "开本", type: .choice, choices: ["大", "小"], isFacet: true),
      ])
    let task = Kind(
      id: "task", label: "督办任务", lifecycle: .task,
      fields: [Field(key: "responsibleBody", label: "承办单位", type: .organization, isFacet: true)])
    let documents = [
      document("one", kind: "gazette") {
        $0.documentDate = CalendarDate(year: 2026, month: 1, day: 9)
        $0.fields = ["year": .number("2025"), "size": .text("小")]
        $0.topics = ["卫生健康", "自拟"]
      },
      document("two", kind: "task") {
        $0.documentDate = CalendarDate(year: 2024, month: 1, day: 9)
        $0.responsibleBody = "县教育局"
        $0.topics = ["教育"]
        $0.fields = ["size": .text("大")]
      },
    ]
    return Corpus(
      site: site, kinds: [gazette, task], columns: [], documents: documents, asOf: CalendarDate(daysSince1970: 20_000))
  }()

  @Test func `a field called like a common filter is no second one`() {
    let years = SearchFacets(Self.corpus).facets.filter { $0.id == "year" }
    #expect(years.map(\.label) == ["年份"])
    #expect(years.first?.values.map(\.label) == ["2026年", "2024年"], "newest first")
  }

  @Test func `every field that a kind calls a filter is one, whichever words it uses`() {
    let facets = SearchFacets(Self.corpus).facets
    #expect(
      facets.map(\.id) == ["kind", "topic", "theme", "issuer", "year", "validity", "size", "responsibleBody"])
    #expect(facets.last?.values.map(\.label) == ["县教育局"])
  }

  @Test func `values have the order and the ids of whoever lists them, others follow by name`() {
    let facets = SearchFacets(Self.corpus)
    let topics = facets.facets.first { $0.id == "topic" }
    #expect(topics?.values.map(\.id) == ["jiaoyu", "weisheng", "自拟"])
    #expect(topics?.values.map(\.label) == ["教育", "卫生健康", "自拟"])
    #expect(facets.facets.first { $0.id == "size" }?.values.map(\.label) == ["大", "小"])
    #expect(Self.corpus.entries.map { facets.positions(of: $0)[1] } == [[1, 2], [0]])
  }
}
