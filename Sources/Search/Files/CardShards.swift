import Base

/// What a search result shows of each document besides its title, a few documents per file.
struct CardShards {
  /// A page of ten results asks for about ten files whatever their size: small ones, but not one for each document.
  let perShard: Int
  private let entries: [SearchEntry?]

  init(_ entries: [SearchEntry?]) {
    self.entries = entries
    perShard = max(32, Int(Double(entries.count).squareRoot()))
  }

  /// Writes the shards and returns their part of the directory.
  func write(_ sink: inout FileSink) -> [UInt8] {
    var shards = ShardList(folder: "cards")
    for (place, start) in stride(from: 0, to: entries.count, by: perShard).enumerated() {
      var bytes = Array("{\"version\":\(SearchFile.version),\"cards\":[".utf8)
      for index in start..<min(start + perShard, entries.count) {
        if index > start { bytes.append(UInt8(ascii: ",")) }
        if let entry = entries[index] { append(entry, to: &bytes, &sink) } else { bytes += Array("null".utf8) }
      }
      shards.add(firstKey: Array("\(place)".utf16), bytes: bytes + Array("]}".utf8), to: &sink)
    }
    return Array("\"per\":\(perShard),".utf8) + shards.directory(withKeys: false)
  }

  private func append(_ entry: SearchEntry, to bytes: inout [UInt8], _ sink: inout FileSink) {
    bytes.append(contentsOf: "{\"url\":".utf8)
    bytes.appendJSON(entry.url)
    let fields = [
      ("number", entry.documentNumber ?? ""), ("index", entry.indexNumber ?? ""),
      ("keywords", entry.keywords.joined(separator: " ")), ("summary", entry.summary),
    ]
    for (name, value) in fields where !value.isEmpty {
      bytes.append(contentsOf: ",\"\(name)\":".utf8)
      bytes.appendJSON(value)
    }
    if !entry.attachments.isEmpty { append(entry.attachments, to: &bytes, &sink) }
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
    bytes.append(UInt8(ascii: "}"))
  }

  /// The title and name of each file; if its text is known, where that is, and how long.
  private func append(_ attachments: [SearchAttachment], to bytes: inout [UInt8], _ sink: inout FileSink) {
    bytes.append(contentsOf: ",\"files\":".utf8)
    let files = attachments.map { attachment in
      let names = [attachment.title, attachment.fileName.encodedForURLPath].map(JSONValue.string)
      if attachment.passages.isEmpty { return JSONValue.array(names) }
      let file = AttachmentFile(attachment.passages)
      return .array(names + [.string(sink.add(file.bytes, folder: "files")), .integer(file.length)])
    }
    bytes.append(contentsOf: JSONValue.array(files).compact)
  }
}
