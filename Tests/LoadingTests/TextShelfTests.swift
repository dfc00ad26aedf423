import Documents
import Foundation
import Loading
import TestSupport
import Testing

@Suite("Texts that are too many for memory")
struct TextShelfTests {
  private static let files: [String: String] = [
    "Content/a/d/index.md": "---\ntitle: 甲\n施行日期: 2020-01-01\n---\n第一条 甲甲。\n\n见[乙](../e.md)。\n",
    "Content/a/d/versions/2024-01-01.md": "---\nby: 澜政发〔2023〕1号\n---\n第一条 乙乙。\n",
    "Content/a/e.md": "---\ntitle: 乙\n---\n没有条。\n", "Content/a/f.md": "---\ntitle: 丙\n---\n",
  ]

  private static func library(_ shelf: TextShelf?) async throws -> [Document] {
    let fixture = Fixture(files)
    return try await loadLibrary(tree: fixture.tree, templates: fixture.templates, jobs: 2, shelf: shelf).documents
  }

  @Test("are read back as they were, and what is asked of every document stays in memory")
  func same() async throws {
    let folder = try ScratchFolder()
    let kept = try await Self.library(nil)
    let shelved = try await Self.library(TextShelf(in: [folder.root + "/none", folder.root], limit: 0))
    #expect(kept.map(\.id) == shelved.map(\.id) && kept.count == 3)
    for (one, other) in zip(kept, shelved) {
      for (first, second) in zip([one.body] + one.texts.map(\.body), [other.body] + other.texts.map(\.body)) {
        #expect(first.text == second.text)
        #expect((first.isEmpty, first.hasArticles) == (second.isEmpty, second.hasArticles))
        #expect(first.targets == second.targets && first.fingerprint == second.fingerprint)
      }
    }
    // Its first text is the one of its own file, in the same place.
    #expect(shelved[0].texts.count == 2 && shelved[0].texts[0].body === shelved[0].body)
  }

  @Test("stay in memory up to the limit, and where no file can be made")
  func inMemory() async throws {
    let folder = try ScratchFolder()
    let kept = try await Self.library(nil)
    for shelf in [TextShelf(in: [folder.root]), TextShelf(in: [folder.root + "/none"], limit: 0)] {
      let library = try await Self.library(shelf)
      #expect(library.map(\.body.text) == kept.map(\.body.text))
    }
  }
}
