import Base
package import Manuscripts

extension StockItem {
  /// The facts of its document: those of its file, or of its own text, with those of the row over them.
  ///
  /// - Parameters:
  ///   - file: What stands in its file; nil for a row without one.
  ///   - column: The column for rows that name none.
  package func facts(of file: Manuscript? = nil, site: ImportSite, column: String? = nil, kind: String? = nil) -> ImportedFacts
  {
    let wish = ImportWish(
      kind: self.kind ?? kind, column: self.column ?? column, title: title.isEmpty ? nil : title,
      files: attachments.map(\.lastSegment))
    var facts = FactReader.facts(of: file ?? manuscript, site: site, wish: wish)
    facts.lay(entries, from: source)
    facts.questions += questions
    return facts
  }
}
