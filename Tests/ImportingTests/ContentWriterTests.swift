import Disk
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Importing

@Suite("Writing into Content")
struct ContentWriterTests {
  private static let files: [(name: String, bytes: [UInt8])] = [("index.md", Array("甲".utf8)), ("a.png", [1, 2, 3])]

  private func site() throws -> ScratchFolder {
    let site = try ScratchFolder()
    try site.write("Content/zhengce/_column.md", "x")
    return site
  }

  private func names(_ site: ScratchFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.root + "/Content/zhengce").sorted()
  }

  @Test("a document is there with all its files")
  func writes() throws {
    let site = try site()
    try ContentWriter(root: site.root).write("zhengce/2026-1", Self.files)
    #expect(site.text("Content/zhengce/2026-1/index.md") == "甲")
    #expect(try names(site) == ["2026-1", "_column.md"])
  }

  @Test("whatever call fails, nothing is left, or everything is there", arguments: 1...40)
  func fails(_ number: Int) throws {
    let site = try site()
    let count = Mutex(0)
    @Sendable func fault() -> Int32? {
      count.withLock { count in
        count += 1
        return count == number ? -ENOSPC : nil
      }
    }
    let live = SystemCalls.live
    var calls = live
    calls.write = { descriptor, bytes in
      guard let fault = fault() else { return live.write(descriptor, bytes) }
      _ = live.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(1)))
      return Int(fault)
    }
    calls.makeFolder = { path, mode in fault() ?? live.makeFolder(path, mode) }
    calls.syncFile = { descriptor in fault() ?? live.syncFile(descriptor) }
    calls.rename = { from, to in fault() ?? live.rename(from, to) }
    let writer = try ContentWriter(root: site.root, disk: Disk(calls: calls))
    do throws(FileError) {
      try writer.write("zhengce/2026-1", Self.files)
    } catch {
      #expect(error.code == ENOSPC)
    }
    let isWhole = site.text("Content/zhengce/2026-1/index.md") == "甲"
    #expect(try names(site) == (isWhole ? ["2026-1", "_column.md"] : ["_column.md"]))
  }

  @Test("nothing is overwritten", arguments: ["2026-1/x", "2026-1.md"])
  func exists(_ path: String) throws {
    let site = try site()
    try site.write("Content/zhengce/" + path, "原有")
    let writer = try ContentWriter(root: site.root)
    let error = #expect(throws: FileError.self) { try writer.write("zhengce/2026-1", Self.files) }
    #expect(error?.code == EEXIST)
    #expect(site.text("Content/zhengce/" + path) == "原有")
    #expect(try names(site).count == 2)
  }

  @Test("a column that is a link is not written into")
  func links() throws {
    let site = try site()
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/link", withDestinationPath: site.root + "/Content/zhengce")
    let writer = try ContentWriter(root: site.root)
    let error = #expect(throws: FileError.self) { try writer.write("link/2026-1", Self.files) }
    #expect(error?.code == ELOOP)
  }

  @Test("one at a time, and what another has left goes")
  func lock() throws {
    let site = try site()
    try site.write("Content/zhengce/.gongkai-import/index.md", "半")
    do {
      let writer = try ContentWriter(root: site.root)
      #expect(throws: ContentWriter.Busy.self) { try ContentWriter(root: site.root) }
      try writer.clearLeftovers(in: "zhengce")
    }
    #expect(try names(site) == ["_column.md"])
    #expect(throws: Never.self) { try ContentWriter(root: site.root) }
  }
}
