import Foundation

/// A temporary folder for one test, removed when the test ends.
package final class ScratchFolder: Sendable {
  /// Its absolute path.
  package let root: String

  /// Creates an empty folder.
  package init() throws {
    root = "/tmp/gongkai-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Writes a file and creates the folders above it.
  package func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Writes a file and creates the folders above it.
  package func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  /// A file as text; nil if it does not exist.
  package func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }
}
