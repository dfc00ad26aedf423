import Base
import Disk
import Documents
import Loading
import Offline
import Publishing
import Rendering
import Resolution

/// Reads a site and reports everything that is wrong with it; writes nothing.
///
/// - Throws: ``FileError`` from the disk, ``BuildError`` for an invalid request.
package func checkSite(_ request: BuildRequest) async throws -> CheckOutcome {
  let preparation = try await Preparation(request)
  var check = preparation.check
  // Whatever is in Output or beside it, the check is of the library.
  if let output = try? OutputFolder(reading: request.output), let manifest = try? output.manifest() {
    let previous = try? await PreviousRelease(manifest, in: output, jobs: request.jobs)
    do { try preparation.requirePlausible(after: manifest, previous, request) } catch { check.refusal = error }
  }
  return check
}

/// Checks a site and, when nothing is wrong, publishes it: Output is the old release or the new one, complete. What came of it is
/// recorded beside Output.
///
/// - Parameter version: the program's version, for the manifest.
/// - Throws: ``FileError`` and ``PublishingError`` from the disk, ``BuildError`` for an invalid request.
package func buildSite(_ request: BuildRequest, version: String) async throws -> BuildOutcome {
  let output = try OutputFolder(path: request.output)
  if ([request.root + "/Content"] + request.templates).contains(where: output.isInside) {
    throw BuildError.outputInsideContent(request.output)
  }
  let lock = try OutputLock(output)
  let recorder = Recorder(output, at: lock.takenAt / 1_000_000_000)
  do {
    var (outcome, timeZone) = try await build(request, version: version, output, lock)
    outcome.newWarnings = recorder.last.success?.new(among: outcome.check.findings) ?? []
    recorder.record(outcome, timeZone: timeZone)
    return outcome
  } catch {
    recorder.record(error)
    throw error
  }
}

/// - Returns: The outcome, and the site's time zone.
private func build(
  _ request: BuildRequest, version: String, _ output: OutputFolder, _ lock: OutputLock
) async throws -> (BuildOutcome, timeZone: String) {
  try output.clearLeftovers(under: lock)
  let manifest = try output.manifest()
  if let manifest, case let isCopy = OfflineCopy.isCopy(manifest.files.lazy.map(\.path)),
    isCopy != (request.copy != nil)
  {
    throw BuildError.otherForm(output: request.output, isCopy: isCopy)
  }
  let sources = Unchanged.Sources(request, now: lock.takenAt)
  if let last = Unchanged.last(of: request, sources, in: output) { return (last.outcome, last.timeZone) }
  let preparation = try await Preparation(request, publishingTo: output)
  let timeZone = preparation.library.site.timeZone
  let previous = try await PreviousRelease(manifest, in: output, jobs: request.jobs)
  try preparation.requirePlausible(after: manifest, previous, request)
  guard preparation.isPublishable(keepGoing: request.keepGoing) else {
    return (
      BuildOutcome(
        check: preparation.check, documents: 0, pages: 0, news: nil, publication: nil,
        standing: InspectionStanding(preparation.inspection)), timeZone
    )
  }
  try Task.checkCancellation()
  let staging = try Staging(output, lock: lock)
  do {
    let outcome = try await publish(preparation, request, version: version, staging, since: previous, in: output)
    // Without the cache, the next build merely has more to do.
    try? Unchanged.store(outcome, timeZone: timeZone, sources, preparation.regionStamp, in: output)
    return (outcome, timeZone)
  } catch {
    try? staging.discard()
    throw error
  }
}

/// Writes a release and puts it in Output's place.
private func publish(
  _ preparation: Preparation, _ request: BuildRequest, version: String, _ staging: Staging,
  since previous: PreviousRelease?, in output: OutputFolder
) async throws -> BuildOutcome {
  let written = try await ReleaseWriter(
    preparation: preparation, staging: staging, request: request,
    revised: try await publishedSite(request)?.revisions ?? previous?.revisions, numbered: previous?.numbered
  ).write()
  async let news = SiteNews(
    corpus: preparation.corpus, rows: written.rows, revisions: written.revisions, previous: previous)
  // Before the release that they may have to be read from is another.
  let addresses = PublishedAddresses(of: output)
  request.progress(BuildProgress(phase: .publishing, done: 0, total: 1))
  let documents = preparation.corpus.entries.count
  let publication = try staging.publish(
    ReleaseInformation(
      asOf: preparation.asOf.iso, generator: "gongkai \(version)", documents: documents,
      regional: preparation.check.regional, pages: written.pages),
    keeping: preparation.library.site.keepReleases)
  addresses.keep(with: preparation.corpus, in: output)
  await PublishedTexts.keep(of: preparation, in: output, jobs: request.jobs)
  try? output.keepReadings(only: preparation.attachments.keys)
  let kept = Withdrawal(output).kept(preparation.corpus.tombstones.map(\.id.path))
  return await BuildOutcome(
    check: preparation.check, documents: documents, pages: written.pages, news: news, publication: publication,
    held: preparation.held, leftOut: preparation.leftOut, stillKept: kept,
    standing: InspectionStanding(preparation.inspection))
}

/// The site of which a copy is made, as it is published; nil if it is not, and for a site itself.
private func publishedSite(_ request: BuildRequest) async throws -> PreviousRelease? {
  guard let copy = request.copy, let site = try? OutputFolder(reading: copy.site), let manifest = try site.manifest()
  else { return nil }
  return try await PreviousRelease(manifest, in: site, jobs: request.jobs)
}
