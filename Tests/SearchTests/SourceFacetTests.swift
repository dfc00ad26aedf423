import Base
import Documents
import Resolution
import TestSupport
import Testing

@testable import Search

/// One search over all sites of a region.
@Suite struct SourceFacetTests: DocumentFixture {
  private static func corpus(_ regional: [Document]) -> Corpus {
    Corpus(
      site: Site(), kinds: [Kind(id: "policy", label: "政策文件", lifecycle: .validity)], columns: [],
      documents: [document(at: "zhengce/own", kind: "policy") { $0.title = "本站的办法" }], region: region(regional),
      asOf: day("2026-01-01"))
  }

  @Test func `the documents of other sites are found, and can be told apart`() async throws {
    let corpus = Self.corpus([Self.regional("b", "x"), Self.regional("a", "y")])
    let facets = SearchFacets(corpus)
    let source = try #require(facets.facets.last)
    #expect(source.id == "source" && source.label == "来源")
    #expect(source.values.map(\.id) == ["本站", "a", "b"] && source.values.map(\.label) == ["本站", "a县", "b县"])
    #expect(corpus.shown.map { facets.positions(of: $0).last } == [[0], [1], [2]])
    let index = try await SearchAssembly(corpus: corpus, jobs: 1).index()
    let entry = try #require(index.files.first { $0.path == SearchFile.entryPath })
    #expect(String(decoding: entry.bytes, as: UTF8.self).contains("\"count\":3"))
    let own = await SearchAssembly(corpus: corpus, of: corpus.entries, jobs: 1).titleProof(sample: 10, rank: 5)
    #expect(own.count == 1 && own.lost.isEmpty)
  }

  @Test func `a site without sources has no such filter`() {
    #expect(!SearchFacets(Self.corpus([])).facets.contains { $0.id == "source" })
  }
}
