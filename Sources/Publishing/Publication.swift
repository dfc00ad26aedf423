package import Disk

/// What came of publishing: Output is the new release, whole.
package struct Publication: Sendable, Hashable {
  package let treeHash: String
  /// Files of the release, its manifest left out.
  package let fileCount: Int
  package let byteCount: Int
  /// Files shared with the release before.
  package let linkedCount: Int
  /// Nothing differs from the release before, which stayed where it was.
  package let isUnchanged: Bool
  /// Files that somebody else had put into Output: not in the new release, kept in ``unknownFilesFolder``.
  package let unknownFiles: [String]
  package let unknownFilesFolder: String?
  /// What went wrong after the switch, without harm to the release: a sync that failed, an old release not removed.
  package let troubles: [FileError]

  /// Says of the release in Output that it stayed where it was.
  package init(unchanged treeHash: String, fileCount: Int, byteCount: Int) {
    self.init(
      treeHash: treeHash, fileCount: fileCount, byteCount: byteCount, linkedCount: fileCount, isUnchanged: true,
      unknownFiles: [], unknownFilesFolder: nil, troubles: [])
  }

  init(
    treeHash: String, fileCount: Int, byteCount: Int, linkedCount: Int, isUnchanged: Bool, unknownFiles: [String],
    unknownFilesFolder: String?, troubles: [FileError]
  ) {
    self.treeHash = treeHash
    self.fileCount = fileCount
    self.byteCount = byteCount
    self.linkedCount = linkedCount
    self.isUnchanged = isUnchanged
    self.unknownFiles = unknownFiles
    self.unknownFilesFolder = unknownFilesFolder
    self.troubles = troubles
  }
}
