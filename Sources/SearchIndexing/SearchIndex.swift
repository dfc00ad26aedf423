/// The static search index of a site: a value made from documents, written as JSON files (FORMAT.md).
package struct SearchIndex: Sendable {
  /// All files, by path; the same bytes for the same documents, whatever their order.
  package let files: [SearchFile]

  /// Builds the index.
  ///
  /// - Parameters:
  ///   - documents: each public document with its tokens, in any order; addresses are unique.
  ///   - facets: what results can be narrowed by; `SearchEntry.facets` refers to it.
  ///   - synonyms: groups of words that mean the same, from `site.yml`.
  ///   - asOf: the day for which the states hold, `YYYY-MM-DD`.
  /// - Complexity: linear in the number of characters; about 12 bytes of memory for each.
  package init(
    _ documents: [(entry: SearchEntry, tokens: DocumentTokens)], facets: [SearchFacet], synonyms: [[String]],
    asOf: String
  ) {
    let order = Self.order(documents.map(\.entry))
    let entries = order.map { documents[$0].entry }
    var sink = FileSink()
    var grams = GramShards(documentCount: entries.count)
    let entry = EntryFile(
      asOf: asOf, entries: entries, facets: facets, synonyms: synonyms,
      grams: grams.add(GramIndex(documents.map(\.tokens), order: order), to: &sink),
      numbers: NumberShards(order.map { documents[$0].tokens.numberKeys }, target: grams.target).write(&sink),
      cards: CardShards(entries, lengths: order.map { documents[$0].tokens.bodyLength }), sink: &sink)
    sink.addEntry(entry.bytes)
    files = sink.sorted()
  }

  /// The numbers of documents: oldest first, so that a new document comes last and most shards stay as they are.
  static func order(_ entries: [SearchEntry]) -> [Int] {
    entries.indices.sorted { (entries[$0].date, entries[$0].url) < (entries[$1].date, entries[$1].url) }
  }
}
