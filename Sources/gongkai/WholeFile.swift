import Disk
import Glibc

/// Writing a file that others read at any time.
enum WholeFile {
  /// Replaces the file in one step, so that a reader never sees half of it.
  ///
  /// - Throws: ``FileError``.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let disk = Disk()
    let partial = path + ".partial-\(getpid())"
    try disk.writeNew(partial, bytes)
    do { try disk.rename(partial, to: path) } catch {
      try? disk.removeFile(partial)
      throw error
    }
  }
}
