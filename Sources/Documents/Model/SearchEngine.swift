/// An engine that answers searches over HTTP, as docs/open-data.md says; when it does not, the browser searches the static index.
package struct SearchEngine: Sendable, Hashable {
  /// Below the site's root (`api/search`), because a page may ask only its own server.
  package var path: String
  /// It is asked when the site has more documents than this.
  package var above: Int

  /// Memberwise.
  package init(path: String, above: Int) {
    self.path = path
    self.above = above
  }

  /// From here on a query in the browser loads more than a page with pictures.
  package static let usualLimit = 20_000
}
