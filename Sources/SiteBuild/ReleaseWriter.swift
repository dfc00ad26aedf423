import Documents
import FileTree
import Loading
import Publishing
import Rendering
import Resolution
import SearchIndexing
import TextEncoding

/// Writes everything that a release consists of into staging.
struct ReleaseWriter {
  let preparation: Preparation
  let staging: Staging
  let request: BuildRequest

  /// Files, pages, assets and the search index; returns the number of pages for people.
  ///
  /// - Throws: ``FileError`` from the disk.
  func write() async throws -> Int {
    let hashes = try writeFiles()
    let assetFolder = try writeAssets()
    let bodies = preparation.library.documents.map { ($0.document.id, $0.body) }
    let introductions = preparation.library.columns.map { ($0.column.path, $0.introduction) }
    let input = RenderInput(
      corpus: preparation.corpus, resolver: preparation.resolver,
      bodies: Dictionary(bodies, uniquingKeysWith: { first, _ in first }),
      introductions: Dictionary(introductions, uniquingKeysWith: { first, _ in first }), fileHashes: hashes)
    let renderer = Renderer(input: input, templates: preparation.templates, assetFolder: assetFolder)
    let plans = renderer.plans
    let tokens = try await writePages(plans, renderer, input)
    request.progress(BuildProgress(phase: .indexing, done: 0, total: 1))
    let index = SearchAssembly(corpus: preparation.corpus).index(tokens)
    for file in index.files { _ = try staging.write(path: file.path, bytes: file.bytes) }
    return plans.count(where: \.isPage)
  }

  /// Attachments and images; returns their checksums by content path.
  private func writeFiles() throws -> [String: String] {
    let resolver = preparation.resolver
    let files =
      preparation.corpus.entries.flatMap { $0.document.files(resolver: resolver) }
      + preparation.corpus.columns.flatMap { $0.files(resolver: resolver) }
    var hashes: [String: String] = [:]
    for file in Set(files).sorted() {
      let source = preparation.tree.root + "/Content/" + file.content
      hashes[file.content] = try staging.copy(from: source, to: file.output).sha256
    }
    return hashes
  }

  /// Assets stand in a folder that is named by their content, so that browsers may keep them for ever.
  private func writeAssets() throws -> String {
    let assets = preparation.templates.assetFiles
    let name = checksum(of: assets.flatMap { Array($0.path.utf8) + [0] + Array(checksum(of: $0.bytes).utf8) }).prefix(12)
    let folder = "assets/\(name)/"
    for asset in assets { _ = try staging.write(path: folder + asset.path, bytes: asset.bytes) }
    return folder
  }

  /// Renders and writes every page; returns what the index needs of each public document, in the corpus's order.
  private func writePages(
    _ plans: [PagePlan], _ renderer: Renderer, _ input: RenderInput
  ) async throws -> [DocumentTokens] {
    let staging = staging
    let progress = request.progress
    let results = await boundedMap(plans, jobs: request.jobs, chunk: 8) { done in
      progress(BuildProgress(phase: .rendering, done: done, total: plans.count))
    } transform: { plan -> Result<DocumentTokens?, FileError> in
      let file = renderer.render(plan)
      do throws(FileError) {
        _ = try staging.write(path: file.path, bytes: file.bytes)
      } catch { return .failure(error) }
      guard case .document(let id) = plan, let entry = input.corpus[id], let body = input.bodies[id] else {
        return .success(nil)
      }
      return .success(SearchAssembly.tokens(of: entry.document, body: body))
    }
    return try results.compactMap { try $0.get() }
  }
}
