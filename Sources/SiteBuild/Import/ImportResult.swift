package import Base
package import Importing

/// What came of one file.
package struct ImportResult: Sendable {
  /// As it was given.
  package let file: String
  package let outcome: Outcome

  package enum Outcome: Sendable {
    /// Written, or to be written: the path below Content.
    case document(ImportedDocument, path: String, findings: [Diagnostic])
    /// The same file was imported before: the document's path.
    case known(path: String)
    case refused(ImportFault)
  }

  /// Whether somebody has to do something before it is right.
  package var isFaulty: Bool {
    switch outcome {
    case .document(let document, _, _): document.isDraft
    case .known: false
    case .refused: true
    }
  }
}
