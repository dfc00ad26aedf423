package import Disk
import Base
import Glibc

/// What was taken of a list so far, in a file beside it: one line for each row, on the disk before the next row is begun, so
/// that an import that was broken off goes on where it was.
package struct StockJournal: Sendable {
  private let disk: Disk
  private let path: String
  /// The documents that were made, by the hash of their rows.
  package private(set) var documents: [String: String] = [:]

  /// Reads the journal; there may be none yet. The last line may be the beginning of one.
  package init(path: String, disk: Disk = Disk()) throws(FileError) {
    (self.path, self.disk) = (path, disk)
    for line in String(decoding: try disk.read(path) ?? [], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: "\t", maxSplits: 1).map(String.init)
      if words.count == 2, words[0].utf8.count == 16 { documents[words[0]] = words[1] }
    }
  }

  /// Enters a row that was taken.
  ///
  /// - Parameter document: The path of its document, relative to the site's root.
  package mutating func enter(_ hash: String, _ document: String) throws(FileError) {
    documents[hash] = document
    let line = Array(("\n" + hash + "\t" + document + "\n").utf8)
    let (disk, path) = (disk, path)
    try disk.withDescriptor(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, "写入") { descriptor throws(FileError) in
      try disk.write(line.span.bytes, to: descriptor, path)
      try disk.check(disk.calls.syncFile(descriptor), "写入", path)
    }
  }
}
