import Base
package import Disk
import Glibc

/// A folder that is written whole or not at all, and over nothing but what was written the same way: what others fetch.
package struct WholeFolder: Sendable {
  private let disk: Disk
  /// Absolute, without symbolic links.
  private let place: String
  /// The folder that it is in.
  private let parent: String
  /// How the names begin under which processes write it.
  private let prefix: String
  /// Where this process writes it, beside it.
  private var partial: String { parent + "/" + prefix + String(getpid()) }

  /// - Parameters:
  ///   - owned: The files that the folder's marker names; nil if its bytes are none of ours.
  /// - Throws: ``PublishingError`` if the folder cannot be made, or holds what nobody wrote here.
  package init(
    _ output: OutputFolder, marker: String, owned: ([UInt8]) -> Set<String>?
  ) throws(PublishingError) {
    (disk, place, parent) = (output.disk, output.place, output.parent)
    prefix = "." + output.place.lastSegment + ".partial-"
    let unknown = try PublishingError.onFiles { () throws(FileError) -> [String] in
      let found = try output.disk.files(below: output.place)
      let bytes = found.isEmpty ? nil : try output.disk.read(output.place + "/" + marker)
      let own = bytes.flatMap(owned)
      return found.filter { $0 != marker && own?.contains($0) != true || own == nil }
    }
    if !unknown.isEmpty { throw .unknownFiles(output: output.path, files: unknown) }
  }

  /// Writes the files and puts the folder in its place in one step.
  package func write(_ fill: () async throws -> Void) async throws {
    try removeLeftovers()
    try disk.makeFolder(partial)
    do {
      try await fill()
      try disk.syncFileSystem(of: partial)
      try put()
    } catch {
      try? disk.removeTree(partial)
      throw error
    }
  }

  /// Writes a file of it.
  ///
  /// - Parameter next: The pieces that follow; nil at the end.
  package func write(_ path: String, next: () async -> [[UInt8]]?) async throws(FileError) -> FileRecord {
    let target = partial + "/" + path
    var sum = RunningChecksum()
    var byteCount = 0
    try disk.writeNew(target, [])
    while let pieces = await next() {
      if Task.isCancelled { throw FileError.cancelled(path) }
      try disk.withDescriptor(target, O_WRONLY | O_APPEND | O_NOFOLLOW, "写入") { descriptor throws(FileError) in
        for piece in pieces {
          piece.withUnsafeBytes { sum.add($0) }
          byteCount += piece.count
          try disk.write(piece.span.bytes, to: descriptor, target)
        }
      }
    }
    return FileRecord(path: path, byteCount: byteCount, sha256: sum.finished())
  }

  /// Gives a file of it the right to be run.
  package func makeExecutable(_ path: String) throws(FileError) {
    try disk.check(disk.calls.changeMode(partial + "/" + path, 0o755), "改权限", path)
  }

  private func put() throws(FileError) {
    guard try disk.status(of: place) != nil else { return try disk.rename(partial, to: place) }
    if try !disk.exchange(partial, place) {
      let aside = partial + "-old"
      try disk.rename(place, to: aside)
      try disk.rename(partial, to: place)
      return try disk.removeTree(aside)
    }
    try disk.removeTree(partial)
  }

  /// What processes that ended have left.
  private func removeLeftovers() throws(FileError) {
    for entry in try disk.list(parent) where entry.name.hasPrefix(prefix) {
      guard let process = Int(written: String(entry.name.dropFirst(prefix.count))),
        process == Int(getpid()) || !OutputLock.isAlive(process)
      else { continue }
      try disk.removeTree(parent + "/" + entry.name)
    }
  }
}
