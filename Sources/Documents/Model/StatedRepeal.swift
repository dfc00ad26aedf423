package import Base

/// A sentence of a text that ends another document: 《…》（澜政办发〔2022〕10号）同时废止.
package struct StatedRepeal: Sendable, Hashable {
  /// What stands between the title marks.
  package let title: String
  /// The number in the brackets after the title, when there is one.
  package let documentNumber: DocumentNumber?
  /// 废止 or 停止执行.
  package let word: String
  /// The place of 《…》 in the file.
  package let location: Diagnostic.Location

  /// Makes a statement.
  package init(title: String, documentNumber: DocumentNumber?, word: String, location: Diagnostic.Location) {
    self.title = title
    self.documentNumber = documentNumber
    self.word = word
    self.location = location
  }
}
