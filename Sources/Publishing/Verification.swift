import Disk
import Glibc

/// A difference between a release's files and its manifest.
package enum Difference: Sendable, Hashable {
  case missing(String)
  case changed(String)
  /// Not in the manifest.
  case extra(String)

  /// Relative to Output.
  package var path: String {
    switch self {
    case .missing(let path), .changed(let path), .extra(let path): path
    }
  }
}

extension OutputFolder {
  /// Compares Output with its manifest, byte by byte; differences are sorted by path.
  ///
  /// Takes no lock: if a build publishes another release meanwhile, the comparison is repeated with that one.
  ///
  /// - Throws: ``PublishingError/noRelease(_:)`` when there is no readable manifest.
  package func verify() throws(PublishingError) -> (manifest: Manifest, differences: [Difference]) {
    let found = try PublishingError.onFiles {
      () throws(FileError) -> (manifest: Manifest, differences: [Difference])? in
      while true {
        let before = try disk.status(of: place)?.st_ino
        let found = try differences(in: place)
        if try disk.status(of: place)?.st_ino == before { return found }
      }
    }
    guard let found else { throw .noRelease(path) }
    return found
  }

  func differences(in folder: String) throws(FileError) -> (manifest: Manifest, differences: [Difference])? {
    guard let manifest = try manifest(in: folder) else { return nil }
    var found: [Difference] = []
    for file in manifest.files {
      switch try fingerprint(folder + "/" + file.path) {
      case nil: found.append(.missing(file.path))
      case (file.byteCount, file.sha256)?: continue
      default: found.append(.changed(file.path))
      }
    }
    found += try unknownFiles(in: folder).map(Difference.extra)
    return (manifest, found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// Size and checksum; nil when there is no file, an empty checksum for a link, a folder or an unreadable file.
  func fingerprint(_ path: String) throws(FileError) -> (byteCount: Int, sha256: String)? {
    do {
      return try disk.withDescriptor(path, O_RDONLY | O_NOFOLLOW, "读取") { descriptor throws(FileError) in
        var sum = RunningChecksum()
        var byteCount = 0
        _ = try disk.fileStatus(descriptor, path)
        try disk.readChunks(descriptor, path) {
          sum.add($0)
          byteCount += $0.count
        }
        return (byteCount, sum.finished())
      }
    } catch  where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    } catch  where error.code == ELOOP || error.code == EISDIR {
      return (0, "")
    }
  }
}
