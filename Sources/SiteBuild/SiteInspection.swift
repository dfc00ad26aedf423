import Base
import Documents
package import Inspection
import Loading
import Rendering
import Resolution
import Search

/// Asks addresses of other sites whether they answer; supplied by the executable, because it needs a network.
package typealias LinkProbe = @Sendable ([String]) async -> LinkAnswers

/// Inspects a site: reads it, makes every page and the index in memory, and measures them. Writes nothing.
///
/// - Parameter links: Nil: links to other sites are not asked.
/// - Throws: ``FileError`` from the disk, ``BuildError`` for an invalid request.
package func inspectSite(_ request: BuildRequest, links: LinkProbe? = nil) async throws -> InspectionReport {
  var request = request
  // A mistake in one document must not hide what inspectors see of the others.
  request.keepGoing = true
  let preparation = try await Preparation(request)
  let settings = preparation.library.site.inspection
  async let sample = SearchSample(
    preparation.corpus, count: settings[limit: .searchSample], rank: settings[limit: .searchRank], jobs: request.jobs)
  let pages = await preparation.pages(request)
  let answers = await links?(InspectionReport.outside(pages)) ?? .notAsked
  return await InspectionReport(preparation.inspectionInput, pages: pages, sample: sample, links: answers)
}

extension Preparation {
  /// What is inspected.
  var inspectionInput: InspectionInput {
    InspectionInput(corpus: corpus, documents: documents, due: due, findings: findings)
  }

  /// The part of the inspection that is known without a page.
  var inspection: InspectionReport { InspectionReport(inspectionInput) }

  /// Makes every page, reads it, and forgets it.
  fileprivate func pages(_ request: BuildRequest) async -> [PageVerdict] {
    let (plan, assets) = (plan, assets)
    let input = RenderInput(corpus: corpus, resolver: resolver, fileHashes: [:])
    let renderer = Renderer(plan: plan, input: input, templates: templates, assetFolder: assets.path)
    let site = library.site
    // The page of an error has no address of its own, and other sites are inspected themselves.
    let entries = plan.entries.filter { $0.file.isPage && $0.file != .notFound && !corpus.isRegional($0.owner) }
    let verdicts = await boundedMap(entries, jobs: request.jobs, chunk: 8) { done in
      request.progress(BuildProgress(phase: .rendering, done: done, total: entries.count))
    } transform: { entry in
      renderer.render(entry.file).map { PageVerdict($0, of: entry, site: site) }
    }
    return verdicts.compactMap(\.self)
  }
}

extension SearchSample {
  /// Looks up titles of a corpus in an index of it.
  fileprivate init(_ corpus: Corpus, count: Int, rank: Int, jobs: Int) async {
    let own = SearchAssembly(corpus: corpus, of: corpus.entries, jobs: jobs)
    let proof = await own.titleProof(sample: count, rank: rank)
    func found(_ place: Int) -> Found {
      Found(title: corpus.entries[place].document.title, url: corpus.entries[place].document.url)
    }
    self.init(count: proof.count, lost: proof.lost.map(found), crowded: proof.crowded.map(found))
  }
}
