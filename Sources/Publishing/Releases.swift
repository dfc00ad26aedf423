import Disk
import Glibc

/// A release in Output, or an earlier one that can be restored.
package struct Release: Sendable, Hashable {
  /// Counts up as releases are replaced; nil for the one in Output.
  package let number: Int?
  /// When it was written, in seconds since 1970 by the file system's clock.
  package let writtenAt: Int
  /// Nil when it is damaged, so that the release can be neither verified nor restored.
  package let manifest: Manifest?
}

extension OutputFolder {
  /// The release in Output, if any, then those kept, newest first.
  package func releases() throws(PublishingError) -> [Release] {
    try PublishingError.onFiles { () throws(FileError) in
      var found: [Release] = []
      if let current = try release(nil, in: place) { found.append(current) }
      for (number, folder) in try keptFolders().reversed() {
        if let release = try release(number, in: folder) { found.append(release) }
      }
      return found
    }
  }

  /// Puts a kept release back into Output in one step and keeps the one that was there.
  ///
  /// - Parameter number: the newest kept one when nil.
  /// - Returns: What is in Output now.
  /// - Throws: ``PublishingError/damaged(release:differences:)`` when it is no longer what was published.
  package func rollback(to number: Int? = nil, lock: OutputLock) throws(PublishingError) -> Manifest {
    defer { withExtendedLifetime(lock) {} }
    let kept = try PublishingError.onFiles { () throws(FileError) in
      try Leftovers(self).clear()
      return try keptFolders()
    }
    guard let (chosen, folder) = kept.last(where: { number == nil || $0.0 == number }) else {
      throw .noSuchRelease(number, known: kept.map(\.0))
    }
    let found = try PublishingError.onFiles { () throws(FileError) in try differences(in: folder) }
    guard let found else { throw .damaged(release: chosen, differences: [.changed(Manifest.fileName)]) }
    let lost = found.differences.filter { if case .extra = $0 { false } else { true } }
    guard lost.isEmpty else { throw .damaged(release: chosen, differences: lost) }
    try PublishingError.onFiles { () throws(FileError) in try Switch(self).swap(with: folder) }
    return found.manifest
  }

  private func keptFolders() throws(FileError) -> [(Int, String)] {
    let leftovers = Leftovers(self)
    var found: [(Int, String)] = []
    for prefix in [Leftovers.releasePrefix, Leftovers.keptPrefix] {
      found += try leftovers.numbers(prefix).map { ($0, leftovers.path(prefix + String($0))) }
    }
    return found.sorted { $0.0 < $1.0 }
  }

  /// Nil when the folder no longer exists or, for Output, when nothing identifies it as a release.
  private func release(_ number: Int?, in folder: String) throws(FileError) -> Release? {
    let (ofManifest, ofFolder) = (try disk.status(of: folder + "/" + Manifest.fileName), try disk.status(of: folder))
    guard let status = number == nil ? ofManifest : ofManifest ?? ofFolder else { return nil }
    return Release(number: number, writtenAt: status.st_mtim.tv_sec, manifest: try manifest(in: folder))
  }
}
