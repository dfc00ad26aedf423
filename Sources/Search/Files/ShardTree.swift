import Base

/// Shards in key order, found through directory pages, which are found through the entry file: two small loads lead to
/// any shard, however many there are.
struct ShardTree {
  /// Schema version that every file carries.
  static let version = 2
  /// With keys, and without: a query needs cards from all over.
  static let shardsPerPage = (keyed: 32, counted: 128)

  private let folder: String
  private let hasKeys: Bool
  private var firstKeys: [[UInt16]] = []
  private var names: [String] = []

  /// - Parameter hasKeys: false when every shard holds the same number of documents, so that a division finds the
  /// shard.
  init(folder: String, hasKeys: Bool) {
    self.folder = folder
    self.hasKeys = hasKeys
  }

  mutating func add(firstKey: [UInt16] = [], bytes: [UInt8], to sink: inout FileSink) {
    firstKeys.append(firstKey)
    names.append(sink.add(bytes, folder: folder))
  }

  /// Adds a shard with a given name.
  mutating func add(_ shard: GramShard, to sink: inout FileSink) {
    firstKeys.append(shard.firstKey)
    names.append(shard.name)
    sink.add(shard.bytes, folder: folder, name: shard.name)
  }

  /// Writes the directory pages and returns the part of the entry file that leads to them.
  func finish(_ sink: inout FileSink) -> [UInt8] {
    var top = ShardTree(folder: folder, hasKeys: hasKeys)
    let perPage = hasKeys ? Self.shardsPerPage.keyed : Self.shardsPerPage.counted
    for start in stride(from: 0, to: names.count, by: perPage) {
      let range = start..<min(start + perPage, names.count)
      var page = Array("{\"version\":\(Self.version),".utf8)
      page += directory(range)
      page.append(UInt8(ascii: "}"))
      top.firstKeys.append(firstKeys[start])
      top.names.append(sink.add(page, folder: "directory"))
    }
    return Array("{".utf8) + top.directory(0..<top.names.count) + Array("}".utf8)
  }

  private func directory(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    if hasKeys {
      bytes += Array("\"keys\":[".utf8)
      for index in range {
        if index > range.lowerBound { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSON(units: firstKeys[index])
      }
      bytes += Array("],".utf8)
    }
    return bytes + Array("\"names\":\"\(names[range].joined())\"".utf8)
  }
}
