package import Documents

/// Every address that content will be published at, today or later: embargoed documents count as well, so that no
/// nightly build fails because two files have the same address.
package struct AddressClaims: Sendable {
  /// Two files with the same address.
  package struct Clash: Sendable, Hashable {
    package let file: SitePlan.Entry
    package let taken: SitePlan.Entry
  }

  /// In the order of `file`; `taken` comes before it.
  package let clashes: [Clash]
  /// Old addresses at which the site itself publishes something: `/search/`, `/zhengce/page/3/`.
  package let reserved: [SitePlan.Entry]
  /// Files whose names or addresses are longer than disks, servers and browsers take, with what the program adds to them.
  package let tooLong: [SitePlan.Entry]

  /// Compares the addresses of all files.
  ///
  /// - Parameter documents: Valid documents, public or not; drafts are ignored.
  package init(_ corpus: Corpus, documents: [Document], resolver: LinkResolver) {
    let drawn = Overviews(corpus: corpus, terms: TermIndex(corpus, newestFirst: []))
    let comparisons = corpus.comparisonNames
    // Other sites' pages come first, so that what is written here is to blame.
    var claims = SitePlan.regionalPages(corpus.region.documents)
    claims += corpus.region.columns.map { SitePlan.Entry(.column($0.path, page: 1), of: .column($0.path)) }
    for column in corpus.columns where !column.path.isEmpty {
      // The second page stands for all that a longer list will need.
      let own: [SiteFile] = [
        .column(column.path, page: 1), .column(column.path, page: 2), .feed(.column(column.path)),
        .calendarFeed(.column(column.path)),
      ]
      let files = own + column.files(resolver: resolver).map(SiteFile.copy)
      claims += files.map { SitePlan.Entry($0, of: .column(column.path)) }
    }
    for document in documents where !document.isDraft {
      let files = SitePlan.files(
        of: document, overviews: drawn.tables(of: document),
        isPackage: corpus.kind(of: document)?.isBundle ?? false, hasDays: corpus.hasDays(document),
        comparisons: document.texts.dropFirst().map(\.name) + (comparisons[document.id] ?? []), resolver: resolver)
      claims += files.map { SitePlan.Entry($0, of: .document(document.id)) }
    }
    // Last, so that the old address is to blame.
    let old = documents.filter { !$0.isDraft && !$0.aliases.isEmpty }.flatMap { document in
      let addresses = document.aliases.map { OldAddress($0, domain: corpus.site.domain) }
      return Set(addresses.compactMap { $0.outputPath(basePath: corpus.site.basePath) }).sorted().map { path in
        SitePlan.Entry(.redirect(path, to: document.url), of: .document(document.id))
      }
    }
    let columns = Set((corpus.columns + corpus.region.columns).map { $0.path.lowercased() })
    reserved = old.filter { ReservedNames.cover($0.path, columns: columns) }
    claims += old.filter { !ReservedNames.cover($0.path, columns: columns) }
    clashes = Self.clashes(claims)
    tooLong = claims.filter { claim in
      claim.path.utf8.count > Self.longestPath
        || claim.path.utf8.split(separator: 0x2F).contains { $0.count > Self.longestName }
    }
  }

  /// Bytes of a name on a disk (NAME_MAX), and of a whole address: half of what a system call takes for a path (PATH_MAX), so
  /// that there is room for the folder of the site.
  package static let (longestName, longestPath) = (255, 2048)

  /// - Complexity: Linear in the number of files, times the depth of their folders.
  private static func clashes(_ claims: [SitePlan.Entry]) -> [Clash] {
    var taken: [String: SitePlan.Entry] = [:]
    var folders: [String: SitePlan.Entry] = [:]
    var clashes: [Clash] = []
    // A page in the way is one mistake, though the pages and feeds below it are in the way as well.
    var blamed: [SitePlan.Owner: Set<SitePlan.Entry>] = [:]
    for claim in claims {
      // Letter case is ignored, as on some file systems and servers, and on most readers' computers when they unpack.
      let key = claim.path.lowercased()
      let parents = Self.folders(of: key)
      if let earlier = taken[key] ?? folders[key] ?? parents.lazy.compactMap({ taken[$0] }).first {
        let isNew = blamed[claim.owner, default: []].insert(earlier).inserted
        if isNew || claim.file.isCopy { clashes.append(Clash(file: claim, taken: earlier)) }
        continue
      }
      taken[key] = claim
      for folder in parents where folders[folder] == nil { folders[folder] = claim }
    }
    return clashes
  }

  /// `a/b/c.pdf` → `a`, `a/b`.
  private static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == 0x2F }.map { String(path[..<$0]) }
  }
}

extension SiteFile {
  /// Whether an author chose it and its name, so that each needs a message of its own.
  fileprivate var isCopy: Bool {
    switch self {
    case .copy, .redirect: true
    default: false
    }
  }
}
