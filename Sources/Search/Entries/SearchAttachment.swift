/// A file beside a document, as the search index sees it.
package struct SearchAttachment: Sendable, Equatable {
  /// What readers call it.
  package var title: String
  /// Its name, in the folder of the document's page.
  package var fileName: String
  /// What it says, in passages with nothing left out inside; empty when that is not known, or not to be found.
  package var passages: [String]

  /// Memberwise.
  package init(title: String, fileName: String, passages: [String] = []) {
    self.title = title
    self.fileName = fileName
    self.passages = passages
  }
}
