package import Base
package import Documents
import Resolution

/// A file of the site, ready to be written.
package struct RenderedFile: Sendable {
  /// Below the output's root.
  package let path: String
  package let bytes: [UInt8]

  /// Makes a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Turns plans into the bytes of files. A value: any number of pages can be rendered at the same time.
package struct Renderer: Sendable {
  private let input: RenderInput
  private let templates: TemplateSet
  private let frame: Frame
  private let shelves: Shelves
  private let lists: ListPages
  private let titles: TitleBreaks
  private let changes: Changes
  /// Tables that pages show, those without rows left out.
  private let overviewTables: [(id: DocumentID, table: OverviewTable)]

  /// - Parameters:
  ///   - assetFolder: Where the assets are below the root, ends with `/`.
  package init(input: RenderInput, templates: TemplateSet, assetFolder: String) {
    self.input = input
    self.templates = templates
    frame = Frame(corpus: input.corpus, assets: assetFolder)
    shelves = Shelves(input.corpus)
    lists = ListPages(input: input, frame: frame, shelves: shelves)
    titles = TitleBreaks(input.corpus.site)
    changes = Changes(input.corpus)
    let overviews = Overviews(corpus: input.corpus, terms: shelves.terms)
    overviewTables = input.corpus.entries.filter { !$0.document.overviews.isEmpty }.flatMap { entry in
      overviews.tables(of: entry.document).filter { !$0.rows.isEmpty }.map { (entry.document.id, $0) }
    }
  }

  /// Every file that the corpus makes, in a fixed order: what shows the whole corpus first, so that no such file is left
  /// for the end, when there is nothing else to do beside it; then documents.
  package var plans: [PagePlan] {
    let corpus = input.corpus
    let size = corpus.site.pageSize
    var plans: [PagePlan] = [.documentsJSONL, .documentsCSV, .siteJSON, .sitemapXML, .feed(column: nil), .changesFeed]
    plans += corpus.entries.map { .document($0.document.id) }
    plans += overviewTables.map { .overviewTable($0.id, fileName: $0.table.fileName) }
    for entry in corpus.entries where !entry.document.fields.isEmpty { plans += tablePlans(entry.document) }
    for id in corpus.entries.filter(corpus.isBundle).map(\.document.id) {
      plans += [.bundlePage(id), .bundleArchive(id)]
    }
    plans.append(.home)
    for column in corpus.columns where !column.path.isEmpty {
      let count = Pagination(total: shelves.documents(in: column.path).count, size: size).pageCount
      plans += (1...count).map { .column(path: column.path, page: $0) }
      plans.append(.feed(column: column.path))
    }
    for facet in shelves.terms.facets {
      plans.append(.terms(facet))
      for term in shelves.terms.terms[facet] ?? [] {
        let count = Pagination(total: term.documents.count, size: size).pageCount
        plans += (1...count).map { .term(facet, id: term.id, page: $0) }
      }
    }
    if !QuestionBank(input: input).isEmpty { plans += [.questionsJSON, .questionsCSV] }
    return plans + [.changes, .search, .sitemap, .accessibility, .notFound, .robots]
  }

  /// Renders one file.
  package func render(_ plan: PagePlan) -> RenderedFile {
    RenderedFile(path: path(of: plan), bytes: bytes(of: plan))
  }

  /// What the archive of a package is made of.
  package func archive(_ id: DocumentID) -> [ArchiveEntry] {
    input.corpus[id].map { BundleArchive(input: input).entries($0) } ?? []
  }

  /// Where the file of a plan stands below the output's root.
  package func path(of plan: PagePlan) -> String { plan.path { input.corpus[$0]?.document.url ?? $0.path + "/" } }

  private func bytes(of plan: PagePlan) -> [UInt8] {
    let corpus = input.corpus
    switch plan {
    case .document(let id): return document(id)
    case .documentPage(let id, let number): return tablePage(id, number)
    case .table(let id, let file): return tableFiles(id, file)?.csv() ?? []
    case .tableRows(let id, let file):
      return tableFiles(id, file).map { $0.rows(at: PageAddress($0.document.url)) } ?? []
    case .bundlePage(let id):
      guard let entry = corpus[id] else { return [] }
      return page("bundle", BundlePage(input: input, frame: frame).view(entry), .bundlePage)
    // Made with the files of its members, which only the caller can read: see `archive(_:)`.
    case .bundleArchive: return []
    case .home: return page("home", HomePage(frame: frame, shelves: shelves, changes: changes).view(), .homePage)
    case .changes: return page("changes", ChangesPage(frame: frame, changes: changes).view(), .changesPage)
    case .overviewTable(let id, let fileName):
      return overviewTables.first { $0.id == id && $0.table.fileName == fileName }?.table.csv ?? []
    case .changesFeed: return Feeds(shelves: shelves).changes(changes)
    case .column(let path, let number):
      guard let column = corpus.columns.first(where: { $0.path == path }) else { return [] }
      return page("column", lists.column(column, page: number), .listPage)
    case .terms(let facet): return page("terms", lists.terms(facet), .termsPage)
    case .term(let facet, let id, let number):
      guard let term = shelves.terms.terms[facet]?.first(where: { $0.id == id }) else { return [] }
      return page("list", lists.term(term, page: number), .listPage)
    case .sitemap: return page("sitemap", lists.sitemap(), .sitemapPage)
    case .search, .accessibility, .notFound: return plainPage(plan)
    case .feed(let path):
      return Feeds(shelves: shelves).atom(column: corpus.columns.first { $0.path == path })
    case .sitemapXML: return CrawlerFiles(corpus: corpus).sitemap(sitemapURLs)
    case .robots: return CrawlerFiles(corpus: corpus).robots
    case .documentsJSONL: return OpenData(input: input).jsonl()
    case .questionsJSON: return QuestionBank(input: input).json()
    case .questionsCSV: return QuestionBank(input: input).csv()
    case .documentsCSV: return OpenDataTable(corpus: corpus).csv()
    case .siteJSON: return OpenData(input: input).site()
    }
  }

  /// Pages whose whole content is their template.
  private func plainPage(_ plan: PagePlan) -> [UInt8] {
    var heading = Frame.Heading(heading: "")
    switch plan {
    case .search:
      heading.heading = "搜索"
      heading.description = "按标题、发文字号和正文搜索\(input.corpus.site.name)的全部公开文件。"
      heading.hasSearch = true
      return page("search", lists.search(heading), .searchPage)
    case .accessibility:
      heading.heading = "无障碍说明"
      heading.description = "本站为老年人、残疾人等提供的无障碍支持。"
      return page("accessibility", frame.view(heading, at: PageAddress("accessibility/")), Frame.shape)
    default:
      heading.heading = "页面不存在"
      heading.isIndexed = false
      heading.ancestors = []
      let address = PageAddress("404.html", absoluteRoot: input.corpus.site.basePath)
      return page("notfound", frame.view(heading, at: address), Frame.shape)
    }
  }

  private func page(_ template: String, _ view: View, _ shape: Shape) -> [UInt8] {
    assert(shape.misfit(view) == nil, "the view of \(template) has \(shape.misfit(view) ?? "") that its shape lacks")
    return templates.render(template, view)
  }

  private func document(_ id: DocumentID) -> [UInt8] {
    guard let entry = input.corpus[id], let body = input.bodies[id] else { return [] }
    let view = DocumentView(input: input, frame: frame, terms: shelves.terms, titles: titles).view(entry, body: body)
    let template = input.corpus.kinds[entry.document.kind].map(templates.name(of:)) ?? "document"
    return page(template, view, .documentPage)
  }

  private func tablePlans(_ document: Document) -> [PagePlan] {
    let tables = document.tables.map(\.table)
    let pages = TablesView.pageCount(of: document)
    return (pages > 1 ? (2...pages).map { .documentPage(document.id, page: $0) } : [])
      + Set(tables.map(\.file.path)).sorted().map { .table(document.id, file: $0) }
      + Set(tables.filter(\.isPaged).map(\.file.path)).sorted().map { .tableRows(document.id, file: $0) }
  }

  private func tablePage(_ id: DocumentID, _ number: Int) -> [UInt8] {
    guard let entry = input.corpus[id] else { return [] }
    let view = DocumentView(input: input, frame: frame, terms: shelves.terms, titles: titles)
    return page("table-page", view.tablePage(entry, number: number), .documentPage)
  }

  private func tableFiles(_ id: DocumentID, _ file: String) -> TableFiles? {
    guard let document = input.corpus[id]?.document,
      let table = document.tables.first(where: { $0.table.file.path == file })?.table
    else { return nil }
    return TableFiles(corpus: input.corpus, document: document, table: table)
  }

  private var sitemapURLs: [(url: String, day: String?)] {
    let documents = input.corpus.entries.map { ($0.document.url, $0.listDate?.iso) }
    let columns = input.corpus.columns.filter { !$0.path.isEmpty }.map { column in
      (column.path + "/", shelves.documents(in: column.path).first.flatMap { input.corpus.entries[$0].listDate?.iso })
    }
    let facets = shelves.terms.facets.flatMap { facet in
      [(facet.rawValue + "/", nil as String?)] + (shelves.terms.terms[facet] ?? []).map { ($0.url, nil) }
    }
    return [("", nil), (ChangesPage.url, changes.past.first?.day.iso)] + columns + documents + facets + [
      ("sitemap/", nil), ("accessibility/", nil),
    ]
  }
}

extension TemplateSet {
  /// Templates that the program names itself; kinds name others.
  private static let fixed: [(name: String, shape: Shape)] = [
    ("home", .homePage), ("column", .listPage), ("list", .listPage), ("terms", .termsPage), ("sitemap", .sitemapPage),
    ("table-page", .documentPage), ("changes", .changesPage), ("search", .searchPage), ("accessibility", Frame.shape),
    ("notfound", Frame.shape),
  ]

  /// What is wrong with the templates: what does not parse, is missing, or names what no view has.
  package func check(kinds: [Kind], label: String) -> [Diagnostic] {
    var lint = TemplateLint(sources: sources)
    var missing: [Diagnostic] = []
    let documentPage = Shape.documentPage(ownFields: kinds.flatMap(\.ownFields).map(\.key))
    let byTemplate = Dictionary(grouping: kinds, by: name(of:))
    let bundle = kinds.contains(where: \.isBundle) ? [("bundle", Shape.bundlePage)] : []
    let pages = Self.fixed + bundle + byTemplate.keys.map { ($0, documentPage) }
    for (name, shape) in pages {
      if contains(name) {
        lint.check(template: name, shape: shape, showing: byTemplate[name].map(Self.neededNames(of:)) ?? [])
      } else {
        let place = Diagnostic.Location(path: "\(label)/\(name).mustache")
        let takers = byTemplate[name, default: []].map { "\($0.label) \($0.id)" }.sorted()
        let cures = takers.isEmpty ? [] : ["加上它，或者改类型文件里的 template：" + takers.joined(separator: "、")]
        missing.append(Diagnostic("template-missing", at: place, "缺少模板 \(name).mustache", cures: cures))
      }
    }
    return Set(findings + missing).union(lint.findings).sorted()
  }
}
