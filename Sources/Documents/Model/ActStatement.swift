package import Base
package import Papers

/// What a text says that it does to another document, and where: 《…》（澜政办发〔2022〕10号）同时废止.
package struct ActStatement: Sendable, Hashable {
  package let act: StatedAct
  /// The location of 《…》, or of the number, in the file.
  package let location: Diagnostic.Location

  /// Memberwise.
  package init(_ act: StatedAct, at location: Diagnostic.Location) { (self.act, self.location) = (act, location) }
}
