import Disk
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Copying an attachment")
struct CopyTests {
  private func staging(_ scratch: Scratch, _ calls: SystemCalls = .withoutSync) throws -> Staging {
    let folder = try OutputFolder(path: scratch.output, disk: Disk(calls: calls))
    return try Staging(folder, lock: OutputLock(folder))
  }

  private func publish(_ scratch: Scratch, asOf: String) throws {
    let staging = try staging(scratch)
    _ = try staging.copy(scratch.open("a.pdf"), to: "x/a.pdf")
    _ = try staging.publish(.sample(asOf: asOf))
  }

  @Test(
    "takes the bytes as they are, at sizes around the length of a piece", arguments: [0, 1, 131_072, 131_073, 400_000])
  func sizes(_ size: Int) throws {
    let scratch = try Scratch()
    let text = String(repeating: "甲", count: size / 3) + String(repeating: "x", count: size % 3)
    try scratch.write("表.xlsx", text)
    let staging = try staging(scratch)
    let record = try staging.copy(scratch.open("表.xlsx"), to: "a/表.xlsx")
    #expect(record == FileRecord(path: "a/表.xlsx", byteCount: size, sha256: checksum(of: Array(text.utf8))))
    _ = try staging.publish(.sample())
    #expect(scratch.published == ["a/表.xlsx": text])
  }

  @Test("shares an unchanged one with the release before")
  func shared() throws {
    let scratch = try Scratch()
    try scratch.write("a.pdf", "内容")
    try publish(scratch, asOf: "2026-11-20")
    let before = scratch.inode("Output/x/a.pdf")
    try publish(scratch, asOf: "2026-11-21")
    #expect(scratch.inode("Output/x/a.pdf") == before)
    try scratch.write("a.pdf", "内客")
    try publish(scratch, asOf: "2026-11-22")
    #expect(scratch.published == ["x/a.pdf": "内客"])
  }

  @Test("that grows while it is read is an error")
  func changing() throws {
    let scratch = try Scratch()
    try scratch.write("a.pdf", "内容")
    let source = scratch.root + "/a.pdf"
    var calls = SystemCalls.live
    calls.read = { descriptor, room in
      let count = SystemCalls.live.read(descriptor, room)
      if count > 0, let file = FileHandle(forWritingAtPath: source), room[0] == 0xE5 {
        _ = try? file.seekToEnd()
        file.write(Data("x".utf8))
      }
      return count
    }
    let staging = try staging(scratch, calls)
    #expect { try staging.copy(scratch.open("a.pdf"), to: "a.pdf") } throws: { ($0 as? FileError)?.code == EBUSY }
  }
}

extension ScratchFolder {
  fileprivate func open(_ path: String) throws -> SourceFile { try DiskTree(root: root).open(path) }
}
