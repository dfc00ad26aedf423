/// How many attachments were looked into, and how many nobody has looked into.
package struct AttachmentCounts: Sendable, Hashable {
  package let read: Int
  /// Of forms whose text the program does not know: .doc, .wps, archives.
  package let otherForm: Int
  /// PDF, where no program is installed that reads it.
  package let noReader: Int
  /// Longer than the search takes.
  package let cut: Int

  /// Memberwise; of a site without attachments.
  package init(read: Int = 0, otherForm: Int = 0, noReader: Int = 0, cut: Int = 0) {
    (self.read, self.otherForm, self.noReader, self.cut) = (read, otherForm, noReader, cut)
  }
}
