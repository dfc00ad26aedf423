package import Documents

/// The old addresses of what the site shows today, and of what was taken down.
package struct Redirects: Sendable {
  /// One that leads on.
  package struct Redirect: Sendable {
    package let from: OldAddress
    /// Below the site's root: `zhengce/2023-3/`.
    package let url: String
    package let owner: DocumentID
  }

  /// By document, as written; each address once.
  package let all: [Redirect]

  /// Those of a corpus.
  package init(_ corpus: Corpus) {
    let domain = corpus.site.domain
    func redirects(_ aliases: [String], _ url: String, _ id: DocumentID) -> [Redirect] {
      aliases.map { Redirect(from: OldAddress($0, domain: domain), url: url, owner: id) }
    }
    var known: Set<OldAddress> = []
    all =
      (corpus.entries.flatMap { redirects($0.document.aliases, $0.document.url, $0.document.id) }
      + corpus.tombstones.flatMap { redirects($0.aliases, $0.url, $0.id) }).filter { known.insert($0.from).inserted }
  }

  /// The pages that lead on, each at a place of its own: `/old/` and `/old/index.html` have the same.
  func pages(basePath: String) -> [SitePlan.Entry] {
    var known: Set<String> = []
    return all.compactMap { redirect in
      guard let path = redirect.from.outputPath(basePath: basePath), OldAddress.isPage(path),
        known.insert(path).inserted
      else { return nil }
      return SitePlan.Entry(.redirect(path, to: redirect.url), of: .document(redirect.owner))
    }
  }

  /// What servers read of them, and of the pages that are gone.
  func maps(with tombstones: [Tombstone]) -> [SitePlan.Entry] {
    ServerMap.allCases.filter { map in
      switch map {
      case .nginxPaths: all.contains { $0.from.isSeenDecoded }
      case .nginxQueries: all.contains { !$0.from.isSeenDecoded }
      case .nginxGone: !tombstones.isEmpty
      case .apache: all.contains { $0.from.host == nil } || !tombstones.isEmpty
      }
    }.map { SitePlan.Entry(.serverMap($0), of: .site) }
  }
}

extension OldAddress {
  /// Whether a server that has read the escapes of a path sees it as it is here, whatever follows `?`.
  package var isSeenDecoded: Bool { isText && query == nil }
}
