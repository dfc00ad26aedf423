import Base
import Documents
import Loading
import Publishing
import Rendering
import Resolution

/// From what each file of a release is made, as one hash.
///
/// Everything but the texts of documents is the *world*: the program, the templates, the settings, the day, and the
/// front matter of every document, because any of it may show on any page. A document's page is made from the world and
/// its own text, the search index from the world and all texts, every other file from the world alone.
struct BuildKeys: Sendable {
  let index: String
  /// Of what shows the texts of several documents.
  private let bundles: String
  private let world: String
  private let pages: [DocumentID: String]

  /// - Parameters:
  ///   - program: Identity of the program that builds.
  ///   - fileHashes: SHA-256 of attachments and images by content path.
  init(_ preparation: Preparation, program: String, fileHashes: [String: String]) {
    let world = Self.world(preparation, program: program, fileHashes: fileHashes)
    let entries = preparation.library.documents
    let keys = entries.map { checksum(of: Array((world + $0.digest).utf8)) }
    self.world = world
    pages = Dictionary(zip(entries.map(\.document.id), keys), uniquingKeysWith: { first, _ in first })
    index = checksum(of: Array(keys.joined().utf8))
    bundles = checksum(of: Array((index + " bundles").utf8))
  }

  /// The key of a file that is rendered.
  func key(of plan: PagePlan) -> String {
    switch plan {
    case .document(let id): pages[id] ?? world
    case .bundlePage, .bundleArchive: bundles
    default: world
    }
  }

  private static func world(_ preparation: Preparation, program: String, fileHashes: [String: String]) -> String {
    let (library, corpus) = (preparation.library, preparation.corpus)
    var parts = KeyParts()
    parts.add(program)
    parts.add(preparation.asOf.iso)
    parts.add("\(library.site)")
    parts.add("\(library.kinds)")
    for (path, bytes) in preparation.templates.files { parts.add(path, bytes) }
    for loaded in library.columns {
      parts.add(loaded.column.path)
      parts.add(loaded.digest)
    }
    for document in preparation.documents {
      parts.add(document.id.path, document.frontMatter.bytes)
      for (_, table) in document.tables { parts.add(table.file.path, table.source.bytes) }
    }
    // Documents can be left out of the corpus, and images and attachments change without a word in front matter.
    for path in library.failedDocuments.sorted() { parts.add(path) }
    for entry in corpus.entries { parts.add(entry.document.id.path) }
    for (path, size) in library.files.sorted(by: { $0.key < $1.key }) { parts.add("\(path) \(size)") }
    for (path, hash) in fileHashes.sorted(by: { $0.key < $1.key }) { parts.add("\(path) \(hash)") }
    return checksum(of: parts.bytes)
  }
}

/// Texts one after the other, each with its length, so that no two lists look the same.
private struct KeyParts {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ name: String, _ content: [UInt8]) {
    add(name)
    add(content)
  }

  mutating func add(_ content: [UInt8]) {
    bytes.append(contentsOf: String(content.count).utf8)
    bytes.append(0x3A)
    bytes.append(contentsOf: content)
  }
}
