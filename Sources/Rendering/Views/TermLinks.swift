import Documents
import Resolution

extension TermIndex {
  /// The link from a page to that of a term, by its name; nil where it has no page.
  func href(_ facet: Facet, name: String, from address: PageAddress) -> String? {
    url(facet, name: name).map { address.href($0) }
  }
}
