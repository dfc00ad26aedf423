package import Base
package import Papers

/// A statement in a text that ends another document: 《…》（澜政办发〔2022〕10号）同时废止.
package struct StatedRepeal: Sendable, Hashable {
  /// The title inside 《》.
  package let title: String
  /// The number in the parentheses after the title, if any.
  package let documentNumber: DocumentNumber?
  /// 废止 or 停止执行.
  package let word: String
  /// The location of 《…》 in the file.
  package let location: Diagnostic.Location

  /// Memberwise.
  package init(title: String, documentNumber: DocumentNumber?, word: String, location: Diagnostic.Location) {
    self.title = title
    self.documentNumber = documentNumber
    self.word = word
    self.location = location
  }
}
