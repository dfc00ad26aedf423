package import Base
package import Documents

/// What a document or a column says, as a fingerprint, and the day on which that last changed.
package struct Revision: Sendable, Hashable {
  /// Differs when the content differs; compared with that of the release before.
  package let fingerprint: String
  /// The day of the build that first published this content in place of another; nil for what never changed.
  package let modifiedOn: CalendarDate?

  /// Memberwise.
  package init(fingerprint: String, modifiedOn: CalendarDate?) {
    self.fingerprint = fingerprint
    self.modifiedOn = modifiedOn
  }
}

/// The revisions of everything that is public.
package struct Revisions: Sendable, Hashable {
  package var documents: [DocumentID: Revision]
  /// By the column's path.
  package var columns: [String: Revision]

  /// Memberwise, by default empty.
  package init(documents: [DocumentID: Revision] = [:], columns: [String: Revision] = [:]) {
    self.documents = documents
    self.columns = columns
  }
}
