import Base
package import Disk
import Documents
import Loading

/// A document that got a number.
package struct AllottedIndexNumber: Sendable, Hashable {
  /// Path of its file, relative to the site's root.
  package let path: String
  package let number: String
}

/// What came of numbering a library.
package struct IndexNumbers: Sendable, Hashable {
  package let allotted: [AllottedIndexNumber]
  /// Files that somebody changed meanwhile; the ledger keeps their numbers for them.
  package let skipped: [String]
  /// Paths of documents without a day to number them by.
  package let undated: [String]
}

/// Gives every public document of a library that has none a 索引号, oldest first, and writes it into its front matter.
///
/// - Returns: nil if site.yml asks for no numbers.
/// - Throws: ``FileError``, ``IndexLedgerFile/Fault``.
package func allotIndexNumbers(
  root: String, templates: LayeredTree, jobs: Int, isDry: Bool
) async throws -> IndexNumbers? {
  let tree = try DiskTree(root: root, entrance: "Content")
  let library = try await loadLibrary(tree: tree, templates: templates, jobs: jobs)
  guard let numbering = library.site.indexNumbering else { return nil }
  let waiting = library.documents.filter { !$0.isDraft && $0.indexNumber == nil && numbering.covers($0.kind) }
  let dated = waiting.compactMap { document in
    (document.documentDate ?? document.publishedOn?.day).map {
      (document, IndexLedgerFile.Request(document.id, on: $0))
    }
  }.sorted { ($0.1.day, $0.1.document) < ($1.1.day, $1.1.document) }
  let taken = Set((library.documents + library.faulty).compactMap(\.indexNumber))
  let numbers = try IndexLedgerFile(root: root).allot(dated.map(\.1), numbering, taken: taken, isDry: isDry)
  var (allotted, skipped) = ([AllottedIndexNumber](), [String]())
  for ((document, _), number) in zip(dated, numbers) {
    let path = document.frontMatter.path
    if !isDry, try !write(number, into: document, root) {
      skipped.append(path)
    } else {
      allotted.append(AllottedIndexNumber(path: path, number: number))
    }
  }
  return IndexNumbers(
    allotted: allotted, skipped: skipped,
    undated: waiting.filter { $0.documentDate == nil && $0.publishedOn == nil }.map(\.frontMatter.path))
}

/// Writes a number into a document; false if its front matter is no longer the one that was read.
private func write(_ number: String, into document: Document, _ root: String) throws(FileError) -> Bool {
  let path = root + "/" + document.frontMatter.path
  let head = document.frontMatter.bytes
  guard let bytes = try Disk().read(path), bytes.starts(with: head) else { return false }
  try Disk().replace(path, with: IndexNumberLine.inserting(number, into: bytes, frontMatter: head.count))
  return true
}
