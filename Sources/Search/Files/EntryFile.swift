import Base

/// The small file that a browser loads first; it leads to all others.
struct EntryFile {
  let bytes: [UInt8]

  /// The parts that lead to directory pages are passed in as bytes.
  init(
    asOf: String, entries: [SearchEntry], facets: [SearchFacet], synonyms: [[String]],
    grams: [UInt8], numbers: [UInt8], cards: CardShards, sink: inout FileSink
  ) {
    var bytes = Array("{\"version\":\(ShardTree.version),\"asOf\":".utf8)
    bytes.appendJSON(asOf)
    bytes += Array(",\"count\":\(entries.count),\"weights\":[".utf8)
    bytes += Array(ImpactScale.weights.map { "\($0)" }.joined(separator: ",").utf8)
    bytes += Array("],\"grams\":".utf8) + grams
    bytes += Array(",\"numbers\":".utf8) + numbers
    bytes += Array(",\"cards\":{\"per\":\(cards.perShard),\"tree\":".utf8) + cards.write(&sink)
    bytes += Array("},\"long\":".utf8) + cards.longest
    let facetFile = sink.add(FacetFile(facets, entries: entries).bytes, folder: "facets")
    bytes += Array(",\"facets\":\"\(facetFile)\",\"states\":[".utf8)
    Self.appendStates(entries, to: &bytes)
    bytes += Array("],\"synonyms\":[".utf8)
    Self.append(synonyms, to: &bytes)
    self.bytes = bytes + Array("]}\n".utf8)
  }

  /// The states of all documents, including upcoming ones.
  private static func appendStates(_ entries: [SearchEntry], to bytes: inout [UInt8]) {
    var known: [(code: String, label: String, isEnded: Bool)] = []
    func note(_ code: String, _ label: String, _ isEnded: Bool) {
      if !code.isEmpty, !known.contains(where: { $0.code == code }) { known.append((code, label, isEnded)) }
    }
    for entry in entries {
      note(entry.state, entry.stateLabel, entry.isEnded)
      for change in entry.changes { note(change.state, change.label, change.isEnded) }
    }
    for (place, state) in known.sorted(by: { $0.code < $1.code }).enumerated() {
      bytes += Array(place == 0 ? "[".utf8 : ",[".utf8)
      bytes.appendJSON(state.code)
      bytes.append(UInt8(ascii: ","))
      bytes.appendJSON(state.label)
      bytes += Array(state.isEnded ? ",1]".utf8 : ",0]".utf8)
    }
  }

  private static func append(_ synonyms: [[String]], to bytes: inout [UInt8]) {
    for (place, group) in synonyms.enumerated() {
      bytes += Array(place == 0 ? "[".utf8 : ",[".utf8)
      for (position, word) in group.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSON(word)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }
}
