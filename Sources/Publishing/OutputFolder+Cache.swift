package import Disk
import Glibc

/// A file beside Output in which one build leaves something to the next.
package enum StateFile: String, Sendable {
  /// What the last build read; may be lost.
  case cache
  /// What the last builds came to.
  case record
  /// Every address that was ever published.
  case addresses
}

extension OutputFolder {
  /// Names, sizes and times of everything in Output.
  package func stamp() throws(FileError) -> TreeStamp { try TreeStamp(of: [place], disk: disk) }

  /// What the last build stored for the next one; nil when there is nothing.
  package func stored(_ file: StateFile) throws(FileError) -> [UInt8]? { try disk.read(path(of: file)) }

  /// Stores bytes for the next build, atomically; nil removes the file.
  package func store(_ bytes: [UInt8]?, as file: StateFile) throws(FileError) {
    let place = path(of: file)
    if let bytes { return try replace(place, with: bytes) }
    try disk.removeFile(place + ".partial")
    try disk.removeFile(place)
  }

  /// Writes a file beside Output in one step. The builder's lock keeps the name of the half-written one free.
  func replace(_ place: String, with bytes: [UInt8]) throws(FileError) {
    let partial = place + ".partial"
    try disk.removeFile(partial)
    try disk.writeNew(partial, bytes)
    try disk.rename(partial, to: place)
  }

  func path(of file: StateFile) -> String { state + "/" + file.rawValue }

  /// Bytes that a user may still write on the disk of Output; nil when the system does not say.
  package var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(parent, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
  }
}

extension Staging {
  /// The bytes of a file of this release, written or shared; nil when there is none.
  package func bytes(of path: String) throws(FileError) -> [UInt8]? {
    if let bytes = try output.disk.read(folder + "/" + path) { return bytes }
    return try output.disk.read(output.place + "/" + path)
  }
}
