package import Disk
import Glibc
import Synchronization

/// A release being written beside Output. Its methods may be called from several tasks at once.
///
/// A file that is byte for byte the same in the current release is not written but shared (hard-linked when the release
/// is published): releases that differ little take little space, and a build that changes nothing writes nothing.
/// Writing in a cancelled task throws, so that an interrupted build ends soon.
package final class Staging: Sendable {
  let output: OutputFolder
  let folder: String
  /// The release in Output when work began.
  package let previous: Manifest?
  let previousFiles: [String: FileRecord]
  /// Held as long as anything can be written.
  private let lock: OutputLock
  private let progress = Mutex(Progress())

  private struct Progress {
    var records: [FileRecord] = []
    /// Paths that have the same bytes in the current release.
    var shared: [String] = []
    var failure: FileError?
  }

  /// Cleans up after interrupted builds, and creates an empty staging folder.
  package init(_ output: OutputFolder, lock: OutputLock) throws(PublishingError) {
    self.output = output
    self.lock = lock
    folder = output.state + "/staging"
    let folder = folder
    previous = try PublishingError.onFiles { () throws(FileError) in
      try Leftovers(output).clear()
      try output.disk.makeFolder(folder)
      try output.takeOverGroup(folder)
      return try output.manifest()
    }
    previousFiles = Dictionary((previous?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes a file of the release.
  ///
  /// - Parameter path: relative to Output; each path once (a second write throws EEXIST).
  package func write(path: String, bytes: [UInt8]) throws(FileError) -> FileRecord {
    try recording(path) { () throws(FileError) in
      let record = FileRecord(path: path, byteCount: bytes.count, sha256: checksum(of: bytes))
      if previousFiles[path] == record, output.disk.holds(output.place + "/" + path, bytes) { return (record, true) }
      try output.disk.writeNew(folder + "/" + path, bytes)
      return (record, false)
    }
  }

  /// Copies an open file into the release, at any size.
  ///
  /// - Throws: EBUSY when the source changed while it was being read.
  package func copy(_ source: borrowing SourceFile, to path: String) throws(FileError) -> FileRecord {
    let copy = FileCopy(
      disk: output.disk, source: source.path, descriptor: source.descriptor, current: output.place + "/" + path,
      target: folder + "/" + path)
    return try recording(path) { () throws(FileError) in try copy.run(as: path, previous: previousFiles[path]) }
  }

  /// Removes what was written; Output is unchanged.
  package func discard() throws(FileError) { try output.disk.removeTree(folder) }

  /// What was written so far; throws the first failure, in case a caller ignored it.
  func finished() throws(FileError) -> (records: [FileRecord], shared: [String]) {
    let progress = progress.withLock { ($0.records, $0.shared, $0.failure) }
    if let failure = progress.2 { throw failure }
    return (progress.0, progress.1)
  }

  func recording(
    _ path: String, _ work: () throws(FileError) -> (FileRecord, isShared: Bool)
  ) throws(FileError) -> FileRecord {
    do throws(FileError) {
      if Task.isCancelled { throw FileError.cancelled(path) }
      guard FileRecord.isPlain(path) else { throw FileError("写入", path, code: EINVAL) }
      let (record, isShared) = try work()
      progress.withLock {
        $0.records.append(record)
        if isShared { $0.shared.append(path) }
      }
      return record
    } catch {
      progress.withLock { if $0.failure == nil { $0.failure = error } }
      throw error
    }
  }
}
