import Documents
import Disk
import Loading
import Publishing
import Rendering
import Resolution
import Search
import Base

/// Writes everything that a release consists of into staging, and takes over what is still right of the one before.
struct ReleaseWriter {
  let preparation: Preparation
  let staging: Staging
  let request: BuildRequest
  let reuse: Reuse

  /// What came of it.
  struct Written: Sendable {
    /// Pages for people.
    var pages = 0
    /// `data/documents.jsonl`.
    var rows: [UInt8] = []
    /// Files that were made, not taken over.
    var madeFiles = 0
    /// From what each file was made, by path.
    var keys: [String: String] = [:]
  }

  /// Files, pages, assets and the search index.
  ///
  /// - Throws: ``FileError`` from the disk, ``BuildError`` when the index does not find what it holds.
  func write() async throws -> Written {
    request.progress(BuildProgress(phase: .rendering, done: 0, total: 1))
    let hashes = try writeFiles()
    let assetFolder = try writeAssets()
    let keys = BuildKeys(preparation, program: request.program, fileHashes: hashes)
    let input = input(fileHashes: hashes)
    let renderer = Renderer(input: input, templates: preparation.templates, assetFolder: assetFolder)
    let plans = renderer.plans.map { Page(plan: $0, path: renderer.path(of: $0), key: keys.key(of: $0)) }
    let fresh = try plans.filter { try !reuse.takes($0.path, key: $0.key) }
    // The index is built by one task while the pages are rendered by the others.
    async let index = index(keys, input, plans)
    // An archive holds files that are made with the pages.
    try await write(fresh.filter { !$0.plan.isArchive }) { done in
      request.progress(BuildProgress(phase: .rendering, done: done, total: fresh.count))
    } make: {
      renderer.render($0.plan)
    }
    for case (.bundleArchive(let id), let path) in fresh.map({ ($0.plan, $0.path) }) {
      _ = try staging.write(path: path, bytes: try archive(renderer.archive(id)))
    }
    request.progress(BuildProgress(phase: .indexing, done: 0, total: 1))
    let (files, kept) = try await index
    try await write(files) { RenderedFile(path: $0.path, bytes: $0.bytes) }
    return Written(
      pages: plans.count(where: \.plan.isPage), rows: try rows(plans), madeFiles: fresh.count + files.count,
      keys: Dictionary(
        plans.map { ($0.path, $0.key) } + (files.map(\.path) + kept).map { ($0, keys.index) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// A file that is rendered, with what it is made from.
  private struct Page: Sendable {
    let plan: PagePlan
    let path: String
    let key: String
  }

  private func input(fileHashes: [String: String]) -> RenderInput {
    let bodies = preparation.library.documents.map { ($0.document.id, $0.body) }
    let introductions = preparation.library.columns.map { ($0.column.path, $0.introduction) }
    return RenderInput(
      corpus: preparation.corpus, resolver: preparation.resolver,
      bodies: Dictionary(bodies, uniquingKeysWith: { first, _ in first }),
      introductions: Dictionary(introductions, uniquingKeysWith: { first, _ in first }), fileHashes: fileHashes)
  }

  /// The files of the search index that are new, and the paths of those that are taken over.
  private func index(
    _ keys: BuildKeys, _ input: RenderInput, _ pages: [Page]
  ) async throws -> (files: [SearchFile], kept: [String]) {
    let all = try reuse.takesAll(key: keys.index)
    if !all.isEmpty { return ([], all) }
    let assembly = SearchAssembly(corpus: preparation.corpus, bodies: input.bodies, jobs: request.jobs)
    let previous = previousIndex(pages)
    let files = try await assembly.index(previous: previous).files
    guard previous != nil else { return (files, []) }
    let kept = try files.filter { try $0.isNamedByContent && reuse.takes($0.path) }.map(\.path)
    let known = Set(kept)
    return (files.filter { !known.contains($0.path) }, kept)
  }

  /// The index of the release before, if only texts changed since: the key of a page that is still right says that its
  /// text and everything but the texts is as it was.
  private func previousIndex(_ pages: [Page]) -> SearchAssembly.Previous? {
    var same: Set<DocumentID> = []
    for page in pages {
      if case .document(let id) = page.plan, reuse.cache.files[page.path]?.key == page.key { same.insert(id) }
    }
    guard !same.isEmpty else { return nil }
    let grams = PublishedGrams(count: preparation.corpus.entries.count) { try? reuse.bytes(of: $0) }
    return grams.map { .init(grams: $0, changed: Set(preparation.corpus.entries.map(\.document.id)).subtracting(same)) }
  }

  /// The rows as they were written or taken over.
  private func rows(_ plans: [Page]) throws(FileError) -> [UInt8] {
    guard let page = plans.first(where: { $0.plan == .documentsJSONL }) else { return [] }
    return try staging.bytes(of: page.path) ?? []
  }

  /// Attachments and images; returns their checksums by content path.
  private func writeFiles() throws -> [String: String] {
    let resolver = preparation.resolver
    let files =
      preparation.corpus.entries.flatMap { $0.document.files(resolver: resolver) }
      + preparation.corpus.columns.flatMap { $0.files(resolver: resolver) }
    var hashes: [String: String] = [:]
    // Tables are written anew.
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
