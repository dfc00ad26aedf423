import Base
import Disk
import Documents
import Loading
import Publishing
import Rendering
import Resolution

/// Reads a site and reports everything that is wrong with it; writes nothing.
///
/// - Throws: ``FileError`` from the disk, ``BuildError`` for an invalid request.
package func checkSite(_ request: BuildRequest) async throws -> CheckOutcome {
  try await Preparation(request).check
}

/// Checks a site and, when nothing is wrong, publishes it: Output is the old release or the new one, complete.
///
/// - Parameter version: the program's version, for the manifest.
/// - Throws: ``FileError`` and ``PublishingError`` from the disk, ``BuildError`` for an invalid request.
package func buildSite(_ request: BuildRequest, version: String) async throws -> BuildOutcome {
  let output = try OutputFolder(path: request.output)
  if output.isInside(request.root + "/Content") || output.isInside(request.templates) {
    throw BuildError.outputInsideContent(request.output)
  }
  let lock = try OutputLock(output)
  try output.clearLeftovers(under: lock)
  let sources = Unchanged.Sources(request, now: lock.takenAt)
  if let outcome = Unchanged.outcome(of: request, sources, in: output) { return outcome }
  let preparation = try await Preparation(request, publishingTo: output)
  guard preparation.isPublishable(keepGoing: request.keepGoing) else {
    return BuildOutcome(check: preparation.check, documents: 0, pages: 0, news: nil, publication: nil)
  }
  try Task.checkCancellation()
  let staging = try Staging(output, lock: lock)
  do {
    let outcome = try await publish(preparation, request, version: version, staging, in: output)
    // Without the cache, the next build merely has more to do.
    try? Unchanged.store(outcome, timeZone: preparation.library.site.timeZone, sources, in: output)
    return outcome
  } catch {
    try? staging.discard()
    throw error
  }
}

/// Writes a release and puts it in Output's place.
private func publish(
  _ preparation: Preparation, _ request: BuildRequest, version: String, _ staging: Staging, in output: OutputFolder
) async throws -> BuildOutcome {
  let previous = try await PreviousRelease(staging.previous, in: output, jobs: request.jobs)
  let written = try await ReleaseWriter(
    preparation: preparation, staging: staging, request: request, previous: previous
  ).write()
  async let news = SiteNews(
    corpus: preparation.corpus, rows: written.rows, revisions: written.revisions, previous: previous)
  request.progress(BuildProgress(phase: .publishing, done: 0, total: 1))
  let documents = preparation.corpus.entries.count
  let publication = try staging.publish(
    ReleaseInformation(
      asOf: preparation.asOf.iso, generator: "gongkai \(version)", documents: documents, pages: written.pages),
    keeping: preparation.library.site.keepReleases)
  await PublishedTexts.keep(of: preparation, in: output, jobs: request.jobs)
  return await BuildOutcome(
    check: preparation.check, documents: documents, pages: written.pages, news: news, publication: publication,
    held: preparation.held, leftOut: preparation.leftOut)
}
