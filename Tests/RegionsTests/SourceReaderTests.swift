import Base
import Documents
import Papers
import Regions
import TestSupport
import Testing

@Suite struct SourceReaderTests {
  private typealias Member = JSONValue.Member

  @Test func `a line is a document below the id of its source`() async throws {
    let line = ExportFixture.line(
      "a",
      [
        Member("title", "关于甲的通知"), Member("documentNumber", "澜政发〔2024〕5号"), Member("effectiveOn", "2024-05-01"),
        Member("publishedOn", "2024-04-30 09:30"), Member("issuer", .array(["安澜县人民政府"])),
        Member("validity", "inForce"), Member("markdown", "**重点**与[附件](fujian.pdf)、《某办法》（某政发〔2020〕1号）。\n"),
        Member(
          "attachments",
          .array([
            .object([
              "title": "附件", "name": "fujian.pdf", "url": "https://anlan.example/zhengce/a/fujian.pdf", "bytes": 7,
              "sha256": "00", "file": "zhengce/fujian.pdf",
            ])
          ])),
      ])
    let (region, findings) = try await ExportFixture([line]).read()
    #expect(findings.isEmpty)
    let document = try #require(region.documents.first)
    #expect(
      document.id.path == "anlan/zhengce/a" && document.column == "anlan/zhengce" && document.url == "anlan/zhengce/a/")
    #expect(document.title == "关于甲的通知" && document.documentNumber?.text == "澜政发〔2024〕5号")
    #expect(document.effectiveOn?.iso == "2024-05-01" && document.publishedOn?.isoMinute == "2024-04-30 09:30")
    #expect(document.declaredValidity == .inForce && document.issuers == ["安澜县人民政府"])
    let text = String(decoding: document.body.plainText, as: UTF8.self)
    #expect(text.contains("重点与附件"), "what is written is read as Markdown: \(text)")
    #expect(document.body.mentions.count == 1)
    #expect(document.attachments == [Attachment(title: "附件", path: "anlan/zhengce/fujian.pdf", byteCount: 7)])
    let provenance = try #require(document.provenance)
    #expect(provenance.url == "https://anlan.example/zhengce/a/" && provenance.sourcePath == "anlan/zhengce/a.md")
    #expect(provenance.files["anlan/zhengce/fujian.pdf"]?.url == "https://anlan.example/zhengce/a/fujian.pdf")
    #expect(provenance.location.path == "anlan/documents.jsonl" && provenance.location.start.line == 1)
    #expect(
      region.columns.map(\.path) == ["anlan", "anlan/zhengce"] && region.columns.map(\.title) == ["安澜县", "政策文件"])
    #expect(region.sources.map(\.asOf.iso) == [ExportFixture.day])
  }

  @Test func `references by path get the id of the source, others keep title and number`() async throws {
    func relation(_ relation: String, _ end: String, _ id: JSONValue) -> JSONValue {
      .object([
        "relation": .string(relation),
        end: .object(["id": id, "title": "乙", "documentNumber": "某政发〔2020〕1号", "url": "javascript:alert(1)"]),
        "on": "2024-05-01", "until": .null, "articles": .array(["第三条"]), "note": .null,
      ])
    }
    let line = ExportFixture.line(
      "a",
      [
        Member(
          "relations", .array([relation("repeals", "target", "zhengce/b"), relation("basedOn", "target", .null)])),
        Member(
          "acts", .array([relation("amendedBy", "source", "zhengce/c"), relation("repealedBy", "source", .null)])),
      ])
    let document = try #require(try await ExportFixture([line]).read().region.documents.first)
    let outside = ReferenceTarget.external(title: "乙", documentNumber: "某政发〔2020〕1号", url: nil)
    #expect(document.relations[.repeals]?.map(\.target) == [.path(DocumentID("anlan/zhengce/b"))])
    #expect(document.relations[.repeals]?.first?.articles == ["第三条"])
    #expect(document.relations[.basedOn]?.map(\.target) == [outside])
    #expect(
      document.outsideActs[.repeals]?.map(\.target) == [outside],
      "acts of its own library follow from the others' lines")
    #expect(document.outsideActs[.repeals]?.first?.on?.iso == "2024-05-01" && document.outsideActs[.amends] == nil)
  }

  @Test func `fields are read by their types, a table becomes a file`() async throws {
    let fields = JSONValue.object([
      "count": "12", "day": "2026-01-02", "link": .object(["title": "网", "url": "javascript:x"]), "extra": "不认识",
      "rows": .object([
        "title": "表", "name": "b.csv", "url": "https://anlan.example/zhengce/a/b.csv", "bytes": 3, "sha256": "00",
        "file": "zhengce/b.csv", "columns": .array([]), "rows": .array([]),
      ]),
    ])
    let kind = ExportFixture.kind(
      "own",
      [
        ExportFixture.field("count", "number"), ExportFixture.field("day", "date"), ExportFixture.field("link", "link"),
        ExportFixture.field("rows", "table"),
      ])
    let line = ExportFixture.line("a", [Member("kind", "own"), Member("fields", fields)])
    let region = try await ExportFixture([line], kinds: [kind]).read().region
    let document = try #require(region.documents.first)
    #expect(region.kinds.map(\.id) == ["own"], "a kind that the site does not have comes with the source")
    #expect(document.fields["count"] == .number("12") && document.fields["link"] == .text("网"))
    #expect(document.date(in: "day")?.iso == "2026-01-02" && document.fields["extra"] == nil)
    #expect(document.attachments.map(\.title) == ["表"])
  }

  @Test func `two sources that mean two things by the id of a kind keep both`() async throws {
    let fixture = try ExportFixture(
      [ExportFixture.line("a", [Member("kind", "own")])], kinds: [ExportFixture.kind("own")])
    let other = ExportFixture.kind("own", [ExportFixture.field("day", "date")])
    let second = try ExportFixture([ExportFixture.line("a", [Member("kind", "own")])], kinds: [other])
    let (region, findings) = try await fixture.read {
      $0.sources.append(SourceSetting(id: "b", name: "乙县", folder: second.folder.root + "/anlan"))
    }
    #expect(findings.isEmpty && region.kinds.map(\.id) == ["own", "b-own"])
    #expect(region.documents.map(\.kind) == ["own", "b-own"])
  }

  @Test func `an export that is not there or not whole is an error, and nothing of it is shown`() async throws {
    let fixture = try ExportFixture([ExportFixture.line("a")])
    let missing = try await fixture.findings { $0.sources = [SourceSetting(id: "x", name: "甲", folder: "nowhere")] }
    #expect(missing == ["error source-missing Content/site.yml:1"])
    let lines = try #require(fixture.folder.text("anlan/documents.jsonl"))
    try fixture.folder.write("anlan/documents.jsonl", String(lines.dropLast(9)))
    #expect(try await fixture.findings() == ["error source-spoilt Content/site.yml:1"])
    try fixture.folder.write("anlan/documents.jsonl", lines.replacing("正文", with: "改文"))
    #expect(try await fixture.findings() == ["error source-spoilt Content/site.yml:1"])
    #expect(try await fixture.read().region.sources.isEmpty)
    try fixture.folder.write("anlan/library.json", "{}")
    #expect(try await fixture.findings() == ["error source-spoilt Content/site.yml:1"])
  }

  @Test(arguments: [
    [JSONValue.Member("schema", "gongkai-exchange/2")], [JSONValue.Member("format", "opensearch")],
    [JSONValue.Member("map", "上级")], [JSONValue.Member("asOf", "昨天")],
    [JSONValue.Member("site", .object(["name": "甲", "baseURL": "javascript:x"]))],
  ]) func `what is no export of lines of this version is an error`(header: [JSONValue.Member]) async throws {
    let fixture = try ExportFixture([ExportFixture.line("a")], header: header)
    #expect(try await fixture.findings() == ["error source-version Content/site.yml:1"])
  }

  @Test func `an export without texts comes from an earlier version`() async throws {
    let fixture = try ExportFixture([ExportFixture.line("a", without: "markdown"), ExportFixture.line("b")])
    #expect(try await fixture.findings() == ["error source-version Content/site.yml:1"])
    #expect(try await fixture.read().region.documents.isEmpty)
  }

  @Test(arguments: [
    [JSONValue.Member("effectiveOn", "2026-02-30")], [JSONValue.Member("kind", "unknown")],
    [JSONValue.Member("url", "javascript:alert(1)")], [JSONValue.Member("id", "../x")],
    [JSONValue.Member("path", "../../etc/")], [JSONValue.Member("column", "zhengce/../..")],
    [JSONValue.Member("path", "zhengce/page/")], [JSONValue.Member("file", "/etc/passwd")],
    [JSONValue.Member("disclosure", "withheld")], [JSONValue.Member("title", "")],
    [JSONValue.Member("markdown", .null)], [JSONValue.Member("path", "zhengce/a/")],
    [JSONValue.Member("type", "other")],
  ]) func `a line that cannot be read is left out, and told`(members: [JSONValue.Member]) async throws {
    let lines = [ExportFixture.line("a"), ExportFixture.line("b", members), ExportFixture.line("c")]
    let fixture = try ExportFixture(lines)
    #expect(try await fixture.findings() == ["warning source-line anlan/documents.jsonl:2"])
    #expect(try await fixture.read().region.documents.map(\.id.path) == ["anlan/zhengce/a", "anlan/zhengce/c"])
  }

  @Test func `a document whose text was not exported is told by its title`() async throws {
    let lines = [ExportFixture.line("a"), ExportFixture.line("b", [Member("markdown", .null)])]
    let finding = try #require(try await ExportFixture(lines).read().findings.first)
    #expect(finding.message == "安澜县的导出有 1 行不能读，没有收录：“文件b”没有导出正文的原文")
  }

  @Test func `if no line can be read, that is an error`() async throws {
    #expect(
      try await ExportFixture(text: "{\"type\":\n{}\n").findings() == ["error source-line anlan/documents.jsonl:1"])
  }

  @Test func `what was taken down there is not shown, and an empty library is one`() async throws {
    let fixture = try ExportFixture(text: "{\"type\":\"withdrawn\",\"id\":\"zhengce/a\"}\n")
    let (region, findings) = try await fixture.read()
    #expect(findings.isEmpty && region.documents.isEmpty && region.sources.count == 1)
    #expect(region.withdrawn.map(\.path) == ["anlan/zhengce/a"])
  }

  @Test func `words that the site does not have are kept and told once`() async throws {
    let lines = ["a", "b"].map { ExportFixture.line($0, [Member("topics", .array(["卫生", "教育"]))]) }
    let fixture = try ExportFixture(lines)
    let edit = { (site: inout Site) in site.topics = [Term(id: "jiaoyu", name: "教育")] }
    let (region, findings) = try await fixture.read(edit)
    #expect(findings.map(\.rule) == ["source-words"] && findings.first?.message.contains("2 处主题分类") == true)
    #expect(region.documents.map(\.topics) == [["卫生", "教育"], ["卫生", "教育"]])
    #expect(try await fixture.findings().isEmpty, "a site without topics asks for none")
  }

  @Test func `a file of many lines is read piece by piece, in order`() async throws {
    let names = (1...400).map { "n\($0)" }
    let text = String(repeating: "第一条 很长的正文。\n", count: 900)
    let lines = names.map { ExportFixture.line($0, [Member("markdown", .string(text))]) }
    let region = try await ExportFixture(lines).read().region
    #expect(region.documents.count == 400)
    for document in region.documents {
      #expect("n\(document.provenance?.location.start.line ?? 0)" == document.slug)
    }
  }
}
