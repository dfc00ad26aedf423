import Base
import Disk
import Documents
import Publishing
import Resolution

/// A site's files, with some of them as they were when they were last published.
struct PublishedTexts: SourceTree {
  private let tree: DiskTree
  /// By path.
  private let texts: [String: [UInt8]]

  /// The files whose published texts stand in the way of the present ones.
  var paths: Set<String> { Set(texts.keys) }

  /// - Parameter paths: The files with errors; those that were never published stay as they are.
  init(of paths: Set<String>, in folder: OutputFolder, over tree: DiskTree) {
    self.tree = tree
    var texts: [String: [UInt8]] = [:]
    for path in paths { texts[path] = (try? folder.text(path)) ?? nil }
    self.texts = texts
  }

  /// Those that say something else now.
  var changedPaths: Set<String> {
    Set(texts.filter { (try? tree.read($0.key)) != $0.value }.keys)
  }

  func entries(under folder: String) throws(FileError) -> [TreeEntry] {
    let entries = try tree.entries(under: folder).filter { texts[$0.path] == nil }
    let own = texts.filter { folder.isEmpty || $0.key.hasPrefix(folder + "/") }
    return (entries + own.map { TreeEntry(path: $0.key, kind: .file(byteCount: $0.value.count)) })
      .sorted(by: TreeEntry.byPath)
  }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    if let text = texts[path] { return text }
    return try tree.read(path)
  }

  func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    if let text = texts[path] { return Array(text.dropFirst(offset).prefix(count)) }
    return try tree.read(path, from: offset, count: count)
  }
}

extension PublishedTexts {
  /// Keeps the texts of the documents that are on the site now, for the night on which one of them has an error.
  static func keep(of preparation: Preparation, in folder: OutputFolder, jobs: Int) async {
    let documents = preparation.corpus.entries.map(\.document)
    let present = documents.filter { !$0.isHeld }.flatMap(\.textFiles)
    _ = await boundedMap(present, jobs: jobs, chunk: 64) { path in
      // Without it, a document with an error is merely left out.
      try? folder.keep(preparation.tree.read(path), of: path)
    }
    try? folder.keepTexts(only: Set(documents.flatMap(\.textFiles)))
  }
}

extension Document {
  /// Its own file and those of its tables.
  var textFiles: [String] { [frontMatter.path] + tableFiles.map { "Content/" + $0.content } }
}
