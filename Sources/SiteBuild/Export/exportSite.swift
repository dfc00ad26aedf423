import Base
import Disk
import Documents
import Exchange
import Loading
import Publishing
import Resolution

/// Reads and checks a site and writes it for another system: a folder, whole, or nothing.
///
/// - Throws: ``FileError`` and ``PublishingError`` from the disk, ``BuildError`` and ``ExportError`` for an invalid request.
package func exportSite(_ request: BuildRequest, _ export: ExportRequest) async throws -> ExportOutcome {
  try export.requireMeaning()
  let folder = try export.target(request)
  let earlier = try export.since.map(EarlierExport.init)
  let preparation = try await Preparation(request)
  let output = try? OutputFolder(reading: request.output)
  if let output, let manifest = try? output.manifest() {
    let previous = try? await PreviousRelease(manifest, in: output, jobs: request.jobs)
    try preparation.requirePlausible(after: manifest, previous, request)
  }
  let (map, found) = try export.fieldMap(request, preparation.library)
  guard preparation.isPublishable(keepGoing: false), map != nil || export.map == nil else {
    return ExportOutcome(check: preparation.check, mapFindings: found, counts: [], files: [])
  }
  let input = try await preparation.exchangeInput(jobs: request.jobs)
  let made: Export
  if let earlier {
    let lines = LibraryLines(input)
    let later = await boundedMap(Array(0..<lines.count), jobs: request.jobs, transform: lines.line)
    guard let changes = Changes(since: earlier.lines, later: later) else { throw ExportError.notAnExport(earlier.path) }
    made = makeExport(changes, of: input, map: map, checksum: checksum)
  } else {
    made = makeExport(
      input, as: export.format, map: map, scripts: export.format == .postgres ? try export.scripts(request) : [],
      jobs: request.jobs)
  }
  let files = try await folder.write(made, jobs: request.jobs, progress: request.progress) { files in
    ExportHeader.bytes(
      export.format, of: preparation.corpus, generator: export.generator, map: map?.label,
      since: earlier.map { ($0.header.asOf, $0.checksum) }, counts: made.facts, files: files)
  }
  let leftOut = export.format == .jsonl && map == nil ? await input.textsLeftOut(jobs: request.jobs) : []
  return ExportOutcome(
    check: preparation.check, leftOut: leftOut, mapFindings: found, counts: made.facts, files: files)
}

extension ExportRequest {
  /// - Throws: ``ExportError`` if the options do not go together.
  fileprivate func requireMeaning() throws(ExportError) {
    if format == .changes, since == nil { throw .sinceMissing }
    if format != .changes, since != nil { throw .sinceIdle(format) }
    if map != nil, format == .opensearch || format == .postgres { throw .mapIdle(format) }
  }

  /// The folder to write: outside of what is read and of what is published.
  fileprivate func target(_ request: BuildRequest) throws -> WholeFolder {
    let output = try OutputFolder(reading: folder)
    let forbidden = [request.root + "/Content", request.output] + request.templates
    if forbidden.contains(where: output.isInside) { throw ExportError.insideSite(folder) }
    if let since, (try? OutputFolder(reading: since))?.isInside(folder) ?? false { throw ExportError.overSince(folder) }
    return try WholeFolder(output, marker: ExportHeader.fileName) { bytes in
      ExportHeader(json: bytes).map { Set($0.files.map(\.path)) }
    }
  }

  /// The field map and what is wrong with it.
  fileprivate func fieldMap(
    _ request: BuildRequest, _ library: Library
  ) throws -> (map: FieldMap?, findings: [Diagnostic]) {
    guard let map else { return (nil, []) }
    let templates = try request.layeredTemplates()
    let words = FieldMap.words(library.kinds, choices: Self.choices(library))
    let name = "exchange/\(map).yml"
    let names = templates.entries(under: "exchange").map(\.path)
    if names.contains(name) {
      return FieldMapReader.read(try templates.read(name), path: templates.shownPath(name), words: words)
    }
    guard let bytes = try Disk().read(map) else {
      let known = names.filter { $0.hasSuffix(".yml") }.map { String($0.dropFirst("exchange/".count).dropLast(4)) }
      throw ExportError.unknownMap(map, near: NearMiss.suggestions(for: map, among: known, limit: 1))
    }
    return FieldMapReader.read(bytes, path: map, words: words)
  }

  /// What lines say under the words of which the kinds do not know it.
  private static func choices(_ library: Library) -> [String: [String]] {
    let site = library.site
    return [
      "state": State.allCases.map(\.label), "stateCode": State.allCases.map(\.rawValue),
      "change": LineChange.allCases.map(\.rawValue), "column": library.columns.map(\.path),
      "topics": site.topics.map(\.name), "themes": site.themes.map(\.name), "audience": site.audiences.map(\.name),
      "places": site.places.map(\.name),
    ]
  }

  /// The program's own files for PostgreSQL, which a site may replace.
  fileprivate func scripts(_ request: BuildRequest) throws -> [(name: String, bytes: [UInt8])] {
    let (templates, folder) = (try request.layeredTemplates(), "exchange/postgres")
    return try templates.entries(under: folder).map {
      (String($0.path.dropFirst(folder.count + 1)), try templates.read($0.path))
    }
  }
}

/// The folder of an earlier export of lines.
private struct EarlierExport {
  let path: String
  let header: ExportHeader
  let lines: [UInt8]
  let checksum: String

  init(_ path: String) throws {
    let disk = Disk()
    guard let bytes = try disk.read(path + "/" + ExportHeader.fileName), let header = ExportHeader(json: bytes),
      header.format == .jsonl, !header.isMapped, let file = header.file(LibraryLines.fileName),
      let lines = try disk.read(path + "/" + file.path)
    else { throw ExportError.notAnExport(path) }
    let checksum = Publishing.checksum(of: lines)
    guard checksum == file.sha256 else { throw ExportError.spoilt(path) }
    (self.path, self.header, self.lines, self.checksum) = (path, header, lines, checksum)
  }
}

extension Preparation {
  /// The library with the sizes and checksums of what it publishes.
  fileprivate func exchangeInput(jobs: Int) async throws -> ExchangeInput {
    let paths = ExchangeInput.publishedFiles(of: corpus, resolver)
    let tree = tree
    let facts = await boundedMap(paths, jobs: jobs, chunk: 4) { path -> Result<ExchangeInput.FileFacts, FileError> in
      do throws(FileError) {
        let file = try tree.open("Content/" + path)
        return .success(.init(byteCount: file.byteCount, sha256: try checksum(of: file)))
      } catch { return .failure(error) }
    }
    var files: [String: ExchangeInput.FileFacts] = [:]
    for (path, facts) in zip(paths, facts) { files[path] = try facts.get() }
    return ExchangeInput(corpus: corpus, resolver: resolver, files: files) { document in
      let file = document.texts.last?.file ?? document.frontMatter
      return (try? tree.read(file.path)).map { Array($0.dropFirst(file.bytes.count)) }
    }
  }
}

extension WholeFolder {
  /// Pieces that are made at once, so that memory does not grow with the library.
  private static let batch = 64

  /// Writes the files of an export, then its header.
  fileprivate func write(
    _ export: Export, jobs: Int, progress: @Sendable (BuildProgress) -> Void, header: ([ExportHeader.File]) -> [UInt8]
  ) async throws -> [FileRecord] {
    var records: [FileRecord] = []
    let total = export.files.reduce(0) { $0 + $1.pieceCount }
    var done = 0
    try await write {
      for file in export.files {
        var start = 0
        let record = try await write(file.path) { () async -> [[UInt8]]? in
          guard start < file.pieceCount else { return nil }
          let range = start..<min(start + Self.batch, file.pieceCount)
          start = range.upperBound
          done += range.count
          progress(BuildProgress(phase: .exporting, done: done, total: total))
          return await boundedMap(Array(range), jobs: jobs, chunk: 4, transform: file.piece)
        }
        if file.path.hasSuffix(".sh") { try makeExecutable(file.path) }
        records.append(record)
      }
      var bytes: [UInt8]? = header(
        records.map { ExportHeader.File(path: $0.path, byteCount: $0.byteCount, sha256: $0.sha256) })
      _ = try await write(ExportHeader.fileName) { () async -> [[UInt8]]? in
        defer { bytes = nil }
        return bytes.map { [$0] }
      }
    }
    return records
  }
}
