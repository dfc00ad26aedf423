import Base

/// Names that content must not use because the site itself publishes under them; derived from ``SiteFile``, so that the
/// name of a new page is reserved automatically.
package enum ReservedNames {
  /// Names reserved in the site's root.
  package static let atRoot: Set<String> = Set(SiteFile.fixed.map { firstPart($0.path) }).union(builders)
  /// Names reserved in every column.
  package static let inColumns: Set<String> = Set(
    [SiteFile.column("c", page: 1), .column("c", page: 2), .feed(.column("c")), .calendarFeed(.column("c"))].map {
      firstPart($0.path.dropFirst(2))
    })
  /// Names reserved for terms and answers, which are folders: what a column reserves, and what lies beside the folders of answers.
  package static let forTerms: Set<String> = {
    let folder = SiteFile.matchFolder + "/"
    let besideAnswers = SiteFile.fixed.map(\.path).filter { $0.hasPrefix(folder) }.map(\.lastSegment)
    return inColumns.union(besideAnswers)
  }()

  /// What Publishing and the templates add to the root: `manifest.json` and the folder of assets.
  private static let builders = [SiteFile.manifestName, SiteFile.assetsFolder]

  /// Whether the site itself publishes something at or below a path: `topics`, `zhengce/page`. Letter case is ignored, as
  /// it is between any two addresses.
  package static func contain(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let last = parts.last.map({ $0.lowercased() }) else { return false }
    return inColumns.contains(last) || (parts.count == 1 && atRoot.contains(last))
  }

  /// Whether the site itself publishes, or might one day, a file at a path of the output: `search/index.html`,
  /// `zhengce/page/3/index.html`.
  ///
  /// - Parameter columns: Paths of all columns, in lower case.
  package static func cover(_ path: String, columns: Set<String>) -> Bool {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    guard let first = parts.first else { return true }
    if atRoot.contains(first) { return true }
    return parts.indices.dropFirst().contains { index in
      (inColumns.contains(parts[index]) || Facet(rawValue: parts[index]) != nil)
        && columns.contains(parts[..<index].joined(separator: "/"))
    }
  }

  private static func firstPart(_ path: some StringProtocol) -> String {
    String(path.prefix { $0 != "/" })
  }
}

extension SiteFile {
  /// The list of a release's files, written by Publishing.
  package static let manifestName = "manifest.json"
  /// Contains one folder, named after a hash of the assets.
  package static let assetsFolder = "assets"
}
