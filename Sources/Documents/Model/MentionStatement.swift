package import Base
package import Papers

/// A document that a text names, and where: 《…》（澜政办发〔2022〕10号）第三条.
package struct MentionStatement: Sendable, Hashable {
  package let mention: Mention
  /// The location of the name in the file, where something may be wrong with it: of provisions, and of a title with a number.
  package let location: Diagnostic.Location?

  /// Memberwise.
  package init(_ mention: Mention, at location: Diagnostic.Location? = nil) {
    (self.mention, self.location) = (mention, location)
  }
}
