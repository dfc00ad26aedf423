import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A tree whose entries and failures the test sets.
private struct OddTree: SourceTree {
  let base: MemoryTree
  var more: [TreeEntry] = []
  /// Path → error number that reading it gives.
  var failures: [String: Int32] = [:]
  /// Path → path of the file whose bytes it returns.
  var replaced: [String: String] = [:]

  func entries(under folder: String) throws(FileError) -> [TreeEntry] {
    (try base.entries(under: folder) + more).sorted(by: TreeEntry.byPath)
  }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    if let code = failures[path] { throw FileError("读取", path, code: code) }
    return try base.read(replaced[path] ?? path)
  }
}

@Suite("What stands on a disk")
struct TreeTests {
  private static let texts = [
    "Content/site.yml": Fixture.siteText, "Content/a/_column.md": "---\ntitle: 甲\nkind: page\n---\n",
    "Content/a/d.md": "---\ntitle: 乙\n---\n",
  ]
  private static let templates = ["kinds/page.yml": "label: 普通页面\n"]

  private func load(_ tree: OddTree) async throws -> Library {
    try await loadLibrary(tree: tree, templates: LayeredTree(Self.templates), jobs: 2)
  }

  @Test("a file of 50 MB is not read") func large() async throws {
    var tree = OddTree(base: MemoryTree(Self.texts), failures: ["Content/a/big.md": EIO])
    tree.more = [TreeEntry(path: "Content/a/big.md", kind: .file(byteCount: 50 << 20))]
    let findings = try await load(tree).findings
    #expect(findings.map(\.short) == ["a/big.md:1:1 1 file-size"])
    #expect(findings.first?.message == "文件过大：50 MB，文本文件不得超过 10 MB")
  }

  @Test("a file that has grown meanwhile is not used") func grown() async throws {
    var tree = OddTree(base: MemoryTree(Self.texts.merging(["b.md": String(repeating: "a", count: 11 << 20)]) { $1 }))
    tree.more = [TreeEntry(path: "Content/a/big.md", kind: .file(byteCount: 1))]
    tree.replaced = ["Content/a/big.md": "b.md"]
    let findings = try await load(tree).findings
    #expect(findings.map(\.short) == ["a/big.md:1:1 1 file-size"])
  }

  @Test("links that leave the root, and what is no file, are findings") func odd() async throws {
    var tree = OddTree(base: MemoryTree(Self.texts))
    tree.more = [
      TreeEntry(path: "Content/a/link.md", kind: .link), TreeEntry(path: "Content/a/socket", kind: .other),
      TreeEntry(path: "Content/a", kind: .unreadable(code: EILSEQ)), TreeEntry(path: "Content/a/.git", kind: .other),
    ]
    #expect(
      try await load(tree).findings.map(\.short) == [
        "a:1:1 1 file-name", "a/link.md:1:1 1 symlink-outside", "a/socket:1:1 1 special-file",
      ])
  }

  @Test("what the system refuses is an error with its path, and no finding", arguments: [EACCES, EIO])
  func refused(code: Int32) async throws {
    for path in Self.texts.keys {
      let tree = OddTree(base: MemoryTree(Self.texts), failures: [path: code])
      await #expect(throws: FileError("读取", path, code: code)) { try await load(tree) }
    }
    var tree = OddTree(base: MemoryTree(Self.texts))
    tree.more = [TreeEntry(path: "Content/x", kind: .unreadable(code: code))]
    await #expect(throws: FileError("读取", "Content/x", code: code)) { try await load(tree) }
  }

  @Test("a file that may not be read is a finding about it, and only its document fails") func forbidden() async throws
  {
    var texts = Self.texts
    texts["Content/a/x/index.md"] = "---\ntitle: 丙\nattachments: [f.txt]\n---\n"
    var tree = OddTree(base: MemoryTree(texts))
    tree.more = ["Content/a/x/f.txt", "Content/a/e.md"].map { TreeEntry(path: $0, kind: .forbidden) }
    let library = try await load(tree)
    #expect(
      library.findings.map(\.short) == [
        "a/e.md:1:1 1 unreadable-file", "a/x/f.txt:1:1 1 unreadable-file", "a/x/index.md:3:15 5 unreadable-file",
      ])
    #expect(library.documents.map(\.id.path) == ["a/d"])
    #expect(library.failedDocuments == ["Content/a/e.md", "Content/a/x/f.txt", "Content/a/x/index.md"])
  }

  @Test("settings that may not be read are one finding") func forbiddenSite() async throws {
    var tree = OddTree(base: MemoryTree(Self.texts.filter { $0.key != "Content/site.yml" }))
    tree.more = [TreeEntry(path: "Content/site.yml", kind: .forbidden)]
    let library = try await load(tree)
    #expect(library.findings.map(\.short) == ["site.yml:1:1 1 unreadable-file"] && library.failedDocuments.isEmpty)
  }

  @Test("no Content, no site.yml, no kinds") func missing() async throws {
    let empty = try await loadLibrary(
      tree: MemoryTree([:] as [String: String]), templates: LayeredTree(Self.templates), jobs: 1)
    #expect(empty.findings.map(\.short) == ["Content:1:1 1 missing-content"])
    let noSite = MemoryTree(Self.texts.filter { $0.key != "Content/site.yml" })
    #expect(
      try await loadLibrary(tree: noSite, templates: LayeredTree(Self.templates), jobs: 1).findings.map(\.short)
        == ["site.yml:1:1 1 missing-site"])
    let noKinds = try await loadLibrary(
      tree: MemoryTree(Self.texts), templates: LayeredTree([:] as [String: String]), jobs: 1)
    #expect(noKinds.findings.map(\.short) == ["Templates/kinds:1:1 1 missing-kinds"])
  }

  @Test("progress counts every document once") func progress() async throws {
    var texts = Self.texts
    for number in 0..<100 { texts["Content/a/n\(number).md"] = "---\ntitle: 乙\n---\n" }
    var steps: [Int] = []
    _ = try await loadLibrary(
      tree: MemoryTree(texts), templates: LayeredTree(Self.templates), jobs: 3,
      progress: { done, total in
        steps.append(done)
        #expect(total == 101)
      })
    #expect(steps == steps.sorted() && steps.last == 101 && steps.count > 1)
  }
}
