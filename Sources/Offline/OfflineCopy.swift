package import Base
package import Documents

/// A copy of a site that is read from a folder, without a server: what becomes of each of its files.
package struct OfflineCopy: Sendable {
  private let style: CopyStyle

  /// - Parameters:
  ///   - files: Every file of the site but those of the search index.
  ///   - assets: Folder of the assets below the root, ends with `/`.
  ///   - kiosk: For a public machine.
  package init(of files: [SiteFile], baseURL: String, asOf: CalendarDate, assets: String, kiosk: Kiosk?) {
    let paths = Set(files.filter { Self.keeps($0) }.map(\.path) + ["manifest.json"])
    style = CopyStyle(
      links: CopyLinks(paths: paths, baseURL: baseURL), baseURL: baseURL, asOf: asOf, assets: assets, kiosk: kiosk)
  }

  /// Whether a copy has a file: not what only servers, crawlers and feed readers ask for.
  package static func keeps(_ file: SiteFile) -> Bool {
    switch file {
    case .redirect, .serverMap, .robots, .sitemapXML, .feed, .changesFeed, .notFound: false
    default: true
    }
  }

  /// What stands in the copy for a file of the plan.
  package func files(for file: SiteFile, _ bytes: [UInt8]) -> [(path: String, bytes: [UInt8])] {
    let path = file.path
    switch file {
    case .document(_, _, .tableRows), .benefitsJSON: return [script(path, bytes[...])]
    case .document(_, _, .page(1)):
      var copier = PageCopier(bytes, at: path, in: style)
      let (page, texts) = copier.copied()
      // The search reads texts; browsers refuse to read the pages themselves.
      return [(path, page), script(path, texts[...])]
    default:
      guard file.isPage else { return [(path, bytes)] }
      var copier = PageCopier(bytes, at: path, in: style)
      return [(path, copier.copied().page)]
    }
  }

  /// What stands in the copy for a file of the search index.
  package func script(_ path: String, _ bytes: ArraySlice<UInt8>) -> (path: String, bytes: [UInt8]) {
    (path + FileScript.suffix, FileScript.bytes(of: bytes))
  }

  /// Whether a release is a copy, by the names of its files: a site for servers has its index as data.
  package static func isCopy(_ paths: some Sequence<String>) -> Bool {
    paths.contains("search/entry.json" + FileScript.suffix)
  }

  /// What the name of a file can grow by in a copy.
  package static let addedLength = FileScript.suffix.utf8.count
}
