import Disk
import Foundation
import Publishing
import Synchronization
import TestSupport
import Testing

@Suite("Publishing")
struct PublishTests {
  @Test("writes every file, folders included, and a manifest that verifies")
  func first() throws {
    let scratch = try Scratch()
    let files = ["index.html": "首页", "zhengce/2023-3/index.html": "甲", "zhengce/2023-3/表 1.csv": "a,b\n"]
    let publication = try scratch.publish(files)
    #expect(scratch.published == files)
    #expect(publication.fileCount == 3)
    #expect(publication.isUnchanged == false)
    #expect(publication.troubles == [])
    let (manifest, differences) = try OutputFolder(path: scratch.output).verify()
    #expect(differences == [])
    #expect(manifest.treeHash == publication.treeHash)
    #expect(scratch.stateNames == [])
  }

  @Test("the manifest is these bytes")
  func manifestBytes() throws {
    let scratch = try Scratch()
    try scratch.publish(["b.css": "", "a/页.html": "abc"])
    #expect(
      scratch.text("Output/manifest.json") == """
        {
          "schema": "gongkai-manifest/1",
          "asOf": "2026-11-21",
          "generator": "gongkai test",
          "documents": 1,
          "pages": 2,
          "treeHash": "8d7e4e52e99a1ddb6262c7e76208a10aecf9684c7e236aefebb40514c3c95774",
          "files": [
            {"path": "a/页.html", "bytes": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "mediaType": "text/html"},
            {"path": "b.css", "bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "mediaType": "text/css"}
          ]
        }

        """)
  }

  @Test("gives the same bytes in another folder, in another order, from several tasks")
  func reproducible() async throws {
    let (one, other) = (try Scratch(), try Scratch())
    let files = Dictionary(uniqueKeysWithValues: (0..<300).map { ("d\($0 % 7)/e\($0 % 31)/f\($0).html", "第\($0)页") })
    try one.publish(files)
    let folder = try OutputFolder(path: other.output)
    let staging = try Staging(folder, lock: OutputLock(folder))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (path, text) in files {
        group.addTask { _ = try staging.write(path: path, bytes: Array(text.utf8)) }
      }
      try await group.waitForAll()
    }
    _ = try staging.publish(.sample())
    #expect(other.published == files)
    #expect(one.text("Output/manifest.json") == other.text("Output/manifest.json"))
  }

  @Test("waits for the disk before the switch and after it")
  func syncs() throws {
    let scratch = try Scratch()
    let order = Mutex<[String]>([])
    var calls = SystemCalls.live
    calls.syncFileSystem = { descriptor in
      order.withLock { $0.append("file system") }
      return SystemCalls.live.syncFileSystem(descriptor)
    }
    calls.exchange = { from, to in
      order.withLock { $0.append("exchange") }
      return SystemCalls.live.exchange(from, to)
    }
    calls.syncFile = { descriptor in
      order.withLock { $0.append("folder") }
      return SystemCalls.live.syncFile(descriptor)
    }
    try scratch.publish(["a": "1"])
    try scratch.publish(["a": "2"], calls: calls)
    #expect(order.withLock { $0 } == ["file system", "exchange", "folder", "folder"])
  }

  @Test("an unchanged file is shared with the release before, a changed one is not")
  func links() throws {
    let scratch = try Scratch()
    try scratch.publish(["same": "一", "changed": "二"])
    let (same, changed) = (scratch.inode("Output/same"), scratch.inode("Output/changed"))
    let second = try scratch.publish(["same": "一", "changed": "三", "added": "四"])
    #expect(second.linkedCount == 1)
    #expect(scratch.inode("Output/same") == same)
    #expect(scratch.inode("Output/changed") != changed)
    #expect(scratch.text(".Output.gongkai/release-1/changed") == "二")
  }

  @Test("a file that was changed in Output by hand is written again, not shared")
  func tampered() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "原文", "b": "x"])
    try scratch.write("Output/a", "改文")
    let again = try scratch.publish(["a": "原文", "b": "x"])
    #expect(again.isUnchanged == false)
    #expect(scratch.text("Output/a") == "原文")
  }

  @Test("the same release again leaves Output alone")
  func unchanged() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "x"])
    let before = scratch.inode("Output")
    #expect(try scratch.publish(["a": "x"]).isUnchanged)
    #expect(scratch.inode("Output") == before)
    #expect(scratch.stateNames == [])
    #expect(try !scratch.publish(["a": "x"], asOf: "2026-11-22").isUnchanged)
  }

  @Test("keeps the releases asked for and removes older ones")
  func prunes() throws {
    let scratch = try Scratch()
    for text in ["1", "2", "3", "4", "5"] { try scratch.publish(["a": text]) }
    #expect(scratch.stateNames == ["release-3", "release-4"])
    try scratch.publish(["a": "6"], keeping: 0)
    #expect(scratch.stateNames == [])
  }

  @Test("carries .gitkeep over")
  func gitkeep() throws {
    let scratch = try Scratch()
    try scratch.write("Output/.gitkeep", "")
    try scratch.publish(["a": "x"])
    try scratch.publish(["a": "y"])
    #expect(scratch.published == ["a": "y", ".gitkeep": ""])
    #expect(scratch.stateNames == ["release-1"])
    #expect(try OutputFolder(path: scratch.output).verify().differences == [])
  }

  @Test("keeps files of somebody else for ever, and says so")
  func unknownFiles() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1"])
    try scratch.write("Output/.well-known/验证.txt", "别人的")
    let publication = try scratch.publish(["a": "2"])
    #expect(publication.unknownFiles == [".well-known/验证.txt"])
    #expect(publication.unknownFilesFolder?.hasSuffix("/.Output.gongkai/kept-1") == true)
    for text in ["3", "4", "5", "6"] { try scratch.publish(["a": text]) }
    #expect(scratch.text(".Output.gongkai/kept-1/.well-known/验证.txt") == "别人的")
    #expect(scratch.published == ["a": "6"])
  }

  @Test("a path that leaves the folder is refused", arguments: ["../a", "/a", "a//b", "a/./b", "", "a/..", "a\0b"])
  func escaping(_ path: String) throws {
    let scratch = try Scratch()
    let folder = try OutputFolder(path: scratch.output)
    let staging = try Staging(folder, lock: OutputLock(folder))
    #expect(throws: FileError.self) { try staging.write(path: path, bytes: []) }
  }

  @Test("a path written twice is an error, and nothing is published even if the caller goes on")
  func twice() throws {
    let scratch = try Scratch()
    let folder = try OutputFolder(path: scratch.output)
    let staging = try Staging(folder, lock: OutputLock(folder))
    _ = try staging.write(path: "a", bytes: [1])
    #expect { try staging.write(path: "a", bytes: [2]) } throws: { ($0 as? FileError)?.code == EEXIST }
    #expect(throws: PublishingError.self) { try staging.publish(.sample()) }
    #expect(!scratch.exists("Output"))
    #expect(scratch.stateNames == [])
  }

  @Test("a cancelled task writes and publishes nothing")
  func cancelled() async throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "旧"])
    let folder = try OutputFolder(path: scratch.output)
    let staging = try Staging(folder, lock: OutputLock(folder))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      #expect { try staging.write(path: "a", bytes: [1]) } throws: { ($0 as? FileError)?.isCancellation == true }
      #expect(throws: PublishingError.cancelled) { try staging.publish(.sample()) }
    }
    await task.value
    #expect(scratch.published == ["a": "旧"])
    #expect(scratch.stateNames == [])
  }
}

@Suite("A file system without hard links")
struct NoLinksTests {
  @Test("gets copies", arguments: [EPERM, EMLINK, EOPNOTSUPP])
  func copies(_ code: Int32) throws {
    let scratch = try Scratch()
    var calls = SystemCalls.withoutSync
    calls.link = { _, _ in -code }
    try scratch.publish(["same": "一", "b/changed": "二"], calls: calls)
    let before = scratch.inode("Output/same")
    try scratch.publish(["same": "一", "b/changed": "三"], calls: calls)
    #expect(scratch.published == ["same": "一", "b/changed": "三"])
    #expect(scratch.inode("Output/same") != before)
  }
}
