import Base
import Documents
import Foundation
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// 近期变化: what happened to documents in the last thirty days.
@Suite struct ChangesTests {
  private static func limited(_ path: String, _ from: String?, _ to: String? = nil) -> Document {
    Fixture.document(path) {
      $0.effectiveOn = from.map(Fixture.day)
      $0.expiresOn = to.map(Fixture.day)
    }
  }

  /// `2026-11-16 开始施行 a/x 尚未施行→现行有效 (a/z)`.
  private static func words(_ changes: [Changes.Change]) -> [String] {
    changes.map { change in
      let states = change.states.map { " \($0.before.label)→\($0.after.label)" } ?? ""
      let by = change.acts.isEmpty ? "" : " (" + change.acts.map(\.source.path).joined(separator: " ") + ")"
      return "\(change.day.iso) \(change.label) \(change.entry.document.id.path)\(states)\(by)"
    }
  }

  private static func sections(_ corpus: Corpus) -> [String] {
    let frame = Frame(corpus: corpus, assets: "assets/")
    let view = ChangesPage(frame: frame, changes: Changes(corpus)).view()
    #expect(Shape.changesPage.misfit(view) == nil)
    var lines: [String] = []
    for section in view["changes"]?["sections"]?.elements ?? [] {
      lines.append("# " + (section["name"]?.text ?? ""))
      if let empty = section["empty"]?.text { lines.append(empty) }
      for day in section["days"]?["items"]?.elements ?? [] {
        let titles = (day["rows"]?.elements ?? []).compactMap { $0["title"]?.text }
        lines.append("\(day["text"]?.text ?? ""): \(titles.joined(separator: " "))")
      }
    }
    return lines
  }

  @Test func `thirty days back, today included, and thirty ahead`() {
    let changes = Changes(
      Fixture.corpus([
        Self.limited("a/1", "2026-10-22"), Self.limited("a/2", "2026-10-23"), Self.limited("a/3", "2026-11-21"),
        Self.limited("a/4", "2026-11-22"), Self.limited("a/5", "2026-12-21"), Self.limited("a/6", "2026-12-22"),
        Self.limited("a/7", "2020-01-01", "2026-11-20"),
      ]))
    #expect(
      Self.words(changes.past) == [
        "2026-11-21 开始施行 a/3 尚未施行→现行有效", "2026-11-21 失效 a/7 现行有效→已失效", "2026-10-23 开始施行 a/2 尚未施行→现行有效",
      ])
    #expect(
      Self.words(changes.coming) == ["2026-11-22 开始施行 a/4 尚未施行→现行有效", "2026-12-21 开始施行 a/5 尚未施行→现行有效"])
  }

  @Test func `acts are told with what they do, those that leave the state as it is too`() {
    let target = Self.limited("a/t", "2020-01-01", "2027-12-31")
    let acting = Fixture.acting(.amends) {
      $0.effectiveOn = Fixture.day("2026-11-01")
      $0.relations[.extends] = [Fixture.reference("a/t", until: "2029-12-31", on: "2026-11-05")]
      $0.relations[.corrects] = [Fixture.reference("a/t", articles: ["第二条"], on: "2026-12-01")]
    }
    let again = Fixture.document("a/y") {
      $0.effectiveOn = Fixture.day("2026-11-10")
      $0.relations[.amends] = [Fixture.reference("a/t", articles: ["第三条"])]
    }
    let changes = Changes(Fixture.corpus([target, acting, again]))
    #expect(
      Self.words(changes.past) == [
        "2026-11-10 被修改（第三条） a/t (a/y)", "2026-11-10 开始施行 a/y 尚未施行→现行有效", "2026-11-05 有效期延长至2029年12月31日 a/t (a/z)",
        "2026-11-01 被修改 a/t 现行有效→已修改 (a/z)", "2026-11-01 开始施行 a/z 尚未施行→现行有效",
      ])
    #expect(Self.words(changes.coming) == ["2026-12-01 更正（第二条） a/t (a/z)"])
  }

  @Test func `consultations and public notices are news, unfinished tasks are not`() {
    func period(_ path: String, _ kind: String) -> Document {
      Fixture.document(path, kind: kind) {
        $0.opensOn = Fixture.day("2026-11-02")
        $0.closesOn = Fixture.day("2026-11-18")
      }
    }
    let changes = Changes(
      Fixture.corpus([period("a/c", "consultation"), period("a/n", "publicNotice"), period("a/t", "task")]))
    #expect(
      Self.words(changes.past) == [
        "2026-11-19 征集截止 a/c 征集中→已结束（待反馈）", "2026-11-19 公示结束 a/n 公示中→已结束", "2026-11-19 逾期 a/t 即将到期→已逾期",
        "2026-11-02 开始征集 a/c 未开始→征集中", "2026-11-02 开始公示 a/n 未开始→公示中",
      ])
  }

  @Test func `what is not public yet leaves no trace among what is to come`() {
    let embargoed = Fixture.document("a/e") {
      $0.publishedOn = Moment(day: Fixture.day("2026-12-01"))
      $0.effectiveOn = Fixture.day("2026-12-05")
      $0.relations[.repeals] = [Fixture.reference("a/t")]
    }
    #expect(Changes(Fixture.corpus([Self.limited("a/t", "2020-01-01"), embargoed])).coming.isEmpty)
  }

  @Test func `the week begins on Monday, days are newest first, empty parts say so`() {
    #expect(
      Self.sections(
        Fixture.corpus([
          Self.limited("a/1", "2026-11-16"), Self.limited("a/2", "2026-11-15"), Self.limited("a/3", "2026-11-21"),
          Self.limited("a/4", "2026-11-16"),
        ])) == [
          "# 本周（2026年11月16日起）", "2026年11月21日　星期六: a/3", "2026年11月16日　星期一: a/1 a/4", "# 更早",
          "2026年11月15日　星期日: a/2", "# 今后30日", "今后30日没有已经确定的变化。",
        ])
    #expect(Self.sections(Fixture.corpus([])).filter { $0.hasPrefix("#") }.count == 3)
    #expect(Self.sections(Fixture.corpus([])).contains("本周没有变化。"))
  }

  @Test func `entries of the feed have ids that no later build changes`() throws {
    let target = Self.limited("a/t", "2020-01-01", "2027-12-31")
    let acting = Fixture.acting(.extends, until: "2029-12-31") { $0.effectiveOn = Fixture.day("2026-11-01") }
    func feed(_ asOf: String) -> String {
      let corpus = Fixture.corpus([target, acting], on: asOf)
      return String(decoding: Feeds(corpus: corpus).changes(Changes(corpus)), as: UTF8.self)
    }
    let ids = ["https://own.example/a/t/#2026-11-01-extends-a/z", "https://own.example/a/z/#2026-11-01-inForce"]
    func entries(_ feed: String) -> [String] { Array(feed.components(separatedBy: "<entry>").dropFirst()) }
    let (now, later) = (entries(feed("2026-11-02")), entries(feed("2026-11-21")))
    #expect(now.count == 2 && ids.allSatisfy { id in now.contains { $0.contains("<id>\(id)</id>") } })
    #expect(now == later)
    #expect(feed("2026-11-02").contains("<updated>2026-11-01T00:00:00+08:00</updated>"))
    #expect(feed("2026-11-02").contains("［有效期延长至2029年12月31日］《a/t》"))
  }
}

/// Rows, facts, and what a template shows separately.
@Suite struct RowTests {
  private static func row(_ document: Document, _ others: [Document] = []) throws -> View {
    let corpus = Fixture.corpus([document] + others)
    let row = Rows(corpus: corpus).row(try #require(corpus[document.id]), from: PageAddress(""))
    #expect(Shape.row.misfit(row) == nil)
    return row
  }

  @Test func `a row says since when a document is no longer what it was`() throws {
    let old = Fixture.document("a/t") { $0.effectiveOn = Fixture.day("2020-01-01") }
    #expect(try Self.row(old)["since"] == nil && Self.row(old)["hasSince"] == nil)
    #expect(try Self.row(old, [Fixture.acting(.repeals)])["since"] == .text("2024-05-01起"))
    #expect(try Self.row(old, [Fixture.acting(.amends)])["since"] == .text("2024-05-01起"))
    var limited = old
    limited.expiresOn = Fixture.day("2027-01-01")
    #expect(try Self.row(limited)["since"] == nil && Self.row(limited)["hasSince"] == .truth, "room for the script")
  }

  @Test func `readers never see 普通页面`() throws {
    #expect(try Self.row(Fixture.document("a/t", kind: "page"))["kind"] == nil)
    #expect(try Self.row(Fixture.document("a/t"))["kind"] == .text("政策文件"))
  }

  private static func facts(_ document: Document, _ others: [Document] = []) throws -> [String] {
    let corpus = Fixture.corpus([document] + others)
    let entry = try #require(corpus[document.id])
    let terms = Shelves(corpus).terms
    let facts = DocumentFacts(corpus: corpus, terms: terms, entry: entry, address: PageAddress(document.url))
    return facts.rows.map { row in
      let values = (row["values"]?.elements ?? []).compactMap { $0["text"]?.text }
      return "\(row["label"]?.text ?? "")：\(values.joined(separator: "；"))"
    }
  }

  @Test func `the end of the term is the extended one, on the page and in open data`() throws {
    let limited = Fixture.document("a/t") {
      $0.effectiveOn = Fixture.day("2020-01-01")
      $0.expiresOn = Fixture.day("2024-12-31")
    }
    let extending = Fixture.acting(.extends, until: "2027-12-31")
    #expect(try Self.facts(limited).contains("有效期至：2024年12月31日"))
    #expect(try Self.facts(limited, [extending]).contains("有效期至：2027年12月31日（原定至2024年12月31日）"))
    let corpus = Fixture.corpus([limited, extending])
    let resolver = LinkResolver(corpus: corpus, documents: [], files: [:])
    let input = RenderInput(corpus: corpus, resolver: resolver, fileHashes: [:])
    #expect(String(decoding: OpenData(input: input).jsonl(), as: UTF8.self).contains(#""expiresOn":"2027-12-31""#))
    #expect(String(decoding: OpenDataTable(corpus: corpus).csv(), as: UTF8.self).contains(",2020-01-01,2027-12-31,"))
  }

  @Test func `what a template shows elsewhere is not said again`() throws {
    func dated(_ kind: String) -> Document {
      Fixture.document("a/t", kind: kind) {
        $0.opensOn = Fixture.day("2026-11-01")
        $0.closesOn = Fixture.day("2026-11-30")
      }
    }
    #expect(try Self.facts(dated("survey")).filter { $0.contains("日期") } == [])
    #expect(try Self.facts(dated("publicNotice")).filter { $0.contains("日期") }.count == 2)
    #expect(try Self.facts(dated("task")) == ["开始日期：2026年11月1日"])
    func groups(_ document: Document, _ others: [Document]) throws -> [String] {
      let corpus = Fixture.corpus([document] + others)
      let entry = try #require(corpus[document.id])
      return RelationsView(corpus: corpus, entry: entry, address: PageAddress("a/t/")).groups.compactMap {
        $0["name"]?.text
      }
    }
    let outcome = Fixture.acting(.outcomeOf)
    #expect(try groups(dated("survey"), [outcome]) == [] && groups(dated("publicNotice"), [outcome]) == ["结果反馈"])
    let question = Fixture.document("a/t", kind: "question") { $0.relations[.basedOn] = [Fixture.reference("a/z")] }
    #expect(try groups(question, [Fixture.document("a/z")]) == [])
  }

  @Test func `an act that never had an effect says so on both pages`() throws {
    let target = Fixture.document("a/t") { $0.effectiveOn = Fixture.day("2020-01-01") }
    let withdrawing = Fixture.document("a/y") {
      $0.effectiveOn = Fixture.day("2024-04-01")
      $0.relations[.repeals] = [Fixture.reference("a/z")]
    }
    func days(_ path: String, _ documents: [Document]) throws -> [String] {
      let corpus = Fixture.corpus(documents)
      let entry = try #require(corpus[DocumentID(path)])
      let groups = RelationsView(corpus: corpus, entry: entry, address: PageAddress("a/t/")).groups
      return groups.flatMap { $0["items"]?.elements ?? [] }.compactMap { $0["dateText"]?.text }
    }
    let acting = Fixture.acting(.repeals)
    #expect(try days("a/t", [target, acting]) == ["2024年5月1日起"] && days("a/z", [target, acting]) == ["2024年5月1日起"])
    #expect(try days("a/t", [target, acting, withdrawing]) == ["未发生效力"])
    #expect(try days("a/z", [target, acting, withdrawing]) == ["未发生效力", "2024年4月1日起"])
    #expect(try days("a/t", [target, Fixture.acting(.annuls)]) == ["2024年5月1日"])
  }
}
