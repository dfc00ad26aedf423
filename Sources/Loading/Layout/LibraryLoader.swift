import Base
import Documents
package import Disk
import Glibc
import Guard

/// Reads a whole site: each file once, with all mistakes reported in one run.
///
/// - Parameters:
///   - tree: The site's root folder; `Content/` is read.
///   - templates: The site's templates over the program's; `kinds/`, `wording/`, `holidays/` and `synonyms/` are read.
///   - jobs: Maximum number of files read at once.
///   - shelf: Where texts are kept that are too many for memory; nil: all of them stay there.
///   - progress: Called from time to time with the number of documents read and the total.
/// - Throws: ``FileError`` if a file cannot be read; an author's mistake is a finding.
package func loadLibrary(
  tree: any SourceTree, templates: LayeredTree, jobs: Int, shelf: TextShelf? = nil,
  progress: ((Int, Int) -> Void)? = nil
) async throws(FileError) -> Library {
  var loader = LibraryLoader(tree: tree, layout: try ContentLayout(tree), jobs: jobs, shelf: shelf)
  try await loader.readSettings(templates)
  try await loader.readDocuments(progress)
  await loader.inspectFiles()
  return loader.finished()
}

/// Reads what a document is written by: site.yml, kinds and columns; no document.
///
/// - Throws: ``FileError`` if a file cannot be read; an author's mistake is a finding.
package func loadSettings(tree: any SourceTree, templates: LayeredTree, jobs: Int) async throws(FileError) -> Library {
  var loader = LibraryLoader(tree: tree, layout: try ContentLayout(tree), jobs: jobs)
  try loader.readSite()
  try await loader.readKinds(templates)
  try await loader.readColumns()
  return loader.finished()
}

/// A site as it was read, from which it is read again after an edit: only what was touched, and what depends on it.
package struct LoadedSite: Sendable {
  package let library: Library
  /// Whether everything was read, not only what had changed.
  package let isWhole: Bool
  private let loader: LibraryLoader

  /// Reads the whole site.
  ///
  /// - Throws: ``FileError`` if a file cannot be read.
  package init(
    tree: any SourceTree, templates: LayeredTree, jobs: Int, shelf: TextShelf? = nil
  ) async throws(FileError) {
    var loader = LibraryLoader(tree: tree, layout: try ContentLayout(tree), jobs: jobs, shelf: shelf)
    try await loader.readSettings(templates)
    try await loader.readDocuments(nil)
    await loader.inspectFiles()
    self.loader = loader
    isWhole = true
    library = loader.finished()
  }

  private init(_ loader: LibraryLoader) {
    self.loader = loader
    isWhole = false
    library = loader.finished()
  }

  /// The site after some files have changed, appeared or gone.
  ///
  /// - Parameter changed: Their paths below the root: `Content/zhengce/2026-3.md`. Whatever is not a document means that everything is
  ///   read again.
  /// - Throws: ``FileError`` if a file cannot be read.
  package func after(_ changed: Set<String>, tree: any SourceTree, templates: LayeredTree) async throws(FileError)
    -> LoadedSite
  {
    var next = loader
    guard try await next.readAgain(changed, tree) else {
      return try await LoadedSite(tree: tree, templates: templates, jobs: loader.jobs, shelf: loader.shelf)
    }
    return LoadedSite(next)
  }
}

/// The steps of ``loadLibrary(tree:templates:jobs:progress:)`` and their results so far.
private struct LibraryLoader: Sendable {
  private var tree: any SourceTree
  private var layout: ContentLayout
  let jobs: Int
  let shelf: TextShelf?
  private var library = Library()
  private var kinds = KindTable([])
  /// Ids of kind files that are no text.
  private var unopenedKinds: Set<String> = []
  /// Columns without a kind for a reason that was reported.
  private var columnsWithFindings: Set<String> = []
  /// What was read of each document, by the path of its file.
  private var read: [String: DocumentReading] = [:]

  private typealias DocumentReading = (outcome: DocumentReader.Outcome?, findings: [Diagnostic])

  init(tree: any SourceTree, layout: ContentLayout, jobs: Int, shelf: TextShelf? = nil) {
    (self.tree, self.layout) = (tree, layout)
    (self.jobs, self.shelf) = (jobs, shelf)
  }

  /// Everything that documents are read by.
  mutating func readSettings(_ templates: LayeredTree) async throws(FileError) {
    try readSite()
    try await readKinds(templates)
    try readWording(templates)
    try readHolidays(templates)
    try readSynonyms(templates)
    try readIndexLedger()
    try await readColumns()
  }

  mutating func readSite() throws(FileError) {
    guard let file = layout.site else {
      let place = Diagnostic.Location(path: ContentLayout.root + "/site.yml")
      if !layout.isEmpty, !layout.findings.contains(where: { $0.location == place }) {
        library.findings.append(
          Diagnostic(
            "missing-site", at: place, "站点设置 site.yml 不存在",
            cures: ["建立 Content/site.yml，写上 name、baseURL、siteIDCode、organizer"]))
      }
      return
    }
    switch try file.open(in: tree) {
    case .rejected(let findings): library.findings += findings
    case .text(let file):
      let read = SiteReader.read(file, files: layout.files)
      library.site = read.site
      library.findings += read.findings
    }
  }

  /// Reads the templates' kinds, then the site's own, which replace those with the same id or label.
  mutating func readKinds(_ templates: LayeredTree) async throws(FileError) {
    let shared = try files(of: "kinds", in: templates)
    var family = KindFamily(shared: try openedKinds(shared, templates), own: try openedKinds(layout.kinds, tree))
    var byID = family.kinds()
    library.findings += family.findings
    let unreadable = family.unreadable.union(unopenedKinds)
    for id in unopenedKinds { byID[id] = nil }
    let own = Set(layout.kinds.map(\.path.fileStem))
    let replaced = KindChecks.replaced(byID, own: own)
    for id in replaced.ids { byID[id] = nil }
    library.findings += replaced.findings
    let loaded = byID.values.sorted { $0.kind.id.utf8.lexicographicallyPrecedes($1.kind.id.utf8) }
    library.kinds = loaded.map(\.kind)
    kinds = KindTable(library.kinds, unreadable: unreadable)
    let checks = KindChecks(loaded, site: library.site, isComplete: unreadable.isEmpty)
    library.findings += checks.findings(known: shared.map(\.path.fileStem) + own.sorted())
    if loaded.isEmpty && unreadable.isEmpty {
      library.findings.append(
        Diagnostic(
          "missing-kinds", at: Diagnostic.Location(path: templates.shownPath("kinds")), "类型文件不存在：kinds 中没有 .yml 文件",
          cures: ["用 --templates 指明模板文件夹"]))
    }
  }

  /// The kind files that are text; what is wrong with the others is reported.
  private mutating func openedKinds(_ files: [TextEntry], _ tree: any SourceTree) throws(FileError) -> [KindReader] {
    var kinds: [KindReader] = []
    for entry in files {
      switch try entry.open(in: tree) {
      case .rejected(let findings):
        library.findings += findings
        unopenedKinds.insert(entry.path.fileStem)
      case .text(let file): kinds.append(KindReader(file))
      }
    }
    return kinds
  }

  /// Reads the templates' notices about holidays, then the site's own, which replace those of the same years.
  mutating func readHolidays(_ templates: LayeredTree) throws(FileError) {
    let own = Set(layout.holidays.map(\.path.fileStem))
    let shared = try files(of: "holidays", in: templates).filter { !own.contains($0.path.fileStem) }
    for (files, tree) in [(shared, templates as any SourceTree), (layout.holidays, tree)] {
      for file in files {
        let (notice, findings) = try readFile(file, tree, HolidayReader.read).get()
        library.findings += findings
        notice.map { library.site.workCalendar.add($0) }
      }
    }
  }

  /// Reads the templates' dictionaries of what citizens call things.
  mutating func readSynonyms(_ templates: LayeredTree) throws(FileError) {
    for entry in try files(of: "synonyms", in: templates) {
      let (groups, findings) = try readFile(entry, templates, SynonymReader.read).get()
      library.findings += findings
      library.site.commonSynonyms += groups ?? []
    }
  }

  mutating func readIndexLedger() throws(FileError) {
    guard let entry = layout.indexLedger else { return }
    let (ledger, findings) = IndexLedgerReader.read(try tree.read(entry.path))
    library.indexLedger = ledger
    library.findings += findings
  }

  /// The YAML files of a folder of the templates.
  private func files(of folder: String, in templates: LayeredTree) throws(FileError) -> [TextEntry] {
    var files: [TextEntry] = []
    for entry in templates.entries(under: folder) {
      let shownPath = templates.shownPath(entry.path)
      switch entry.kind {
      case .file(let byteCount) where entry.path.hasSuffix(".yml"):
        files.append(TextEntry(path: entry.path, shownPath: shownPath, byteCount: byteCount))
      case .file, .folder, .other, .duplicate: continue
      // Reported with the templates.
      case .link: continue
      case .unreadable(let code): throw FileError("读取", shownPath, code: code)
      case .forbidden: throw FileError("读取", shownPath, code: EACCES)
      }
    }
    return files
  }

  /// Reads the dictionaries of the templates and the site's own, and what site.yml allows to stand in the open.
  mutating func readWording(_ templates: LayeredTree) throws(FileError) {
    var opened: [FileReader] = []
    for (files, tree) in [
      (try files(of: "wording", in: templates), templates as any SourceTree), (layout.wording, tree),
    ] {
      for file in files {
        switch try file.open(in: tree) {
        case .rejected(let findings): library.findings += findings
        case .text(let file): opened.append(file)
        }
      }
    }
    let dictionaries = Dictionaries.reading(opened)
    library.findings += dictionaries.findings
    library.textGuard = dictionaries.textGuard.allowing(AllowedValues(library.site))
  }

  mutating func readColumns() async throws(FileError) {
    let (kinds, tree, textGuard) = (kinds, tree, library.textGuard)
    let results = await boundedMap(layout.columns, jobs: jobs) { path, file in
      readFile(file, tree) { ColumnReader.read($0, path: path, kinds: kinds, textGuard: textGuard) }
    }
    for result in results {
      let (column, findings) = try result.get()
      library.findings += findings
      guard let column else { continue }
      library.checked += column.checked
      library.columns.append(column)
      if column.kind == nil, !findings.isEmpty { columnsWithFindings.insert(column.path) }
    }
    library.columns.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    // A column without its parents is not part of the site; its documents are read only for their findings.
    var paths: Set<String> = [""]
    for column in library.columns where paths.contains(column.parent ?? "") { paths.insert(column.path) }
    library.columns.removeAll { !paths.contains($0.path) }
    library.findings += layout.clashes(with: library.site.sources)
  }

  mutating func readDocuments(_ progress: ((Int, Int) -> Void)?) async throws(FileError) {
    try await read(layout.documents, progress)
  }

  private mutating func read(_ entries: [DocumentEntry], _ progress: ((Int, Int) -> Void)?) async throws(FileError) {
    let context = context()
    let (tree, shelf) = (tree, shelf)
    let total = entries.count
    let results = await boundedMap(entries, jobs: jobs, progress: { progress?($0, total) }) { entry in
      readFile(entry.file, tree) { file throws(FileError) in
        let read = try DocumentReader.read(file, entry, context)
        return (read.outcome?.kept(on: shelf), read.findings)
      }
    }
    for (entry, result) in zip(entries, results) { read[entry.file.path] = try result.get() }
  }

  /// Reads the documents that have changed or are new, and forgets those that are gone.
  ///
  /// - Returns: Whether that is all there is to do; otherwise nothing was done.
  mutating func readAgain(_ changed: Set<String>, _ tree: any SourceTree) async throws(FileError) -> Bool {
    let layout = try ContentLayout(tree)
    let documents = Set(layout.documents.map(\.file.path))
    let known = Set((layout.documents + self.layout.documents).flatMap(\.textPaths))
    guard changed.isSubset(of: known), layout.hasSameSettings(as: self.layout) else { return false }
    (self.tree, self.layout) = (tree, layout)
    read = read.filter { documents.contains($0.key) }
    let due = layout.documents.filter { entry in
      read[entry.file.path] == nil || entry.textPaths.contains(where: changed.contains)
    }
    try await read(due, nil)
    return true
  }

  mutating func inspectFiles() async {
    library.fileFaults = await FileInspection(tree: tree, files: layout.files).faults(jobs: jobs)
  }

  private func context() -> LoadingContext {
    let site = library.site
    let kindOfColumn = library.columns.compactMap { column in column.kind.map { (column.path, $0) } }
    let failed = Set(layout.columns.map(\.path)).subtracting(library.columns.map(\.path))
    return LoadingContext(
      kinds: kinds, columnKinds: Dictionary(kindOfColumn, uniquingKeysWith: { first, _ in first }),
      columnsWithFindings: columnsWithFindings.union(failed).union(layout.foldersWithoutColumn),
      topics: TermTable(site.topics.map { ($0.id, $0.name) }), themes: TermTable(site.themes.map { ($0.id, $0.name) }),
      audiences: TermTable(site.audiences.map { ($0.id, $0.name) }), places: TermTable(places: site.places),
      answers: TermTable(site.matcher.flatMap(\.answers).map { ($0.id, $0.name) }),
      organizations: TermTable(site.organizations.map { ($0.id, $0.name) }), agencyCodes: site.agencyCodes,
      files: layout.files, unreadable: layout.unreadable, tree: tree,
      textGuard: library.textGuard, reviews: site.reviews)
  }

  /// Compares the documents with one another and sorts the results.
  consuming func finished() -> Library {
    gather()
    library.documents.sort { $0.id < $1.id }
    let checks = CorpusChecks(documents: library.documents, domain: library.site.domain)
    library.findings += checks.findings
    let numbers = IndexNumberChecks(
      documents: library.documents, ledger: library.indexLedger, numbering: library.site.indexNumbering)
    library.findings += numbers.findings
    let rejected = checks.rejected.union(numbers.rejected)
    library.failedDocuments.formUnion(rejected)
    library.faulty += library.documents.filter { rejected.contains($0.frontMatter.path) }
    library.faulty.sort { $0.id < $1.id }
    library.documents.removeAll { library.failedDocuments.contains($0.frontMatter.path) }
    library.findings.sort()
    mergeUnknownIssuers()
    return library
  }

  /// Sorts the documents into those that are valid and those that are left out.
  private mutating func gather() {
    let columns = Set(library.columns.map(\.path)).union([""])
    library.findings += layout.findings
    library.files = layout.files
    library.failedDocuments = layout.rejected.union(layout.unreadable)
    for entry in layout.documents {
      guard let (outcome, findings) = read[entry.file.path] else { continue }
      library.findings += findings
      switch outcome {
      case .valid(let document)?, .failed(let document)?: library.checked += document.checked
      case nil: break
      }
      if case .valid(let document) = outcome, columns.contains(entry.column), let notices = notices(of: document) {
        library.documents += notices
      } else {
        library.failedDocuments.insert(entry.file.shownPath)
        // A document's tables are part of it.
        library.failedDocuments.formUnion(findings.filter { $0.severity == .error }.map(\.location.path))
        guard let document = outcome?.document else { continue }
        library.faulty.append(document)
        document.documentNumber.map { _ = library.failedNumbers.insert($0) }
      }
    }
  }

  /// A document, with a notice for each place if it has a list for many; nil if one of them is a file of Content already.
  private mutating func notices(of document: Document) -> [Document]? {
    let notices = document.notices(for: library.site.places)
    guard notices.count > 1 else { return notices }
    let ids = Set(notices.dropFirst().map(\.id))
    guard let taken = layout.documents.first(where: { ids.contains($0.id) }) else { return notices }
    let name = notices.first { $0.id == taken.id }?.localities.first ?? ""
    library.findings.append(
      Diagnostic(
        "url-collision", at: document.location(of: .perPlace), "“\(name)”的公示与 \(taken.file.shownPath) 是同一个路径",
        cures: ["把 \(taken.file.path.lastSegment) 改名，或者移到别的文件夹"],
        related: [Diagnostic.Related(Diagnostic.Location(path: taken.file.shownPath), "另一处")]))
    return nil
  }

  /// A body that site.yml does not list is one thing to do, however many documents it has issued.
  private mutating func mergeUnknownIssuers() {
    let places = Dictionary(grouping: library.findings.filter { $0.rule == "unknown-issuer" }, by: \.message)
    var merged: Set<String> = []
    library.findings = library.findings.compactMap { finding in
      guard let all = places[finding.message], finding.rule == "unknown-issuer", all.count > 1 else { return finding }
      guard merged.insert(finding.message).inserted else { return nil }
      return Diagnostic(
        finding.rule, finding.severity, at: finding.location, finding.message + "，共 \(all.count) 处",
        cures: finding.cures)
    }
  }
}

/// Reads and interprets one file; an I/O error is returned as a value so that tasks need not throw.
private func readFile<Value: Sendable>(
  _ entry: TextEntry, _ tree: any SourceTree, _ interpret: (FileReader) throws(FileError) -> (Value?, [Diagnostic])
) -> Result<(Value?, [Diagnostic]), FileError> {
  do throws(FileError) {
    return switch try entry.open(in: tree) {
    case .rejected(let findings): .success((nil, findings))
    case .text(let file): .success(try interpret(file))
    }
  } catch {
    return .failure(error)
  }
}
