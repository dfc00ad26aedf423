import Base

/// The shards of one folder, and their part of the directory: the one file that leads to any shard, however many there are.
struct ShardList {
  private let folder: String
  private var firstKeys: [[UInt16]] = []
  private var checks: [UInt8] = []

  init(folder: String) { self.folder = folder }

  /// Adds the shard whose keys begin with `firstKey`.
  mutating func add(firstKey: [UInt16], bytes: [UInt8], to sink: inout FileSink) {
    add(firstKey: firstKey, bytes: bytes, name: ShardName(firstKey: firstKey, bytes), to: &sink)
  }

  /// Adds a shard that has its name.
  mutating func add(_ shard: GramShard, to sink: inout FileSink) {
    add(firstKey: shard.firstKey, bytes: shard.bytes, name: shard.name, to: &sink)
  }

  private mutating func add(firstKey: [UInt16], bytes: [UInt8], name: ShardName, to sink: inout FileSink) {
    firstKeys.append(firstKey)
    checks += Array(name.check.utf8)
    sink.add(bytes, folder: folder, name: name.text)
  }

  /// The part of the directory: `"keys":[…],"names":"…"`, or only the names of shards that a division finds.
  func directory(withKeys: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    if withKeys {
      bytes += Array("\"keys\":[".utf8)
      for (place, key) in firstKeys.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSON(units: key)
      }
      bytes += Array("],".utf8)
    }
    return bytes + Array("\"names\":\"".utf8) + checks + Array("\"".utf8)
  }
}

/// The name of a shard: five letters of its first key, which the directory need not repeat, and five of its content. So
/// half a name in the directory tells it from all others, and from what it was in earlier releases.
struct ShardName: Sendable, Equatable {
  static let checkLength = 5
  /// Of the content.
  let check: String
  /// The name of the file.
  let text: String

  init(firstKey: [UInt16], _ bytes: [UInt8]) {
    check = String(ContentName.make(bytes).prefix(Self.checkLength))
    text = Self.prefix(of: firstKey) + check
  }

  /// The letters of the shard at a place, in the names of a directory.
  static func check(_ place: Int, in names: String) -> Substring {
    Substring(names.utf8.dropFirst(place * checkLength).prefix(checkLength))
  }

  static func prefix(of key: some Sequence<UInt16>) -> String {
    ContentName.letters(of: UInt64(hash(of: key)), count: checkLength)
  }

  /// FNV-1a over the UTF-16 units of a key; `store.js` does the same.
  static func hash(of key: some Sequence<UInt16>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for unit in key { hash = (hash ^ UInt32(unit)) &* 0x0100_0193 }
    return hash ^ hash >> 25
  }
}
