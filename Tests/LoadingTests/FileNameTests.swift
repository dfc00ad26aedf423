import Base
import Documents
import Loading
import Papers
import TestSupport
import Testing

/// Names that computers and people give to files.
@Suite("Names of files")
struct FileNameTests {
  private static let document = "---\ntitle: 甲\n---\n[乙](no.md)\n"

  @Test(
    "left over by editors and systems are not looked at",
    arguments: [
      "~$26-9.docx", "Thumbs.db", "desktop.ini", ".DS_Store", "d.md.bak", "d.md~", "x.tmp", ".~lock.a.docx#",
      "~WRL0001.tmp",
      "__MACOSX/a.md", "a.swp", "表.xlsx.crdownload",
    ])
  func leftOver(name: String) async throws {
    let library = try await Fixture(["Content/a/" + name: "x"]).load()
    #expect(library.findings == [] && library.files.isEmpty)
  }

  @Test(
    "that were meant to be others are read under those",
    arguments: [
      ("x/Index.md", "a/x", "改名为 index.md", "file-name"), ("x/INDEX.MD", "a/x", "改名为 index.md", "file-name"),
      ("2026-9.md.txt", "a/2026-9", "改名为 2026-9.md", "file-extension"),
      ("2026-9.MD", "a/2026-9", "改名为 2026-9.md", "file-extension"),
      ("2026-9.markdown", "a/2026-9", "改名为 2026-9.md", "file-extension"),
      ("2026-9.txt", "a/2026-9", "改名为 2026-9.md", "file-extension"),
    ])
  func meant(name: String, id: String, cure: String, rule: String) async throws {
    let library = try await Fixture(["Content/a/" + name: Self.document]).load()
    #expect(library.findings.map(\.rule) == [rule] && library.findings.first?.cures == [cure])
    #expect(library.findings.first?.location.path == "Content/a/" + name)
    #expect(library.documents.map(\.id.path) == [id])
  }

  @Test("a text file that is no document stays a file") func plain() async throws {
    let library = try await Fixture(["Content/a/说明.txt": "说明：请用 Excel 打开。\n---\n"]).load()
    #expect(library.findings == [] && library.files.keys.sorted() == ["a/说明.txt"])
  }

  @Test("_Column.md is a column with a wrong name") func column() async throws {
    var fixture = Fixture([
      "Content/b/_Column.md": "---\ntitle: 乙\nkind: policy\n---\n", "Content/b/d.md": "---\ntitle: 甲\n---\n",
    ])
    fixture.texts["Content/a/_column.md"] = nil
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == ["b/_Column.md:1:1 1 file-name"])
    #expect(library.documents.map(\.id.path) == ["b/d"])
  }

  @Test("of drafts may be anything, and their numbers those of others") func drafts() async throws {
    let number = "documentNumber: 甲发〔2026〕9号\n"
    let library = try await Fixture([
      "Content/a/x.md": "---\ntitle: 甲\n\(number)---\n", "Content/a/x-修改稿.md": "---\ntitle: 乙\n\(number)草稿: 是\n---\n",
    ]).load()
    #expect(library.findings.map(\.rule).sorted() == ["duplicate-number", "file-name"])
    #expect(library.findings.allSatisfy { $0.severity == .warning } && library.documents.count == 2)
  }

  @Test("in decomposed form are found by the composed one, in every place") func decomposed() async throws {
    let kind = "label: 账\nfields:\n  - {key: rows, label: 表, type: table}\n"
    let library = try await Fixture([
      "Templates/kinds/ledger.yml": kind,
      "Content/a/x/index.md":
        "---\ntitle: 甲\nkind: ledger\nrows: 表Ü.csv\nattachments: [Cafe\u{301}.pdf, 图e\u{301}/か\u{3099}.pdf]\n---\n",
      "Content/a/x/表U\u{308}.csv": "a\n1\n", "Content/a/x/Café.pdf": "x", "Content/a/x/图é/が.pdf": "x",
    ]).load()
    #expect(library.findings == [])
    let document = try #require(library.documents.first)
    #expect(
      document.attachments.map { Array($0.path.utf8) } == ["a/x/Café.pdf", "a/x/图é/が.pdf"].map { Array($0.utf8) })
  }

  @Test("what is wrong with a file does not hide its other mistakes") func faulty() async throws {
    let text = "---\ntitle: 甲\ndocumentNumber: 甲发[2026]9号\nrepeals: 甲发〔2020〕1号\n---\n[乙](no.md)<b>\n"
    let library = try await Fixture.document(text).load()
    #expect(library.findings.map(\.rule) == ["document-number", "raw-html"])
    let document = try #require(library.faulty.first)
    #expect(document.documentNumber == DocumentNumber("甲发〔2026〕9号") && document.relations[.repeals]?.count == 1)
    #expect(
      document.body.targets.map(\.destination) == ["no.md"] && library.failedNumbers == [DocumentNumber("甲发〔2026〕9号")])
  }
}
