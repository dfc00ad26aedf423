import Base
import Documents
import Papers
import Resolution
import TestSupport
import Testing

/// Which document a text means. In doubt, none.
@Suite struct CitationTests {
  private static func document(
    _ name: String, _ title: String, number: String? = nil, made: String = "2020-01-01", issuer: String = "安澜县人民政府",
    _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    CorpusFixture.document(name) {
      $0.title = title
      $0.documentNumber = number.map(CorpusFixture.number)
      $0.documentDate = CorpusFixture.day(made)
      $0.effectiveOn = $0.documentDate
      $0.issuers = [issuer]
      edit(&$0)
    }
  }

  /// What each mention of a text of 2022 means, by the names of the documents.
  private static func meanings(
    _ text: String, _ documents: [Document], made: String = "2022-01-01", _ edit: (inout Document) -> Void = { _ in }
  ) -> [String] {
    let citing = document("citing", "安澜县人民政府关于甲事的通知", number: "澜政发〔2022〕1号", made: made, edit)
    let corpus = CorpusFixture.corpus(documents + [citing], on: "2026-11-21")
    var resolver = CitationResolver(corpus, citing)
    var text = text
    return text.withUTF8 { Mention.all(in: TextLine($0)) }.map { mention in
      switch resolver.meaning(of: mention) {
      case .own: "own"
      case .document(let entry): String(entry.document.id.path.dropFirst("zhengce/".count))
      case .contradiction: "contradiction"
      case .ambiguous: "ambiguous"
      case .unknown: "-"
      }
    }
  }

  private static let measure = document("t", "安澜县人民政府关于印发安澜县养老办法的通知", number: "澜政发〔2020〕3号")

  @Test(
    "titles and numbers",
    arguments: [
      ("《安澜县人民政府关于印发安澜县养老办法的通知》", "t"), ("《安澜县人民政府关于印发〈安澜县养老办法〉的通知》", "t"), ("《安澜县养老办法》", "t"),
      ("《安澜县养老办法》（澜政发〔2020〕3号）", "t"), ("澜政发[2020]3号", "t"), ("《养老办法》", "-"), ("《关于印发安澜县养老办法的通知》", "-"),
      ("县人民政府《关于印发安澜县养老办法的通知》", "t"), ("市人民政府《关于印发安澜县养老办法的通知》", "-"),
      ("《安澜县养老办法》（澜政发〔2018〕9号）", "-"), ("《安澜县殡葬规定》（澜政发〔2020〕3号）", "contradiction"), ("《办法》", "-"), ("《通知》", "-"),
      ("《养老服务申请表》", "-"), ("《安澜县养老办法》（2021年修订）", "-"), ("《安澜县人民政府关于甲事的通知》", "own"), ("澜政发〔2022〕1号", "own"),
    ])
  func names(_ text: String, _ expected: String) { #expect(Self.meanings(text, [Self.measure]) == [expected]) }

  @Test func `a declared relation says which place is meant`() {
    let found = Self.meanings("《养老办法》", [Self.measure]) {
      $0.relations[.basedOn] = [CorpusFixture.reference("t")]
    }
    #expect(found == ["t"])
  }

  @Test func `laws are cited with and without the name of the state`() {
    let law = Self.document("law", "养老法", issuer: "全国人民代表大会常务委员会")
    #expect(Self.meanings("《中华人民共和国养老法》、《养老法》", [law]) == ["law", "law"])
    let whole = Self.document("law", "中华人民共和国养老法", issuer: "全国人民代表大会常务委员会")
    #expect(Self.meanings("《中华人民共和国养老法》、《养老法》", [whole]) == ["law", "law"])
  }

  @Test func `a title without a place is not that of a body which did not issue it`() {
    let notice = Self.document("n", "关于做好防汛工作的通知", issuer: "安澜县水务局")
    #expect(Self.meanings("《关于做好防汛工作的通知》", [notice]) == ["n"])
    #expect(Self.meanings("临河市水务局《关于做好防汛工作的通知》", [notice]) == ["-"])
    #expect(Self.meanings("安澜县水务局《关于做好防汛工作的通知》", [notice]) == ["n"])
  }

  @Test func `what was made later is not meant`() {
    #expect(Self.meanings("《安澜县养老办法》", [Self.measure], made: "2019-06-01") == ["-"])
    #expect(Self.meanings("《安澜县养老办法》", [Self.measure], made: "2020-01-01") == ["t"])
  }

  @Test func `of several, the one in force on the day of the text`() {
    let old = Self.document("old", "安澜县养老办法", number: "澜政发〔2015〕1号", made: "2015-01-01")
    let new = Self.document("new", "安澜县养老办法", number: "澜政发〔2021〕1号", made: "2021-01-01") {
      $0.relations[.replaces] = [CorpusFixture.reference("old")]
    }
    #expect(Self.meanings("《安澜县养老办法》", [old, new]) == ["new"])
    #expect(Self.meanings("《安澜县养老办法》", [old, new], made: "2020-06-01") == ["old"])
    #expect(Self.meanings("《安澜县养老办法》（澜政发〔2015〕1号）", [old, new]) == ["old"])
    let both = Self.document("both", "安澜县养老办法", made: "2018-01-01")
    #expect(Self.meanings("《安澜县养老办法》", [old, both]) == ["ambiguous"])
  }

  @Test func `two documents of one number are told apart by nothing`() {
    let other = Self.document("o", "另一篇", number: "澜政发〔2020〕3号")
    #expect(Self.meanings("澜政发〔2020〕3号", [Self.measure, other]) == ["ambiguous"])
  }

  @Test func `short names hold within a text, if they are unambiguous`() {
    let other = Self.document("o", "安澜县殡葬办法")
    let text = "《安澜县养老办法》（以下简称《办法》）施行后，《办法》第三条"
    #expect(Self.meanings(text, [Self.measure, other]) == ["t", "t"])
    #expect(Self.meanings("《办法》" + text, [Self.measure, other]) == ["-", "t", "t"])
    let twice = text + "《安澜县殡葬办法》（以下简称《办法》），按照《办法》"
    #expect(Self.meanings(twice, [Self.measure, other]) == ["t", "t", "o", "ambiguous"])
    // Of a document that is not in the library: no other is meant by its short name.
    let outside = "《临河市养老办法》（以下简称《安澜县养老办法》），按照《安澜县养老办法》"
    #expect(Self.meanings(outside, [Self.measure]) == ["-", "-"])
  }

  @Test(
    "what readers cannot see is not cited",
    arguments: [
      { (document: inout Document) in document.isDraft = true },
      { document in document.disclosure = .withheld }, { document in document.disclosure = .onRequest },
      { document in document.publishedOn = Moment(day: CorpusFixture.day("2027-01-01")) },
    ] as [@Sendable (inout Document) -> Void])
  func hidden(_ hide: @Sendable (inout Document) -> Void) {
    var hidden = Self.measure
    hide(&hidden)
    #expect(Self.meanings("《安澜县养老办法》、澜政发〔2020〕3号", [hidden]) == ["-", "-"])
  }

  @Test func `both directions, without what a relation says already`() throws {
    func citing(_ name: String, _ edit: (inout Document) -> Void = { _ in }) -> Document {
      Self.document(name, "安澜县\(name)", made: "2022-01-01") {
        $0.body = Body(mentions: CorpusFixture.mentions("按照《安澜县养老办法》第三条、第五条和《安澜县养老办法》第三条"))
        edit(&$0)
      }
    }
    let related = citing("b") { $0.relations[.basedOn] = [CorpusFixture.reference("t")] }
    let corpus = CorpusFixture.corpus([Self.measure, citing("a"), related], on: "2026-11-21")
    let target = try #require(corpus[Self.measure.id])
    #expect(corpus.citing(target).map(\.id.path) == ["zhengce/a"])
    #expect(corpus.citing(target).first?.clauses == ["第三条", "第五条"])
    #expect(corpus.citations.cited[DocumentID("zhengce/b")]?.map(\.id.path) == ["zhengce/t"])
  }
}
