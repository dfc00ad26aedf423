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
    let library = try await loadLibrary(
      tree: site, templates: LayeredTree(DiskTree(root: "/\(root)/Templates")), jobs: 1)
    #expect(library.findings.map(\.short) == [])
    let lifecycles = Dictionary(uniqueKeysWithValues: library.kinds.map { ($0.id, $0.lifecycle) })
    let expected: [String: Lifecycle] = [
      "policy": .validity, "normative": .validity, "interpretation": .none, "notice": .none, "question": .none,
      "page": .none, "consultation": .consultation, "publicNotice": .publicNotice,
    ]
    for (id, lifecycle) in expected { #expect(lifecycles[id] == lifecycle) }
  }

  @Test("may call a kind and its common fields by words of readers") func shownAs() async throws {
    let site = MemoryTree(["Content/site.yml": Fixture.siteText])
    let own = "label: 甲\nshownAs: 乙\nfields:\n  - {key: issuer, shownAs: 答复单位}\n"
    let library = try await loadLibrary(tree: site, templates: LayeredTree(["kinds/k.yml": own]), jobs: 1)
    let kind = try #require(library.kinds.first { $0.id == "k" })
    #expect(library.findings.map(\.short) == [] && kind.readersLabel == "乙")
    #expect(kind.label(of: .issuer) == "答复单位" && kind.label(of: .title) == "标题")
    let wrong = own + "  - {key: own, label: 丙, type: text, shownAs: 丁}\n"
    let faulty = try await loadLibrary(tree: site, templates: LayeredTree(["kinds/k.yml": wrong]), jobs: 1)
    #expect(faulty.findings.map { String($0.message.prefix(9)) } == ["“own”是本类型"])
  }

  @Test("ask of a normative document what a normative document has") func normative() async throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let site = MemoryTree([
      "Content/site.yml": Fixture.siteText, "Content/a/_column.md": "---\ntitle: 甲\nkind: normative\n---\n",
      "Content/a/d.md": "---\nform: 通知\n---\n",
    ])
    let library = try await loadLibrary(
      tree: site, templates: LayeredTree(DiskTree(root: "/\(root)/Templates")), jobs: 1)
    #expect(
      library.findings.map { String($0.message.prefix(4)) } == ["发布日期", "发文字号", "发文机关", "成文日期", "标题缺失"])
  }
}
