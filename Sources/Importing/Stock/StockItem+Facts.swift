import Base
package import Manuscripts
import OfficeFiles

extension StockItem {
  /// The facts of its document: those of the manuscript, with those of the row over them.
  ///
  /// - Parameters:
  ///   - manuscript: What stands in its file, or its own.
  ///   - wish: For what the row does not say.
  package func facts(of manuscript: Manuscript, site: ImportSite, wish: ImportWish = ImportWish()) -> ImportedFacts {
    var wish = wish
    wish.kind = kind ?? wish.kind
    wish.column = column ?? wish.column
    if !title.isEmpty { wish.title = title }
    var facts = FactReader.facts(of: manuscript, site: site, wish: wish)
    facts.lay(entries, from: source)
    facts.questions += questions
    return facts
  }

  /// A row without a file, as if it were one.
  package var reading: ReadFile {
    ReadFile(
      manuscript,
      letters: manuscript.blocks.compactMap { block in
        guard case .paragraph(let paragraph) = block else { return nil }
        return OfficePiece(place: .line(row), text: paragraph.text)
      })
  }
}
