package import Documents

/// The documents of a column under one term: those of 行政规范性文件 that are 现行有效.
package struct Selection: Sendable {
  /// The column's path.
  package let column: String
  package let facet: Facet
  package let id: String
  package let name: String
  /// Positions in the corpus's entries, newest first.
  package let documents: [Int]

  /// What a long list is narrowed by. Its years follow one another, so that links into the list are enough for them.
  package static let facets: [Facet] = [.validity, .issuers]
  /// A list of more issuers is itself something to search in.
  private static let mostTerms = 12

  /// Address of its first page.
  package var url: String { SiteFile.selection(column, facet, id: id, page: 1).url }

  /// The selections of a column; none if one page shows all its documents.
  static func all(of column: String, _ documents: [Int], _ terms: TermIndex, pageSize: Int) -> [Selection] {
    guard documents.count > pageSize else { return [] }
    let own = Set(documents)
    return facets.flatMap { facet -> [Selection] in
      let found = terms[facet].compactMap { shelf -> Selection? in
        let both = shelf.documents.filter(own.contains)
        return both.isEmpty
          ? nil : Selection(column: column, facet: facet, id: shelf.id, name: shelf.name, documents: both)
      }
      return 2...mostTerms ~= found.count ? found : []
    }
  }
}
