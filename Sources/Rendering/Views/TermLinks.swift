import Documents
import Resolution

extension TermIndex {
  /// The link from a page to a term's page, by name; nil when the term has no page.
  func href(_ facet: Facet, name: String, from address: PageAddress) -> String? {
    url(facet, name: name).map { address.href($0) }
  }
}
