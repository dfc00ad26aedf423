package import Manuscripts
package import OfficeFiles

/// The text of an imported document.
package struct ImportedBody: Sendable, Hashable {
  /// Without front matter; ends with a line feed unless it is empty.
  package internal(set) var markdown = ""
  /// The files that it names.
  package internal(set) var pictures: [ManuscriptPicture] = []
  /// Marks of notes, which are no letters of the manuscript.
  package internal(set) var addedMarks: [String] = []
  /// What is not as it was in the manuscript.
  package internal(set) var remarks: [ImportRemark] = []
}

/// What a person should know about how a document was taken over.
package struct ImportRemark: Sendable, Hashable {
  package let message: String
  package let place: OfficePlace?

  /// Memberwise.
  package init(_ message: String, at place: OfficePlace?) { (self.message, self.place) = (message, place) }
}
