import Base
package import Disk
import Glibc

/// A file while it comes in from somebody's browser: piece by piece, hidden until it is whole, gone if it never is.
package struct IncomingFile: ~Copyable {
  let path: String
  package private(set) var byteCount = 0
  private let descriptor: Int32
  private let disk: Disk

  /// - Parameter path: Where nothing is yet, on the file system that it will stay on.
  init(at path: String, disk: Disk) throws(FileError) {
    try disk.makeFolders(above: path)
    let descriptor = disk.calls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, Disk.fileMode)
    try disk.check(descriptor, "写入", path)
    (self.path, self.disk, self.descriptor) = (path, disk, descriptor)
  }

  deinit {
    _ = disk.calls.close(descriptor)
    try? disk.removeFile(path)
  }

  /// Adds what has come.
  package mutating func take(_ bytes: [UInt8]) throws(FileError) {
    try disk.write(bytes.span.bytes, to: descriptor, path)
    byteCount += bytes.count
  }

  /// Gives it a name that nobody has, once it is on the disk.
  ///
  /// - Throws: EEXIST if somebody has it.
  borrowing func keep(as target: String) throws(FileError) {
    try disk.check(disk.calls.syncFile(descriptor), "写入", target)
    if try !disk.link(path, to: target) {
      // A file system that knows no links; between the look and the name nobody else at the desk comes.
      if try disk.status(of: target) != nil { throw FileError("写入", target, code: EEXIST) }
      try disk.rename(path, to: target)
    }
    try disk.syncFolder(target.parentPath)
  }
}
