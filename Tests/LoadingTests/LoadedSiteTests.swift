import Base
import Disk
import Documents
import Loading
import TestSupport
import Testing

/// Reading again after an edit gives what reading everything gives.
@Suite struct LoadedSiteTests {
  private static let start: [String: String] = [
    "Content/a/d.md": "---\ntitle: 甲\ndocumentNumber: 安政发〔2023〕4号\n---\n正文。\n",
    "Content/a/e.md": "---\ntitle: 乙\nrepeals: [安政发〔2023〕4号]\n---\n正文。\n",
    "Content/a/f/index.md": "---\ntitle: 丙\nattachments: [g.pdf]\n---\n正文。\n", "Content/a/f/g.pdf": "%PDF-1.4",
  ]

  private func expectSame(_ a: Library, _ b: Library, _ edit: String) {
    #expect(a.findings == b.findings, "\(edit)")
    #expect(a.documents.map(\.id) == b.documents.map(\.id), "\(edit)")
    #expect(a.documents.map(\.title) == b.documents.map(\.title), "\(edit)")
    #expect(a.faulty.map(\.id) == b.faulty.map(\.id), "\(edit)")
    #expect(a.failedDocuments == b.failedDocuments && a.failedNumbers == b.failedNumbers, "\(edit)")
    #expect(a.files == b.files && a.columns.map(\.path) == b.columns.map(\.path), "\(edit)")
    #expect(a.checked == b.checked && a.kinds.map(\.id) == b.kinds.map(\.id), "\(edit)")
  }

  @Test func `edits one after the other`() async throws {
    var fixture = Fixture(Self.start)
    let edits: [(path: String, text: String?)] = [
      ("Content/a/d.md", "---\ntitle: 甲二\ndocumentNumber: 安政发〔2023〕4号\n---\n正文。\n"),
      // A mistake, and its cure; a number twice, and once again.
      ("Content/a/d.md", "---\ntitle: 甲\nnumber\n---\n正文。\n"), ("Content/a/d.md", "---\ntitle: 甲\n---\n正文。\n"),
      ("Content/a/h.md", "---\ntitle: 丁\ndocumentNumber: 安政发〔2023〕4号\n---\n正文。\n"),
      ("Content/a/e.md", "---\ntitle: 乙\ndocumentNumber: 安政发〔2023〕4号\n---\n正文。\n"), ("Content/a/e.md", nil),
      // What other files depend on.
      ("Content/a/f/g.pdf", nil), ("Content/a/f/g.pdf", "%PDF-1.5 更长"),
      ("Content/a/_column.md", "---\ntitle: 政策二\nkind: page\n---\n"), ("Content/a/_column.md", nil),
      ("Content/a/_column.md", "---\ntitle: 政策\nkind: policy\n---\n"),
      ("Content/site.yml", Fixture.siteText + "topics: [农业]\n"),
      ("Content/a/d.md", "---\ntitle: 甲\ntopics: 农业\n---\n正文。\n"), ("Content/site.yml", Fixture.siteText),
      // One address twice.
      ("Content/a/f.md", "---\ntitle: 戊\n---\n正文。\n"), ("Content/a/f.md", nil),
      ("Content/b/x.md", "---\ntitle: 己\nkind: page\n---\n正文。\n"),
    ]
    var loaded = try await fixture.loaded()
    for edit in edits {
      fixture.texts[edit.path] = edit.text
      loaded = try await loaded.after([edit.path], tree: fixture.tree, templates: fixture.templates)
      try await expectSame(loaded.library, fixture.loaded().library, "\(edit)")
    }
  }
}
