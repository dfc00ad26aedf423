import Base

/// The gram shards of an index that was published, read back as FORMAT.md describes them.
package struct PublishedGrams: Sendable {
  /// In order.
  let shards: [GramShard]

  /// Reads an index.
  ///
  /// - Parameters:
  ///   - count: how many documents it must have.
  ///   - read: the bytes of a file by its path; nil when it is not there as it was published.
  /// - Returns: nil when anything is missing or not what its name says.
  package init?(count: Int, read: (String) -> [UInt8]?) {
    func value(_ path: String) -> JSONValue? {
      guard let value = read("search/" + path).flatMap({ JSONValue(json: $0) }) else { return nil }
      return value["version"] == .integer(ShardTree.version) ? value : nil
    }
    guard let entry = value("entry.json"), entry["count"] == .integer(count), let tree = entry["grams"],
      let pages = Self.names(tree)
    else { return nil }
    var shards: [GramShard] = []
    for page in pages {
      guard let directory = value("directory/\(page).json"), case .array(let keys) = directory["keys"],
        let names = Self.names(directory), names.count == keys.count
      else { return nil }
      for (key, name) in zip(keys, names) {
        guard let bytes = read("search/grams/\(name).json"), ContentName.make(bytes) == name, let key = key.text
        else { return nil }
        shards.append(GramShard(firstKey: Array(key.utf16), name: name, bytes: bytes))
      }
    }
    self.shards = shards
  }

  private static func names(_ directory: JSONValue) -> [String]? {
    guard let names = directory["names"]?.text else { return nil }
    let all = Array(names.utf8)
    return stride(from: 0, to: all.count, by: ContentName.length).map {
      String(decoding: all[$0..<min($0 + ContentName.length, all.count)], as: UTF8.self)
    }
  }
}

extension GramShard {
  /// A gram with the place of its list in `bytes`.
  struct Row {
    var key: UInt64
    var list: Range<Int>
  }

  /// What the shard holds; nil when it is not of this version.
  var rows: [Row]? {
    let start = "{\"version\":\(ShardTree.version),\"grams\":[".utf8
    guard bytes.starts(with: start) else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var place = start.count
      var rows: [Row] = []
      while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
        guard let (prefix, afterPrefix) = Self.units(bytes, place),
          let (lasts, afterLasts) = Self.units(bytes, afterPrefix + 1)
        else { return nil }
        var packed: UInt64 = 0
        var shift: UInt64 = 64
        for unit in prefix {
          shift &-= 16
          packed |= UInt64(unit) << shift
        }
        for unit in lasts { rows.append(Row(key: packed | UInt64(unit) << (shift &- 16), list: 0..<0)) }
        place = afterLasts + (bytes[afterLasts] == UInt8(ascii: ",") ? 1 : 0)
      }
      place += "],\"lists\":\"".utf8.count
      for number in rows.indices {
        let begin = place
        while place < bytes.count, bytes[place] != PostingCode.listEnd, bytes[place] != UInt8(ascii: "\"") {
          place &+= 1
        }
        rows[number].list = begin..<place
        place += 1
      }
      return place + 1 == bytes.count ? rows : nil
    }
  }

  /// The units of the string that begins at a place, and where it ends. Folded units need no escapes.
  private static func units(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (units: [UInt16], end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    guard end + 1 < bytes.count else { return nil }
    return (Array(String(decoding: bytes[(start + 1)..<end], as: UTF8.self).utf16), end + 1)
  }
}
