import Base

/// What results are filtered by: each facet with its used values and their documents. A separate file, because only queries
/// with many results need it.
struct FacetFile {
  let bytes: [UInt8]

  init(_ facets: [SearchFacet], entries: [SearchEntry?]) {
    var bytes = Array("{\"version\":\(SearchFile.version),\"facets\":[".utf8)
    for (position, facet) in facets.enumerated() {
      bytes += Array(position == 0 ? "{\"id\":".utf8 : ",{\"id\":".utf8)
      bytes.appendJSON(facet.id)
      bytes += Array(",\"label\":".utf8)
      bytes.appendJSON(facet.label)
      bytes += Array(",\"values\":[".utf8)
      Self.append(facet.values, holders: Self.holders(facet, at: position, entries), to: &bytes)
      bytes += Array("]}".utf8)
    }
    self.bytes = bytes + Array("]}".utf8)
  }

  /// The documents of each value, ascending.
  private static func holders(_ facet: SearchFacet, at position: Int, _ entries: [SearchEntry?]) -> [[Int]] {
    var holders = [[Int]](repeating: [], count: facet.values.count)
    for (document, entry) in entries.enumerated() {
      guard let entry, position < entry.facets.count else { continue }
      for value in entry.facets[position] where holders[value].last != document { holders[value].append(document) }
    }
    return holders
  }

  private static func append(_ values: [SearchFacet.Value], holders: [[Int]], to bytes: inout [UInt8]) {
    var isFirst = true
    for (value, documents) in zip(values, holders) where !documents.isEmpty {
      bytes += Array(isFirst ? "[".utf8 : ",[".utf8)
      isFirst = false
      bytes.appendJSON(value.id)
      bytes.append(UInt8(ascii: ","))
      bytes.appendJSON(value.label)
      bytes += Array(",\"".utf8)
      PostingCode.append(ascending: documents, to: &bytes)
      bytes += Array("\"]".utf8)
    }
  }
}
