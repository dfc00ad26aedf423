import Auditing
import Base
import Documents
import Resolution
import TestSupport
import Testing

/// What is asked of other sites' documents: `source-contradiction`, `source-stale`, and nothing else.
@Suite struct SourceTests: DocumentFixture {
  private static func findings(
    _ own: [Document], _ regional: [Document], on asOf: String = "2026-01-01", staleAfterDays: Int? = nil
  ) -> [Diagnostic] {
    var region = region(regional, asOf: "2025-12-01")
    region.sources = region.sources.map { source in
      RegionalSource(
        SourceSetting(id: source.id, name: source.name, folder: "x", staleAfterDays: staleAfterDays),
        siteName: source.siteName, baseURL: source.baseURL, asOf: source.asOf)
    }
    let corpus = Corpus(
      site: Site(), kinds: TestLibrary.kinds, columns: [column("a", title: "栏目")], documents: own, region: region,
      asOf: day(asOf))
    return Audit.findings(in: AuditContext(corpus: corpus, documents: own, files: [:])).filter {
      $0.rule != "empty-column"
    }
  }

  private static func facts(_ edit: @escaping (inout Document) -> Void = { _ in }) -> (inout Document) -> Void {
    { document in
      document.title = "甲办法"
      document.documentNumber = number("甲发〔2020〕1号")
      document.issuers = ["甲县人民政府"]
      document.documentDate = day("2020-01-01")
      document.effectiveOn = day("2020-02-01")
      edit(&document)
    }
  }

  private static func own(_ edit: @escaping (inout Document) -> Void = { _ in }) -> Document {
    document(at: "a/own", kind: "policy", facts(edit))
  }

  @Test func `a copy with the same facts is no finding`() {
    #expect(
      Self.findings([Self.own()], [Self.regional("x", "c", Self.facts()), Self.regional("y", "c", Self.facts())])
        .isEmpty)
  }

  @Test func `what two sites say differently of a document is told with both`() throws {
    let other = Self.regional(
      "x", "c",
      Self.facts {
        $0.effectiveOn = Self.day("2020-03-01")
        $0.expiresOn = Self.day("2030-01-01")
      })
    let found = Self.findings([Self.own { $0.expiresOn = Self.day("2029-01-01") }], [other])
    #expect(found.map(\.rule) == ["source-contradiction"] && found.map(\.severity) == [.warning])
    #expect(
      found.first?.message
        == "甲发〔2020〕1号在两个专栏里不同：施行日期，本站 2020-02-01，x县 2020-03-01；有效期至，本站 2029-01-01，x县 2030-01-01")
    #expect(found.first?.location.path == "Content/a/own.md")
    #expect(found.first?.related.map(\.location.path) == ["x/documents.jsonl"])
  }

  @Test func `of one issuer and number, another title is a contradiction; of another issuer it is another document`() {
    let retitled = Self.facts { $0.title = "乙办法" }
    #expect(Self.findings([Self.own()], [Self.regional("x", "c", retitled)]).map(\.rule) == ["source-contradiction"])
    let foreign = Self.facts {
      $0.title = "乙办法"
      $0.issuers = ["乙县人民政府"]
    }
    #expect(Self.findings([Self.own()], [Self.regional("x", "c", foreign)]).isEmpty)
  }

  @Test func `two sources contradict each other without this site`() {
    let later = Self.facts { $0.documentDate = Self.day("2020-01-02") }
    let found = Self.findings([], [Self.regional("x", "c", Self.facts()), Self.regional("y", "c", later)])
    #expect(found.map(\.location.path) == ["x/documents.jsonl"])
  }

  @Test func `who shows as in force what has been ended is told, from the day of its export on`() throws {
    func acting(_ day: String) -> Document {
      Self.document(at: "a/act", kind: "policy") {
        $0.title = "废止的决定"
        $0.effectiveOn = Self.day(day)
        $0.relations[.repeals] = [Self.reference(to: "x/zhengce/c")]
      }
    }
    let copy = Self.regional("x", "c", Self.facts())
    let found = Self.findings([acting("2025-06-01")], [copy])
    #expect(found.map(\.rule) == ["source-contradiction"])
    #expect(found.first?.message == "甲发〔2020〕1号在x县的专栏里是现行有效，按本站自 2025-06-01 起已废止（“废止的决定”）")
    #expect(Self.findings([acting("2025-12-15")], [copy]).isEmpty, "the export is older than the act")
    let known = Self.regional("x", "c", stateThere: "repealed", Self.facts())
    #expect(Self.findings([acting("2025-06-01")], [known]).isEmpty)
  }

  @Test func `an old export is told only where somebody asks for it`() {
    let document = Self.regional("x", "c", Self.facts())
    #expect(Self.findings([], [document], on: "2025-12-31", staleAfterDays: 30).isEmpty)
    #expect(Self.findings([], [document], on: "2026-01-01", staleAfterDays: 30).map(\.rule) == ["source-stale"])
    #expect(Self.findings([], [document], on: "2030-01-01").isEmpty)
  }

  @Test func `the rules of single documents are not asked of other sites`() {
    let faulty = Self.regional("x", "c") {
      $0.documentDate = Self.day("2021-01-01")
      $0.publishedOn = Moment(day: Self.day("2020-01-01"))
      $0.body = Body(targets: [BodyTarget(destination: "nowhere.md", isImage: false, location: $0.frontMatter.whole)])
    }
    #expect(Self.findings([], [faulty]).isEmpty)
  }
}
