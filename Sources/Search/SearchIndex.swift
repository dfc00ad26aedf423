/// The static search index of a site: a value made from documents, written as JSON files (FORMAT.md).
package struct SearchIndex: Sendable {
  /// All files, by path; the same bytes for the same documents, whatever their order.
  package let files: [SearchFile]

  /// Puts the index together.
  ///
  /// - Parameters:
  ///   - shards: of all grams, in order.
  ///   - facets: what results can be narrowed by; `SearchEntry.facets` refers to it.
  ///   - synonyms: groups of words that mean the same, from `site.yml`.
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
