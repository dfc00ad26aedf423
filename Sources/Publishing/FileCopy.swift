import Disk
import Glibc

/// The copy of a content file into a release; reads the source once, whatever its size.
struct FileCopy {
  let disk: Disk
  /// Its path in messages.
  let source: String
  /// Of the source, open at its beginning.
  let descriptor: Int32
  /// The file's path in the current release.
  let current: String
  let target: String

  /// Copies, unless the current release has the same bytes; the second value says whether it has.
  func run(as path: String, previous: FileRecord?) throws(FileError) -> (FileRecord, isShared: Bool) {
    let before = try disk.fileStatus(descriptor, source)
    if let previous, previous.byteCount == before.st_size, isSame(previous) { return (previous, true) }
    try disk.check(Int32(clamping: disk.calls.seek(descriptor, 0)), "读取", source)
    let (byteCount, sha256) = try copy()
    let after = try disk.fileStatus(descriptor, source)
    guard byteCount == before.st_size, after.st_size == before.st_size,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw FileError("读取", source, code: EBUSY) }
    return (FileRecord(path: path, byteCount: byteCount, sha256: sha256), false)
  }

  private func copy() throws(FileError) -> (Int, String) {
    var sum = RunningChecksum()
    var byteCount = 0
    try disk.withNewFile(target) { new throws(FileError) in
      try disk.readChunks(descriptor, source) { piece throws(FileError) in
        sum.add(piece)
        byteCount += piece.count
        try disk.write(piece.bytes, to: new, target)
      }
    }
    return (byteCount, sum.finished())
  }

  /// Whether the source and the file in the current release both have the recorded checksum.
  private func isSame(_ previous: FileRecord) -> Bool {
    let ours = try? disk.withDescriptor(current, O_RDONLY | O_NOFOLLOW, "读取") { old throws(FileError) in
      guard try disk.fileStatus(old, current).st_size == previous.byteCount else { return false }
      return try sum(old, current) == previous.sha256
    }
    return ours == true && (try? sum(descriptor, source)) == previous.sha256
  }

  private func sum(_ descriptor: Int32, _ path: String) throws(FileError) -> String {
    var sum = RunningChecksum()
    try disk.readChunks(descriptor, path) { sum.add($0) }
    return sum.finished()
  }
}
