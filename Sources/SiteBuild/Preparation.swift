import Auditing
import Base
import Documents
import Disk
import Loading
import Rendering
import Resolution

/// The read-only stages: load, resolve for a day, audit.
struct Preparation {
  let library: Library
  let templates: TemplateSet
  let tree: DiskTree
  let asOf: CalendarDate
  let corpus: Corpus
  let resolver: LinkResolver
  let findings: [Diagnostic]
  /// Warnings that an editor has looked at.
  let checked: [CheckedFinding]

  /// The documents as loaded, including those left out of the corpus.
  var documents: [Document] { library.documents }

  /// The result of the check.
  var check: CheckOutcome {
    CheckOutcome(findings: findings, checked: checked, asOf: asOf, documents: library.documents.count)
  }

  /// Reads and checks a site.
  init(_ request: BuildRequest) async throws {
    tree = try DiskTree(root: request.root)
    let templateTree = try DiskTree(root: request.templates)
    let label = Self.label(request)
    let progress = request.progress
    library = try await loadLibrary(tree: tree, templates: templateTree, jobs: request.jobs) { done, total in
      progress(BuildProgress(phase: .loading, done: done, total: total))
    }
    templates = try TemplateSet(tree: templateTree, label: label)
    guard let asOf = request.asOf ?? request.today(library.site.timeZone) else {
      throw BuildError.unknownTimeZone(library.site.timeZone)
    }
    self.asOf = asOf
    progress(BuildProgress(phase: .resolving, done: 0, total: 1))
    let audited = await Self.audit(library, asOf: asOf, jobs: request.jobs)
    let found = library.findings + templates.check(kinds: library.kinds, label: label) + audited.findings
    let reviewed = ReviewedFindings(found, in: library)
    (findings, checked) = (reviewed.open, reviewed.checked)
    guard request.keepGoing else {
      (corpus, resolver) = (audited.context.corpus, audited.context.resolver)
      return
    }
    let faulty = Self.faulty(findings, in: library)
    let context = faulty.isEmpty ? audited.context : Self.context(library, asOf: asOf, excluded: faulty)
    (corpus, resolver) = (context.corpus, context.resolver)
  }

  /// The templates' assets with the folder that their content names.
  var assets: AssetFolder { AssetFolder(templates.assetFiles) }

  /// Every file of the release.
  var plan: SitePlan {
    let assets = assets
    return SitePlan(corpus, resolver: resolver, assets: (assets.files.map(\.path), assets.path))
  }

  /// Whether a release can be made: no errors, or with `keepGoing` only errors confined to single documents.
  func isPublishable(keepGoing: Bool) -> Bool {
    let errors = findings.filter { $0.severity == .error }
    guard keepGoing else { return errors.isEmpty }
    let documents = Set(library.documents.map(\.frontMatter.path)).union(library.failedDocuments)
    return errors.allSatisfy { documents.contains($0.location.path) }
  }

  private static func label(_ request: BuildRequest) -> String {
    let root = request.root.hasSuffix("/") ? request.root : request.root + "/"
    let isBelow = request.templates.hasPrefix(root)
    let path = isBelow ? String(request.templates.dropFirst(root.count)) : request.templates
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The library on a day, and its findings in no particular order.
  private static func audit(
    _ library: Library, asOf: CalendarDate, jobs: Int
  ) async -> (context: AuditContext, findings: [Diagnostic]) {
    let context = context(library, asOf: asOf, excluded: [])
    let found = await boundedMap(Audit.checks, jobs: jobs, chunk: 1) { $0(context) }
    return (context, context.corpus.findings + found.flatMap(\.self))
  }

  private static func context(_ library: Library, asOf: CalendarDate, excluded: Set<DocumentID>) -> AuditContext {
    let documents = library.documents
    let failedFiles = Set(library.failedDocuments.map { String($0.dropFirst("Content/".count)) })
    let corpus = Corpus(
      site: library.site, kinds: library.kinds, columns: library.columns, documents: documents,
      asOf: asOf, excluded: excluded, failed: Set(failedFiles.map(DocumentID.init(sourcePath:))),
      failedNumbers: library.failedNumbers)
    return AuditContext(
      corpus: corpus, documents: documents, files: library.files, faulty: library.faulty, failedFiles: failedFiles,
      failedNumbers: library.failedNumbers)
  }

  /// Documents that have an error of their own.
  private static func faulty(_ findings: [Diagnostic], in library: Library) -> Set<DocumentID> {
    let paths = Set(findings.filter { $0.severity == .error }.map(\.location.path))
    return Set(library.documents.filter { paths.contains($0.frontMatter.path) }.map(\.id))
  }
}
