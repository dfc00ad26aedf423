import Disk
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("A file that is written piece by piece")
struct PiecesTests {
  private func staging(_ scratch: Scratch) throws -> Staging {
    let folder = try OutputFolder(path: scratch.output, disk: Disk(calls: .withoutSync))
    return try Staging(folder, lock: OutputLock(folder))
  }

  private func publish(_ scratch: Scratch, _ pieces: [String], asOf: String) throws {
    let staging = try staging(scratch)
    let record = try staging.write(path: "x/a.zip") { sink throws(FileError) in
      for piece in pieces { try sink.add(Array(piece.utf8)) }
    }
    let all = pieces.joined()
    #expect(record == FileRecord(path: "x/a.zip", byteCount: all.utf8.count, sha256: checksum(of: Array(all.utf8))))
    _ = try staging.publish(.sample(asOf: asOf))
    #expect(scratch.published == ["x/a.zip": all])
  }

  @Test("is what its pieces are, and shared when it is what it was")
  func shared() throws {
    let scratch = try Scratch()
    try publish(scratch, ["甲", "", "乙"], asOf: "2026-11-20")
    let before = scratch.inode("Output/x/a.zip")
    try publish(scratch, ["甲乙"], asOf: "2026-11-21")
    #expect(scratch.inode("Output/x/a.zip") == before)
    try publish(scratch, ["甲", "丙"], asOf: "2026-11-22")
    #expect(scratch.inode("Output/x/a.zip") != before)
  }

  @Test("may hold files of the release, written or shared; one that is not there is an error")
  func members() throws {
    let scratch = try Scratch()
    for day in ["2026-11-20", "2026-11-21"] {
      let staging = try staging(scratch)
      _ = try staging.write(path: "a/b.txt", bytes: Array("旧".utf8))
      var bytes: [UInt8] = []
      try staging.read("a/b.txt") { bytes.append(contentsOf: $0) }
      #expect(String(decoding: bytes, as: UTF8.self) == "旧")
      _ = try staging.publish(.sample(asOf: day))
    }
    let staging = try staging(scratch)
    let error = #expect(throws: FileError.self) {
      try staging.write(path: "x.zip") { sink throws(FileError) in
        try staging.read("a/none.txt") { piece throws(FileError) in try sink.add(piece) }
      }
    }
    #expect(error?.code == ENOENT && error?.operation == "读取" && error?.path.hasSuffix("a/none.txt") == true)
    #expect(throws: PublishingError.self) { try staging.publish(.sample()) }
    #expect(scratch.published == ["a/b.txt": "旧"])
  }
}
