import Disk
import Foundation
import TestSupport
import Testing

@Suite struct TreeWatcherTests {
  /// Collects reports until a path is among them; ends by itself when nothing comes, because the test has a limit.
  private func paths(_ changes: AsyncStream<TreeWatcher.Change>, until path: String) async -> Set<String> {
    var seen: Set<String> = []
    for await case .paths(let changed) in changes {
      seen.formUnion(changed)
      if seen.contains(path) { return seen }
    }
    return seen
  }

  @Test(.timeLimit(.minutes(2)))
  func `what is written, replaced, made and removed is reported, in new folders, too`() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("Content/a/b.md", "甲")
    let (changes, feed) = AsyncStream<TreeWatcher.Change>.makeStream()
    let watcher = try TreeWatcher([scratch.root + "/Content"]) { feed.yield($0) }
    let folder = scratch.root + "/Content"
    try scratch.write("Content/a/b.md", "乙")
    #expect(await paths(changes, until: folder + "/a/b.md").contains(folder + "/a/b.md"))
    try scratch.write("Content/c/d/e.md", "甲")
    #expect(await paths(changes, until: folder + "/c/d/e.md").contains(folder + "/c/d/e.md"))
    try scratch.write("Content/c/d/e.md", "乙")
    _ = await paths(changes, until: folder + "/c/d/e.md")
    try FileManager.default.moveItem(atPath: folder + "/a/b.md", toPath: folder + "/a/f.md")
    let moved = await paths(changes, until: folder + "/a/f.md")
    #expect(moved.isSuperset(of: [folder + "/a/b.md", folder + "/a/f.md"]))
    try FileManager.default.removeItem(atPath: folder + "/a/f.md")
    #expect(await paths(changes, until: folder + "/a/f.md").contains(folder + "/a/f.md"))
    withExtendedLifetime(watcher) {}
  }

  @Test func `a folder that is not there has nothing to report`() throws {
    _ = try TreeWatcher([ScratchFolder().root + "/none"]) { _ in }
  }
}
