import Base
package import Disk
import Glibc

/// Writes documents into a site's Content: each whole or not at all, and never over anything. Only one at a time for a site, as long
/// as the object lives; the kernel ends that when a process dies.
package final class ContentWriter: Sendable {
  /// Somebody else is writing into the same Content.
  package struct Busy: Error, Sendable, Hashable {}

  private let root: String
  private let disk: Disk
  /// Of Content itself, so that no file of a lock is needed.
  private let folder: Int32

  /// Takes the lock.
  ///
  /// - Parameter root: The folder that contains `Content`.
  /// - Throws: ``FileError``, ``Busy``.
  package init(root: String, disk: Disk = Disk()) throws {
    (self.root, self.disk) = (root, disk)
    let path = root + "/Content"
    folder = disk.calls.open(path, O_RDONLY | O_DIRECTORY, 0)
    try disk.check(folder, "打开", path)
    let result = disk.calls.lock(folder)
    if result == -EWOULDBLOCK { throw Busy() }
    try disk.check(result, "锁定", path)
  }

  deinit { if folder >= 0 { _ = disk.calls.close(folder) } }

  /// What is written before it has its name; what a run leaves that was ended is removed by the next.
  private static let hidden = ".gongkai-import"

  /// Removes what another run has left in a column.
  package func clearLeftovers(in column: String) throws(FileError) {
    let path = try checkedPath(column)
    for entry in try disk.list(path) where entry.name.hasPrefix(Self.hidden) {
      try disk.removeTree(path + "/" + entry.name)
    }
  }

  /// Writes a document.
  ///
  /// - Parameters:
  ///   - document: The path of its folder, below Content.
  ///   - files: Names and bytes.
  /// - Throws: ``FileError``, EEXIST when something is there already; then nothing is written.
  package func write(_ document: String, _ files: [(name: String, bytes: [UInt8])]) throws(FileError) {
    let column = try checkedPath(document.parentPath)
    let (hidden, target) = (column + "/" + Self.hidden, column + "/" + document.lastSegment)
    try disk.removeTree(hidden)
    do throws(FileError) {
      try disk.makeFolder(hidden)
      for file in files {
        let path = hidden + "/" + file.name
        try disk.withNewFile(path) { descriptor throws(FileError) in
          try disk.write(file.bytes.span.bytes, to: descriptor, path)
          try disk.check(disk.calls.syncFile(descriptor), "写入", path)
        }
      }
      try disk.syncFolder(hidden)
      for path in [target, target + ".md"] where try disk.status(of: path) != nil {
        throw FileError("写入", path, code: EEXIST)
      }
      try disk.rename(hidden, to: target)
    } catch {
      try? disk.removeTree(hidden)
      throw error
    }
    try disk.syncFolder(column)
  }

  /// The path of a column, no part of which is a link: a link leads out of Content.
  private func checkedPath(_ column: String) throws(FileError) -> String {
    var path = root + "/Content"
    for name in column.split(separator: "/") {
      path += "/" + name
      guard let status = try disk.status(of: path) else { throw FileError("写入", path, code: ENOENT) }
      if status.st_mode & S_IFMT == S_IFLNK { throw FileError("写入", path, code: ELOOP) }
      if status.st_mode & S_IFMT != S_IFDIR || name == ".." { throw FileError("写入", path, code: ENOTDIR) }
    }
    return path
  }
}
