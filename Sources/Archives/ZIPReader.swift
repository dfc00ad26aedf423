import Base
import CZlib

/// Reads a ZIP archive (PKWARE APPNOTE 6.3) from memory: what is in it, and each file at most as large as its limits allow.
///
/// The names are those of the central directory. Whatever the bytes are, it ends in time that grows with them and with the
/// limits, and takes no more memory than those.
package struct ZIPReader: Sendable {
  /// A file of the archive.
  package struct Entry: Sendable, Hashable {
    /// With `/`; read as UTF-8, or else as GB 18030.
    package let name: String
    /// Of the file itself.
    package let byteCount: Int
    /// Of what stands for it in the archive.
    package let packedCount: Int
    package let isEncrypted: Bool
    let isDeflated: Bool
    let checksum: UInt32
    /// Where its local header begins.
    let offset: Int
    /// Its record in the central directory.
    let record: Range<Int>
  }

  /// What an archive may ask for.
  package struct Limits: Sendable {
    package var entries = 8192
    /// Of one file, in bytes.
    package var file = 64 << 20
    /// Of all files that are read, in bytes.
    package var total = 256 << 20
    /// No text is so dull; below ``freeBytes`` it does not matter.
    package var ratio = 250
    package var freeBytes = 4 << 20

    /// What an office's files never reach.
    package init() {}
  }

  /// Why an archive, or a file of it, is not read.
  package enum Fault: Error, Sendable, Hashable {
    /// Not a ZIP archive, cut off, or contradicting itself.
    case damaged
    /// More than the limits allow.
    case tooLarge
    /// Of the kind for more than 4 GB.
    case zip64
    case encrypted
    /// Compressed in another way than deflate.
    case method
    /// There is no such file in it.
    case missing
  }

  package let bytes: [UInt8]
  /// In the order of the central directory.
  package let entries: [Entry]
  private let places: [String: Int]
  private let limits: Limits
  /// Bytes that may still be read.
  private var rest: Int

  /// Reads the central directory.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Fault) {
    let directory = try ZIPDirectory(bytes, mostEntries: limits.entries)
    self.bytes = bytes
    self.limits = limits
    rest = limits.total
    entries = directory.entries
    places = Dictionary(
      entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file of this name; nil if there is none.
  package func entry(_ name: String) -> Entry? { places[name].map { entries[$0] } }

  /// The bytes of the file of this name.
  package mutating func read(_ name: String) throws(Fault) -> [UInt8] {
    guard let entry = entry(name) else { throw .missing }
    return try read(entry)
  }

  /// The bytes of a file.
  package mutating func read(_ entry: Entry) throws(Fault) -> [UInt8] {
    if entry.isEncrypted { throw .encrypted }
    guard entry.byteCount <= min(limits.file, rest) else { throw .tooLarge }
    guard entry.byteCount <= max(limits.freeBytes, entry.packedCount * limits.ratio) else { throw .tooLarge }
    // Deflate makes at most 1,032 bytes of one.
    guard entry.byteCount <= entry.packedCount * 1032 + 64 else { throw .damaged }
    rest -= entry.byteCount
    let packed = try place(of: entry)
    let text = entry.isDeflated ? bytes.inflated(packed, size: entry.byteCount) : Array(bytes[packed])
    guard let text, text.count == entry.byteCount, Self.checksum(text) == entry.checksum else { throw .damaged }
    return text
  }

  /// Where the packed bytes of a file are.
  package func place(of entry: Entry) throws(Fault) -> Range<Int> {
    guard let header = ZIPDirectory.Words(bytes, at: entry.offset, count: 30), header[0, 4] == 0x0403_4B50 else {
      throw .damaged
    }
    let start = entry.offset + 30 + header[26, 2] + header[28, 2]
    guard start + entry.packedCount <= bytes.count else { throw .damaged }
    return start..<(start + entry.packedCount)
  }

  private static func checksum(_ text: [UInt8]) -> UInt32 {
    text.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
