package import Documents
import Resolution

/// A file of the site that is made from the corpus: what it is, before it is rendered.
package enum PagePlan: Sendable, Hashable {
  case home
  case column(path: String, page: Int)
  case document(DocumentID)
  /// A further page of its tables, from the second on.
  case documentPage(DocumentID, page: Int)
  /// A table for spreadsheets, and all its rows for the filter: by the path of the CSV file in Content/.
  case table(DocumentID, file: String)
  case tableRows(DocumentID, file: String)
  /// The members of a package, one after the other; and with their files, in a ZIP archive.
  case bundlePage(DocumentID), bundleArchive(DocumentID)
  case terms(TermIndex.Facet)
  case term(TermIndex.Facet, id: String, page: Int)
  case changes, search, sitemap, accessibility, notFound
  case feed(column: String?)
  case changesFeed
  case sitemapXML, robots
  /// The CSV of one table of a page's overviews.
  case overviewTable(DocumentID, fileName: String)
  case documentsJSONL, documentsCSV, siteJSON
  /// The question bank, where there are questions.
  case questionsJSON, questionsCSV

  /// Path of the file below the output's root.
  package func path(_ urls: (DocumentID) -> String) -> String {
    switch self {
    case .home: "index.html"
    case .column(let path, let page): Pagination.url(path + "/", page: page) + "index.html"
    case .document(let id): urls(id) + "index.html"
    case .overviewTable(let id, let fileName): urls(id) + fileName
    case .documentPage(let id, let page): Pagination.url(urls(id), page: page) + "index.html"
    case .table(let id, let file): PublishedFile(content: file, beside: urls(id)).output
    case .tableRows(let id, let file):
      PublishedFile(content: DataTable.rowsName(of: file), beside: urls(id)).output
    case .bundlePage(let id): urls(id) + "all/index.html"
    case .bundleArchive(let id): urls(id) + BundlePage.archiveName(urls(id))
    case .terms(let facet): facet.rawValue + "/index.html"
    case .term(let facet, let id, let page): Pagination.url("\(facet.rawValue)/\(id)/", page: page) + "index.html"
    case .changes: ChangesPage.url + "index.html"
    case .changesFeed: ChangesPage.url + "feed.atom"
    case .search: "search/index.html"
    case .sitemap: "sitemap/index.html"
    case .accessibility: "accessibility/index.html"
    case .notFound: "404.html"
    case .feed(let column): (column.map { $0 + "/" } ?? "") + "feed.atom"
    case .sitemapXML: "sitemap.xml"
    case .robots: "robots.txt"
    case .documentsJSONL: "data/documents.jsonl"
    case .documentsCSV: "data/documents.csv"
    case .siteJSON: "data/site.json"
    case .questionsJSON: "data/questions.json"
    case .questionsCSV: "data/questions.csv"
    }
  }

  /// Whether it is made of other files of the site.
  package var isArchive: Bool { if case .bundleArchive = self { true } else { false } }

  /// Whether people read it.
  package var isPage: Bool {
    switch self {
    case .questionsJSON, .questionsCSV, .bundleArchive, .table, .tableRows, .overviewTable, .feed, .changesFeed,
      .sitemapXML, .robots, .documentsJSONL,
      .documentsCSV,
      .siteJSON:
      false
    default: true
    }
  }
}
