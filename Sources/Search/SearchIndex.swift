/// The static search index of a site: a value made from documents, written as JSON files (FORMAT.md).
package struct SearchIndex: Sendable {
  /// All files, by path; the same bytes for the same documents in any order.
  package let files: [SearchFile]

  /// Assembles the index.
  ///
  /// - Parameters:
  ///   - shards: the shards of all grams, in order.
  ///   - facets: the facets that results can be filtered by; `SearchEntry.facets` refers to them.
  ///   - synonyms: groups of words with the same meaning, from `site.yml`.
  ///   - asOf: the day for which the states hold, `YYYY-MM-DD`.
  package init(
    _ plan: IndexPlan, shards: [GramShard], facets: [SearchFacet], synonyms: [[String]], asOf: String
  ) {
    var sink = FileSink()
    var grams = ShardTree(folder: "grams", hasKeys: true)
    for shard in shards { grams.add(shard, to: &sink) }
    let target = GramShards.target(documentCount: plan.entries.count)
    let entry = EntryFile(
      asOf: asOf, entries: plan.entries, facets: facets, synonyms: synonyms, grams: grams.finish(&sink),
      numbers: NumberShards(plan.entries.map(\.numberKeys), target: target).write(&sink),
      cards: CardShards(plan.entries), sink: &sink)
    sink.addEntry(entry.bytes)
    files = sink.sorted()
  }
}
