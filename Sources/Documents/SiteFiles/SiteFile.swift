/// A file of the output: what it is and, through ``path``, where it stands. Every address of the site is spelled here and
/// in ``DocumentFile``, and nowhere else.
package enum SiteFile: Sendable, Hashable {
  case home, changes, search, sitemap, accessibility, notFound
  /// The newest documents of the whole site.
  case feed
  case changesFeed, sitemapXML, robots
  case documentsJSONL, documentsCSV, siteJSON
  /// The question bank, where there are questions.
  case questionsJSON, questionsCSV
  /// A page of a column's list, 1-based, by the column's path.
  case column(String, page: Int)
  case columnFeed(String)
  /// All terms of a facet.
  case facet(Facet)
  /// A page of the documents under one term, 1-based.
  case term(Facet, id: String, page: Int)
  /// What belongs to a document; `url` is that of its page.
  case document(DocumentID, url: String, DocumentFile)
  /// A plain file of Content/ beside the page that shows it.
  case copy(PublishedFile)
  /// A file of Templates/assets, by its path there; `folder` ends with `/`.
  case asset(String, folder: String)

  /// Path below the output's root.
  package var path: String {
    switch self {
    case .home: DirectoryPage.fileName
    case .changes: "changes/" + DirectoryPage.fileName
    case .search: "search/" + DirectoryPage.fileName
    case .sitemap: "sitemap/" + DirectoryPage.fileName
    case .accessibility: "accessibility/" + DirectoryPage.fileName
    case .notFound: "404.html"
    case .feed: Self.feedName
    case .changesFeed: "changes/" + Self.feedName
    case .sitemapXML: "sitemap.xml"
    case .robots: "robots.txt"
    case .documentsJSONL: "data/documents.jsonl"
    case .documentsCSV: "data/documents.csv"
    case .siteJSON: "data/site.json"
    case .questionsJSON: "data/questions.json"
    case .questionsCSV: "data/questions.csv"
    case .column(let path, let page): DirectoryPage.url(path + "/", number: page) + DirectoryPage.fileName
    case .columnFeed(let path): path + "/" + Self.feedName
    case .facet(let facet): facet.rawValue + "/" + DirectoryPage.fileName
    case .term(let facet, let id, let page):
      DirectoryPage.url("\(facet.rawValue)/\(id)/", number: page) + DirectoryPage.fileName
    case .document(_, let url, let file): file.path(beside: url)
    case .copy(let file): file.output
    case .asset(let path, let folder): folder + path
    }
  }

  /// The address that links use: the path, without the file name that every server adds by itself.
  package var url: String { DirectoryPage.url(ofFile: path) }

  /// Whether people read it: a page with the site's frame.
  package var isPage: Bool {
    switch self {
    case .home, .changes, .search, .sitemap, .accessibility, .notFound, .column, .facet, .term: true
    case .document(_, _, let file): file.isPage
    case .feed, .changesFeed, .sitemapXML, .robots, .documentsJSONL, .documentsCSV, .siteJSON, .questionsJSON,
      .questionsCSV, .columnFeed, .copy, .asset:
      false
    }
  }

  static let feedName = "feed.atom"

  /// What the site itself may always publish, whatever its content.
  package static let fixed: [SiteFile] =
    [
      .home, .changes, .search, .sitemap, .accessibility, .notFound, .feed, .changesFeed, .sitemapXML, .robots,
      .documentsJSONL, .documentsCSV, .siteJSON, .questionsJSON, .questionsCSV,
    ] + Facet.allCases.map(SiteFile.facet)
}

/// A file that belongs to a document, beside its page.
package enum DocumentFile: Sendable, Hashable {
  /// The document's page; from 2 on, a further page of its tables.
  case page(Int)
  /// A table for spreadsheets, by the path of its CSV file in Content/.
  case table(String)
  /// All rows of a table, for the filter of the page.
  case tableRows(String)
  /// The CSV of one table of its overviews, by the table's id.
  case overview(String)
  /// The texts of the members of a package, one after the other.
  case fullText
  /// The members of a package with their files.
  case archive

  /// Path below the output's root; `url` is that of the document's page and ends with `/`.
  package func path(beside url: String) -> String {
    switch self {
    case .page(let number): DirectoryPage.url(url, number: number) + DirectoryPage.fileName
    case .table(let file): PublishedFile(content: file, beside: url).output
    case .tableRows(let file): PublishedFile(content: Self.rowsName(of: file), beside: url).output
    case .overview(let id): url + "tongji-\(id).csv"
    case .fullText: url + "all/" + DirectoryPage.fileName
    case .archive: url + (url.split(separator: "/").last ?? "") + ".zip"
    }
  }

  /// The address that links use.
  package func url(beside url: String) -> String { DirectoryPage.url(ofFile: path(beside: url)) }

  /// Whether people read it.
  package var isPage: Bool {
    switch self {
    case .page, .fullText: true
    case .table, .tableRows, .overview, .archive: false
    }
  }

  /// `renwu.csv` → `renwu.rows.json`.
  private static func rowsName(of file: String) -> String {
    (file.hasSuffix(".csv") ? String(file.dropLast(4)) : file) + ".rows.json"
  }
}

/// Addresses of pages: a folder with a file whose name no link spells.
package enum DirectoryPage {
  /// The file that servers show for a folder.
  package static let fileName = "index.html"
  /// The folder of a list's further pages.
  static let numbersFolder = "page"

  /// The address of a page of the list at `base` (empty, or ends with `/`): the first stands at the list's own address.
  package static func url(_ base: String, number: Int) -> String {
    number == 1 ? base : base + numbersFolder + "/\(number)/"
  }

  /// The address of a file by its path.
  static func url(ofFile path: String) -> String {
    path == fileName || path.hasSuffix("/" + fileName) ? String(path.dropLast(fileName.count)) : path
  }
}
