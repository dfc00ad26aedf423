import Documents
import Resolution

/// The documents of each column and each class, newest first, counted once for all pages.
struct Shelves: Sendable {
  let corpus: Corpus
  /// Positions of all public documents.
  let newestFirst: [Int]
  let terms: TermIndex
  private let byColumn: [String: [Int]]

  init(_ corpus: Corpus) {
    self.corpus = corpus
    newestFirst = corpus.entries.indices.sorted { CorpusEntry.newestFirst(corpus.entries[$0], corpus.entries[$1]) }
    terms = TermIndex(corpus, newestFirst: newestFirst)
    var byColumn: [String: [Int]] = [:]
    // A document is shown in its column and in every column above it.
    let above = Set(corpus.entries.map(\.document.column)).map { path in
      (path, corpus.columns.map(\.path).filter { ColumnTree.contains($0, path) })
    }
    let shelves = Dictionary(uniqueKeysWithValues: above)
    for position in newestFirst {
      for path in shelves[corpus.entries[position].document.column] ?? [] {
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
  }

  /// Documents in a column and below it.
  func documents(in column: String) -> [Int] { byColumn[column] ?? [] }

  /// Columns with their numbers.
  func cards(_ columns: [Column], from address: PageAddress) -> View? {
    .items(
      columns.map { column in
        let documents = documents(in: column.path)
        let newest = documents.first.flatMap { corpus.entries[$0].listDate?.iso }
        return .make([
          "title": .text(column.title), "href": .text(address.href(column.path + "/")),
          "total": .text(String(documents.count)), "description": .optional(column.description),
          "updatedText": .optional(newest),
        ])
      })
  }
}
