import Disk
import Glibc

/// A release in Output, or an earlier one that can be restored.
package struct Release: Sendable, Hashable {
  /// Counts up as releases are replaced; nil for the one in Output.
  package let number: Int?
  /// When it was written, in nanoseconds since 1970 by the file system's clock.
  package let moment: Int
  /// Nil when it is damaged, so that the release can be neither verified nor restored.
  package let manifest: Manifest?

  /// When it was written, in seconds since 1970.
  package var writtenAt: Int { moment / 1_000_000_000 }
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

  /// The release in Output; nil when there is none.
  package func current() throws(PublishingError) -> Release? {
    try PublishingError.onFiles { () throws(FileError) in try release(nil, in: place) }
  }

  /// Puts a kept release back into Output in one step and keeps the one that was there.
  ///
  /// - Parameter number: the newest kept one with a manifest when nil.
  /// - Returns: What is in Output now.
  /// - Throws: ``PublishingError/damaged(release:differences:)`` when it is no longer what was published.
  package func rollback(to number: Int? = nil, lock: OutputLock) throws(PublishingError) -> Manifest {
    defer { withExtendedLifetime(lock) {} }
    let kept = try PublishingError.onFiles { () throws(FileError) in
      try Leftovers(self).clear()
      return try keptFolders()
    }
    let chosen = try restorable(number)
    guard let folder = kept.first(where: { $0.0 == chosen })?.1 else {
      throw .noSuchRelease(number, known: kept.map(\.0))
    }
    let found = try PublishingError.onFiles { () throws(FileError) in try differences(in: folder) }
    guard let found else { throw .damaged(release: chosen, differences: [.changed(Manifest.fileName)]) }
    let lost = found.differences.filter { if case .extra = $0 { false } else { true } }
    guard lost.isEmpty else { throw .damaged(release: chosen, differences: lost) }
    try PublishingError.onFiles { () throws(FileError) in try Switch(self).swap(with: folder) }
    return found.manifest
  }

  /// The number of the release in Output: the one under which the next build keeps it.
  package func currentNumber() throws(PublishingError) -> Int {
    try PublishingError.onFiles { () throws(FileError) in try Leftovers(self).nextNumber() }
  }

  /// A file as it stands in a release; nil when there is none.
  ///
  /// - Parameter number: of a kept release; nil for the one in Output.
  package func file(_ path: String, in number: Int?) throws(PublishingError) -> [UInt8]? {
    try PublishingError.onFiles { () throws(FileError) in
      guard FileRecord.isPlain(path) else { return nil }
      let folder =
        try number.map { number throws(FileError) in
          try keptFolders().first { $0.0 == number }?.1
        } ?? place
      return try folder.flatMap { (folder) throws(FileError) in try disk.read(folder + "/" + path) }
    }
  }

  /// Takes kept releases away for ever, with what the last build remembered.
  ///
  /// - Returns: Folders with what others had put into them, which are kept.
  package func forget(_ releases: [Int], under lock: OutputLock) throws(PublishingError) -> [String] {
    defer { withExtendedLifetime(lock) {} }
    return try PublishingError.onFiles { () throws(FileError) in
      try store(nil, as: .cache)
      return try Leftovers(self).forget(releases)
    }
  }

  /// The number of the kept release that a rollback restores: the one asked for, or the newest that has its manifest.
  package func restorable(_ number: Int?) throws(PublishingError) -> Int {
    let kept = try releases().filter { $0.number != nil }
    let chosen = number.map { number in kept.first { $0.number == number } } ?? kept.first { $0.manifest != nil }
    guard let found = (chosen ?? (number == nil ? kept.first : nil))?.number else {
      throw .noSuchRelease(number, known: kept.compactMap(\.number).sorted())
    }
    return found
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
    var found = ofManifest
    if found == nil { found = try number != nil ? ofFolder : hasPublished() ? ofFolder : nil }
    guard let status = found else { return nil }
    let moment = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    return Release(number: number, moment: moment, manifest: try manifest(in: folder))
  }
}
