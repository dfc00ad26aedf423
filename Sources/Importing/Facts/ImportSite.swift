package import Documents
package import Papers

/// What an import knows of the site into which it writes.
package struct ImportSite: Sendable {
  package let site: Site
  package let kinds: [Kind]
  package let columns: [Column]
  /// The numbers of the documents that are there.
  package let numbers: Set<DocumentNumber>
  /// 索引号 that are there.
  package let indexNumbers: Set<String>

  /// - Parameter documents: Those of the library, with errors or without.
  package init(site: Site, kinds: [Kind], columns: [Column], documents: [Document]) {
    (self.site, self.kinds, self.columns) = (site, kinds, columns)
    numbers = Set(documents.compactMap(\.documentNumber))
    indexNumbers = Set(documents.compactMap(\.indexNumber))
  }

  /// The kind with this id or label.
  package func kind(_ word: String) -> Kind? { kinds.first { $0.id == word || $0.label == word } }
}
