import Base
import Disk
import Documents
import Glibc
import Importing
import Loading
import Publishing

/// Takes files into Content, each as a document, and checks them as `check` does.
///
/// - Parameter report: Called for each file, in the order of the request, as soon as it is done.
/// - Throws: ``ImportError``, ``FileError`` of the site's own disk; the documents that were reported are written.
package func importFiles(_ request: ImportRequest, report: (ImportResult) -> Void) async throws {
  let writer = request.isDry ? nil : try ContentWriter.taking(request.site.root)
  var run = try await ImportRun(request, writer)
  for batch in PieceBatches(try ImportPiece.pieces(request.files)) {
    try await run.take(batch, report)
  }
}

/// Takes one file that somebody has sent into Content, as ``importFiles(_:report:)`` takes those on the disk.
///
/// - Parameter name: Without folders; what the document is called may come from it.
/// - Throws: ``ImportError``, ``FileError``.
package func importFile(_ bytes: [UInt8], named name: String, _ request: ImportRequest) async throws -> ImportResult {
  var run = try await ImportRun(request, request.isDry ? nil : try ContentWriter.taking(request.site.root))
  var result = ImportResult(file: name, outcome: .refused(.empty))
  try await run.take([ImportPiece(bytes, named: name)]) { result = $0 }
  return result
}

extension ContentWriter {
  static func taking(_ root: String) throws -> ContentWriter {
    do { return try ContentWriter(root: root) } catch is ContentWriter.Busy { throw ImportError.busy }
  }
}

/// What documents are made of, so much at a time that they fit into memory together.
struct PieceBatches: Sequence, IteratorProtocol {
  private var rest: ArraySlice<ImportPiece>

  init(_ pieces: [ImportPiece]) { rest = pieces[...] }

  private static let (mostFiles, mostBytes) = (100, 32 << 20)

  mutating func next() -> [ImportPiece]? {
    var (batch, bytes) = ([ImportPiece](), 0)
    while let piece = rest.first, batch.isEmpty || batch.count < Self.mostFiles && bytes < Self.mostBytes {
      batch.append(piece)
      for file in piece.files { bytes += ((try? Disk().status(of: file)) ?? nil).map { Int($0.st_size) } ?? 0 }
      rest = rest.dropFirst()
    }
    return batch.isEmpty ? nil : batch
  }
}

/// An import while it goes on.
struct ImportRun {
  private let request: ImportRequest
  private let writer: ContentWriter?
  private let preview: ImportPreview
  let site: ImportSite
  private let wish: ImportWish
  /// Where documents go whose facts do not say it.
  private let usualColumn: String
  /// Paths below Content in lower case, without `.md`.
  private var taken: Set<String> = []
  /// The documents that were made of files, by the checksum of the file.
  private var known: [String: String] = [:]

  init(_ request: ImportRequest, _ writer: ContentWriter?) async throws {
    (self.request, self.writer) = (request, writer)
    let tree = try DiskTree(root: request.site.root, entrance: "Content")
    let templates = try request.site.layeredTemplates()
    let library = try await loadLibrary(tree: tree, templates: templates, jobs: request.site.jobs)
    preview = ImportPreview(request: request.site, tree: tree, templates: templates)
    site = ImportSite(
      site: library.site, kinds: library.kinds, columns: library.columns, documents: library.documents + library.faulty)
    let kind = try request.kind.map { [site] in try Self.kind($0, in: site) }
    let column = try request.column.map { [site] in try Self.column($0, in: site) }
    wish = ImportWish(kind: kind, column: column)
    usualColumn = try column ?? Self.usualColumn(in: site, kind: kind)
    for entry in try tree.entries(under: "Content") {
      let path = String(entry.path.dropFirst("Content/".count))
      // What a run that was ended was about to write is no document, and will be removed.
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      taken.insert((path.hasSuffix(".md") ? path.fileStemPath : path).lowercased())
      guard path.hasSuffix(".md"), let head = try? tree.read(entry.path, from: 0, count: Self.headLength) else {
        continue
      }
      if let checksum = ImportSource.checksum(in: head[...]) { known[checksum] = path }
    }
  }

  /// Front matter is no longer.
  private static let headLength = 1 << 15

  // MARK: One batch

  mutating func take(_ pieces: [ImportPiece], _ report: (ImportResult) -> Void) async throws {
    let (request, site, wish) = (request, site, wish)
    let made = await boundedMap(pieces, jobs: request.site.jobs, chunk: 1) { piece in
      Self.document(of: piece, request, site, wish)
    }
    var results: [ImportResult?] = []
    var drafts: [Draft] = []
    for (piece, made) in zip(pieces, made) {
      switch made {
      case .failure(let fault): results.append(ImportResult(file: piece.name, outcome: .refused(fault)))
      case .success(let document):
        if let path = known[document.source.checksum] {
          results.append(ImportResult(file: piece.name, outcome: .known(path: path)))
        } else {
          drafts.append(place(document, named: piece.row?.name))
          results.append(nil)
        }
      }
    }
    try number(&drafts)
    let findings = try await check(&drafts)
    var rest = drafts[...]
    for (piece, result) in zip(pieces, results) {
      if let result {
        report(result)
      } else if let draft = rest.popFirst() {
        try write(draft)
        let found = findings[draft.path] ?? []
        report(ImportResult(file: piece.name, outcome: .document(draft.document, path: draft.path, findings: found)))
      }
    }
  }

  /// A document and where it will be.
  private struct Draft {
    var document: ImportedDocument
    let path: String
  }

  private static func document(
    of piece: ImportPiece, _ request: ImportRequest, _ site: ImportSite, _ wish: ImportWish
  ) -> Result<ImportedDocument, ImportFault> {
    do throws(ImportFault) {
      let (reading, source) = try piece.read(request.reading)
      return .success(
        try ImportedDocument(
          of: reading, source: source, row: piece.row, site: site, wish: wish, allowing: request.allowance))
    } catch {
      return .failure(error)
    }
  }

  /// - Parameter wished: The name that a list gives it.
  private mutating func place(_ document: ImportedDocument, named wished: String?) -> Draft {
    let name =
      wished.flatMap { DocumentName.plain($0 + ".md") }
      ?? DocumentName.proposal(for: document.facts, of: document.source)
    let path = DocumentName.path(
      name, in: document.facts.column ?? document.facts.columns.first ?? usualColumn, taken: taken)
    taken.insert(path.lowercased())
    known[document.source.checksum] = path + "/index.md"
    return Draft(document: document, path: path)
  }

  /// Gives new documents their 索引号, if site.yml asks for it. The ledger keeps a number for its document even if the document is
  /// not written after all.
  private func number(_ drafts: inout [Draft]) throws {
    guard let numbering = site.site.indexNumbering else { return }
    let waiting = drafts.indices.compactMap { index -> (Int, IndexLedgerFile.Request)? in
      let facts = drafts[index].document.facts
      let column = site.columns.first { $0.path == drafts[index].path.parentPath }
      guard facts["indexNumber"] == nil, let day = facts.day, numbering.covers(facts.kind ?? column?.kind ?? "") else {
        return nil
      }
      return (index, IndexLedgerFile.Request(DocumentID(drafts[index].path), on: day))
    }
    let numbers: [String]
    do {
      numbers = try IndexLedgerFile(root: request.site.root).allot(
        waiting.map(\.1), numbering, taken: site.indexNumbers, isDry: request.isDry)
    } catch {
      switch error {
      case .busy: throw ImportError.busy
      case .damaged(let finding): throw ImportError.damagedLedger(finding)
      case .file(let error): throw error
      }
    }
    for ((index, _), number) in zip(waiting, numbers) { drafts[index].document.number(number) }
  }

  /// The findings of new documents; those with errors become drafts, so that no nightly build stops because of them.
  private func check(_ drafts: inout [Draft]) async throws -> [String: [Diagnostic]] {
    if drafts.isEmpty { return [:] }
    let findings = try await preview.findings(of: drafts.map(\.path), with: Self.files(drafts))
    for index in drafts.indices where findings[drafts[index].path]?.contains(where: { $0.severity == .error }) == true {
      drafts[index].document.isDraft = true
    }
    // The line that makes it a draft moves those below.
    let moved = drafts.filter(\.document.isDraft).map { draft in
      (draft.path, (findings[draft.path] ?? []).map { $0.movedDown(from: draft.document.draftLine) })
    }
    return findings.merging(moved) { $1 }
  }

  private static func files(_ drafts: [Draft]) -> [String: [UInt8]] {
    let files = drafts.flatMap { draft in draft.document.files.map { ("Content/\(draft.path)/\($0.name)", $0.bytes) } }
    return Dictionary(files, uniquingKeysWith: { first, _ in first })
  }

  private func write(_ draft: Draft) throws(FileError) {
    guard let writer else { return }
    try writer.clearLeftovers(in: draft.path.parentPath)
    try writer.write(draft.path, draft.document.files)
  }

  // MARK: Where to

  private static func kind(_ word: String, in site: ImportSite) throws -> String {
    if let kind = site.kind(word) { return kind.id }
    throw ImportError.noSuchKind(word, cures: NearMiss.cure(for: word, among: site.kinds.map(\.id)))
  }

  private static func column(_ word: String, in site: ImportSite) throws -> String {
    let path = word.split(separator: "/").drop { $0 == "." || $0 == "Content" }.joined(separator: "/")
    if site.columns.contains(where: { $0.path == path }) { return path }
    let named = site.columns.filter { $0.title == word }
    if named.count == 1 { return named[0].path }
    let words = named.isEmpty ? site.columns.map(\.path) : named.map(\.path)
    let cures = named.isEmpty ? NearMiss.cure(for: path, among: words) : []
    throw ImportError.noSuchColumn(
      word, cures: cures + ["可以写的有：" + words.prefix(20).joined(separator: "、") + (words.count > 20 ? " 等" : "")])
  }

  /// The first column of the kind, else the first whose documents are in force or not, else the first.
  private static func usualColumn(in site: ImportSite, kind: String?) throws -> String {
    let columns = site.columns.sorted { ($0.order, $0.path) < ($1.order, $1.path) }
    let lasting = Set(site.kinds.filter { $0.lifecycle == .validity }.map(\.id))
    let usual =
      columns.first { kind != nil && $0.kind == kind } ?? columns.first { $0.kind.map(lasting.contains) ?? false }
      ?? columns.first
    guard let usual else { throw ImportError.noColumns }
    return usual.path
  }
}

extension String {
  /// The path without the ending of its last part.
  fileprivate var fileStemPath: String { parentPath.isEmpty ? fileStem : parentPath + "/" + fileStem }
}
