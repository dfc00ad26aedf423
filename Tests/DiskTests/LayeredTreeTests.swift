import Disk
import Glibc
import TestSupport
import Testing

@Suite("Folders laid over each other")
struct LayeredTreeTests {
  private static func tree() throws -> LayeredTree {
    try LayeredTree([
      .init("Templates", MemoryTree(["home.mustache": "mine", "own.mustache": "added"])),
      .init("/usr/share/T", MemoryTree(["home.mustache": "theirs", "kinds/a.yml": "a", "z.mustache": "z"])),
    ])
  }

  @Test("have each file once, from the topmost that has it") func files() throws {
    let tree = try Self.tree()
    #expect(
      tree.entries(under: "").map(\.path) == ["home.mustache", "kinds", "kinds/a.yml", "own.mustache", "z.mustache"])
    #expect(tree.entries(under: "kinds").map(\.path) == ["kinds/a.yml"])
    #expect(try String(decoding: tree.read("home.mustache"), as: UTF8.self) == "mine")
    #expect(try String(decoding: tree.read("kinds/a.yml"), as: UTF8.self) == "a")
  }

  @Test("name a file by the folder that it is in") func names() throws {
    let tree = try Self.tree()
    #expect(tree.shownPath("home.mustache") == "Templates/home.mustache")
    #expect(tree.shownPath("z.mustache") == "/usr/share/T/z.mustache")
    #expect(tree.shownPath("none") == "Templates/none")
    #expect(throws: FileError("读取", "Templates/none", code: ENOENT)) { try tree.read("none") }
  }

  @Test("tell what covers a file, and what is added") func layers() throws {
    let tree = try Self.tree()
    #expect(["home.mustache", "own.mustache", "z.mustache"].map(tree.isLaidOver) == [true, true, false])
    #expect(["home.mustache", "own.mustache", "z.mustache"].map(tree.isAdded) == [false, true, false])
  }

  @Test("never show a file through what the site has put in its place") func link() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a/home.mustache", "theirs")
    try scratch.write("b/x", "")
    #expect(symlink("../a/home.mustache", scratch.root + "/b/home.mustache") == 0)
    let tree = try LayeredTree([
      .init("B", DiskTree(root: scratch.root + "/b")), .init("A", DiskTree(root: scratch.root + "/a")),
    ])
    #expect(tree.entries(under: "").first == TreeEntry(path: "home.mustache", kind: .link))
    #expect(throws: FileError("读取", "B/home.mustache", code: ELOOP)) { try tree.read("home.mustache") }
  }
}
