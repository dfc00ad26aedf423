package import Disk

/// The result of publishing: Output is the new release, complete.
package struct Publication: Sendable, Hashable {
  package let treeHash: String
  /// Files of the release, excluding the manifest.
  package let fileCount: Int
  package let byteCount: Int
  /// Files shared with the previous release.
  package let linkedCount: Int
  /// Nothing differs from the previous release, which was left in place.
  package let isUnchanged: Bool
  /// Unknown files that were in Output: not in the new release, kept in ``unknownFilesFolder``.
  package let unknownFiles: [String]
  package let unknownFilesFolder: String?
  /// Whether the old release had its manifest; without it all its files count as unknown.
  package let hadManifest: Bool
  /// Harmless failures after the switch: a failed sync, an old release that could not be removed.
  package let troubles: [FileError]

  /// The result of a build that left the release in Output in place.
  package init(unchanged treeHash: String, fileCount: Int, byteCount: Int) {
    self.init(
      treeHash: treeHash, fileCount: fileCount, byteCount: byteCount, linkedCount: fileCount, isUnchanged: true,
      unknownFiles: [], unknownFilesFolder: nil, hadManifest: true, troubles: [])
  }

  init(
    treeHash: String, fileCount: Int, byteCount: Int, linkedCount: Int, isUnchanged: Bool, unknownFiles: [String],
    unknownFilesFolder: String?, hadManifest: Bool, troubles: [FileError]
  ) {
    self.treeHash = treeHash
    self.fileCount = fileCount
    self.byteCount = byteCount
    self.linkedCount = linkedCount
    self.isUnchanged = isUnchanged
    self.unknownFiles = unknownFiles
    self.unknownFilesFolder = unknownFilesFolder
    self.hadManifest = hadManifest
    self.troubles = troubles
  }
}
