import Testing
import Base

@Suite("ZIP archives")
struct ZIPArchiveTests {
  @Test("are the bytes that the format asks for")
  func bytes() {
    var archive = ZIPArchive()
    archive.add("a", Array("123456789".utf8))
    let bytes = archive.finished()
    // The check value of CRC-32 for these digits.
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
}
