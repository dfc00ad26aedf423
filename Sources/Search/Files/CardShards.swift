import Base

/// What a search result shows of each document, a few documents per file.
struct CardShards {
  let perShard: Int
  private let entries: [SearchEntry]

  init(_ entries: [SearchEntry]) {
    self.entries = entries
    perShard = max(8, Int(Double(entries.count).squareRoot() / 8))
  }

  /// Writes the shards and returns the entry file's part.
  func write(_ sink: inout FileSink) -> [UInt8] {
    var tree = ShardTree(folder: "cards", hasKeys: false)
    for start in stride(from: 0, to: entries.count, by: perShard) {
      var bytes = Array("{\"version\":\(ShardTree.version),\"cards\":[".utf8)
      for index in start..<min(start + perShard, entries.count) {
        if index > start { bytes.append(UInt8(ascii: ",")) }
        append(entries[index], to: &bytes)
      }
      tree.add(bytes: bytes + Array("]}".utf8), to: &sink)
    }
    return tree.finish(&sink)
  }

  /// The longest documents, at most 64 of more than 16,000 characters, for the entry file: the browser estimates the
  /// cost of reading their pages before it has their cards.
  var longest: [UInt8] {
    let long = entries.indices.filter { entries[$0].length > 16_000 }
      .sorted { entries[$0].length > entries[$1].length }.prefix(64).sorted()
    var bytes = Array("{\"list\":\"".utf8)
    PostingCode.append(ascending: long, to: &bytes)
    let rounded = long.map { "\(entries[$0].length / 1000)" }.joined(separator: ",")
    return bytes + Array("\",\"thousands\":[\(rounded)]}".utf8)
  }

  private func append(_ entry: SearchEntry, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "{\"url\":".utf8)
    bytes.appendJSON(entry.url)
    let fields = [
      ("title", entry.title), ("number", entry.documentNumber ?? ""), ("index", entry.indexNumber ?? ""),
      ("issuer", entry.issuer), ("kind", entry.kind), ("date", entry.date), ("state", entry.state),
      ("keywords", entry.keywords.joined(separator: " ")), ("summary", entry.summary),
    ]
    for (name, value) in fields where !value.isEmpty {
      bytes.append(contentsOf: ",\"\(name)\":".utf8)
      bytes.appendJSON(value)
    }
    if !entry.changes.isEmpty {
      bytes.append(contentsOf: ",\"changes\":[".utf8)
      for (place, change) in entry.changes.enumerated() {
        bytes.append(contentsOf: place == 0 ? "[".utf8 : ",[".utf8)
        bytes.appendJSON(change.day)
        bytes.append(UInt8(ascii: ","))
        bytes.appendJSON(change.state)
        bytes.append(UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(contentsOf: ",\"length\":\(entry.length)}".utf8)
  }
}
