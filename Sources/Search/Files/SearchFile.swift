/// A file of the index.
package struct SearchFile: Sendable, Equatable {
  /// Address below the site's root: `search/entry.json`.
  package let path: String
  /// Content, UTF-8 JSON.
  package let bytes: [UInt8]

  /// Schema version that every file carries.
  static let version = 3
  static let entryPath = "search/entry.json"

  /// Whether it is named by its content, so that a file with the same name is the same file.
  package var isNamedByContent: Bool { path != Self.entryPath }
}

/// Names a file by its content, so that browsers may cache it for ever: a hash over 64-bit words, of which fifty bits
/// become letters that every file system tells apart.
enum ContentName {
  static let length = 10

  static func make(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8 * 8
      for place in stride(from: 0, to: words, by: 8) {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)), into: &hash)
      }
      for byte in bytes[words...] { mix(UInt64(byte), into: &hash) }
    }
    return letters(of: hash, count: length)
  }

  /// The lower bits, five to a letter.
  static func letters(of hash: UInt64, count: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let name = (0..<count).map { letters[Int(hash >> UInt64(5 * $0) & 31)] }
    return String(decoding: name, as: UTF8.self)
  }

  /// The upper bits of a product depend on all bits below; they are shifted down for the next one.
  @inline(__always)
  private static func mix(_ word: UInt64, into hash: inout UInt64) {
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
  }
}

/// Collects the files of the index.
struct FileSink {
  private(set) var files: [SearchFile] = []

  /// Adds a file named by its content. Equal contents become one file.
  mutating func add(_ bytes: [UInt8], folder: String) -> String {
    let name = ContentName.make(bytes)
    add(bytes, folder: folder, name: name)
    return name
  }

  /// Adds a file with a given name.
  mutating func add(_ bytes: [UInt8], folder: String, name: String) {
    files.append(SearchFile(path: "search/\(folder)/\(name).json", bytes: bytes))
  }

  mutating func addEntry(_ bytes: [UInt8]) {
    files.append(SearchFile(path: SearchFile.entryPath, bytes: bytes))
  }

  /// All files by path, without duplicates.
  func sorted() -> [SearchFile] {
    var result: [SearchFile] = []
    for file in files.sorted(by: { $0.path < $1.path }) where file.path != result.last?.path { result.append(file) }
    return result
  }
}
