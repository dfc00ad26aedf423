import Base
import Disk
import Documents
import Publishing
import Rendering
import Resolution

/// What a build would do to the site that readers see.
package struct SitePreview: Sendable {
  package let check: CheckOutcome
  /// What would be new for readers; nil when errors stop a build.
  package let news: SiteNews?
  /// Files of documents that have errors and would stay as they were last published.
  package let held: [String]
  /// Files of documents that have errors and would not be on the site.
  package let leftOut: [String]
}

/// Says what a build would change, and writes nothing.
///
/// - Throws: ``FileError`` and ``PublishingError`` from the disk, ``BuildError`` for an invalid request.
package func previewSite(_ request: BuildRequest) async throws -> SitePreview {
  let output = try OutputFolder(reading: request.output)
  let preparation = try await Preparation(request, texts: output)
  let manifest = try output.manifest()
  let previous = try await PreviousRelease(manifest, in: output, jobs: request.jobs)
  var check = preparation.check
  do { try preparation.requirePlausible(after: manifest, previous, request) } catch { check.refusal = error }
  guard preparation.isPublishable(keepGoing: request.keepGoing) else {
    return SitePreview(check: check, news: nil, held: [], leftOut: [])
  }
  let news = try await preparation.news(since: previous, jobs: request.jobs)
  return SitePreview(check: check, news: news, held: preparation.held, leftOut: preparation.leftOut)
}

extension Preparation {
  /// The news of a release of this, of which only the open data is made.
  fileprivate func news(since previous: PreviousRelease?, jobs: Int) async throws(FileError) -> SiteNews {
    let plan = plan
    var hashes: [String: String] = [:]
    for case .copy(let file) in plan.entries.map(\.file) {
      hashes[file.content] = try checksum(of: tree.open("Content/" + file.content))
    }
    let revisions = await Revisions(of: corpus, plan, hashes, since: previous?.revisions, jobs: jobs)
    let input = RenderInput(corpus: corpus, resolver: resolver, fileHashes: hashes, revisions: revisions)
    let renderer = Renderer(plan: plan, input: input, templates: templates, assetFolder: assets.path)
    let rows = renderer.render(.documentsJSONL) ?? []
    return SiteNews(corpus: corpus, rows: rows, revisions: revisions, previous: previous)
  }
}
