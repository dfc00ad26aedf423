package import Base
package import Documents

/// Where a cell of a table points, once the library is known.
package enum CellLink: Sendable, Hashable {
  /// A public document.
  case document(DocumentID)
  /// A column, by its path.
  case column(String)
  /// Outside; nil without an address.
  case external(String)
  /// A document that readers may not see on this day, or one that could not be read.
  case notPublic
  /// Nothing: why.
  case missing(Diagnostic)
}

extension Corpus {
  /// What a target in a cell means.
  package func link(_ target: CellTarget, in document: Document) -> CellLink {
    let destination = target.destination
    if destination.contains("://") { return .external(destination) }
    if columns.contains(where: { $0.path == destination }) { return .column(destination) }
    let meant: ReferenceTarget =
      if case .valid(let number) = DocumentNumber.read(destination) {
        .number(number, issuer: nil)
      } else {
        .path(DocumentID(destination))
      }
    switch resolve(Reference(target: meant), in: document) {
    case .success(.document(let id)?): return self[id] == nil ? .notPublic : .document(id)
    case .success: return .notPublic
    case .failure(let finding): return .missing(finding.cellDiagnostic)
    }
  }
}
