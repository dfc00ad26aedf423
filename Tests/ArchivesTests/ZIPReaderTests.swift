@testable import Archives
import Base
import TestSupport
import Testing

struct ZIPReaderTests {
  /// Made by Python's zipfile: `a.txt` deflated, 1,000 times 甲; `夹/b.txt` stored, “乙”.
  private static let deflated: [UInt8] = Hex.bytes(
    """
    504b0304140000000800000021003450f97c19000000b80b000005000000612e747874edc2310d00000c0320ff7f95d4546d\
    ccc60e084ba7aaaafe7e504b0304140000080000000021007f9f7eed030000000300000009000000e5a4b92f622e747874e4\
    b999504b01021403140000000800000021003450f97c19000000b80b0000050000000000000000000000800100000000612e\
    747874504b01021403140000080000000021007f9f7eed030000000300000009000000000000000000000080013c000000e5\
    a4b92f622e747874504b050600000000020002006a000000660000000000
    """)

  @Test func `a file is read, stored or deflated`() throws {
    var archive = try ZIPReader(Self.deflated)
    #expect(archive.entries.map(\.name) == ["a.txt", "夹/b.txt"])
    #expect(try archive.read("a.txt") == Array(String(repeating: "甲", count: 1000).utf8))
    #expect(try archive.read("夹/b.txt") == Array("乙".utf8))
    #expect(throws: ZIPReader.Fault.missing) { try archive.read("c") }
  }

  /// Each is no archive at all, or one that asks for more than it may.
  @Test func `an archive cut off anywhere is damaged, and never read beyond its end`() {
    for count in 0..<Self.deflated.count {
      #expect(throws: ZIPReader.Fault.self) { _ = try ZIPReader(Array(Self.deflated.prefix(count))) }
    }
  }

  @Test func `no byte that is changed makes it trap, and no text comes out that is not that of the checksum`() {
    for index in Self.deflated.indices {
      for value: UInt8 in [0, 0x7F, 0xFF, Self.deflated[index] ^ 1] {
        var bytes = Self.deflated
        bytes[index] = value
        guard var archive = try? ZIPReader(bytes) else { continue }
        for entry in archive.entries {
          guard let text = try? archive.read(entry), entry.name == "a.txt" else { continue }
          #expect(text == Array(String(repeating: "甲", count: 1000).utf8) || bytes[index] != Self.deflated[index])
        }
      }
    }
  }

  @Test func `what a file may become has a limit, alone and with the others, and so has its ratio`() throws {
    var limits = ZIPReader.Limits()
    limits.file = 2999
    var archive = try ZIPReader(Self.deflated, limits: limits)
    #expect(throws: ZIPReader.Fault.tooLarge) { try archive.read("a.txt") }
    limits = ZIPReader.Limits()
    limits.total = 3002
    archive = try ZIPReader(Self.deflated, limits: limits)
    #expect(try archive.read("a.txt").count == 3000)
    #expect(throws: ZIPReader.Fault.tooLarge) { try archive.read("夹/b.txt") }
    limits = ZIPReader.Limits()
    (limits.freeBytes, limits.ratio) = (100, 10)
    archive = try ZIPReader(Self.deflated, limits: limits)
    #expect(throws: ZIPReader.Fault.tooLarge) { try archive.read("a.txt") }
    limits = ZIPReader.Limits()
    limits.entries = 1
    #expect(throws: ZIPReader.Fault.tooLarge) { try ZIPReader(Self.deflated, limits: limits) }
  }

  @Test func `what stands in front of an archive or behind it does not matter`() throws {
    var archive = try ZIPReader(Array("#!sfx".utf8) + Self.deflated)
    #expect(try archive.read("夹/b.txt") == Array("乙".utf8))
    archive = try ZIPReader(Self.deflated + [0, 0, 0])
    #expect(try archive.read("夹/b.txt") == Array("乙".utf8))
  }

  @Test func `64 bits, a password and another method are said by name`() throws {
    let end = Self.deflated.count - 22
    var bytes = Self.deflated
    bytes.replaceSubrange((end + 16)..<(end + 20), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: ZIPReader.Fault.zip64) { try ZIPReader(bytes) }
    let record = try #require(Self.deflated.firstRange(of: [0x50, 0x4B, 1, 2] as [UInt8]))
    bytes = Self.deflated
    bytes[record.lowerBound + 8] |= 1
    var archive = try ZIPReader(bytes)
    #expect(throws: ZIPReader.Fault.encrypted) { try archive.read("a.txt") }
    bytes = Self.deflated
    bytes[record.lowerBound + 10] = 12
    #expect(throws: ZIPReader.Fault.method) { try ZIPReader(bytes) }
  }

  @Test func `names are UTF-8, or else GB 18030`() throws {
    let bytes = Office.bytes(of: [("AAAA", "")])
    let named = bytes.replacing("AAAA".utf8, with: [0xB8, 0xBD, 0xBC, 0xFE])
    #expect(try ZIPReader(named).entries.map(\.name) == ["附件"])
  }

  @Test func `some files are replaced, the others stay byte for byte`() throws {
    let out = try ZIPReader(Self.deflated).replacing(["夹/b.txt": Array("新的".utf8), "x": []])
    var archive = try ZIPReader(out)
    #expect(archive.entries.map(\.name) == ["a.txt", "夹/b.txt"])
    #expect(try archive.read("夹/b.txt") == Array("新的".utf8))
    let (old, new) = (try ZIPReader(Self.deflated), archive)
    #expect(
      try Array(old.bytes[old.place(of: old.entries[0])]) == Array(new.bytes[new.place(of: new.entries[0])]))
    #expect(try archive.read("a.txt").count == 3000)
  }

  @Test func `gzip has no name and no time`() throws {
    let packed = try #require(Array(repeating: UInt8(65), count: 1000).gzipped)
    #expect(packed.starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]) && packed.count < 100)
  }
}
