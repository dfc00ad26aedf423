import Auditing
import Base
import Documents
import Disk
import Loading
import Offline
import OfficeFiles
import Publishing
import Regions
import Rendering
import Resolution

/// The read-only stages: load, resolve for a day, audit.
struct Preparation {
  /// What is published: of documents that have errors, the last published text, if there is one.
  let library: Library
  let templates: TemplateSet
  /// The templates' assets with the folder that their content names.
  let assets: AssetFolder
  let tree: DiskTree
  let asOf: CalendarDate
  let corpus: Corpus
  let resolver: LinkResolver
  let findings: [Diagnostic]
  /// Warnings that an editor has looked at.
  let checked: [CheckedFinding]
  /// Files of documents that have errors and are read as they were last published: `Content/zhengce/2023-3.md`.
  let held: [String]
  /// Files of documents that are left out because of errors, sorted.
  let leftOut: [String]
  /// What was found in the attachments.
  let attachments: AttachmentReadings
  /// Identifies the exports of other sites that were read.
  let regionStamp: RegionStamp?
  /// The number of documents without errors.
  private let count: Int
  /// Whether each error is in a file of one document.
  private let areErrorsConfined: Bool

  /// The documents as loaded, including those left out of the corpus.
  var documents: [Document] { library.documents }

  /// The result of the check.
  var check: CheckOutcome {
    var check = CheckOutcome(findings: findings, checked: checked, asOf: asOf, documents: count)
    check.attachments = attachments.counts
    check.regional = library.site.sources.isEmpty ? nil : corpus.regional.count
    return check
  }

  /// Reads and checks a site.
  ///
  /// - Parameters:
  ///   - folder: Where a release is to be published; nil when nothing is to be written.
  ///   - texts: Where the texts of the last release are.
  ///   - isSearched: Whether anybody is going to search in it, as readers of a release do.
  init(
    _ request: BuildRequest, publishingTo folder: OutputFolder? = nil, texts: OutputFolder? = nil,
    isSearched: Bool = false
  ) async throws {
    tree = try DiskTree(root: request.root, entrance: "Content")
    let templateTree = try request.layeredTemplates()
    let progress = request.progress
    let shelf = request.shelf
    let own = try await loadLibrary(
      tree: tree, templates: templateTree, jobs: request.jobs, shelf: shelf
    ) { done, total in
      progress(BuildProgress(phase: .loading, done: done, total: total))
    }
    regionStamp = RegionStamp(own.site.sourceFolders(root: request.root))
    let library = try await own.withRegion(request, shelf)
    templates = try TemplateSet(tree: templateTree)
    let served = try AssetFolder(templates, library.site.theme, in: tree)
    assets = request.copy == nil ? served : try served.offline(templates)
    guard let asOf = request.asOf ?? request.today(library.site.timeZone) else {
      throw BuildError.unknownTimeZone(library.site.timeZone)
    }
    self.asOf = asOf
    progress(BuildProgress(phase: .resolving, done: 0, total: 1))
    let reader = Self.attachmentReader(
      request, tree, publishingTo: folder,
      searched: folder != nil || isSearched ? library.site.attachmentCharacters : 0)
    let audited = await Self.audit(library, asOf: asOf, jobs: request.jobs, attachments: reader)
    var attachments = audited.attachments
    let output = folder ?? (try? OutputFolder(reading: request.output))
    let lost = output.map(PublishedAddresses.init)?.findings(
      in: audited.context.corpus, library.documents,
      unread: Set(audited.context.failed).union(library.faulty.map(\.id)))
    let found =
      try audited.findings + templates.check(kinds: library.kinds, isRegion: !library.site.sources.isEmpty)
      + request.outdatedTemplates() + (lost ?? [])
      + (request.copy == nil ? [] : Self.portableNames(in: audited.context))
    let files = DocumentFiles(library)
    let reviewed = ReviewedFindings(files.sparingDrafts(found), in: library)
    (findings, checked) = (reviewed.open, reviewed.checked)
    count = library.documents.count
    let errors = findings.filter { $0.severity == .error }
    areErrorsConfined = files.contain(errors)
    guard request.keepGoing, !errors.isEmpty, areErrorsConfined else {
      (self.library, held, leftOut, self.attachments) = (library, [], [], attachments)
      (corpus, resolver) = (audited.context.corpus, audited.context.resolver)
      return
    }
    var going = KeepGoing(library, without: errors, asOf: asOf)
    if let folder = folder ?? texts {
      let faulty = files.faulty(errors)
      going = try await going.holding(
        PublishedTexts(of: files.holdable(errors, on: asOf), in: folder, over: tree), faulty: faulty,
        templates: templateTree, asOf: asOf,
        jobs: request.jobs, shelf: shelf, attachments: reader)
      attachments.add(held: going.attachments)
    }
    (self.library, held, leftOut, self.attachments) = (going.library, going.held, going.leftOut, attachments)
    (corpus, resolver) = (going.context.corpus, going.context.resolver)
  }

  /// What has to be done by when.
  var due: DueList {
    DueList(corpus, documents: documents, failed: library.failedIDs)
  }

  /// Every file of the release.
  var plan: SitePlan {
    let assets = assets
    return SitePlan(corpus, resolver: resolver, assets: (assets.files.map(\.path), assets.path))
  }

  /// Whether a release can be made: no errors, or with `keepGoing` only errors confined to single documents.
  func isPublishable(keepGoing: Bool) -> Bool {
    keepGoing ? areErrorsConfined : !findings.contains { $0.severity == .error }
  }

  /// Names that a copy cannot have, of what stands in it.
  private static func portableNames(in context: AuditContext) -> [Diagnostic] {
    let entries = SitePlan(context.corpus, resolver: context.resolver).entries.filter { OfflineCopy.keeps($0.file) }
    return PortableNames(addedLength: OfflineCopy.addedLength).findings(of: entries, in: context)
  }

  /// A check looks at what the last build kept, but keeps nothing.
  ///
  /// - Parameter searched: Characters of a file that the search takes.
  static func attachmentReader(
    _ request: BuildRequest, _ tree: any SourceTree, publishingTo folder: OutputFolder?, searched: Int = 0
  ) -> AttachmentReader {
    AttachmentReader(
      tree: tree, office: OfficeReader(pdfReader: request.pdfReader),
      store: folder ?? (try? OutputFolder(reading: request.output)), trustsStore: !request.isFull, keeps: folder != nil,
      searched: searched, jobs: request.jobs, progress: request.progress)
  }

  /// The library on a day, and all its findings.
  ///
  /// - Parameter corpus: The library on that day, if it is there already.
  static func audit(
    _ library: Library, _ corpus: Corpus? = nil, asOf: CalendarDate, jobs: Int, attachments: AttachmentReader
  ) async -> Audited {
    let corpus = corpus ?? Corpus(library, asOf: asOf)
    var context = AuditContext(
      corpus: corpus, documents: library.documents, files: library.files, fileFaults: library.fileFaults,
      faulty: library.faulty, failedFiles: library.failedFiles, failedNumbers: library.failedNumbers)
    let readings = await attachments.readings(of: context.namedFiles, sizes: library.files, by: library.textGuard)
    context.attachments = readings.byPath
    let found = await boundedMap(Audit.checks, jobs: jobs, chunk: 1) { [context] in $0(context) }
    return Audited(
      context: context, findings: library.findings + corpus.findings + found.flatMap(\.self), attachments: readings)
  }
}

extension Library {
  /// The files of the documents that could not be read, by content path.
  var failedFiles: Set<String> { Set(failedDocuments.map { String($0.dropFirst("Content/".count)) }) }

  /// The documents that could not be read.
  var failedIDs: Set<DocumentID> { Set(failedFiles.map(DocumentID.init(sourcePath:))) }
}

extension Corpus {
  /// A library on a day.
  convenience init(_ library: Library, asOf: CalendarDate) {
    self.init(
      site: library.site, kinds: library.kinds, columns: library.columns, documents: library.documents,
      region: library.region, asOf: asOf, failed: library.failedIDs, failedNumbers: library.failedNumbers)
  }
}

/// A library that was checked.
struct Audited {
  let context: AuditContext
  /// In no particular order.
  let findings: [Diagnostic]
  let attachments: AttachmentReadings

  /// The errors, apart from those in drafts.
  func errors(_ files: DocumentFiles) -> [Diagnostic] {
    files.sparingDrafts(findings).filter { $0.severity == .error }
  }
}
