import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("The kind files of this repository")
struct KindFileTests {
  @Test("are without mistakes, the eight kinds among them") func files() async throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let site = MemoryTree(["Content/site.yml": Fixture.siteText])
    let library = try await loadLibrary(tree: site, templates: try DiskTree(root: "/\(root)/Templates"), jobs: 1)
    #expect(library.findings.map(\.short) == [])
    let lifecycles = Dictionary(uniqueKeysWithValues: library.kinds.map { ($0.id, $0.lifecycle) })
    let expected: [String: Lifecycle] = [
      "policy": .validity, "normative": .validity, "interpretation": .none, "notice": .none, "question": .none,
      "page": .none, "consultation": .consultation, "publicNotice": .publicNotice,
    ]
    for (id, lifecycle) in expected { #expect(lifecycles[id] == lifecycle) }
  }

  @Test("ask of a normative document what a normative document has") func normative() async throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let site = MemoryTree([
      "Content/site.yml": Fixture.siteText, "Content/a/_column.md": "---\ntitle: 甲\nkind: normative\n---\n",
      "Content/a/d.md": "---\nform: 通知\n---\n",
    ])
    let library = try await loadLibrary(tree: site, templates: try DiskTree(root: "/\(root)/Templates"), jobs: 1)
    #expect(
      library.findings.map { String($0.message.prefix(4)) } == ["发布日期", "发文字号", "发文机关", "成文日期", "标题缺失"])
  }
}
