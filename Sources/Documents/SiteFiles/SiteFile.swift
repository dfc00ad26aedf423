/// A file of the output: what it is and, by ``path``, where it is. Every address of the site is defined here or in
/// ``DocumentFile``, and nowhere else.
package enum SiteFile: Sendable, Hashable {
  case home, changes, search, browse, sitemap, accessibility, notFound
  /// 日历: the days of consultations, hearings and events; the pages that explain feeds and open data; a page in English.
  case calendar, subscribe, data, english
  /// The newest documents of a list, for feed readers.
  case feed(FollowedList)
  /// The days of a list, for calendar programs; that of the site has those of ``calendar``.
  case calendarFeed(FollowedList)
  case changesFeed, sitemapXML, robots
  case documentsJSONL, documentsCSV, siteJSON
  /// The other sites whose documents are shown, where there are some.
  case sourcesJSON
  /// The question bank, where there are questions.
  case questionsJSON, questionsCSV
  /// A page of a column's list, numbered from 1, by the column's path.
  case column(String, page: Int)
  /// A page of those documents of a column, by its path, that are under one term.
  case selection(String, Facet, id: String, page: Int)
  /// All terms of a facet.
  case facet(Facet)
  /// A page of the documents under one term, numbered from 1.
  case term(Facet, id: String, page: Int)
  /// 找政策, the list of what there is for one answer, by its id, and the data of the first.
  case match, answer(String), benefitsJSON
  /// A sheet for the board of a place, by its id, with the way to its page.
  case poster(String)
  /// A file that belongs to a document; `url` is that of its page.
  case document(DocumentID, url: String, DocumentFile)
  /// A file of Content/, copied next to the page that uses it.
  case copy(PublishedFile)
  /// A page at an old address, by its path, that leads on to a document's.
  case redirect(String, to: String)
  /// What a web server reads to lead old addresses on, and to say that what was taken down is gone.
  case serverMap(ServerMap)
  /// A file of Templates/assets, by its path there; `folder` ends with `/`.
  case asset(String, folder: String)

  /// Path below the output's root.
  package var path: String {
    switch self {
    case .home: DirectoryPage.fileName
    case .changes: "changes/" + DirectoryPage.fileName
    case .search: "search/" + DirectoryPage.fileName
    case .browse: "browse/" + DirectoryPage.fileName
    case .sitemap: "sitemap/" + DirectoryPage.fileName
    case .accessibility: "accessibility/" + DirectoryPage.fileName
    case .notFound: "404.html"
    case .calendar: "calendar/" + DirectoryPage.fileName
    case .subscribe: "subscribe/" + DirectoryPage.fileName
    case .data: "data/" + DirectoryPage.fileName
    case .english: "english/" + DirectoryPage.fileName
    case .feed(let list): list.folder + FollowedList.feedName
    case .calendarFeed(let list): list.folder + FollowedList.calendarName
    case .changesFeed: "changes/" + FollowedList.feedName
    case .sitemapXML: "sitemap.xml"
    case .robots: "robots.txt"
    case .documentsJSONL: "data/documents.jsonl"
    case .documentsCSV: "data/documents.csv"
    case .siteJSON: "data/site.json"
    case .sourcesJSON: "data/sources.json"
    case .questionsJSON: "data/questions.json"
    case .questionsCSV: "data/questions.csv"
    case .column(let path, let page): DirectoryPage.url(path + "/", number: page) + DirectoryPage.fileName
    case .selection(let path, let facet, let id, let page):
      DirectoryPage.url("\(path)/\(facet.rawValue)/\(id)/", number: page) + DirectoryPage.fileName
    case .facet(let facet): facet.rawValue + "/" + DirectoryPage.fileName
    case .term(let facet, let id, let page):
      DirectoryPage.url("\(facet.rawValue)/\(id)/", number: page) + DirectoryPage.fileName
    case .match: Self.matchFolder + "/" + DirectoryPage.fileName
    case .answer(let id): "\(Self.matchFolder)/\(id)/" + DirectoryPage.fileName
    case .benefitsJSON: Self.matchFolder + "/benefits.json"
    case .poster(let id): "\(Facet.places.rawValue)/\(id)/poster/" + DirectoryPage.fileName
    case .document(_, let url, let file): file.path(beside: url)
    case .copy(let file): file.output
    case .redirect(let path, _): path
    case .serverMap(let map): ServerMap.folder + "/" + map.rawValue
    case .asset(let path, let folder): folder + path
    }
  }

  /// The page of questions, with a page for each answer below it.
  static let matchFolder = "match"

  /// The address that links use: the path without `index.html`, which every server adds.
  package var url: String { DirectoryPage.url(ofFile: path) }

  /// Whether it is a page for readers, with the site's header and footer.
  package var isPage: Bool {
    switch self {
    case .home, .changes, .search, .browse, .sitemap, .accessibility, .notFound, .calendar, .subscribe, .data, .english,
      .column, .selection, .facet, .term, .poster, .match, .answer:
      true
    case .document(_, _, let file): file.isPage
    case .feed, .changesFeed, .calendarFeed, .sitemapXML, .robots, .documentsJSONL, .documentsCSV, .siteJSON,
      .sourcesJSON, .questionsJSON, .questionsCSV, .benefitsJSON, .copy, .redirect, .serverMap, .asset:
      false
    }
  }

  /// What the site itself may publish, whatever its content.
  package static let fixed: [SiteFile] =
    [
      .home, .changes, .search, .browse, .sitemap, .accessibility, .notFound, .calendar, .subscribe, .data, .english,
      .feed(.site), .calendarFeed(.site), .changesFeed, .sitemapXML, .robots,
      .documentsJSONL, .documentsCSV, .siteJSON, .sourcesJSON, .questionsJSON, .questionsCSV, .match, .benefitsJSON,
    ] + Facet.allCases.map(SiteFile.facet) + ServerMap.allCases.map(SiteFile.serverMap)
}

/// A file for web servers. Only a site that has something to say in one has it.
package enum ServerMap: String, Sendable, Hashable, CaseIterable {
  /// nginx: old addresses without a query, as it sees them after it has read their escapes.
  case nginxPaths = "nginx-paths.map"
  /// nginx: old addresses with their query, and those whose escapes are no text, as browsers send them.
  case nginxQueries = "nginx-queries.map"
  /// nginx: pages of what was taken down, which answer 410.
  case nginxGone = "nginx-gone.map"
  /// Apache: all old addresses of this host, and the pages that are gone.
  case apache = "apache.conf"

  /// Below the output's root; servers show nobody what is in it.
  static let folder = "server"
}

/// A file that belongs to a document, next to its page.
package enum DocumentFile: Sendable, Hashable {
  /// The document's page; from 2 on, the further pages of its tables.
  case page(Int)
  /// In place of its page, what is left of a document that was taken down.
  case tombstone
  /// One of its texts, by its name (``DatedText/name``), at an address that stays.
  case text(String)
  /// A table for spreadsheets, by the path of its CSV file in Content/.
  case table(String)
  /// All rows of a table, for the filter on the page.
  case tableRows(String)
  /// The CSV of one of its overview tables, by the table's id.
  case overview(String)
  /// The texts of the members of a package on one page.
  case fullText
  /// The members of a package and their files, as ZIP.
  case archive
  /// The days of a consultation or an event, for calendar programs.
  case calendar
  /// Its text beside an earlier one (新旧对照), by the name of that one.
  case comparison(String)

  /// Path below the output's root; `url` is that of the document's page and ends with `/`.
  package func path(beside url: String) -> String {
    switch self {
    case .page(let number): DirectoryPage.url(url, number: number) + DirectoryPage.fileName
    case .tombstone: url + DirectoryPage.fileName
    case .text(let name): url + "versions/\(name)/" + DirectoryPage.fileName
    case .table(let file): PublishedFile(content: file, beside: url).output
    case .tableRows(let file): PublishedFile(content: Self.rowsName(of: file), beside: url).output
    case .overview(let id): url + "tongji-\(id).csv"
    case .fullText: url + "all/" + DirectoryPage.fileName
    case .archive: url + (url.split(separator: "/").last ?? "") + ".zip"
    case .calendar: url + (url.split(separator: "/").last ?? "") + ".ics"
    case .comparison(let name): url + "compare/\(name)/" + DirectoryPage.fileName
    }
  }

  /// The address that links use.
  package func url(beside url: String) -> String { DirectoryPage.url(ofFile: path(beside: url)) }

  /// Whether it is a page for readers.
  package var isPage: Bool {
    switch self {
    case .page, .tombstone, .text, .fullText, .comparison: true
    case .table, .tableRows, .overview, .archive, .calendar: false
    }
  }

  /// `renwu.csv` → `renwu.rows.json`.
  private static func rowsName(of file: String) -> String {
    (file.hasSuffix(".csv") ? String(file.dropLast(4)) : file) + ".rows.json"
  }
}

/// Addresses of pages: a folder with an `index.html` that links leave out.
package enum DirectoryPage {
  /// The file that servers show for a folder.
  package static let fileName = "index.html"
  /// The folder of a list's further pages.
  static let numbersFolder = "page"

  /// The address of a page of the list at `base` (empty, or ends with `/`); the first page has the address of the list.
  package static func url(_ base: String, number: Int) -> String {
    number == 1 ? base : base + numbersFolder + "/\(number)/"
  }

  /// The address of a file by its path.
  static func url(ofFile path: String) -> String {
    path == fileName || path.hasSuffix("/" + fileName) ? String(path.dropLast(fileName.count)) : path
  }
}
