package import Disk
import Glibc

/// A source tree of files in memory.
package struct MemoryTree: SourceTree {
  private let files: [String: [UInt8]]

  /// Makes a tree of path → text.
  package init(_ texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  /// Makes a tree of path → bytes.
  package init(bytes: [String: [UInt8]]) { files = bytes }

  /// See ``SourceTree``.
  package func entries(under folder: String) throws(FileError) -> [TreeEntry] {
    var found: [String: TreeEntry.Kind] = [:]
    for (path, bytes) in files where folder.isEmpty || path.hasPrefix(folder + "/") {
      found[path] = .file(byteCount: bytes.count)
      var end = path.startIndex
      while let slash = path[end...].firstIndex(of: "/") {
        let parent = String(path[..<slash])
        if parent.utf8.count > folder.utf8.count { found[parent] = .folder }
        end = path.index(after: slash)
      }
    }
    return found.map { TreeEntry(path: $0.key, kind: $0.value) }.sorted(by: TreeEntry.byPath)
  }

  /// See ``SourceTree``.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let bytes = files[path] else { throw FileError("读取", path, code: ENOENT) }
    return bytes
  }
}
