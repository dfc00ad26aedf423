/// A tree with some of its files replaced.
package struct OverlaidTree: SourceTree {
  private let tree: any SourceTree
  /// By path.
  package let texts: [String: [UInt8]]

  /// Memberwise.
  package init(_ texts: [String: [UInt8]], over tree: any SourceTree) { (self.texts, self.tree) = (texts, tree) }

  /// Those of the tree, with the sizes of what replaces them.
  package func entries(under folder: String) throws(FileError) -> [TreeEntry] {
    let entries = try tree.entries(under: folder).filter { texts[$0.path] == nil }
    let own = texts.filter { folder.isEmpty || $0.key.hasPrefix(folder + "/") }
    return (entries + own.map { TreeEntry(path: $0.key, kind: .file(byteCount: $0.value.count)) })
      .sorted(by: TreeEntry.byPath)
  }

  /// What replaces the file, or else the file.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    if let text = texts[path] { return text }
    return try tree.read(path)
  }

  /// A part of it.
  package func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    if let text = texts[path] { return Array(text.dropFirst(offset).prefix(count)) }
    return try tree.read(path, from: offset, count: count)
  }
}
