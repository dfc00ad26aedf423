import Base
import Disk
import Documents
import Loading
import Markdown
import Offline
import Publishing
import Rendering
import Resolution
import Search

/// Writes all files of a release into staging.
struct ReleaseWriter {
  let preparation: Preparation
  let staging: Staging
  let request: BuildRequest
  /// The edits that readers of the last release know.
  let revised: Revisions?
  /// The numbers of its documents in its search index.
  let numbered: PublishedNumbers?

  /// The result of writing a release.
  struct Written: Sendable {
    /// Pages for people.
    let pages: Int
    /// `data/documents.jsonl`.
    let rows: [UInt8]
    let revisions: Revisions
  }

  /// Copies and assets first, because pages contain their checksums; then what is made from the corpus, concurrently
  /// with the search index; then archives, which contain files written before.
  ///
  /// - Throws: ``FileError`` from the disk, ``BuildError`` when the index does not find what it holds.
  func write() async throws -> Written {
    request.progress(BuildProgress(phase: .rendering, done: 0, total: 1))
    let (assets, plan) = (preparation.assets, preparation.plan)
    let hashes = try copyFiles(plan, assets)
    let revisions = await Revisions(
      of: preparation.corpus, plan, hashes, since: revised, jobs: request.jobs)
    let input = RenderInput(
      corpus: preparation.corpus, resolver: preparation.resolver, fileHashes: hashes, revisions: revisions)
    let renderer = Renderer(plan: plan, input: input, templates: preparation.templates, assetFolder: assets.path)
    async let index = index(plan.shelves)
    let copy = copy(plan, assets)
    let kept = copy == nil ? plan.entries : plan.entries.filter { OfflineCopy.keeps($0.file) }
    // The search page carries what the index is called.
    let entries = kept.filter { $0.file != .search }
    try await write(entries) { done in
      request.progress(BuildProgress(phase: .rendering, done: done, total: entries.count))
    } make: { entry in
      guard let bytes = renderer.render(entry.file) else { return [] }
      return copy?.files(for: entry.file, bytes) ?? [(entry.path, bytes)]
    }
    for case (.document(let id, _, .archive), let path) in plan.entries.map({ ($0.file, $0.path) }) {
      try ArchiveWriter(staging: staging).write(renderer.archive(id), to: path)
    }
    request.progress(BuildProgress(phase: .indexing, done: 0, total: 1))
    let search = try await index
    try await write(search.files) { [copy?.script($0.path, $0.bytes[...]) ?? ($0.path, $0.bytes)] }
    try await write([SiteFile.search]) { [start = search.start] file in
      // A copy reads its files one by one: its scripts are not asked for over a network.
      if let copy { return copy.files(for: file, renderer.searchPage()) }
      return [(file.path, renderer.searchPage(entry: start.entry, files: start.files))]
    }
    if copy == nil, preparation.library.site.hasCompressedCopies {
      try await staging.writeCompressedCopies(of: FileTypes.compressible, jobs: request.jobs)
    }
    return Written(
      pages: kept.count(where: \.file.isPage), rows: try staging.bytes(of: SiteFile.documentsJSONL.path) ?? [],
      revisions: revisions)
  }

  private func index(_ shelves: Shelves) async throws(BuildError) -> SearchIndex {
    let assembly = SearchAssembly(
      corpus: preparation.corpus, jobs: request.jobs, places: searchPlaces(shelves),
      previous: numbered)
    do { return try await assembly.index() } catch { throw .searchSelfTest(error.text) }
  }

  /// Attachments, images and assets; returns the checksums of those in Content/ by content path.
  private func copyFiles(_ plan: SitePlan, _ assets: AssetFolder) throws -> [String: String] {
    var hashes: [String: String] = [:]
    for entry in plan.entries {
      if case .copy(let file) = entry.file {
        let source = try preparation.tree.open("Content/" + file.content)
        hashes[file.content] = try staging.copy(source, to: entry.path).sha256
      }
    }
    for asset in assets.files { _ = try staging.write(path: assets.path + asset.path, bytes: asset.bytes) }
    return hashes
  }

  /// What becomes of files in a copy that needs no server; nil for a site.
  private func copy(_ plan: SitePlan, _ assets: AssetFolder) -> OfflineCopy? {
    request.copy.map { copy in
      OfflineCopy(
        of: plan.entries.map(\.file), baseURL: preparation.library.site.baseURL, asOf: preparation.asOf,
        assets: assets.path, kiosk: copy.kiosk)
    }
  }

  /// Makes and writes files, several at once; none for those that are written elsewhere.
  private func write<Plan: Sendable>(
    _ plans: [Plan], progress: ((Int) -> Void)? = nil,
    make: @escaping @Sendable (Plan) -> [(path: String, bytes: [UInt8])]
  ) async throws {
    let staging = staging
    let failures = await boundedMap(plans, jobs: request.jobs, chunk: 8, progress: progress) { plan -> FileError? in
      do throws(FileError) {
        for file in make(plan) { _ = try staging.write(path: file.path, bytes: file.bytes) }
        return nil
      } catch { return error }
    }
    if let failure = failures.compactMap(\.self).first { throw failure }
  }
}

extension ReleaseWriter {
  /// The pages besides the documents that people name when they search.
  private func searchPlaces(_ shelves: Shelves) -> [SearchPlace] {
    let columns = preparation.corpus.columns.filter { !$0.path.isEmpty }
      .map { SearchPlace(title: $0.title, kind: "栏目", url: $0.url) }
    let terms = [Facet.topics, .themes, .issuers, .places, .audience].flatMap { facet in
      shelves.terms[facet].filter { !$0.documents.isEmpty }
        .map { SearchPlace(title: $0.name, kind: facet.label, url: $0.url) }
    }
    return columns + terms
  }
}
