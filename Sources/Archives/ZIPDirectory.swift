import Base

/// The central directory at the end of an archive.
struct ZIPDirectory {
  private(set) var entries: [ZIPReader.Entry] = []

  /// Little-endian numbers in a stretch of bytes that is known to be there.
  struct Words {
    private let bytes: ArraySlice<UInt8>

    /// Nil where the bytes end before.
    init?(_ bytes: [UInt8], at offset: Int, count: Int) {
      guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
      self.bytes = bytes[offset..<(offset + count)]
    }

    /// The number of `width` bytes, at most 4, at an offset.
    subscript(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[bytes.startIndex + offset + $1]) << (8 * $1) }
    }
  }

  init(_ bytes: [UInt8], mostEntries: Int) throws(ZIPReader.Fault) {
    guard let end = Self.end(of: bytes), let record = Words(bytes, at: end, count: 22) else { throw .damaged }
    let (count, size, start) = (record[10, 2], record[12, 4], record[16, 4])
    let hasLocator = Words(bytes, at: end - 20, count: 4).map { $0[0, 4] == 0x0706_4B50 } ?? false
    if hasLocator || count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw .zip64 }
    guard count <= mostEntries else { throw .tooLarge }
    // What stands in front of the archive moves everything.
    let shift = end - size - start
    guard shift >= 0 else { throw .damaged }
    var offset = start + shift
    for _ in 0..<count {
      guard let words = Words(bytes, at: offset, count: 46), words[0, 4] == 0x0201_4B50 else { throw .damaged }
      let length = 46 + words[28, 2] + words[30, 2] + words[32, 2]
      guard offset + length <= end else { throw .damaged }
      if [20, 24, 42].contains(where: { words[$0, 4] == 0xFFFF_FFFF }) { throw .zip64 }
      let method = words[10, 2]
      guard method == 0 || method == 8 else { throw .method }
      let name = bytes[(offset + 46)..<(offset + 46 + words[28, 2])]
      entries.append(
        ZIPReader.Entry(
          name: Self.name(Array(name)), byteCount: words[24, 4], packedCount: words[20, 4],
          isEncrypted: words[8, 2] & 1 == 1, isDeflated: method == 8, checksum: UInt32(words[16, 4]),
          offset: words[42, 4] + shift, record: offset..<(offset + length)))
      offset += length
    }
  }

  /// Where the last record begins: the last that a comment of its length, or what a download left behind it, can follow.
  private static func end(of bytes: [UInt8]) -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1) where bytes[offset] == 0x50 {
      guard let words = Words(bytes, at: offset, count: 22), words[0, 4] == 0x0605_4B50 else { continue }
      if offset + 22 + words[20, 2] <= bytes.count { return offset }
    }
    return nil
  }

  private static func name(_ bytes: [UInt8]) -> String {
    let name =
      String(validating: bytes, as: UTF8.self) ?? bytes.decodedGB18030 ?? String(decoding: bytes, as: UTF8.self)
    return name.replacing("\\", with: "/")
  }
}
