package import Disk
import Glibc

/// A file of a release that is written in pieces.
package struct FileSink: ~Copyable {
  private let disk: Disk
  private let descriptor: Int32
  private let target: String
  private var sum = RunningChecksum()
  /// Bytes so far.
  package private(set) var byteCount = 0

  init(_ disk: Disk, _ descriptor: Int32, _ target: String) {
    self.disk = disk
    self.descriptor = descriptor
    self.target = target
  }

  /// Writes the next piece.
  package mutating func add(_ piece: UnsafeRawBufferPointer) throws(FileError) {
    if Task.isCancelled { throw FileError.cancelled(target) }
    sum.add(piece)
    byteCount += piece.count
    try disk.write(piece.bytes, to: descriptor, target)
  }

  /// Writes the next piece.
  package mutating func add(_ piece: [UInt8]) throws(FileError) {
    if Task.isCancelled { throw FileError.cancelled(target) }
    piece.withUnsafeBytes { sum.add($0) }
    byteCount += piece.count
    try disk.write(piece.span.bytes, to: descriptor, target)
  }

  consuming func finished(as path: String) -> FileRecord {
    let count = byteCount
    return FileRecord(path: path, byteCount: count, sha256: sum.finished())
  }
}

extension Staging {
  /// Writes a file of any size to the release, in pieces.
  package func write(
    path: String, _ fill: (inout FileSink) throws(FileError) -> Void
  ) throws(FileError) -> FileRecord {
    try recording(path) { () throws(FileError) in
      let (disk, target) = (output.disk, folder + "/" + path)
      var record = FileRecord(path: path, byteCount: 0, sha256: "")
      try disk.withNewFile(target) { descriptor throws(FileError) in
        var sink = FileSink(disk, descriptor, target)
        try fill(&sink)
        record = sink.finished(as: path)
      }
      guard previousFiles[path] == record, try output.fingerprint(output.place + "/" + path)?.sha256 == record.sha256
      else { return (record, false) }
      try disk.removeFile(target)
      return (record, true)
    }
  }

  /// Passes on the bytes of a file of this release, written or shared, in pieces.
  ///
  /// - Throws: ENOENT when there is no such file.
  package func read(
    _ path: String, _ use: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    let own = folder + "/" + path
    let place = try output.disk.status(of: own) == nil ? output.place + "/" + path : own
    try output.disk.withDescriptor(place, O_RDONLY | O_NOFOLLOW, "读取") { descriptor throws(FileError) in
      try output.disk.readChunks(descriptor, place, use)
    }
  }
}
