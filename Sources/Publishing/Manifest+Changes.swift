/// How many files differ between two releases.
package struct FileChanges: Sendable, Hashable {
  package let added: Int
  package let changed: Int
  package let removed: Int

  /// Memberwise.
  package init(added: Int, changed: Int, removed: Int) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }
}

extension Manifest {
  /// The differences from an earlier release.
  package func changes(since older: Manifest) -> FileChanges {
    let before = Dictionary(older.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let known = files.compactMap { file in before[file.path].map { $0 == file } }
    return FileChanges(
      added: files.count - known.count, changed: known.count { !$0 }, removed: before.count - known.count)
  }
}
