package import Base
package import Documents

/// All that stands in Content/ and in the kind files, read and checked: what is valid, and what was found.
package struct Library: Sendable {
  package var site = Site()
  /// By id.
  package var kinds: [Kind] = []
  /// By path.
  package var columns: [Column] = []
  /// The valid ones, by id; a document with an error is not among them.
  package var documents: [Document] = []
  /// Every file below Content/ that is neither Markdown nor YAML: content path → bytes.
  package var files: [String: Int] = [:]
  /// Of all files, sorted.
  package var findings: [Diagnostic] = []
  /// Files of the documents that were left out because of an error: `Content/zhengce/2023-3.md`.
  package var failedDocuments: Set<String> = []
  /// Their numbers, as far as they could be read.
  package var failedNumbers: Set<DocumentNumber> = []
}
