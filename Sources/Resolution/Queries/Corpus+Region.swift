package import Documents
import Papers

// What is of another site's library, which has pages here and is nobody's own.
extension Corpus {
  /// Whether a document is of another site.
  package func isRegional(_ id: DocumentID) -> Bool { self[id]?.document.isRegional ?? false }

  /// Whether a file shows another site's library.
  package func isRegional(_ owner: SitePlan.Owner) -> Bool {
    switch owner {
    case .document(let id): isRegional(id)
    case .column(let path): region.columns.contains { $0.path == path }
    case .site, .facet: false
    }
  }

  /// What data for others call a document: its id, or of another site's document, which has none here, its number or else its title.
  package func name(of id: DocumentID) -> String {
    guard let document = self[id]?.document, document.isRegional else { return id.path }
    return document.documentNumber?.text ?? document.title
  }
}
