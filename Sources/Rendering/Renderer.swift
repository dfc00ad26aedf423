import Disk
import Markdown
package import Base
package import Documents
package import Resolution

/// Renders the files of a plan, one at a time. A value, so that files can be rendered concurrently.
package struct Renderer: Sendable {
  private let plan: SitePlan
  private let input: RenderInput
  private let templates: TemplateSet
  private let frame: Frame
  private let lists: ListPages
  private let browse: BrowsePages
  private let titles: TitleBreaks
  private let changes: Changes
  private let sizes = FileSizes()

  /// - Parameters:
  ///   - assetFolder: The assets' folder below the root, ends with `/`.
  package init(plan: SitePlan, input: RenderInput, templates: TemplateSet, assetFolder: String) {
    self.plan = plan
    self.input = input
    self.templates = templates
    frame = Frame(corpus: plan.corpus, assets: assetFolder)
    lists = ListPages(input: input, frame: frame, shelves: plan.shelves, followed: plan.followed)
    browse = BrowsePages(frame: frame, shelves: plan.shelves)
    titles = TitleBreaks(plan.corpus.site)
    changes = Changes(plan.corpus)
  }

  private var corpus: Corpus { plan.corpus }
  private var shelves: Shelves { plan.shelves }

  /// The bytes of a file made from the corpus; nil for copies, assets and package archives, which are made from other
  /// files.
  package func render(_ file: SiteFile) -> [UInt8]? {
    let bytes = bytes(of: file)
    if DataPage.shows(file) { sizes.note(bytes, of: file) }
    return bytes
  }

  private func bytes(of file: SiteFile) -> [UInt8]? {
    switch file {
    case .home: page("home", HomePage(frame: frame, plan: plan, changes: changes).view(), .homePage)
    case .calendar: page("calendar", CalendarPage(frame: frame, agenda: plan.agenda).view(), .calendarPage)
    case .subscribe: page("subscribe", SubscribePage(frame: frame, followed: plan.followed).view(), .subscribePage)
    case .data: data()
    case .english: english()
    case .changes: page("changes", ChangesPage(frame: frame, changes: changes).view(), .changesPage)
    case .search: searchPage()
    case .browse: page("terms", browse.all(), .termsPage)
    case .sitemap: page("sitemap", lists.sitemap(), .sitemapPage)
    case .accessibility: accessibility()
    case .notFound: notFound()
    case .feed(let list): plan.followed[list].map(feeds.atom)
    case .calendarFeed(let list): plan.followed[list].map(calendars.list)
    case .changesFeed: feeds.changes(changes)
    case .sitemapXML: CrawlerFiles(corpus: corpus).sitemap(sitemapURLs)
    case .robots: CrawlerFiles(corpus: corpus).robots
    case .documentsJSONL: OpenData(input: input).jsonl()
    case .documentsCSV: OpenDataTable(corpus: corpus, revisions: input.revisions).csv()
    case .siteJSON: OpenData(input: input).site()
    case .sourcesJSON: OpenData(input: input).sources()
    case .questionsJSON: QuestionBank(input: input).json()
    case .questionsCSV: QuestionBank(input: input).csv()
    case .column(let path, let number):
      column(path).map { page("column", lists.column($0, page: number), .listPage) }
    case .selection(let path, let facet, let id, let number):
      column(path).flatMap { lists.selection(of: $0, facet, id: id, page: number) }.map { page("list", $0, .listPage) }
    case .facet(let facet): page("terms", browse.terms(facet), .termsPage)
    case .term(let facet, let id, let number):
      shelves.terms[facet].first { $0.id == id }.map { page("list", lists.term($0, page: number), .listPage) }
    case .match: page("match", match.view(), .matchPage)
    case .answer(let id):
      corpus.site.matcher.lazy.compactMap { question in question.answers.first { $0.id == id }.map { (question, $0) } }
        .first.map { page("match", match.view($0, $1), .matchPage) }
    case .benefitsJSON: match.json()
    case .poster(let id):
      shelves.terms[.places].first { $0.id == id }.map {
        page("poster", PosterPage(frame: frame).view($0), .posterPage)
      }
    case .document(let id, _, .tombstone): corpus.tombstones.first { $0.id == id }.map(tombstone)
    case .document(let id, _, let file): corpus[id].flatMap { render(file, of: $0) }
    case .redirect(let path, let url):
      page("redirect", RedirectPage(frame: frame).view(from: path, to: url), RedirectPage.shape)
    case .serverMap(let map): ServerMaps(plan.redirects, corpus).bytes(of: map)
    case .copy, .asset: nil
    }
  }

  /// The contents of a package's archive.
  package func archive(_ id: DocumentID) -> [ArchiveEntry] {
    corpus[id].map { BundleArchive(input: input).entries($0) } ?? []
  }

  private func render(_ file: DocumentFile, of entry: CorpusEntry) -> [UInt8]? {
    switch file {
    case .page(1): document(entry)
    case .page(let number):
      page("table-page", documentView.tablePage(entry, number: number), .documentPage)
    case .table(let path): tableFiles(entry.document, path)?.csv()
    case .tableRows(let path):
      tableFiles(entry.document, path).map { $0.rows(at: PageAddress($0.document.url)) }
    case .overview(let id): plan.overviews[entry.document.id]?.first { $0.id == id }?.csv
    case .fullText: page("bundle", BundlePage(input: input, frame: frame).view(entry), .bundlePage)
    case .calendar: calendars.document(entry)
    case .text(let name):
      entry.document.texts.firstIndex { $0.name == name }.map { index in
        page(
          "dated-text", DatedTextPage(input: input, frame: frame, titles: titles).view(entry, index),
          DatedTextPage.shape)
      }
    case .comparison(let name):
      corpus.comparisons(of: entry).first { $0.name == name }.map {
        page("comparison", ComparisonPage(corpus: corpus, frame: frame).view($0), .comparisonPage)
      }
    case .archive, .tombstone: nil
    }
  }

  private func column(_ path: String) -> Column? { corpus.column(path) }

  private var feeds: Feeds { Feeds(corpus: corpus, revisions: input.revisions) }

  private var match: MatchPages { MatchPages(frame: frame, offers: plan.offers) }

  private var calendars: Calendars { Calendars(corpus: corpus, revisions: input.revisions) }

  private func data() -> [UInt8] {
    let view = DataPage(plan: plan, frame: frame) { file in sizes.size(of: file) { bytes(of: file) } }.view()
    return page("data", view, .dataPage)
  }

  private func english() -> [UInt8] {
    let heading = Frame.Heading(heading: "About this site", description: "What this site publishes, in English.")
    return page("english", frame.view(heading, at: PageAddress(SiteFile.english.url)), Frame.shape)
  }

  /// The search page, which carries what a search begins with, so that nothing is asked for one after the other.
  ///
  /// - Parameters:
  ///   - entry: The index's entry file, one line of JSON; nil where it is asked for.
  ///   - files: Addresses below the page of what every query needs.
  package func searchPage(entry: String? = nil, files: [String] = []) -> [UInt8] {
    let description = "按标题、发文字号和正文搜索\(corpus.site.name)的全部公开文件。"
    let heading = Frame.Heading(heading: "搜索", description: description, hasSearch: true, sheets: [.search])
    let start = entry.map { entry in
      View.make(["entry": .html(Array(entry.utf8)), "files": .list(files.map { .make(["href": .text($0)]) })])
    }
    return page("search", lists.search(heading).adding(["start": start]), .searchPage)
  }

  private func accessibility() -> [UInt8] {
    let heading = Frame.Heading(heading: "无障碍说明", description: "本站为老年人、残疾人等提供的无障碍支持。")
    return page("accessibility", frame.view(heading, at: PageAddress(SiteFile.accessibility.url)), Frame.shape)
  }

  private func notFound() -> [UInt8] {
    var heading = Frame.Heading(heading: "页面不存在")
    heading.isIndexed = false
    let address = PageAddress(SiteFile.notFound.url, absoluteRoot: corpus.site.basePath)
    return page("notfound", frame.view(heading, at: address), Frame.shape)
  }

  private func tombstone(_ tombstone: Tombstone) -> [UInt8] {
    page("tombstone", TombstonePage(frame: frame).view(tombstone), TombstonePage.shape)
  }

  private func page(_ template: String, _ view: View, _ shape: Shape) -> [UInt8] {
    assert(shape.misfit(view) == nil, "the view of \(template) has \(shape.misfit(view) ?? "") that its shape lacks")
    return templates.render(template, view)
  }

  private var documentView: DocumentView {
    DocumentView(input: input, frame: frame, plan: plan, titles: titles)
  }

  private func document(_ entry: CorpusEntry) -> [UInt8] {
    let template = corpus.kind(of: entry).map(templates.name(of:)) ?? "document"
    return page(template, documentView.view(entry), .documentPage)
  }

  private func tableFiles(_ document: Document, _ file: String) -> TableFiles? {
    document.tables.first { $0.table.file.path == file }.map {
      TableFiles(corpus: corpus, document: document, table: $0.table)
    }
  }

  /// The first page of everything that people read, with the day of its newest content.
  private var sitemapURLs: [(url: String, day: String?)] {
    // Search engines are led to the sites that publish a text, not to its copies.
    let own = plan.entries.filter { $0.file.isInSitemap && !corpus.isRegional($0.owner) }
    let pages = own.map { (url: $0.file.url, day: day(of: $0.file)) }
    return pages.sorted { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }
  }

  private func day(of file: SiteFile) -> String? {
    switch file {
    case .changes: changes.past.first?.day.iso
    case .column(let path, _):
      latest(
        shelves.documents(in: path).first.flatMap { corpus.entries[$0].listDate },
        input.revisions.columns[path]?.modifiedOn)
    case .document(let id, _, _): latest(corpus[id]?.listDate, input.revisions.documents[id]?.modifiedOn)
    default: nil
    }
  }

  private func latest(_ first: CalendarDate?, _ second: CalendarDate?) -> String? {
    [first, second].compactMap(\.self).max()?.iso
  }
}

extension SiteFile {
  /// Whether it belongs in the sitemap: not the further pages of lists, which repeat other pages, nor the search and
  /// error pages.
  fileprivate var isInSitemap: Bool {
    switch self {
    case .home, .changes, .browse, .calendar, .sitemap, .subscribe, .data, .accessibility, .english,
      .column(_, page: 1), .facet, .term(_, _, page: 1), .match, .answer, .document(_, _, .page(1)):
      true
    default: false
    }
  }
}

extension TemplateSet {
  /// Templates that the program itself names; kinds name others.
  private static let fixed: [(name: String, shape: Shape)] = [
    ("home", .homePage), ("column", .listPage), ("list", .listPage), ("terms", .termsPage), ("sitemap", .sitemapPage),
    ("table-page", .documentPage), ("changes", .changesPage), ("search", .searchPage), ("accessibility", Frame.shape),
    ("notfound", Frame.shape), ("calendar", .calendarPage), ("subscribe", .subscribePage), ("data", .dataPage),
    ("english", Frame.shape), ("tombstone", TombstonePage.shape), ("dated-text", DatedTextPage.shape),
    ("redirect", RedirectPage.shape), ("comparison", .comparisonPage), ("poster", .posterPage), ("match", .matchPage),
  ]

  /// Findings about templates: syntax errors, missing templates, unknown names.
  ///
  /// - Parameter isRegion: Whether the site shows documents of other sites, which have to say where they are from.
  package func check(kinds: [Kind], isRegion: Bool = false) -> [Diagnostic] {
    let names = Set(sources.keys)
    var lint = TemplateLint(
      sources: sources, unparsed: unparsed, own: names.filter { tree.isLaidOver($0 + ".mustache") })
    var missing: [Diagnostic] = []
    let documentPage = Shape.documentPage(ownFields: kinds.flatMap(\.ownFields).map(\.key))
    let byTemplate = Dictionary(grouping: kinds, by: name(of:))
    let bundle = kinds.contains(where: \.isBundle) ? [("bundle", Shape.bundlePage)] : []
    let pages = Self.fixed + bundle + byTemplate.keys.map { ($0, documentPage) }
    for (name, shape) in pages {
      if contains(name) {
        let needed = byTemplate[name].map { Self.neededNames(of: $0) + (isRegion ? NeededName.ofRegion : []) }
        lint.check(template: name, shape: shape, showing: needed ?? [])
      } else {
        let place = Diagnostic.Location(path: tree.shownPath(name + ".mustache"))
        let takers = byTemplate[name, default: []].map { "\($0.label) \($0.id)" }.sorted()
        let cures = takers.isEmpty ? [] : ["加上它，或者改类型文件里的 template：" + takers.joined(separator: "、")]
        missing.append(Diagnostic("template-missing", at: place, "缺少模板 \(name).mustache", cures: cures))
      }
    }
    lint.checkUse(of: names.filter { tree.isAdded($0 + ".mustache") })
    return Set(findings + missing).union(lint.findings).sorted()
  }
}
