import Disk
import Foundation
import TestSupport
import Testing

private typealias Scratch = ScratchFolder

@Suite("A tree on disk")
struct DiskTreeTests {
  @Test("lists what is below a folder, sorted by bytes, and reads it")
  func lists() throws {
    let scratch = try Scratch()
    for path in ["Content/b.md", "Content/a/z.md", "Content/a.md", "Content/政策/一.md", "other.md"] {
      try scratch.write(path, path)
    }
    let tree = try DiskTree(root: scratch.root)
    #expect(
      try tree.entries(under: "Content").map(\.path)
        == ["Content/a", "Content/a.md", "Content/a/z.md", "Content/b.md", "Content/政策", "Content/政策/一.md"])
    #expect(String(decoding: try tree.read("Content/政策/一.md"), as: UTF8.self) == "Content/政策/一.md")
    #expect(try tree.entries(under: "nothing") == [])
  }

  @Test("gives names in composed form, and reads them by the form on disk")
  func composition() throws {
    let scratch = try Scratch()
    for path in ["Content/图e\u{301}/か\u{3099}.txt", "Content/\u{F90A}.txt"] { try scratch.write(path, path) }
    let tree = try DiskTree(root: scratch.root)
    let paths = try tree.entries(under: "Content").map(\.path)
    let expected = ["Content/图é", "Content/图é/が.txt", "Content/金.txt"]
    #expect(paths.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    for path in paths.dropFirst() { #expect(try tree.read(path).isEmpty == false) }
    #expect { try tree.read("Content/图é/none.txt") } throws: { ($0 as? FileError)?.code == ENOENT }
  }

  @Test("names that differ only in composition are told apart as duplicates")
  func duplicates() throws {
    let scratch = try Scratch()
    for path in ["Content/é.txt", "Content/e\u{301}.txt"] { try scratch.write(path, path) }
    let entries = try DiskTree(root: scratch.root).entries(under: "Content")
    #expect(entries.map(\.path) == ["Content/é.txt", "Content/é.txt"])
    #expect(entries.count { $0.kind == .duplicate } == 1)
  }

  @Test("agrees with a tree in memory")
  func memory() throws {
    let scratch = try Scratch()
    let texts = ["Content/a/b/c.md": "甲", "Content/x.md": "", "Content/a/y.md": "乙"]
    for (path, text) in texts { try scratch.write(path, text) }
    let disk = try DiskTree(root: scratch.root)
    let memory = MemoryTree(texts)
    #expect(try disk.entries(under: "Content") == memory.entries(under: "Content"))
    for path in texts.keys { #expect(try disk.read(path) == memory.read(path)) }
    for tree in [disk, memory] as [any SourceTree] {
      #expect { try tree.read("Content/none.md") } throws: { ($0 as? FileError)?.code == ENOENT }
    }
  }

  @Test("follows no link, wherever it leads")
  func symbolicLinks() throws {
    let scratch = try Scratch()
    try scratch.write("site/Content/a.md", "x")
    try scratch.write("site/Content/folder/b.md", "x")
    try scratch.write("secret.md", "x")
    let content = scratch.root + "/site/Content/"
    let links = [
      ("a.md", "inside.md"), ("../../secret.md", "outside.md"), ("/etc", "etc"), ("none", "dangling.md"),
      (".", "cycle"), ("folder", "again"),
    ]
    for (target, name) in links { #expect(symlink(target, content + name) == 0) }
    let tree = try DiskTree(root: scratch.root + "/site")
    let entries = try tree.entries(under: "Content").filter { $0.kind == .link }
    #expect(entries.map { String($0.path.dropFirst(8)) } == links.map(\.1).sorted())
    for path in ["inside.md", "outside.md", "etc/passwd", "cycle/a.md", "again/b.md"] {
      #expect { try tree.read("Content/" + path) } throws: {
        [ELOOP, ENOTDIR].contains(($0 as? FileError)?.code)
      }
    }
  }

  @Test("a folder at the top may be a link, if it is said to be one, and stays what it was when opened")
  func entrance() throws {
    let scratch = try Scratch()
    try scratch.write("share/a.md", "x")
    try scratch.write("other/a.md", "y")
    try scratch.write("site/site.txt", "")
    #expect(symlink("../share", scratch.root + "/site/Content") == 0)
    #expect(throws: FileError.self) { try DiskTree(root: scratch.root + "/site").read("Content/a.md") }
    let tree = try DiskTree(root: scratch.root + "/site", entrance: "Content")
    #expect(try tree.entries(under: "Content").map(\.path) == ["Content/a.md"])
    #expect(unlink(scratch.root + "/site/Content") == 0)
    #expect(symlink("../other", scratch.root + "/site/Content") == 0)
    #expect(try tree.read("Content/a.md") == Array("x".utf8))
    #expect(try DiskTree(root: scratch.root + "/site", entrance: "none").entries(under: "none") == [])
  }

  @Test("nothing leads out of the tree by its path, and no pipe holds the reader")
  func paths() throws {
    let scratch = try Scratch()
    try scratch.write("site/a/b.md", "x")
    try scratch.write("secret.md", "x")
    #expect(mkfifo(scratch.root + "/site/pipe", 0o644) == 0)
    let tree = try DiskTree(root: scratch.root + "/site")
    for (path, code) in [
      ("../secret.md", EINVAL), ("a/../../secret.md", EINVAL), ("a/b.md/c", ENOTDIR), ("pipe", EISDIR),
      ("none", ENOENT),
    ] {
      #expect { try tree.read(path) } throws: { $0 as? FileError == FileError("读取", path, code: code) }
    }
  }

  @Test("refuses a root that is missing or a file")
  func roots() throws {
    let scratch = try Scratch()
    try scratch.write("file", "")
    #expect { try DiskTree(root: scratch.root + "/none") } throws: { ($0 as? FileError)?.code == ENOENT }
    #expect { try DiskTree(root: scratch.root + "/file") } throws: { ($0 as? FileError)?.code == ENOTDIR }
  }

  @Test("names that are not UTF-8 are reported, not lost")
  func badName() throws {
    let scratch = try Scratch()
    try scratch.write("Content/a.md", "")
    var name =
      Array((scratch.root + "/Content/").utf8CString.dropLast()) + [
        CChar(bitPattern: 0xC4), CChar(bitPattern: 0xE3), 0,
      ]
    #expect(mkdir(&name, 0o755) == 0)
    #expect(
      try DiskTree(root: scratch.root).entries(under: "Content").map(\.kind).contains(.unreadable(code: EILSEQ)))
    rmdir(&name)
  }
}

@Suite("Changes to a disk")
struct DiskTests {
  @Test("a new file makes its folders and never overwrites")
  func writeNew() throws {
    let scratch = try Scratch()
    let disk = Disk()
    let path = scratch.root + "/a/b/c/d.txt"
    try disk.writeNew(path, Array("x".utf8))
    #expect(try disk.read(path) == Array("x".utf8))
    #expect { try disk.writeNew(path, []) } throws: { ($0 as? FileError)?.code == EEXIST }
    #expect(try disk.read(path) == Array("x".utf8))
    #expect(try disk.read(scratch.root + "/none") == nil)
  }

  @Test("nothing is written or read through a symbolic link")
  func links() throws {
    let scratch = try Scratch()
    try scratch.write("target", "原文")
    #expect(symlink("target", scratch.root + "/link") == 0)
    #expect { try Disk().writeNew(scratch.root + "/link", [1]) } throws: { ($0 as? FileError)?.code == EEXIST }
    #expect { try Disk().read(scratch.root + "/link") } throws: { ($0 as? FileError)?.code == ELOOP }
    #expect(!Disk().holds(scratch.root + "/link", Array("原文".utf8)))
    #expect(Disk().holds(scratch.root + "/target", Array("原文".utf8)))
  }

  @Test("removing a tree removes links, not what they point at")
  func removeTree() throws {
    let scratch = try Scratch()
    try scratch.write("keep/a", "x")
    try scratch.write("tree/b/c", "x")
    #expect(symlink("../keep", scratch.root + "/tree/link") == 0)
    try Disk().removeTree(scratch.root + "/tree")
    #expect(try Disk().files(below: scratch.root) == ["keep/a"])
    try Disk().removeTree(scratch.root + "/tree")
  }

  @Test("contents are compared to the last byte", arguments: [0, 1, 131_071, 131_072, 131_073, 300_000])
  func holds(_ size: Int) throws {
    let scratch = try Scratch()
    let path = scratch.root + "/a"
    let bytes = [UInt8](repeating: 7, count: size)
    try Disk().writeNew(path, bytes)
    #expect(Disk().holds(path, bytes))
    #expect(!Disk().holds(path, bytes + [7]))
    if size > 0 {
      #expect(!Disk().holds(path, Array(bytes.dropLast()) + [8]))
      #expect(!Disk().holds(path, [8] + bytes.dropFirst()))
    }
  }

  @Test("a write that the system takes in small pieces is whole, one that it refuses is an error")
  func pieces() throws {
    let scratch = try Scratch()
    var calls = SystemCalls.live
    calls.write = { SystemCalls.live.write($0, UnsafeRawBufferPointer(rebasing: $1.prefix(3))) }
    try Disk(calls: calls).writeNew(scratch.root + "/a", Array("一二三四五".utf8))
    #expect(try Disk().read(scratch.root + "/a") == Array("一二三四五".utf8))
    calls.write = { _, _ in Int(-ENOSPC) }
    #expect(throws: FileError("写入", scratch.root + "/b", code: ENOSPC)) {
      try Disk(calls: calls).writeNew(scratch.root + "/b", [1])
    }
  }

  @Test("two folders change places in one step")
  func exchange() throws {
    let scratch = try Scratch()
    try scratch.write("a/1", "")
    try scratch.write("b/2", "")
    #expect(try Disk().exchange(scratch.root + "/a", scratch.root + "/b"))
    #expect(try Disk().files(below: scratch.root) == ["a/2", "b/1"])
  }

  @Test("messages are Chinese for what happens in practice")
  func messages() {
    #expect(FileError("写入", "Output/a", code: ENOSPC).message == "无法写入 Output/a：磁盘已满")
    for code in [ENOENT, EACCES, ENOTDIR, EISDIR, EEXIST, EIO, EROFS, EBUSY, EXDEV, EINVAL, ENOTEMPTY, ECANCELED] {
      #expect(!FileError("x", "y", code: code).message.contains(String(cString: strerror(code))))
    }
  }
}
