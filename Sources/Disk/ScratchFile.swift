import Glibc
import Synchronization

/// A file without a name, gone with whoever holds it: room for what need not stay in memory. Its pieces are written and read at
/// once by any number of tasks.
package final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let disk: Disk
  /// The folder, for messages.
  private let folder: String
  private let end = Atomic<Int>(0)

  /// - Throws: ``FileError`` when no file can be made in the folder.
  package init(in folder: String, disk: Disk = Disk()) throws(FileError) {
    let path = folder + "/.gongkai-\(getpid())-\(UInt64.random(in: .min ... .max))"
    descriptor = disk.calls.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    (self.disk, self.folder) = (disk, folder)
    try disk.check(descriptor, "写入", folder)
    try disk.removeFile(path)
  }

  deinit { _ = disk.calls.close(descriptor) }

  /// Adds a piece; returns its place.
  ///
  /// - Throws: ``FileError`` when the disk is full.
  package func add(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        disk.calls.writeAt(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]), start + done)
      }
      if count < 0 { throw FileError("写入", folder, code: Int32(-count)) }
      done += count
    }
    return start..<start + bytes.count
  }

  /// The piece at a place.
  package func piece(at place: Range<Int>) throws(FileError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { room, done in
      while done < place.count {
        let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room[done..<place.count]))
        let count = disk.calls.readAt(descriptor, rest, place.lowerBound + done)
        guard count > 0 else {
          failure = count < 0 ? Int32(-count) : EIO
          return
        }
        done += count
      }
    }
    if let failure { throw FileError("读取", folder, code: failure) }
    return bytes
  }
}
