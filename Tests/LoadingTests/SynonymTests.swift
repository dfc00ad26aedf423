import Base
import Documents
import Loading
import TestSupport
import Testing

/// What citizens call things, from `synonyms/`.
@Suite struct SynonymTests {
  @Test func `the dictionaries that the program brings are without mistakes`() async throws {
    var fixture = Fixture()
    for path in try Repository.files(in: "Templates/synonyms", ".yml") {
      fixture.texts[path] = try Repository.text(path)
    }
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == [])
    let groups = library.site.commonSynonyms
    #expect(groups.count > 300)
    #expect(groups.contains { $0.first == "最低生活保障" && $0.contains("低保") })
    #expect(groups.filter { Set($0).count != $0.count } == [])
  }

  @Test func `a file of another form is told with its place`() async throws {
    var fixture = Fixture()
    fixture.texts["Templates/synonyms/a.yml"] = "犬: [狗]\n低保:\n"
    fixture.texts["Templates/synonyms/b.yml"] = "- 犬\n"
    let library = try await fixture.load()
    #expect(library.site.commonSynonyms == [["犬", "狗"]])
    #expect(library.findings.map(\.rule) == ["wrong-type", "wrong-type"])
    #expect(library.findings.map(\.location.path) == ["Templates/synonyms/a.yml", "Templates/synonyms/b.yml"])
  }
}
