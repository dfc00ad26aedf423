import Disk
import Foundation
import TestSupport
import Testing

@Suite("A file without a name")
struct ScratchFileTests {
  @Test("gives back every piece, and nobody else sees it")
  func pieces() throws {
    let folder = try ScratchFolder()
    let file = try ScratchFile(in: folder.root)
    let pieces = [[UInt8]("甲".utf8), [], [UInt8](repeating: 7, count: 300_000), [1, 2]]
    let places = try pieces.map { try file.add($0) }
    for (piece, place) in zip(pieces, places).reversed() { #expect(try file.piece(at: place) == piece) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root) == [])
  }

  @Test("says what is wrong with the folder or the disk")
  func faults() throws {
    let folder = try ScratchFolder()
    #expect { try ScratchFile(in: folder.root + "/none") } throws: { ($0 as? FileError)?.code == ENOENT }
    var calls = SystemCalls.live
    calls.writeAt = { _, _, _ in Int(-ENOSPC) }
    calls.readAt = { _, _, _ in 0 }
    let file = try ScratchFile(in: folder.root, disk: Disk(calls: calls))
    #expect { _ = try file.add([1]) } throws: { ($0 as? FileError)?.code == ENOSPC }
    #expect { _ = try file.piece(at: 0..<1) } throws: { ($0 as? FileError)?.code == EIO }
  }
}
