import Base
import Disk
import Documents
import Publishing
import Resolution

/// A site's files, with some of them as they were when they were last published.
struct PublishedTexts {
  private let tree: DiskTree
  /// The site as it is read then.
  let overlaid: OverlaidTree

  /// The files whose published texts stand in the way of the present ones.
  var paths: Set<String> { Set(overlaid.texts.keys) }

  /// - Parameter paths: The files with errors; those that were never published stay as they are.
  init(of paths: Set<String>, in folder: OutputFolder, over tree: DiskTree) {
    self.tree = tree
    var texts: [String: [UInt8]] = [:]
    for path in paths { texts[path] = (try? folder.text(path)) ?? nil }
    overlaid = OverlaidTree(texts, over: tree)
  }

  /// Those that say something else now.
  var changedPaths: Set<String> {
    Set(overlaid.texts.filter { (try? tree.read($0.key)) != $0.value }.keys)
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
  /// Its own file, those of its tables and of its later texts.
  package var textFiles: [String] {
    [frontMatter.path] + tableFiles.map { "Content/" + $0.content } + texts.compactMap(\.file?.path)
  }
}
