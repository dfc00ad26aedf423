import Base
import Disk
import Documents
import Loading
import Publishing
import Rendering
import Resolution
import Search

/// Writes everything that a release consists of into staging.
struct ReleaseWriter {
  let preparation: Preparation
  let staging: Staging
  let request: BuildRequest

  /// What came of it.
  struct Written: Sendable {
    /// Pages for people.
    let pages: Int
    /// `data/documents.jsonl`.
    let rows: [UInt8]
  }

  /// Files, pages, assets and the search index.
  ///
  /// - Throws: ``FileError`` from the disk, ``BuildError`` when the index does not find what it holds.
  func write() async throws -> Written {
    request.progress(BuildProgress(phase: .rendering, done: 0, total: 1))
    let hashes = try writeFiles()
    let assetFolder = try writeAssets()
    let input = input(fileHashes: hashes)
    let renderer = Renderer(input: input, templates: preparation.templates, assetFolder: assetFolder)
    let plans = renderer.plans
    // The index is built by one task while the pages are rendered by the others.
    async let index = SearchAssembly(corpus: preparation.corpus, bodies: input.bodies, jobs: request.jobs).index()
    try await write(plans.filter { !$0.isArchive }) { done in
      request.progress(BuildProgress(phase: .rendering, done: done, total: plans.count))
    } make: {
      renderer.render($0)
    }
    // An archive holds files that were written with the pages.
    for case .bundleArchive(let id) in plans {
      _ = try staging.write(path: renderer.path(of: .bundleArchive(id)), bytes: archive(renderer.archive(id)))
    }
    request.progress(BuildProgress(phase: .indexing, done: 0, total: 1))
    try await write(index.files) { RenderedFile(path: $0.path, bytes: $0.bytes) }
    let rows = try staging.bytes(of: renderer.path(of: .documentsJSONL))
    return Written(pages: plans.count(where: \.isPage), rows: rows ?? [])
  }

  private func input(fileHashes: [String: String]) -> RenderInput {
    let bodies = preparation.library.documents.map { ($0.document.id, $0.body) }
    let introductions = preparation.library.columns.map { ($0.column.path, $0.introduction) }
    return RenderInput(
      corpus: preparation.corpus, resolver: preparation.resolver,
      bodies: Dictionary(bodies, uniquingKeysWith: { first, _ in first }),
      introductions: Dictionary(introductions, uniquingKeysWith: { first, _ in first }), fileHashes: fileHashes)
  }

  /// Attachments and images; returns their checksums by content path.
  private func writeFiles() throws -> [String: String] {
    let resolver = preparation.resolver
    let files =
      preparation.corpus.entries.flatMap { $0.document.files(resolver: resolver) }
      + preparation.corpus.columns.flatMap { $0.files(resolver: resolver) }
    var hashes: [String: String] = [:]
    // Tables are not copied but written from what was read.
    let tables = Set(preparation.corpus.entries.flatMap(\.document.tableFiles).map(\.output))
    for file in Set(files).sorted() where !tables.contains(file.output) {
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

  /// The archive of a package; the files of its members stand in staging already.
  private func archive(_ entries: [ArchiveEntry]) throws(FileError) -> [UInt8] {
    var archive = ZIPArchive()
    for entry in entries {
      switch entry.content {
      case .bytes(let bytes): archive.add(entry.name, bytes)
      case .published(let path): archive.add(entry.name, try staging.bytes(of: path) ?? [])
      }
    }
    return archive.finished()
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
