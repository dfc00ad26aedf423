import Disk
import Glibc

extension Staging {
  /// Writes the manifest, syncs the disk, and puts the release in Output's place in one step.
  ///
  /// - Parameter keeping: how many earlier releases are kept for rollback.
  /// - Throws: only while Output is still the old release; staging is then removed.
  package func publish(_ information: ReleaseInformation, keeping: Int = 2) throws(PublishingError) -> Publication {
    do {
      return try PublishingError.onFiles { () throws(FileError) in
        let (records, shared) = try finished()
        let manifest = Manifest(information, files: records)
        if shared.count == records.count, try isCurrent(manifest) {
          try discard()
          let outcome = Switch(output).leave(keeping: keeping)
          return Publication(manifest, linkedCount: shared.count, isUnchanged: true, outcome)
        }
        try complete(manifest, shared)
        let outcome = try Switch(output).put(folder, keeping: keeping)
        return Publication(manifest, linkedCount: shared.count, isUnchanged: false, outcome)
      }
    } catch {
      try? Leftovers(output).clear()
      throw error
    }
  }

  /// Whether Output holds this release and nothing else; its files have already been compared.
  private func isCurrent(_ manifest: Manifest) throws(FileError) -> Bool {
    guard let previous, previous == manifest else { return false }
    let expected = manifest.files.map(\.path)
    return try output.disk.files(below: output.place)
      .filter { $0 != Manifest.fileName && $0 != OutputFolder.placeholder } == expected
  }

  private func complete(_ manifest: Manifest, _ shared: [String]) throws(FileError) {
    for path in shared { try share(path) }
    let placeholder = output.place + "/" + OutputFolder.placeholder
    if let bytes = try output.disk.read(placeholder) {
      try output.disk.writeNew(folder + "/" + OutputFolder.placeholder, bytes)
    }
    try output.disk.writeNew(folder + "/" + Manifest.fileName, manifest.json)
    try output.disk.syncFileSystem(of: folder)
    if Task.isCancelled { throw FileError.cancelled(output.path) }
  }

  /// A hard link to the file of the current release, or a copy where the file system does not support links.
  private func share(_ path: String) throws(FileError) {
    let (current, target) = (output.place + "/" + path, folder + "/" + path)
    if try output.disk.linkNew(current, to: target) { return }
    guard let bytes = try output.disk.read(current) else { throw FileError("读取", current, code: ENOENT) }
    try output.disk.writeNew(target, bytes)
  }
}

extension Publication {
  init(_ manifest: Manifest, linkedCount: Int, isUnchanged: Bool, _ outcome: Switch.Outcome) {
    self.init(
      treeHash: manifest.treeHash, fileCount: manifest.files.count, byteCount: manifest.byteCount,
      linkedCount: linkedCount, isUnchanged: isUnchanged, unknownFiles: outcome.unknownFiles,
      unknownFilesFolder: outcome.unknownFilesFolder, hadManifest: outcome.isListed, troubles: outcome.troubles)
  }
}
