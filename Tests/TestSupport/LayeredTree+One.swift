package import Disk

extension LayeredTree {
  /// A tree of one folder.
  package init(_ tree: any SourceTree, label: String = "Templates") throws(FileError) {
    try self.init([Layer(label, tree)])
  }

  /// A tree of files in memory.
  package init(_ texts: [String: String], label: String = "Templates") throws(FileError) {
    try self.init(MemoryTree(texts), label: label)
  }
}
