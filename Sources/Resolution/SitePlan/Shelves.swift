package import Documents

/// The documents of each column and each term, newest first, sorted once for all pages. Positions are those of ``Corpus/shown``; all but
/// those of the columns of other sites are in ``Corpus/entries``, which come first.
package struct Shelves: Sendable {
  package let corpus: Corpus
  /// Positions of the site's own public documents in the corpus's entries.
  package let newestFirst: [Int]
  package let terms: TermIndex
  private let byColumn: [String: [Int]]
  /// What the list of each column can be narrowed to, by facet, then by term.
  private let byColumnAndTerm: [String: [Selection]]
  /// The documents before and after one of a consecutive kind in its column; none for other kinds.
  package let neighbours: [DocumentID: Neighbours]

  /// The documents on either side of one, by the order of lists.
  package struct Neighbours: Sendable {
    package let older: CorpusEntry?
    package let newer: CorpusEntry?
  }

  /// Sorts the documents of a corpus.
  package init(_ corpus: Corpus) {
    self.corpus = corpus
    let shown = corpus.shown
    newestFirst = corpus.entries.indices.sorted { CorpusEntry.newestFirst(corpus.entries[$0], corpus.entries[$1]) }
    let regional = (corpus.entries.count..<shown.count).sorted { CorpusEntry.newestFirst(shown[$0], shown[$1]) }
    terms = TermIndex(corpus, newestFirst: newestFirst)
    var byColumn: [String: [Int]] = [:]
    // A document is shown in its column and in every column above it.
    let columns = (corpus.columns + corpus.region.columns).map(\.path)
    let above = Set(shown.map(\.document.column)).map { path in
      (path, columns.filter { ColumnTree.contains($0, path) })
    }
    let shelves = Dictionary(above, uniquingKeysWith: { first, _ in first })
    for position in newestFirst + regional {
      for path in shelves[shown[position].document.column] ?? [] {
        byColumn[path, default: []].append(position)
      }
    }
    for column in corpus.columns {
      guard let query = column.collects else { continue }
      let found = Set(corpus.gather(query).entries.map(\.document.id)).union(
        (byColumn[column.path] ?? []).map { corpus.entries[$0].document.id })
      byColumn[column.path] = newestFirst.filter { found.contains(corpus.entries[$0].document.id) }
    }
    self.byColumn = byColumn
    byColumnAndTerm = [String: [Selection]](
      corpus.columns.map(\.path).map { [terms, byColumn] path in
        (path, Selection.all(of: path, byColumn[path] ?? [], terms, pageSize: corpus.site.pageSize))
      }, uniquingKeysWith: { first, _ in first })
    neighbours = Self.neighbours(corpus, newestFirst)
  }

  private static func neighbours(_ corpus: Corpus, _ newestFirst: [Int]) -> [DocumentID: Neighbours] {
    let consecutive = newestFirst.map { corpus.entries[$0] }.filter { corpus.kind(of: $0)?.isConsecutive ?? false }
    let rows = Dictionary(grouping: consecutive) { [$0.document.column, $0.document.kind] }
    var neighbours: [DocumentID: Neighbours] = [:]
    for row in rows.values where row.count > 1 {
      for (place, entry) in row.enumerated() {
        neighbours[entry.document.id] = Neighbours(
          older: place + 1 < row.count ? row[place + 1] : nil, newer: place > 0 ? row[place - 1] : nil)
      }
    }
    return neighbours
  }

  /// Positions of the documents that a column shows: its own, those of columns below it, and those it gathers.
  package func documents(in column: String) -> [Int] { byColumn[column] ?? [] }

  /// What the list of a column can be narrowed to.
  package func selections(in column: String) -> [Selection] { byColumnAndTerm[column] ?? [] }
}
