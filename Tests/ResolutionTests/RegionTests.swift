import Base
import Documents
import Papers
import Resolution
import TestSupport
import Testing

/// Documents of several sites in one corpus.
@Suite struct RegionTests: DocumentFixture {
  private static func corpus(_ own: [Document], _ regional: [Document], on asOf: String = "2026-06-01") -> Corpus {
    Corpus(
      site: Site(), kinds: CorpusFixture.kinds, columns: [column("zhengce", title: "政策")], documents: own,
      region: region(regional), asOf: day(asOf))
  }

  private static func numbered(_ serial: Int, _ title: String? = nil) -> (inout Document) -> Void {
    { document in
      document.documentNumber = number("澜政发〔2020〕\(serial)号")
      document.title = title ?? "关于第\(serial)号的办法"
      document.issuers = ["安澜县人民政府"]
      document.effectiveOn = day("2020-01-01")
    }
  }

  private static func own(_ name: String, _ edit: (inout Document) -> Void) -> Document {
    CorpusFixture.document(name, edit)
  }

  private static func reference(to number: Int) -> Reference {
    Reference(target: .number(Self.number("澜政发〔2020〕\(number)号"), issuer: nil))
  }

  private func state(_ path: String, _ corpus: Corpus) -> State? { corpus[DocumentID(path)]?.status?.state }

  @Test func `documents of other sites stand beside the site's own`() {
    let corpus = Self.corpus([Self.own("a", Self.numbered(1))], [Self.regional("b", "x"), Self.regional("a", "y")])
    #expect(corpus.entries.map(\.document.id.path) == ["zhengce/a"])
    #expect(corpus.regional.map(\.document.id.path) == ["a/zhengce/y", "b/zhengce/x"])
    #expect(corpus.shown.count == 3 && corpus[DocumentID("b/zhengce/x")]?.document.provenance?.source == "b")
    #expect(corpus.column("a/zhengce")?.source == "a" && corpus.columns.map(\.path) == ["zhengce"])
    #expect(ColumnTree(corpus).roots.map(\.path) == ["zhengce"], "the site's navigation is its own")
    let shelves = Shelves(corpus)
    #expect(
      shelves.newestFirst == [0] && shelves.documents(in: "b") == [2] && shelves.documents(in: "a/zhengce") == [1])
  }

  @Test func `a number means the text's own library first, then this site's, then the first copy`() {
    let act = { (document: inout Document) in document.relations[.repeals] = [Self.reference(to: 1)] }
    let copies = [Self.regional("a", "c", Self.numbered(1)), Self.regional("b", "c", Self.numbered(1))]
    func target(_ own: [Document], _ regional: [Document], _ id: String) -> ResolvedTarget? {
      Self.corpus(own, regional)[DocumentID(id)]?.outgoing.first?.target
    }
    let acting = Self.regional("b", "act", act)
    let here = Self.own("c", Self.numbered(1))
    #expect(target([here], copies + [acting], "b/zhengce/act") == .document(DocumentID("b/zhengce/c")))
    #expect(
      target([here], copies + [Self.regional("d", "act", act)], "d/zhengce/act") == .document(DocumentID("zhengce/c")))
    #expect(target([Self.own("act", act)], copies, "zhengce/act") == .document(DocumentID("a/zhengce/c")))
    #expect(target([here, Self.own("act", act)], copies, "zhengce/act") == .document(DocumentID("zhengce/c")))
  }

  @Test func `two documents of one number on two sites are no copies`() {
    let other = { (document: inout Document) in
      Self.numbered(1)(&document)
      document.issuers = ["他县人民政府"]
    }
    let act = Self.own("act") { $0.relations[.repeals] = [Self.reference(to: 1)] }
    let corpus = Self.corpus([act], [Self.regional("a", "c", Self.numbered(1)), Self.regional("b", "c", other)])
    #expect(corpus.findings.map(\.rule) == ["ambiguous-reference"])
  }

  @Test func `what is done to a document is done to its copies, and shown once`() throws {
    let act = Self.own("act") {
      $0.effectiveOn = Self.day("2026-02-01")
      $0.relations[.repeals] = [Self.reference(to: 1)]
    }
    let copies = [Self.regional("a", "c", Self.numbered(1)), Self.regional("b", "c", Self.numbered(1, "另一件"))]
    let corpus = Self.corpus([act, Self.own("c", Self.numbered(1))], copies)
    #expect(state("zhengce/c", corpus) == .repealed && state("a/zhengce/c", corpus) == .repealed)
    #expect(state("b/zhengce/c", corpus) == .inForce, "another title is another document")
    #expect(try #require(corpus[DocumentID("zhengce/act")]).outgoing.count == 1)
    #expect(state("a/zhengce/c", corpus.on(Self.day("2026-01-31"))) == .inForce)
  }

  @Test func `another site acts on a document of this one only if it names it`() {
    let act = Self.regional("a", "act") {
      $0.effectiveOn = Self.day("2026-02-01")
      $0.relations[.repeals] = [Self.reference(to: DocumentID("a/zhengce/c"))]
    }
    let copy = Self.regional("a", "c", Self.numbered(1))
    let corpus = Self.corpus([Self.own("c", Self.numbered(1))], [act, copy])
    #expect(state("a/zhengce/c", corpus) == .repealed && state("zhengce/c", corpus) == .inForce)
    let naming = Self.regional("a", "act") {
      $0.effectiveOn = Self.day("2026-02-01")
      $0.relations[.repeals] = [Self.outside("关于第1号的办法")]
    }
    #expect(state("zhengce/c", Self.corpus([Self.own("c", Self.numbered(1))], [naming])) == .repealed)
    let wrong = Self.regional("a", "act") {
      $0.effectiveOn = Self.day("2026-02-01")
      $0.relations[.repeals] = [Self.outside("另一个标题")]
    }
    #expect(state("zhengce/c", Self.corpus([Self.own("c", Self.numbered(1))], [wrong])) == .inForce)
  }

  private static func reference(to id: DocumentID) -> Reference { Reference(target: .path(id)) }

  private static func outside(_ title: String) -> Reference {
    Reference(target: .external(title: title, documentNumber: "澜政发〔2020〕1号", url: nil))
  }

  @Test func `references of other sites that lead nowhere are their own affair`() {
    let dangling = { (document: inout Document) in document.relations[.repeals] = [Self.reference(to: 9)] }
    #expect(Self.corpus([], [Self.regional("a", "x", dangling)]).findings.isEmpty)
    #expect(Self.corpus([Self.own("x", dangling)], []).findings.count == 1)
  }

  @Test func `a text that may no longer be public leaves no page and no tombstone`() {
    let document = Self.regional("a", "x") { $0.publicUntil = Self.day("2026-05-31") }
    let corpus = Self.corpus([], [document])
    #expect(corpus.shown.isEmpty && corpus.tombstones.isEmpty)
    #expect(corpus.on(Self.day("2026-05-31")).shown.count == 1)
  }

  @Test func `links in a text of another site stay below its id`() {
    let file = Provenance.File(url: "https://a.example/zhengce/x/b.pdf", sha256: nil)
    let document = Self.regional("a", "x", files: ["a/zhengce/b.pdf": file])
    let own = [Self.own("y", { _ in })]
    let corpus = Self.corpus(own, [document, Self.regional("a", "y")])
    let resolver = LinkResolver(corpus: corpus, documents: own, files: ["zhengce/b.pdf": 1])
    func target(_ text: String) -> LinkTarget { resolver.resolve(text, from: "a/zhengce/x.md") }
    #expect(target("y.md#s1") == .page(url: "a/zhengce/y/", fragment: "s1"))
    #expect(target("/zhengce/y") == .page(url: "a/zhengce/y/", fragment: nil))
    #expect(
      target("/zhengce") == .page(url: "a/zhengce/", fragment: nil) && target("/") == .page(url: "a/", fragment: nil))
    #expect(target("b.pdf") == .external(file.url) && target("../../zhengce/y.md") == .dead)
    #expect(resolver.resolve("b.pdf", from: "zhengce/y.md") == .file(path: "zhengce/b.pdf"))
    #expect(resolver.resolve("/a/zhengce/x.md", from: "zhengce/y.md") == .page(url: "a/zhengce/x/", fragment: nil))
  }

  @Test func `a title means the text's own library first`() {
    let title = "安澜县公共租赁住房管理办法"
    let named = { (document: inout Document) in
      document.title = title
      document.issuers = ["安澜县人民政府"]
      document.documentDate = Self.day("2020-01-01")
    }
    let citing = { (document: inout Document) in
      document.documentDate = Self.day("2021-01-01")
      document.body = Body(mentions: Self.mentions("依据《\(title)》办理。"))
    }
    func cited(_ own: [Document], _ regional: [Document], _ id: String) -> [String] {
      (Self.corpus(own, regional).citations.cited[DocumentID(id)] ?? []).map(\.id.path)
    }
    let copies = [Self.regional("a", "t", named), Self.regional("b", "t", named)]
    #expect(cited([Self.own("t", named), Self.own("c", citing)], copies, "zhengce/c") == ["zhengce/t"])
    #expect(cited([], copies + [Self.regional("b", "c", citing)], "b/zhengce/c") == ["b/zhengce/t"])
    #expect(cited([Self.own("c", citing)], copies, "zhengce/c") == ["a/zhengce/t"])
  }
}
