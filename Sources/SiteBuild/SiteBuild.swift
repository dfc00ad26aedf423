import Documents
import FileTree
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
  let preparation = try await Preparation(request)
  let check = CheckOutcome(
    findings: preparation.findings, asOf: preparation.asOf, documents: preparation.library.documents.count)
  guard preparation.isPublishable(keepGoing: request.keepGoing) else {
    return BuildOutcome(
      check: check, documents: 0, pages: 0, madeFiles: 0, news: nil, hasDamagedCache: false, publication: nil)
  }
  let staging = try Staging(output, lock: lock)
  do {
    let (cache, isDamaged) = try cache(request, output, staging.previous)
    let reuse = Reuse(cache: cache, staging: staging)
    let written = try await ReleaseWriter(
      preparation: preparation, staging: staging, request: request, reuse: reuse
    ).write()
    let news = SiteNews(
      corpus: preparation.corpus, rows: written.rows, previous: try previousRows(output, staging.previous))
    request.progress(BuildProgress(phase: .publishing, done: 0, total: 1))
    let documents = preparation.corpus.entries.count
    let publication = try staging.publish(
      ReleaseInformation(
        asOf: preparation.asOf.iso, generator: "gongkai \(version)", documents: documents, pages: written.pages),
      keeping: preparation.library.site.keepReleases)
    try? note(written.keys, publication, in: output)
    return BuildOutcome(
      check: check, documents: documents, pages: written.pages, madeFiles: written.madeFiles, news: news,
      hasDamagedCache: isDamaged,
      publication: publication)
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

/// What the build before noted, when it is about the release in Output.
private func cache(
  _ request: BuildRequest, _ output: OutputFolder, _ previous: Manifest?
) throws(FileError) -> (cache: BuildCache, isDamaged: Bool) {
  guard !request.isFull, let previous, let bytes = try output.cache() else { return (BuildCache(), false) }
  do throws(BuildCache.Fault) {
    return (try BuildCache(bytes, treeHash: previous.treeHash), false)
  } catch {
    return (BuildCache(), error == .damaged)
  }
}

/// Notes for the next build from what each file was made; without the note it only has more to do.
private func note(_ keys: [String: String], _ publication: Publication, in output: OutputFolder) throws(FileError) {
  try output.store(cache: nil)
  var files: [String: BuildCache.File] = [:]
  for (path, key) in keys {
    if let stamp = try output.stamp(of: path) { files[path] = BuildCache.File(key: key, stamp: stamp) }
  }
  try output.store(cache: BuildCache(files: files).bytes(treeHash: publication.treeHash))
}
