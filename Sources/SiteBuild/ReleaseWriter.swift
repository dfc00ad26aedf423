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

  /// Files, pages, assets and the search index; returns the number of pages for people, and the rows of the documents.
  ///
  /// - Throws: ``FileError`` from the disk.
  func write() async throws -> (pages: Int, rows: [UInt8]) {
    let hashes = try writeFiles()
    let assetFolder = try writeAssets()
    let bodies = preparation.library.documents.map { ($0.document.id, $0.body) }
    let introductions = preparation.library.columns.map { ($0.column.path, $0.introduction) }
    let input = RenderInput(
      corpus: preparation.corpus, resolver: preparation.resolver,
      bodies: Dictionary(bodies, uniquingKeysWith: { first, _ in first }),
      introductions: Dictionary(introductions, uniquingKeysWith: { first, _ in first }), fileHashes: hashes)
    let renderer = Renderer(input: input, templates: preparation.templates, assetFolder: assetFolder)
    let rows = renderer.render(.documentsJSONL)
    _ = try staging.write(path: rows.path, bytes: rows.bytes)
    let plans = renderer.plans.filter { $0 != .documentsJSONL }
    let tokens = await tokens(input)
    // The index is built by one task while the pages are rendered by the others.
    let assembly = SearchAssembly(corpus: preparation.corpus)
    async let index = assembly.index(tokens)
    try await write(plans) { done in
      request.progress(BuildProgress(phase: .rendering, done: done, total: plans.count))
    } make: {
      renderer.render($0)
    }
    request.progress(BuildProgress(phase: .indexing, done: 0, total: 1))
    try await write(await index.files) { RenderedFile(path: $0.path, bytes: $0.bytes) }
    return (plans.count(where: \.isPage), rows.bytes)
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
    let name = checksum(of: assets.flatMap { Array($0.path.utf8) + [0] + Array(checksum(of: $0.bytes).utf8) }).prefix(
      12)
    let folder = "assets/\(name)/"
    for asset in assets { _ = try staging.write(path: folder + asset.path, bytes: asset.bytes) }
    return folder
  }

  /// What the index needs of each public document, in the corpus's order.
  private func tokens(_ input: RenderInput) async -> [DocumentTokens] {
    await boundedMap(input.corpus.entries, jobs: request.jobs) { entry in
      guard let body = input.bodies[entry.document.id] else { preconditionFailure("every document has a body") }
      return SearchAssembly.tokens(of: entry.document, body: body)
    }
  }

  /// Makes and writes files, several at once.
  private func write<Plan: Sendable>(
    _ plans: [Plan], progress: ((Int) -> Void)? = nil, make: @escaping @Sendable (Plan) -> RenderedFile
  ) async throws {
    let staging = staging
    let failures = await boundedMap(plans, jobs: request.jobs, chunk: 8, progress: progress) { plan -> FileError? in
      let file = make(plan)
      do throws(FileError) {
        _ = try staging.write(path: file.path, bytes: file.bytes)
        return nil
      } catch { return error }
    }
    if let failure = failures.compactMap(\.self).first { throw failure }
  }
}
