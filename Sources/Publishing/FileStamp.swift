package import Disk
import Glibc

/// What tells, without reading it, that a published file is still the one that was written.
package struct FileStamp: Sendable, Hashable {
  package let byteCount: Int
  /// Nanoseconds since 1970 of its last change.
  package let modified: Int
  package let inode: UInt64

  /// Makes a stamp.
  package init(byteCount: Int, modified: Int, inode: UInt64) {
    self.byteCount = byteCount
    self.modified = modified
    self.inode = inode
  }
}

extension OutputFolder {
  /// The stamp of a file in Output; nil when there is none.
  package func stamp(of path: String) throws(FileError) -> FileStamp? {
    guard let status = try disk.status(of: place + "/" + path), status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(
      byteCount: Int(status.st_size), modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
      inode: UInt64(status.st_ino))
  }

  /// The stamp of everything in Output.
  package func stamp() throws(FileError) -> TreeStamp { try TreeStamp(of: [place], disk: disk) }

  /// What the last build noted for the next one; nil when it noted nothing.
  package func cache() throws(FileError) -> [UInt8]? { try disk.read(state + "/" + Self.cacheName) }

  /// Notes something for the next build, whole or not at all; nil takes the note away.
  package func store(cache: [UInt8]?) throws(FileError) {
    let (place, partial) = (state + "/" + Self.cacheName, state + "/" + Self.cacheName + ".partial")
    try disk.removeFile(partial)
    guard let cache else { return try disk.removeFile(place) }
    try disk.writeNew(partial, cache)
    try disk.rename(partial, to: place)
  }

  private static let cacheName = "cache"
}

extension Staging {
  /// Takes a file of the current release over without reading it; the caller knows its stamp.
  package func keep(_ path: String) throws(FileError) {
    guard let record = previousFiles[path] else { throw FileError("查看", path, code: ENOENT) }
    _ = try recording(path) { () throws(FileError) in (record, true) }
  }

  /// Whether the current release has the file, and it is the one with this stamp.
  package func isIntact(_ path: String, _ stamp: FileStamp) throws(FileError) -> Bool {
    guard let record = previousFiles[path], record.byteCount == stamp.byteCount else { return false }
    return try output.stamp(of: path) == stamp
  }

  /// The bytes of a file of this release, written or taken over; nil when there is none.
  package func bytes(of path: String) throws(FileError) -> [UInt8]? {
    if let bytes = try output.disk.read(folder + "/" + path) { return bytes }
    return try output.disk.read(output.place + "/" + path)
  }
}
