package import Importing

extension LiveSite {
  /// An import into this site.
  ///
  /// - Parameters:
  ///   - column: Path of a column; nil: the one that fits.
  ///   - kind: Id of a kind; nil: that of the column.
  package nonisolated func importing(
    into column: String?, as kind: String?, allowing allowance: ImportedDocument.Allowance, reading: FileReading
  ) -> ImportRequest {
    ImportRequest(site: request, files: [], column: column, kind: kind, allowance: allowance, reading: reading)
  }
}
