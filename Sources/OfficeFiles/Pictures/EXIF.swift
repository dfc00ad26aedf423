import Base

/// What the properties of a picture say of its owner: a reader of TIFF's directories (TIFF 6.0, EXIF 2.32), as far as it takes.
struct EXIF {
  private(set) var people: [String] = []
  private(set) var hasPosition = false
  /// How the picture is to be turned, 1 to 8.
  private(set) var orientation: Int?

  private let bytes: ArraySlice<UInt8>
  private let isLittle: Bool

  private static let (artist, ownerName, orientationTag) = (0x013B, 0xA430, 0x0112)
  private static let (exifDirectory, positionDirectory, latitude) = (0x8769, 0x8825, 0x0002)
  /// Entries of one directory that are looked at.
  private static let mostEntries = 1024

  /// Reads the bytes from the mark of TIFF on; nil if they are anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    let little = bytes.starts(with: [0x49, 0x49, 0x2A, 0])
    guard little || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return nil }
    (self.bytes, isLittle) = (bytes, little)
    guard let first = number(at: 4, count: 4) else { return }
    for entry in entries(at: first) {
      switch entry.tag {
      case Self.artist: add(text(of: entry))
      case Self.orientationTag: orientation = number(at: entry.offset + 8, count: 2)
      case Self.exifDirectory:
        for inner in entries(at: entry.value) where inner.tag == Self.ownerName { add(text(of: inner)) }
      case Self.positionDirectory:
        hasPosition = hasPosition || entries(at: entry.value).contains { $0.tag == Self.latitude }
      default: break
      }
    }
  }

  private struct Entry {
    let tag: Int
    let offset: Int
    let count: Int
    /// What stands in the four bytes at its end.
    let value: Int
  }

  private mutating func add(_ name: String) { if !name.isEmpty { people.append(name) } }

  private func entries(at offset: Int) -> [Entry] {
    guard let count = number(at: offset, count: 2) else { return [] }
    return (0..<min(count, Self.mostEntries)).compactMap { index in
      let place = offset + 2 + 12 * index
      guard let tag = number(at: place, count: 2), let count = number(at: place + 4, count: 4),
        let value = number(at: place + 8, count: 4)
      else { return nil }
      return Entry(tag: tag, offset: place, count: count, value: value)
    }
  }

  /// The text of an entry, which ends with a NUL; empty where its bytes are not there.
  private func text(of entry: Entry) -> String {
    let start = entry.count <= 4 ? entry.offset + 8 : entry.value
    guard start <= bytes.count else { return "" }
    let text = bytes.dropFirst(start).prefix(min(entry.count, 256)).prefix { $0 != 0 }
    return String(decoding: text, as: UTF8.self).trimmed
  }

  private func number(at offset: Int, count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    let part = bytes.dropFirst(offset).prefix(count)
    return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
  }
}
