package import Documents

/// Every file of a release before any of them is generated: its address, its owner and what it shows.
///
/// Only the files of the search index are missing, because their names depend on their content; they are in the folder
/// of the search page.
package struct SitePlan: Sendable {
  package let corpus: Corpus
  package let shelves: Shelves
  /// The overview tables of each document, including those without rows.
  package let overviews: [DocumentID: [OverviewTable]]
  package let agenda: Agenda
  package let followed: FollowedLists
  package let offers: Offers
  package let redirects: Redirects
  /// Every file once. Files that show the whole corpus come first: a large file left for the end would run alone, with
  /// nothing else to generate in parallel.
  package let entries: [Entry]

  /// One file of the output.
  package struct Entry: Sendable, Hashable {
    package let file: SiteFile
    package let owner: Owner
    /// Path below the output's root.
    package let path: String

    init(_ file: SiteFile, of owner: Owner) {
      self.file = file
      self.owner = owner
      path = file.path
    }
  }

  /// Whose content a file shows.
  package enum Owner: Sendable, Hashable {
    /// The whole library, or the program.
    case site
    case column(String)
    case facet(Facet)
    case document(DocumentID)
  }

  /// Plans the release of a corpus.
  ///
  /// - Parameters:
  ///   - assets: Paths of the files in Templates/assets, and the output folder named after a hash of them.
  package init(_ corpus: Corpus, resolver: LinkResolver, assets: (paths: [String], folder: String) = ([], "")) {
    self.corpus = corpus
    let shelves = Shelves(corpus)
    self.shelves = shelves
    agenda = Agenda(corpus)
    let followed = FollowedLists(shelves)
    self.followed = followed
    offers = Offers(shelves)
    redirects = Redirects(corpus)
    let drawn = Overviews(corpus: corpus, terms: shelves.terms)
    let overviews = Dictionary(
      corpus.entries.map(\.document).filter { !$0.overviews.isEmpty }.map { ($0.id, drawn.tables(of: $0)) },
      uniquingKeysWith: { first, _ in first })
    self.overviews = overviews
    let documents = corpus.entries.map { entry in
      Self.files(
        of: entry.document, overviews: (overviews[entry.document.id] ?? []).filter { !$0.rows.isEmpty },
        isPackage: corpus.isPackage(entry), hasDays: corpus.hasDays(entry.document),
        comparisons: corpus.comparisons(of: entry).map(\.name), resolver: resolver)
    }
    entries =
      assets.paths.map { Entry(.asset($0, folder: assets.folder), of: .site) }
      + [.documentsJSONL, .documentsCSV, .siteJSON, .sitemapXML, .changesFeed].map { Entry($0, of: .site) }
      + zip(corpus.entries, documents).flatMap { entry, files in
        files.map { Entry($0, of: .document(entry.document.id)) }
      } + Self.regional(shelves)
      + corpus.tombstones.map { Entry(.document($0.id, url: $0.url, .tombstone), of: .document($0.id)) }
      + redirects.pages(basePath: corpus.site.basePath) + redirects.maps(with: corpus.tombstones) + [
        Entry(.home, of: .site)
      ] + Self.columns(shelves, resolver)
      + Self.facets(shelves)
      + followed.all.flatMap { list in list.files.map { Entry($0, of: list.owner) } }
      + Self.others(corpus)
  }

  /// The pages of each column, and the files that its introduction uses.
  private static func columns(_ shelves: Shelves, _ resolver: LinkResolver) -> [Entry] {
    shelves.corpus.columns.flatMap { column -> [Entry] in
      let copies = column.files(resolver: resolver).map(SiteFile.copy)
      guard !column.path.isEmpty else { return copies.map { Entry($0, of: .column(column.path)) } }
      let total = shelves.documents(in: column.path).count
      let count = Pagination(total: total, size: shelves.corpus.site.pageSize).pageCount
      let pages = (1...count).map { SiteFile.column(column.path, page: $0) }
      let narrowed = shelves.selections(in: column.path).flatMap { selection in
        let count = Pagination(total: selection.documents.count, size: shelves.corpus.site.pageSize).pageCount
        return (1...count).map { SiteFile.selection(column.path, selection.facet, id: selection.id, page: $0) }
      }
      return (pages + narrowed + copies).map { Entry($0, of: .column(column.path)) }
    }
  }

  /// The pages of other sites' documents, without their files, and the lists of their columns.
  private static func regional(_ shelves: Shelves) -> [Entry] {
    regionalPages(shelves.corpus.regional.map(\.document))
      + shelves.corpus.region.columns.flatMap { column in
        let total = shelves.documents(in: column.path).count
        return (1...Pagination(total: total, size: shelves.corpus.site.pageSize).pageCount).map {
          Entry(.column(column.path, page: $0), of: .column(column.path))
        }
      }
  }

  /// The page of each document of another site.
  static func regionalPages(_ documents: [Document]) -> [Entry] {
    documents.map { Entry(.document($0.id, url: $0.url, .page(1)), of: .document($0.id)) }
  }

  private static func facets(_ shelves: Shelves) -> [Entry] {
    shelves.terms.facets.flatMap { facet -> [Entry] in
      let pages = shelves.terms[facet].flatMap { shelf in
        let count = Pagination(total: shelf.documents.count, size: shelves.corpus.site.pageSize).pageCount
        return (1...count).map { SiteFile.term(facet, id: shelf.id, page: $0) }
      }
      let posters = facet == .places ? shelves.terms[facet].map { SiteFile.poster($0.id) } : []
      return ([.facet(facet)] + pages + posters).map { Entry($0, of: .facet(facet)) }
    }
  }

  private static func others(_ corpus: Corpus) -> [Entry] {
    let questions: [SiteFile] = corpus.questions.isEmpty ? [] : [.questionsJSON, .questionsCSV]
    let sources: [SiteFile] = corpus.region.sources.isEmpty ? [] : [.sourcesJSON]
    let pages: [SiteFile] = [
      .changes, .calendar, .search, .browse, .sitemap, .subscribe, .data, .accessibility, .english, .notFound,
    ]
    let answers = corpus.site.matcher.flatMap(\.answers)
    let match: [SiteFile] = answers.isEmpty ? [] : [.match, .benefitsJSON] + answers.map { .answer($0.id) }
    return (sources + questions + match + pages + [.robots]).map { Entry($0, of: .site) }
  }

  /// All files of a document.
  ///
  /// - Parameters:
  ///   - overviews: The overview tables that get a CSV.
  ///   - hasDays: Whether its days get a calendar file.
  ///   - comparisons: The names of its comparison pages.
  static func files(
    of document: Document, overviews: [OverviewTable], isPackage: Bool, hasDays: Bool, comparisons: [String],
    resolver: LinkResolver
  ) -> [SiteFile] {
    var files: [DocumentFile] = (1...document.tablePageCount).map { .page($0) }
    files += document.texts.map { .text($0.name) }
    files += overviews.map { .overview($0.id) }
    let tables = document.tables.map(\.table)
    files += Set(tables.map(\.file.path)).sorted().map { .table($0) }
    files += Set(tables.filter(\.isPaged).map(\.file.path)).sorted().map { .tableRows($0) }
    if isPackage { files += [.fullText, .archive] }
    if hasDays { files.append(.calendar) }
    files += comparisons.map { .comparison($0) }
    // Tables are regenerated, not copied.
    let written = Set(tables.map(\.file.path))
    let copies = document.files(resolver: resolver).filter { !written.contains($0.content) }
    return files.map { .document(document.id, url: document.url, $0) } + copies.map { .copy($0) }
  }
}

extension Document {
  /// The number of pages of its longest table; 1 without tables.
  package var tablePageCount: Int {
    tables.map { Pagination(total: $0.table.rows.count, size: $0.table.form.pageSize).pageCount }.max() ?? 1
  }
}

extension Corpus {
  /// Whether a document is a package (打包下载) with at least one public member.
  package func isPackage(_ entry: CorpusEntry) -> Bool {
    kind(of: entry)?.isBundle ?? false && !entry.document.isRegional && !gathered(by: entry).isEmpty
  }

  /// Public documents of the question bank, sorted by id.
  package var questions: [CorpusEntry] {
    entries.filter { kind(of: $0)?.layout == .question }
  }
}
