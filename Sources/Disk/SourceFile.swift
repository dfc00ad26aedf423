import CDisk
import Glibc

/// A regular file of a tree that is open for reading; closed at the end of its life.
package struct SourceFile: ~Copyable {
  /// As in the tree: `Content/a.pdf`.
  package let path: String
  /// When it was opened.
  package let byteCount: Int
  package var descriptor: Int32 { owner.number }
  private let owner: Descriptor

  /// - Throws: EISDIR unless the descriptor's file is a regular one.
  init(_ path: String, _ descriptor: Descriptor) throws(FileError) {
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else { throw FileError("读取", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError("读取", path, code: EISDIR) }
    self.path = path
    byteCount = Int(status.st_size)
    owner = descriptor
  }
}

/// An open file or folder, shared by whoever needs it and closed after the last.
final class Descriptor: Sendable {
  let number: Int32

  /// To open what is in a folder.
  static let folder = Int32(GONGKAI_O_PATH) | O_DIRECTORY

  private init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens `name` in an open folder; `path` is its name in messages.
  static func opened(
    _ folder: Int32, _ name: String, _ flags: Int32, _ operation: String, _ path: String
  ) throws(FileError) -> Descriptor {
    while true {
      let number = openat(folder, name, flags | O_CLOEXEC)
      if number >= 0 { return Descriptor(number) }
      if errno != EINTR { throw FileError(operation, path) }
    }
  }
}
