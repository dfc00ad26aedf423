/// The static search index of a site: a value made from documents, written as JSON files (FORMAT.md).
package struct SearchIndex: Sendable {
  /// All files, by path; the same bytes for the same documents and numbers in any order.
  package let files: [SearchFile]
  /// What the search page carries of it.
  package let start: Start

  /// What every search begins with: the search page has it, so that nothing is asked for one after the other.
  package struct Start: Sendable, Equatable {
    /// The entry file, one line of JSON.
    package let entry: String
    /// Addresses, from the search page, of the files that every query needs.
    package let files: [String]
  }

  /// Assembles the index.
  ///
  /// - Parameters:
  ///   - shards: the shards of all grams, in order.
  ///   - facets: the facets that results can be filtered by; `SearchEntry.facets` refers to them.
  ///   - places: pages besides the documents that a reader may name.
  ///   - synonyms: groups of words with the same meaning, the official one first.
  ///   - occurs: whether a folded text may stand in a document.
  ///   - asOf: the day for which the states hold, `YYYY-MM-DD`.
  package init(
    _ plan: IndexPlan, shards: [GramShard], facets: [SearchFacet], places: [SearchPlace] = [], synonyms: [[String]],
    occurs: ([UInt16]) -> Bool, asOf: String
  ) {
    var sink = FileSink()
    var grams = ShardList(folder: "grams")
    for shard in shards { grams.add(shard, to: &sink) }
    let target = GramShards.target(documentCount: plan.entries.count)
    let parts = [
      ("grams", grams.directory()),
      ("numbers", NumberShards(plan.entries.map { $0?.numberKeys ?? [] }, target: target).write(&sink)),
      ("cards", CardShards(plan.entries).write(&sink)),
      ("synonyms", SynonymShards(synonyms, occurs: occurs).write(&sink)),
    ]
    var directory = Array("{\"version\":\(SearchFile.version)".utf8)
    for (name, part) in parts { directory += Array(",\"\(name)\":{".utf8) + part + Array("}".utf8) }
    let contents = [
      ("directory", directory + Array("}".utf8)), ("titles", TitleFile(plan.entries, places: places).bytes),
      ("facets", FacetFile(facets, entries: plan.entries).bytes),
    ]
    let names = contents.map { folder, bytes in (folder: folder, name: sink.add(bytes, folder: folder)) }
    let entry = EntryFile(asOf: asOf, count: plan.entries.count, files: names)
    sink.addEntry(entry.bytes)
    files = sink.sorted()
    start = Start(
      entry: String(decoding: entry.bytes.dropLast(), as: UTF8.self),
      files: names.filter { $0.folder != "facets" }.map { "\($0.folder)/\($0.name).json" })
  }
}
