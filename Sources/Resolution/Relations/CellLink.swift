package import Base
package import Documents
import Papers

/// The resolved target of a link in a table cell.
package enum CellLink: Sendable, Hashable {
  /// A public document.
  case document(DocumentID)
  /// A column, by its path.
  case column(String)
  /// A URL.
  case external(String)
  /// A document that is not public on this day, or that could not be read.
  case notPublic
  /// It does not resolve, with the reason.
  case missing(Diagnostic)
}

extension Corpus {
  /// Resolves a target in a table cell.
  package func link(_ target: CellTarget, in document: Document) -> CellLink {
    let destination = target.destination
    if LinkAddress(destination).host != nil { return .external(destination) }
    if columns.contains(where: { $0.path == destination }) { return .column(destination) }
    let number = DocumentNumber(destination)
    let meant: ReferenceTarget =
      number.isRead ? .number(number, issuer: nil) : .path(DocumentID(destination))
    switch resolve(Reference(target: meant), in: document) {
    case .success(.document(let id)?): return self[id] == nil ? .notPublic : .document(id)
    case .success: return .notPublic
    case .failure(let finding): return .missing(finding.cellDiagnostic)
    }
  }
}
