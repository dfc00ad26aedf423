/// A file of the index.
package struct SearchFile: Sendable, Equatable {
  /// Address below the site's root: `search/entry.json`.
  package let path: String
  /// Content, UTF-8 JSON.
  package let bytes: [UInt8]
}

/// Names a file by its content, so that browsers may keep it for ever: FNV-1a over 64 bits, fifty of them in letters that
/// every file system tells apart.
enum ContentName {
  static let length = 10

  static func make(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let name = (0..<length).map { letters[Int(hash >> UInt64(5 * $0) & 31)] }
    return String(decoding: name, as: UTF8.self)
  }
}

/// Gathers the files of the index.
struct FileSink {
  private(set) var files: [SearchFile] = []

  /// Keeps a file under a name made of its content. Equal contents are one file.
  mutating func add(_ bytes: [UInt8], folder: String) -> String {
    let name = ContentName.make(bytes)
    files.append(SearchFile(path: "search/\(folder)/\(name).json", bytes: bytes))
    return name
  }

  mutating func addEntry(_ bytes: [UInt8]) {
    files.append(SearchFile(path: "search/entry.json", bytes: bytes))
  }

  /// All files by path, each once.
  func sorted() -> [SearchFile] {
    var result: [SearchFile] = []
    for file in files.sorted(by: { $0.path < $1.path }) where file.path != result.last?.path { result.append(file) }
    return result
  }
}
