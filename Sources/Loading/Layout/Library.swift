package import Base
package import Documents
package import Guard
package import Papers

/// Everything in Content/ and in the kind files, read and checked: what is valid, and the findings.
package struct Library: Sendable {
  package var site = Site()
  /// Sorted by id.
  package var kinds: [Kind] = []
  /// Sorted by path.
  package var columns: [Column] = []
  /// The documents without errors, sorted by id.
  package var documents: [Document] = []
  /// Every 索引号 that was allotted.
  package var indexLedger = IndexLedger()
  /// What looks at everything that is published.
  package var textGuard = TextGuard()
  /// Every file below Content/ that is neither Markdown nor YAML: content path → size in bytes.
  package var files: [String: Int] = [:]
  /// What speaks against publishing some of them, by content path.
  package var fileFaults: [String: FileFault] = [:]
  /// The findings of all files, sorted.
  package var findings: [Diagnostic] = []
  /// The documents left out because of an error, as far as they could be read, sorted by id.
  package var faulty: [Document] = []
  /// Files of the documents left out because of an error: `Content/zhengce/2023-3.md`.
  package var failedDocuments: Set<String> = []
  /// The numbers of those documents, where readable.
  package var failedNumbers: Set<DocumentNumber> = []
  /// The libraries of other sites; whoever can read them fills it in.
  package var region = Region()
  /// 已核对: the marks of all columns and documents, valid or not.
  package var checked: [Checked] = []
}
