import Base
import Documents
import Papers
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// How pages and lists show the fields that every kind has.
@Suite struct CommonWordTests {
  private static let all = Fixture.document("a/t", kind: "all") {
    $0.title = "标题"
    $0.documentNumber = DocumentNumber(agencyCode: "澜政发", year: 2024, serial: 5)
    $0.indexNumber = "索引"
    $0.registrationNumber = "登记"
    $0.issuers = ["县政府"]
    $0.responsibleBody = "民政局"
    $0.documentDate = Fixture.day("2024-01-01")
    $0.publishedOn = Moment(day: Fixture.day("2024-01-02"))
    $0.effectiveOn = Fixture.day("2024-01-03")
    $0.expiresOn = Fixture.day("2030-01-04")
    $0.form = "决议"
    $0.topics = ["甲", "乙"]
    $0.themes = ["养老"]
    $0.audience = ["老年人"]
    $0.keywords = ["丙"]
    $0.summary = "摘要"
    $0.origin = "来源"
    $0.opensOn = Fixture.day("2024-01-05")
    $0.closesOn = Fixture.day("2024-01-06")
    $0.doneOn = Fixture.day("2024-01-07")
  }

  /// A corpus of that document, whose kind lists every field.
  private static func corpus(_ lifecycle: Lifecycle, _ layout: PageLayout = .document) -> Corpus {
    let fields = CommonField.allCases.map { Field(key: $0.rawValue, label: $0.label, type: $0.type, isListed: true) }
    let kind = Kind(id: "all", label: "全部", lifecycle: lifecycle, layout: layout, fields: fields)
    return Corpus(site: Site(), kinds: [kind], columns: [], documents: [all], asOf: Fixture.day("2026-11-21"))
  }

  @Test func `a row lists every word but those that it shows in a place of their own`() throws {
    let corpus = Self.corpus(.none)
    let entry = try #require(corpus.entries.first)
    let row = Rows(corpus: corpus).row(entry, from: PageAddress(""))
    let facts = (row["facts"]?.elements ?? []).map { "\($0["label"]?.text ?? "")：\($0["text"]?.text ?? "")" }
    #expect(
      facts == [
        "索引号：索引", "统一登记号：登记", "主题分类：甲、乙", "文种：决议", "成文日期：2024-01-01", "施行日期：2024-01-03", "有效期至：2030-01-04",
        "开始日期：2024-01-05", "截止日期：2024-01-06", "完成日期：2024-01-07", "承办单位：民政局", "特色主题：养老", "服务对象：老年人", "公开属性：主动公开",
        "来源：来源", "关键词：丙",
      ])
  }

  private static func facts(_ corpus: Corpus) throws -> [String] {
    let entry = try #require(corpus.entries.first)
    let facts = DocumentFacts(corpus: corpus, terms: Shelves(corpus).terms, entry: entry, address: PageAddress("a/t/"))
    return facts.rows.map { row in
      let values = (row["values"]?.elements ?? []).compactMap { $0["text"]?.text }
      return "\(row["label"]?.text ?? "")：\(values.joined(separator: "、"))"
    }
  }

  @Test func `the facts of a page are all words that are no text of it`() throws {
    #expect(
      try Self.facts(Self.corpus(.validity)) == [
        "索引号：索引", "统一登记号：登记", "主题分类：甲、乙", "发文机关：县政府", "文种：决议", "发文字号：澜政发〔2024〕5号", "成文日期：2024年1月1日",
        "发布日期：2024年1月2日", "施行日期：2024年1月3日", "有效期至：2030年1月4日", "有效性：现行有效", "开始日期：2024年1月5日", "截止日期：2024年1月6日",
        "完成日期：2024年1月7日", "承办单位：民政局", "特色主题：养老", "服务对象：老年人", "公开属性：主动公开", "来源：来源", "关键词：丙",
      ])
  }

  @Test func `what a layout or a lifecycle shows elsewhere is no fact`() throws {
    let all = Set(try Self.facts(Self.corpus(.none)))
    #expect(all.subtracting(try Self.facts(Self.corpus(.task))) == ["截止日期：2024年1月6日", "完成日期：2024年1月7日"])
    #expect(
      all.subtracting(try Self.facts(Self.corpus(.consultation, .consultation))) == [
        "开始日期：2024年1月5日", "截止日期：2024年1月6日",
      ])
    // Without a period there is no box to say it.
    #expect(all.subtracting(try Self.facts(Self.corpus(.none, .consultation))) == [])
    #expect(all.subtracting(try Self.facts(Self.corpus(.none, .page))) == ["发布日期：2024年1月2日", "来源：来源"])
  }

  @Test func `a kind says its layout and its channels by words, whatever it calls them`() throws {
    var phone = Field(key: "phone", label: "热线", type: .text)
    phone.isChannel = true
    let note = Field(key: "note", label: "备注", type: .text)
    let kind = Kind(id: "survey", label: "问卷", lifecycle: .consultation, layout: .consultation, fields: [phone, note])
    let document = Fixture.document("a/t", kind: "survey") {
      $0.fields = ["phone": .text("12345"), "note": .text("无")]
    }
    let outcomes = ["a/x", "a/y"].map { path in
      Fixture.document(path, kind: "survey") { $0.relations[.outcomeOf] = [Fixture.reference("a/t")] }
    }
    let corpus = Corpus(
      site: Site(), kinds: [kind], columns: [], documents: [document] + outcomes, asOf: Fixture.day("2026-11-21"))
    #expect(try Self.facts(corpus).filter { $0.contains("12345") || $0.contains("无") } == ["备注：无"])
    #expect(
      Channels.views(of: document, kind: kind, links: TextLinks(corpus: corpus, address: PageAddress("a/t/"))).map {
        $0["label"]?.text
      } == ["热线"])
    // The first outcome is at the top of the page, the others are among the relations.
    let entry = try #require(corpus[DocumentID("a/t")])
    let relations = RelationsView(corpus: corpus, entry: entry, address: PageAddress("a/t/"))
    #expect(relations.shownOutcome?.source.path == "a/x")
    #expect(relations.groups.flatMap { $0["items"]?.elements ?? [] }.map { $0["title"]?.text } == ["a/y"])
  }

  @Test func `what lists and queries show has a value, and what is a reference is one`() {
    for field in CommonField.allCases {
      if case .other = field.definition.value {
        #expect(field.definition.uses.isDisjoint(with: [.row, .query, .rowClock]), "\(field)")
      }
      #expect((field.type == .date) == field.definition.value.isDay, "\(field)")
      #expect((field.type == .reference) == (RelationKind(rawValue: field.rawValue) != nil), "\(field)")
    }
  }
}
