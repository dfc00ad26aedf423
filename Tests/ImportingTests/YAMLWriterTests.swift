import Base
import Disk
import Documents
import Loading
import TestSupport
import Testing

@testable import Importing

@Suite("Front matter as Loading reads it")
struct YAMLWriterTests {
  private static let hostile = [
    "关于甲的通知", "甲: 乙", "甲：乙", "#甲", "甲 #乙", "- 甲", "[甲]", "{甲}", "*甲*", "&甲", "!甲", "%甲", "@甲", "`甲`", "|", ">甲",
    "\"甲\"",
    "'甲'", "甲\"乙'丙", "甲\\乙", "甲'乙", "no", "null", "~", "2023", "2023-08-01", "0x1F", "1e3", "---", "--- 甲", "...", "?",
    "? 甲", ":",
    ": 甲", "甲:", "title: 甲", "“甲”", "‘甲’", "甲, 乙", ",", "=", "<<", "甲 & 乙", "$", "50%", "（甲）", "〔2023〕1号", "\\", "\\n",
    "甲　乙",
    "C:\\公开", "https://a.cn/?a=1&b=2#c", "𠮷", "é", "甲;乙", "\"", "'", "''", "a'b\"c\\d: e #f",
  ]

  @Test("a title with any signs comes back as it was, without a finding", arguments: hostile)
  func scalars(_ text: String) async throws {
    let document = try await read([FrontMatterEntry("title", .scalar(text))])
    #expect(document.library.documents.map(\.title) == [text], "\(document.text)")
    #expect(document.library.findings.filter { $0.rule.hasPrefix("yaml") }.isEmpty, "\(document.text)")
  }

  /// Those that `check` does not take for lists of several.
  private static let words = hostile.filter { !["[甲]", "甲, 乙", "甲;乙"].contains($0) }

  @Test("lists and maps, whatever is in them")
  func lists() async throws {
    let document = try await read([
      FrontMatterEntry("title", .scalar("甲")), FrontMatterEntry("keywords", .list(Self.words.map { .scalar($0) })),
      FrontMatterEntry("issuer", .list([.scalar("甲县民政局"), .scalar("甲县财政局")])),
      FrontMatterEntry(
        "basedOn",
        .list([
          .map([.init("title", .scalar("甲, 乙: \"丙\" [丁]")), .init("documentNumber", .scalar("国发〔2019〕1号"))])
        ])),
    ])
    #expect(document.library.findings.filter { $0.severity == .error } == [], "\(document.text)")
    let read = try #require(document.library.documents.first)
    #expect(read.keywords == Self.words)
    #expect(read.issuers == ["甲县民政局", "甲县财政局"])
    #expect(document.text.contains("issuer: [甲县民政局, 甲县财政局]"))
  }

  @Test("proposals and the source are comments, whatever is in them")
  func comments() async throws {
    let evidence = "本办法自\n2023年 #：施行\u{200B}\u{E000}" + String(repeating: "甲", count: 100)
    let document = try await read(
      [
        FrontMatterEntry("title", .scalar("甲")),
        FrontMatterEntry(
          "repeals", .list([.scalar("甲〔2020〕1号"), .scalar("乙: 丙")]), isProposal: true, evidence: evidence),
      ], name: "通\n知---\u{202E}.docx")
    #expect(document.library.documents.first?.relations.isEmpty == true)
    #expect(document.library.findings.map(\.rule) == [], "\(document.text)")
    #expect(ImportSource.checksum(in: Array(document.text.utf8)[...]) == String(repeating: "a", count: 64))
  }

  private func read(
    _ entries: [FrontMatterEntry], name: String = "a.docx"
  ) async throws -> (text: String, library: Library) {
    let source = ImportSource(name: name, checksum: String(repeating: "a", count: 64))
    let text = FrontMatterWriter(entries, of: source).text + "\n正文。\n"
    let tree = MemoryTree([
      "Content/site.yml":
        "name: 甲\nbaseURL: https://www.a.cn\nsiteIDCode: 1234567890\norganizer: 甲县人民政府\norganizations: [甲县民政局, 甲县财政局]\n",
      "Content/zhengce/_column.md": "---\ntitle: 政策\nkind: plain\n---\n", "Content/zhengce/a.md": text,
    ])
    let kinds = try LayeredTree(["kinds/plain.yml": "label: 普通\nlifecycle: none\nfields:\n  - {key: issuer}\n"])
    return (text, try await loadLibrary(tree: tree, templates: kinds, jobs: 1))
  }
}
