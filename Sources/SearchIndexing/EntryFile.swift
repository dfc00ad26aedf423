/// The small file that a reader loads first; it leads to all others.
struct EntryFile {
  let bytes: [UInt8]

  /// Parts that are made of directory fragments come as bytes.
  init(
    asOf: String, entries: [SearchEntry], facets: [SearchFacet], synonyms: [[String]],
    grams: [UInt8], numbers: [UInt8], cards: CardShards, sink: inout FileSink
  ) {
    var bytes = Array("{\"version\":\(ShardTree.version),\"asOf\":".utf8)
    JSONText.append(asOf, to: &bytes)
    bytes += Array(",\"count\":\(entries.count),\"weights\":[".utf8)
    bytes += Array(ImpactScale.weights.map { "\($0)" }.joined(separator: ",").utf8)
    bytes += Array("],\"grams\":".utf8) + grams
    bytes += Array(",\"numbers\":".utf8) + numbers
    bytes += Array(",\"cards\":{\"per\":\(cards.perShard),\"tree\":".utf8) + cards.write(&sink)
    bytes += Array("},\"long\":".utf8) + cards.longest
    bytes += Array(",\"ended\":\"\(Self.ended(entries, &sink))\",\"states\":[".utf8)
    Self.appendStates(entries, to: &bytes)
    bytes += Array("],\"facets\":[".utf8)
    Self.append(facets, entries: entries, sink: &sink, to: &bytes)
    bytes += Array("],\"synonyms\":[".utf8)
    Self.append(synonyms, to: &bytes)
    self.bytes = bytes + Array("]}\n".utf8)
  }

  /// A file of its own: only queries with many results need to know which documents have ended.
  private static func ended(_ entries: [SearchEntry], _ sink: inout FileSink) -> String {
    var bytes = Array("{\"version\":\(ShardTree.version),\"list\":\"".utf8)
    PostingCode.append(ascending: entries.indices.filter { entries[$0].isEnded }, to: &bytes)
    return sink.add(bytes + Array("\"}".utf8), folder: "facets")
  }

  private static func appendStates(_ entries: [SearchEntry], to bytes: inout [UInt8]) {
    var known: [(code: String, label: String, isEnded: Bool)] = []
    for entry in entries where !entry.state.isEmpty && !known.contains(where: { $0.code == entry.state }) {
      known.append((entry.state, entry.stateLabel, entry.isEnded))
    }
    for (place, state) in known.sorted(by: { $0.code < $1.code }).enumerated() {
      bytes += Array(place == 0 ? "[".utf8 : ",[".utf8)
      JSONText.append(state.code, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONText.append(state.label, to: &bytes)
      bytes += Array(state.isEnded ? ",1]".utf8 : ",0]".utf8)
    }
  }

  private static func append(
    _ facets: [SearchFacet], entries: [SearchEntry], sink: inout FileSink, to bytes: inout [UInt8]
  ) {
    for (place, facet) in facets.enumerated() {
      let name = sink.add(FacetFile(facet, at: place, entries: entries).bytes, folder: "facets")
      bytes += Array(place == 0 ? "{\"id\":".utf8 : ",{\"id\":".utf8)
      JSONText.append(facet.id, to: &bytes)
      bytes += Array(",\"label\":".utf8)
      JSONText.append(facet.label, to: &bytes)
      bytes += Array(",\"name\":\"\(name)\"}".utf8)
    }
  }

  private static func append(_ synonyms: [[String]], to bytes: inout [UInt8]) {
    for (place, group) in synonyms.enumerated() {
      bytes += Array(place == 0 ? "[".utf8 : ",[".utf8)
      for (position, word) in group.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(word, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }
}

/// One facet: each value that some document has, with the documents that have it.
struct FacetFile {
  let bytes: [UInt8]

  init(_ facet: SearchFacet, at position: Int, entries: [SearchEntry]) {
    var holders = [[Int]](repeating: [], count: facet.values.count)
    for (document, entry) in entries.enumerated() where position < entry.facets.count {
      for value in entry.facets[position] where holders[value].last != document { holders[value].append(document) }
    }
    var bytes = Array("{\"version\":\(ShardTree.version),\"values\":[".utf8)
    var isFirst = true
    for (value, documents) in zip(facet.values, holders) where !documents.isEmpty {
      bytes += Array(isFirst ? "[".utf8 : ",[".utf8)
      isFirst = false
      JSONText.append(value.id, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONText.append(value.label, to: &bytes)
      bytes += Array(",\"".utf8)
      PostingCode.append(ascending: documents, to: &bytes)
      bytes += Array("\"]".utf8)
    }
    self.bytes = bytes + Array("]}".utf8)
  }
}
