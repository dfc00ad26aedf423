import Documents
import Disk
import Loading
import Publishing
import Rendering
import Resolution

/// Reads a site and says everything that is wrong with it; writes nothing.
///
/// - Throws: ``FileError`` from the disk, ``BuildError`` for a request that makes no sense.
package func checkSite(_ request: BuildRequest) async throws -> CheckOutcome {
  let preparation = try await Preparation(request)
  return CheckOutcome(
    findings: preparation.findings, asOf: preparation.asOf, documents: preparation.library.documents.count)
}

/// Checks a site and, when nothing is wrong, publishes it: Output is the old release or the new one, whole.
///
/// - Parameter version: of the program, for the manifest.
/// - Throws: ``FileError`` and ``PublishingError`` from the disk, ``BuildError`` for a request that makes no sense.
package func buildSite(_ request: BuildRequest, version: String) async throws -> BuildOutcome {
  let output = try OutputFolder(path: request.output)
  if output.isInside(request.root + "/Content") || output.isInside(request.templates) {
    throw BuildError.outputInsideContent(request.output)
  }
  let lock = try OutputLock(output)
  let sources = Repetition.Sources(request, now: lock.takenAt)
  let note = try Note(request, output, lock)
  if let sources, let outcome = note.cache.repetition?.outcome(of: request, sources: sources, output: output) {
    return outcome
  }
  let preparation = try await Preparation(request)
  let check = CheckOutcome(
    findings: preparation.findings, asOf: preparation.asOf, documents: preparation.library.documents.count)
  guard preparation.isPublishable(keepGoing: request.keepGoing) else {
    return BuildOutcome(
      check: check, documents: 0, pages: 0, madeFiles: 0, news: nil, hasDamagedCache: false, publication: nil)
  }
  let staging = try Staging(output, lock: lock)
  do {
    let reuse = Reuse(cache: note.cache(about: staging.previous), staging: staging)
    let written = try await ReleaseWriter(
      preparation: preparation, staging: staging, request: request, reuse: reuse
    ).write()
    let previous = try previousRows(output, staging.previous)
    async let news = SiteNews(corpus: preparation.corpus, rows: written.rows, previous: previous)
    request.progress(BuildProgress(phase: .publishing, done: 0, total: 1))
    let publication = try staging.publish(
      ReleaseInformation(
        asOf: preparation.asOf.iso, generator: "gongkai \(version)", documents: preparation.corpus.entries.count,
        pages: written.pages),
      keeping: preparation.library.site.keepReleases)
    let outcome = await BuildOutcome(
      check: check, documents: preparation.corpus.entries.count, pages: written.pages, madeFiles: written.madeFiles,
      news: news, hasDamagedCache: note.isDamaged, publication: publication)
    try? await Note.write(outcome, keys: written.keys, timeZone: preparation.library.site.timeZone, sources, to: output)
    return outcome
  } catch {
    try? staging.discard()
    throw error
  }
}

/// The rows of the release in Output, with its day.
private func previousRows(
  _ output: OutputFolder, _ manifest: Manifest?
) throws(FileError) -> (rows: [UInt8], asOf: String)? {
  guard let manifest, let rows = try output.published(PagePlan.documentsJSONL.path { $0.path }, in: manifest) else {
    return nil
  }
  return (rows, manifest.information.asOf)
}
