import Base
import Documents
import Disk
import Loading
import Papers
import TestSupport
import Testing

@Suite("Names and folders")
struct LayoutTests {
  private static let document = "---\ntitle: 甲\n---\n"
  private static let column = "---\ntitle: 甲\nkind: page\n---\n"

  @Test(
    "a name that cannot be a URL is an error",
    arguments: ["关于印发.md", "a b.md", "a?b.md", "a#b.md", "a%20b.md", "-a.md", "a\u{301}.md", "..a.md"])
  func badNames(name: String) async throws {
    let findings = try await Fixture(["Content/a/" + name: Self.document]).load().findings
    guard !name.hasPrefix(".") else {
      #expect(findings == [])
      return
    }
    #expect(findings.map(\.short) == ["a/\(name):1:1 1 file-name"])
    #expect(findings.first?.cures == ["改文件名，或者在文件开头写 slug: 英文网址名"])
    let cured = "---\ntitle: 甲\nslug: 2023-3\n---\n"
    let library = try await Fixture(["Content/a/" + name: cured]).load()
    #expect(library.findings == [] && library.documents.map(\.url) == ["a/2023-3/"])
  }

  @Test("letters, digits, -, _ and . are accepted", arguments: ["a.md", "A-b_c.1.md", "2023..3.md"])
  func goodNames(name: String) async throws {
    #expect(try await Fixture(["Content/a/" + name: Self.document]).findings() == [])
  }

  @Test("a slug has the same rule", arguments: ["关于", "a/b", "..", "_a", ".a", "a b", "page"]) func slugs(slug: String)
    async throws
  {
    let text = "---\ntitle: 甲\nslug: \"\(slug)\"\n---\n"
    let rule = slug == "page" ? "reserved-name" : "file-name"
    #expect(try await Fixture.findings(in: text) == ["3:7 \(slug.count + 2) \(rule)"])
  }

  @Test("a folder's name has the same rule") func folders() async throws {
    let findings = try await Fixture(["Content/政策/_column.md": Self.column, "Content/政策/d.md": Self.document])
      .findings()
    #expect(findings == ["政策/_column.md:1:1 1 file-name"])
  }

  @Test(
    "names that the site publishes under are taken, as column, page and slug", arguments: ReservedNames.atRoot.sorted())
  func reserved(name: String) async throws {
    let page = "---\ntitle: 甲\nkind: page\n---\n"
    let slug = "---\ntitle: 甲\nkind: page\nslug: \(name)\n---\n"
    #expect(try await Fixture(["Content/\(name).md": page]).findings() == ["\(name).md:1:1 1 reserved-name"])
    #expect(try await Fixture(["Content/x.md": slug]).findings() == ["x.md:4:7 \(name.count) reserved-name"])
    let column = try await Fixture(["Content/\(name)/_column.md": Self.column]).findings()
    #expect(column == ["\(name)/_column.md:1:1 1 reserved-name"])
    #expect(
      try await Fixture(["Content/a/\(name).md": Self.document]).findings().isEmpty
        != ReservedNames.inColumns.contains(name))
  }

  @Test("reserved names are reserved in every letter case", arguments: ["Topics", "SEARCH", "Manifest.json"])
  func reservedInAnyCase(name: String) async throws {
    let slug = "---\ntitle: 甲\nkind: page\nslug: \(name)\n---\n"
    #expect(try await Fixture(["Content/x.md": slug]).findings() == ["x.md:4:7 \(name.count) reserved-name"])
    #expect(
      try await Fixture(["Content/\(name)/_column.md": Self.column]).findings() == [
        "\(name)/_column.md:1:1 1 reserved-name"
      ])
  }

  @Test("names that every column publishes under are taken in columns", arguments: ReservedNames.inColumns.sorted())
  func reservedInColumns(name: String) async throws {
    #expect(
      try await Fixture(["Content/a/\(name)/_column.md": Self.column]).findings() == [
        "a/\(name)/_column.md:1:1 1 reserved-name"
      ])
  }

  @Test("the pages and folders of the site are among the reserved names") func knownReserved() {
    #expect(
      ReservedNames.atRoot == [
        "404.html", "accessibility", "assets", "audience", "browse", "calendar", "calendar.ics", "changes", "data",
        "english", "feed.atom", "forms", "index.html", "issuers", "levels", "manifest.json", "match", "places",
        "robots.txt", "search", "server", "sitemap", "sitemap.xml", "subscribe", "themes", "topics", "validity",
        "years",
      ])
    #expect(ReservedNames.inColumns == ["calendar.ics", "feed.atom", "index.html", "page"])
  }

  @Test("a folder with documents or columns is a column itself") func missingColumn() async throws {
    let fixture = Fixture([
      "Content/b/c/_column.md": Self.column, "Content/b/c/d.md": Self.document, "Content/e/f/x.md": Self.document,
      "Content/e/f/y.md": "---\ntitle: 甲\ntopik: 乙\n---\n", "Content/g/bundle/index.md": Self.document,
      "Content/only/files/a.pdf": "x",
    ])
    let library = try await fixture.load()
    #expect(
      library.findings.map(\.short) == [
        "b/_column.md:1:1 1 missing-column", "e/_column.md:1:1 1 missing-column", "e/f/_column.md:1:1 1 missing-column",
        "e/f/y.md:3:1 5 unknown-key", "g/_column.md:1:1 1 missing-column",
      ])
    #expect(library.documents.isEmpty && library.columns.map(\.path) == ["a"])
    #expect(library.failedDocuments.count == 4)
  }

  @Test("at the root only pages stand") func root() async throws {
    let fixture = Fixture([
      "Content/about.md": "---\ntitle: 甲\nkind: page\n---\n", "Content/x.md": "---\ntitle: 甲\nkind: policy\n---\n",
      "Content/y.md": Self.document, "Content/index.md": Self.document, "Content/_column.md": Self.column,
    ])
    #expect(
      try await fixture.findings() == [
        "_column.md:1:1 1 root-document", "index.md:1:1 1 root-document", "x.md:3:7 6 root-document",
        "y.md:1:1 1 missing-kind",
      ])
  }

  @Test("a folder with index.md is one document") func bundles() async throws {
    let fixture = Fixture([
      "Content/a/b/index.md": Self.document, "Content/a/b/other.md": Self.document,
      "Content/a/b/sub/deep.md": Self.document,
      "Content/a/b/sub/x.pdf": "x", "Content/a/b/sub/in/index.md": Self.document, "Content/a/b/_column.md": Self.column,
      "Content/a/b/sub/_column.md": Self.column,
    ])
    let library = try await fixture.load()
    #expect(
      library.findings.map(\.short) == [
        "a/b/_column.md:1:1 1 stray-markdown", "a/b/other.md:1:1 1 stray-markdown",
        "a/b/sub/_column.md:1:1 1 stray-markdown", "a/b/sub/deep.md:1:1 1 stray-markdown",
        "a/b/sub/in/index.md:1:1 1 stray-markdown",
      ])
    #expect(library.documents.map(\.id.path) == ["a/b"] && library.files == ["a/b/sub/x.pdf": 1])
  }

  @Test("Markdown under another extension is not left out silently") func extensions() async throws {
    let fixture = Fixture([
      "Content/a/x.MD": Self.document, "Content/a/y.markdown": Self.document, "Content/a/z.txt": "x",
    ])
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == ["a/x.MD:1:1 1 file-extension", "a/y.markdown:1:1 1 file-extension"])
    #expect(library.files == ["a/z.txt": 1])
  }

  @Test("names that begin with _ are no pages, but a misspelt _column.md is noticed") func underscore() async throws {
    let fixture = Fixture([
      "Content/a/_draft.md": "x", "Content/_x/d.md": "x", "Content/_x/f.pdf": "x", "Content/a/_columns.md": Self.column,
    ])
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == ["a/_columns.md:1:1 1 file-name warning"])
    #expect(library.documents.isEmpty && library.files == ["_x/f.pdf": 1])
  }
}

@Suite("Between documents")
struct CollisionTests {
  private static let document = "---\ntitle: 甲\n---\n"

  @Test("one document stands in one file") func oneFile() async throws {
    let fixture = Fixture(["Content/a/x.md": Self.document, "Content/a/x/index.md": Self.document])
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == ["a/x/index.md:1:1 1 url-collision"])
    #expect(library.findings.map { $0.related.map(\.location.path) } == [["Content/a/x.md"]])
    #expect(library.documents.map(\.frontMatter.path) == ["Content/a/x.md"])
    #expect(library.failedDocuments == ["Content/a/x/index.md"])
  }

  @Test("one number of one issuer belongs to one document") func numbers() async throws {
    func text(_ issuer: String) -> String { "---\ntitle: 甲\nissuer: \(issuer)\n发文字号: 高政发〔2023〕1号\n---\n" }
    let fixture = Fixture([
      "Content/a/x.md": text("高唐县人民政府"), "Content/a/y.md": text("高青县人民政府"),
      "Content/a/z.md": text("[高唐县人民政府, 丙]"),
    ])
    let findings = try await fixture.load().findings
    #expect(findings.map(\.short) == ["a/z.md:4:7 11 duplicate-number"])
    #expect(findings.first?.related.map(\.location.path) == ["Content/a/x.md"])
    #expect(findings.first?.related.first?.location.start == SourcePosition(line: 4, column: 7))
  }

  @Test("one number in two forms, or of a draft, is a warning; one without words is none") func similarNumbers()
    async throws
  {
    func text(_ number: String, _ rest: String = "") -> String {
      "---\ntitle: 甲\nissuer: 乙\n发文字号: \(number)\n\(rest)---\n"
    }
    for (first, second, severities) in [
      (text("财税字〔1994〕001号"), text("财税字〔1994〕1号"), [Severity.warning]),
      (text("高政发〔2023〕1号", "草稿: 是\n"), text("高政发〔2023〕1号", "草稿: 是\n"), [.warning]),
      (text("高政发〔2023〕1号", "草稿: 是\n"), text("高政发〔2023〕1号"), [.warning]),
      (text("高政发〔2023〕1号"), text("高政发〔2023〕1号"), [.error]), (text("2022年第5号"), text("2022年第5号"), []),
    ] {
      let library = try await Fixture(["Content/a/x.md": first, "Content/a/y.md": second]).load()
      #expect(library.findings.filter { $0.rule == "duplicate-number" }.map(\.severity) == severities)
      #expect(library.documents.count == (severities == [.error] ? 1 : 2))
    }
  }

  @Test("a misspelt number is known to be in the library") func failedNumbers() async throws {
    let library = try await Fixture.document("---\ntitle: 甲\n发文字号: 高政发（2023）1号\n---\n").load()
    #expect(library.failedNumbers.map(\.standardText) == ["高政发〔2023〕1号"])
  }
}
