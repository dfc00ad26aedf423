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

  /// By document, as written.
  package let all: [Redirect]

  /// Those of a corpus.
  package init(_ corpus: Corpus) {
    let domain = corpus.site.domain
    func redirects(_ aliases: [String], _ url: String, _ id: DocumentID) -> [Redirect] {
      aliases.map { Redirect(from: OldAddress($0, domain: domain), url: url, owner: id) }
    }
    all =
      corpus.entries.flatMap { redirects($0.document.aliases, $0.document.url, $0.document.id) }
      + corpus.tombstones.flatMap { redirects($0.aliases, $0.url, $0.id) }
  }
}
