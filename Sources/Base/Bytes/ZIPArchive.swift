/// A ZIP archive (PKWARE APPNOTE 6.3) whose files are stored uncompressed: the same files give the same bytes on every
/// machine.
///
/// It is written as a stream, so that no file has to be in memory: for each file ``header(of:byteCount:checksum:)``
/// followed by its bytes, and at the end ``finished()``.
package struct ZIPArchive: Sendable {
  /// Maximum size of an archive; without ZIP64 the format counts bytes in 32 bits.
  package static let mostBytes = Int(UInt32.max)
  /// Maximum number of files; without ZIP64 the format counts them in 16 bits.
  package static let mostFiles = Int(UInt16.max)

  private var byteCount = 0
  private var directory: [UInt8] = []
  private var count = 0

  /// 1980-01-01, the earliest date in the format: reading no clock makes archives reproducible.
  private static let day: UInt16 = 1 << 5 | 1
  /// Names are UTF-8 (general purpose bit 11).
  private static let flags: UInt16 = 1 << 11
  /// Size of the end-of-central-directory record, in bytes.
  private static let endCount = 22

  /// An empty archive.
  package init() {}

  /// The local header that precedes the bytes of a file; nil when the archive would exceed the limits of the format.
  ///
  /// - Parameters:
  ///   - name: A relative path with `/`.
  ///   - checksum: ``CRC32`` of the file's bytes.
  package mutating func header(of name: String, byteCount size: Int, checksum: UInt32) -> [UInt8]? {
    let name = Array(name.utf8)
    let directoryCount = directory.count + 46 + name.count + Self.endCount
    guard count < Self.mostFiles, let length = UInt16(exactly: name.count), let size32 = UInt32(exactly: size),
      byteCount + 30 + name.count + size + directoryCount <= Self.mostBytes
    else { return nil }
    let offset = UInt32(byteCount)
    var shared: [UInt8] = []
    // Version 2.0, flags, stored, time, day, checksum, size twice, length of the name, no extra field.
    for word in [20, Self.flags, 0, 0, Self.day] { Self.append(word, to: &shared) }
    for word in [checksum, size32, size32] { Self.append(word, to: &shared) }
    for word in [length, 0] { Self.append(word, to: &shared) }

    Self.append(0x0201_4B50 as UInt32, to: &directory)
    Self.append(20 as UInt16, to: &directory)
    directory += shared
    // No comment, first disk, no attributes.
    for word in [0, 0, 0] as [UInt16] { Self.append(word, to: &directory) }
    for word in [0, offset] { Self.append(word, to: &directory) }
    directory += name
    count += 1

    var header: [UInt8] = []
    Self.append(0x0403_4B50 as UInt32, to: &header)
    header += shared + name
    byteCount += header.count + size
    return header
  }

  /// The central directory, which follows the last file.
  package consuming func finished() -> [UInt8] {
    let (size, offset, count) = (UInt32(directory.count), UInt32(byteCount), UInt16(count))
    var end = directory
    Self.append(0x0605_4B50 as UInt32, to: &end)
    for word in [0, 0, count, count] { Self.append(word, to: &end) }
    for word in [size, offset] { Self.append(word, to: &end) }
    Self.append(0 as UInt16, to: &end)
    return end
  }

  private static func append(_ word: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: word.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}

/// The checksum of ZIP (ISO 3309, reversed polynomial 0xEDB88320), computed incrementally.
package struct CRC32: Sendable {
  private var state = UInt32.max

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  /// The checksum of no bytes.
  package init() {}

  /// Includes the next bytes.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var state = state
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes { state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8 }
    }
    self.state = state
  }

  /// The checksum of all bytes added so far.
  package var value: UInt32 { ~state }
}
