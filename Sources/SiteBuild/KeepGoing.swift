import Auditing
import Base
import Disk
import Documents
import Loading
import Resolution

/// What can be published although some documents have errors (`--keep-going`).
///
/// A document that has an error is read again as it was when it was last published. One that was never published, or whose
/// published text has errors by now too, is left out; what it does to others counts, as far as it is certain.
struct KeepGoing {
  let library: Library
  let context: AuditContext
  /// Files of documents that are on the site as they were last published, sorted.
  private(set) var held: [String] = []
  /// Files of documents that are left out, sorted.
  let leftOut: [String]
  /// What was found in the attachments of the texts that were published last.
  private(set) var attachments = AttachmentReadings()

  /// Errors that a change in another file causes. A text that was published before stays in spite of them: a dead link is
  /// shown as text, a reference to nothing is not shown.
  private static let foreign: Set = ["dead-link", "dangling-reference", "ambiguous-reference"]
  /// If there is an error in one of these, it is not certain whether, or from when on, a document acts on others.
  private static let decisive: [CommonField] = [.draft, .disclosure, .publishedOn, .effectiveOn, .documentDate]

  /// Leaves out documents.
  ///
  /// - Parameters:
  ///   - errors: All errors of the library; each is in a file of a document.
  ///   - published: Files that are read as they were.
  init(_ library: Library, without errors: [Diagnostic], asOf: CalendarDate, published: Set<String> = []) {
    let own = errors.filter { !published.contains($0.location.path) || !Self.foreign.contains($0.rule) }
    let files = DocumentFiles(library)
    let faulty = files.faulty(own)
    let valid = library.documents.filter { !faulty.contains($0.frontMatter.path) }
    let ids = Set(valid.map(\.id))
    let acting = Dictionary(
      (library.documents + library.faulty).filter { document in
        faulty.contains(document.frontMatter.path) && !ids.contains(document.id)
          && !document.hasError(errors, in: Self.decisive)
      }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let documents = valid + acting.values
    let corpus = Corpus(
      site: library.site, kinds: library.kinds, columns: library.columns, documents: documents,
      region: library.region, asOf: asOf, leftOut: Set(acting.keys), failed: library.failedIDs,
      failedNumbers: library.failedNumbers)
    self.library = library
    leftOut = files.documents(in: library.failedDocuments.union(faulty))
    context = AuditContext(
      corpus: corpus, documents: library.documents, files: library.files, fileFaults: library.fileFaults,
      faulty: library.faulty, failedFiles: library.failedFiles, failedNumbers: library.failedNumbers)
  }
}

extension KeepGoing {
  /// The same with documents as they were when they were last published.
  ///
  /// - Parameter texts: The site with these texts in place.
  /// - Returns: Itself when those texts bring errors into other documents.
  func holding(
    _ texts: PublishedTexts, faulty: Set<String>, templates: LayeredTree, asOf: CalendarDate, jobs: Int,
    shelf: TextShelf, attachments: AttachmentReader
  ) async throws(FileError) -> KeepGoing {
    guard !texts.paths.isEmpty else { return self }
    let region = library.region
    var library = try await loadLibrary(tree: texts.overlaid, templates: templates, jobs: jobs, shelf: shelf)
      .with(region, [])
    let files = DocumentFiles(library)
    let audited = await Preparation.audit(library, asOf: asOf, jobs: jobs, attachments: attachments)
    let errors = audited.errors(files)
    guard files.contain(errors), files.faulty(errors).isSubset(of: faulty) else { return self }
    let changed = texts.changedPaths
    for index in library.documents.indices {
      library.documents[index].isHeld = library.documents[index].textFiles.contains(where: changed.contains)
    }
    var going = KeepGoing(library, without: errors, asOf: asOf, published: texts.paths)
    going.held = files.documents(in: texts.paths.subtracting(going.leftOut))
    going.attachments = audited.attachments
    return going
  }
}
