import Base

/// Document numbers by year and serial: `2023-3` leads to every document 〔2023〕3号, whoever issued it.
struct NumberShards {
  private let rows: [(key: [UInt16], documents: [Int])]
  private let target: Int

  /// - Parameter keys: for each document, in index order, its number keys.
  init(_ keys: [[String]], target: Int) {
    var pairs: [(key: String, document: Int)] = []
    for (document, keys) in keys.enumerated() {
      for (position, key) in keys.enumerated() where !keys[..<position].contains(key) { pairs.append((key, document)) }
    }
    pairs.sort { ($0.key, $0.document) < ($1.key, $1.document) }
    var rows: [(key: [UInt16], documents: [Int])] = []
    for (place, pair) in pairs.enumerated() {
      if place > 0, pairs[place - 1].key == pair.key {
        rows[rows.count - 1].documents.append(pair.document)
      } else {
        rows.append((Array(pair.key.utf16), [pair.document]))
      }
    }
    (self.rows, self.target) = (rows, target)
  }

  /// Writes the shards and returns their part of the directory.
  func write(_ sink: inout FileSink) -> [UInt8] {
    var shards = ShardList(folder: "numbers")
    var start = 0
    while start < rows.count {
      var keys: [UInt8] = []
      var lists: [UInt8] = []
      var end = start
      while end < rows.count, keys.count + lists.count < target {
        if end > start {
          keys.append(UInt8(ascii: ","))
          lists.append(PostingCode.listEnd)
        }
        keys.appendJSON(units: rows[end].key)
        PostingCode.append(ascending: rows[end].documents, to: &lists)
        end += 1
      }
      let bytes = Array("{\"version\":\(SearchFile.version),\"numbers\":[".utf8) + keys + Array("],\"lists\":\"".utf8)
      shards.add(firstKey: rows[start].key, bytes: bytes + lists + Array("\"}".utf8), to: &sink)
      start = end
    }
    return shards.directory()
  }
}
