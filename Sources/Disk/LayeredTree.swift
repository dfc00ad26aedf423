import Glibc

/// Several folders as one: each file is that of the first folder that has it. So a site's templates lie over the program's.
///
/// The folders are listed once, when the tree is made.
package struct LayeredTree: SourceTree {
  /// One of the folders.
  package struct Layer: Sendable {
    /// Its name in messages: `Templates`.
    package let label: String
    package let tree: any SourceTree

    /// Memberwise.
    package init(_ label: String, _ tree: any SourceTree) {
      self.label = label
      self.tree = tree
    }
  }

  private let layers: [Layer]
  /// Sorted by path.
  private let entries: [TreeEntry]
  /// The index of the layer that each path is from.
  private let sources: [String: Int]
  /// Paths that more than one folder has.
  private let covering: Set<String>

  /// - Parameter layers: The topmost first; at least one.
  /// - Throws: ``FileError`` when a folder cannot be listed.
  package init(_ layers: [Layer]) throws(FileError) {
    precondition(!layers.isEmpty, "a tree has at least one folder")
    var entries: [TreeEntry] = []
    var sources: [String: Int] = [:]
    var covering: Set<String> = []
    for (index, layer) in layers.enumerated() {
      for entry in try layer.tree.entries(under: "") {
        if sources[entry.path, default: index] == index {
          sources[entry.path] = index
          entries.append(entry)
        } else {
          covering.insert(entry.path)
        }
      }
    }
    self.layers = layers
    self.entries = entries.sorted(by: TreeEntry.byPath)
    self.sources = sources
    self.covering = covering
  }

  /// See ``SourceTree``.
  package func entries(under folder: String) -> [TreeEntry] {
    folder.isEmpty ? entries : entries.filter { $0.path.utf8.starts(with: (folder + "/").utf8) }
  }

  /// See ``SourceTree``.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let source = sources[path] else { throw FileError("读取", shownPath(path), code: ENOENT) }
    do { return try layers[source].tree.read(path) } catch {
      throw FileError(error.operation, shownPath(path), code: error.code)
    }
  }

  /// The path of a file in messages, with the name of its folder; of a file that does not exist, where the topmost folder would
  /// have it.
  package func shownPath(_ path: String) -> String { layers[sources[path] ?? 0].label + "/" + path }

  /// Whether a file is not the lowest folder's: it covers one of its files, or is added to them.
  package func isLaidOver(_ path: String) -> Bool { sources[path].map { $0 < layers.count - 1 } ?? false }

  /// Whether a file is not the lowest folder's, and covers none.
  package func isAdded(_ path: String) -> Bool { isLaidOver(path) && !covering.contains(path) }
}
