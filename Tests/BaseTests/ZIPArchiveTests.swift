import Testing
import Base

@Suite("ZIP archives")
struct ZIPArchiveTests {
  @Test("are the bytes that the format asks for")
  func bytes() {
    var (archive, sum) = (ZIPArchive(), CRC32())
    for piece in ["1234", "", "56789"] { Array(piece.utf8).withUnsafeBytes { sum.add($0) } }
    let header = archive.header(of: "a", byteCount: 9, checksum: sum.value)
    let bytes = (header ?? []) + Array("123456789".utf8) + archive.finished()
    // The published CRC-32 check value for these digits.
    let shared: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 33, 0, 0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0]
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + shared + [0x61] + Array("123456789".utf8)
    let directory: [UInt8] =
      [0x50, 0x4B, 1, 2, 20, 0] + shared + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + [0x61]
    let end: [UInt8] = [
      0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(directory.count), 0, 0, 0, UInt8(local.count), 0, 0, 0, 0, 0,
    ]
    #expect(bytes == local + directory + end)
  }

  @Test("may be empty")
  func empty() { #expect(ZIPArchive().finished() == [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)) }

  @Test("refuse what would make them larger than the format allows, and stay whole")
  func limits() {
    var archive = ZIPArchive()
    // A header of 31 bytes, a directory entry of 47, and 22 at the end.
    let room = ZIPArchive.mostBytes - 31 - 47 - 22
    let sizes = [ZIPArchive.mostBytes + 1, ZIPArchive.mostBytes, room + 1, room, 0]
    let headers = sizes.map { archive.header(of: "a", byteCount: $0, checksum: 0)?.count }
    #expect(headers == [nil, nil, nil, 31, nil])
    #expect(archive.finished().count == 69)
    var many = ZIPArchive()
    let count = (0...ZIPArchive.mostFiles).count { many.header(of: "\($0)", byteCount: 0, checksum: 0) != nil }
    #expect(count == ZIPArchive.mostFiles)
  }
}
