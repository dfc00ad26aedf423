/// A ZIP archive (PKWARE APPNOTE 6.3) with its files as they are, not compressed: the same files give the same bytes on
/// every machine.
package struct ZIPArchive: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1980-01-01, the first day that the format knows: no clock, no difference.
  private static let day: UInt16 = 1 << 5 | 1
  /// Names are UTF-8 (general purpose bit 11).
  private static let flags: UInt16 = 1 << 11

  /// An archive without files.
  package init() {}

  /// Adds a file; `name` is a relative path with `/`.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition(body.count + bytes.count < Int(UInt32.max) && count < Int(UInt16.max), "larger than ZIP without ZIP64")
    let name = Array(name.utf8)
    let offset = body.count
    var shared: [UInt8] = []
    // Version 2.0, flags, stored, time, day, checksum, size twice, length of the name, no extra field.
    for word in [20, Self.flags, 0, 0, Self.day] { Self.append(word, to: &shared) }
    for word in [CRC32.checksum(of: bytes), UInt32(bytes.count), UInt32(bytes.count)] { Self.append(word, to: &shared) }
    for word in [UInt16(name.count), 0] { Self.append(word, to: &shared) }

    Self.append(0x0403_4B50 as UInt32, to: &body)
    body += shared + name + bytes

    Self.append(0x0201_4B50 as UInt32, to: &directory)
    Self.append(20 as UInt16, to: &directory)
    directory += shared
    // No comment, first disk, no attributes.
    for word in [0, 0, 0] as [UInt16] { Self.append(word, to: &directory) }
    for word in [0, UInt32(offset)] { Self.append(word, to: &directory) }
    directory += name
    count += 1
  }

  /// The archive's bytes.
  package consuming func finished() -> [UInt8] {
    let (size, offset) = (UInt32(directory.count), UInt32(body.count))
    body += directory
    Self.append(0x0605_4B50 as UInt32, to: &body)
    for word in [0, 0, UInt16(count), UInt16(count)] { Self.append(word, to: &body) }
    for word in [size, offset] { Self.append(word, to: &body) }
    Self.append(0 as UInt16, to: &body)
    return body
  }

  private static func append(_ word: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: word.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}

/// The checksum of ZIP (ISO 3309, reversed polynomial 0xEDB88320).
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func checksum(of bytes: [UInt8]) -> UInt32 {
    let table = table
    return ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}
