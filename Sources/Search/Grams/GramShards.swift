import Base

/// A file of grams with their lists.
package struct GramShard: Sendable, Equatable {
  let firstKey: [UInt16]
  let name: ShardName
  let bytes: [UInt8]
}

/// The boundaries of stretches, chosen so that shards do not depend on what precedes them: at the single grams of some
/// characters. Changing a text changes only the shards of the stretches with its own grams.
struct GramStretches {
  /// One character in 2ⁿ starts a stretch, where n is the number of leading hash bits that must be 0; nil: a small
  /// index is one stretch.
  private let bits: UInt32?

  init(documentCount: Int) {
    bits = documentCount < 256 ? nil : documentCount < 2048 ? 5 : 3
  }

  /// Whether a stretch begins with the grams of this character.
  func begins(with character: UInt64) -> Bool {
    guard let bits else { return false }
    return (UInt32(truncatingIfNeeded: character) &* 0x9E37_79B1) >> (32 - bits) == 0
  }
}

/// Cuts sorted grams into shards of about equal size.
struct GramShards {
  /// Raw bytes at which a shard is closed. Grows with the square root of the library, so that neither the shards of one
  /// query nor the directories grow faster.
  let target: Int
  private(set) var shards: [GramShard] = []
  private let stretches: GramStretches
  private var firstKey: UInt64 = 0
  /// The first two characters of the last gram.
  private var pair: UInt64 = 0
  /// `["失","业去","失业","保"]`: the common prefix of a group of grams, then the last character of each.
  private var groups: [UInt8] = []
  private var lists: [UInt8] = []
  private var prefix: UInt64 = 0
  private var lastCharacters: [UInt16] = []

  init(documentCount: Int) {
    target = Self.target(documentCount: documentCount)
    stretches = GramStretches(documentCount: documentCount)
  }

  static func target(documentCount: Int) -> Int { max(4096, Int(136 * Double(documentCount).squareRoot())) }

  /// Adds a packed gram with its list; grams must be ascending.
  mutating func add(_ key: UInt64, _ list: UnsafeBufferPointer<UInt8>) {
    let isSingle = key << 16 == 0
    if firstKey != 0 {
      // The longer grams that begin with a pair stand in its shard: one request finds them all, and first keys are short.
      let isNewPair = key >> 32 != pair
      let isFull = isNewPair && lists.count + groups.count + list.count > target
      if isFull || isSingle && stretches.begins(with: key >> 48) { close() }
    }
    pair = key >> 32
    if firstKey == 0 {
      firstKey = key
    } else {
      lists.append(PostingCode.listEnd)
    }
    lists.append(contentsOf: list)
    let lastShift = UInt64(key.trailingZeroBitCount & ~15)
    let keyPrefix = key & ~(0xFFFF << lastShift)
    if keyPrefix != prefix || lastCharacters.isEmpty {
      closeGroup()
      prefix = keyPrefix
    }
    lastCharacters.append(UInt16(truncatingIfNeeded: key >> lastShift))
  }

  /// Closes the last shard.
  mutating func finish() -> [GramShard] {
    if firstKey != 0 { close() }
    return shards
  }

  private static func units(_ key: UInt64) -> [UInt16] {
    [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: key >> $0) }.filter { $0 != 0 }
  }

  private mutating func closeGroup() {
    guard !lastCharacters.isEmpty else { return }
    if !groups.isEmpty { groups.append(UInt8(ascii: ",")) }
    groups.appendJSON(units: Self.units(prefix))
    groups.append(UInt8(ascii: ","))
    groups.appendJSON(units: lastCharacters)
    lastCharacters.removeAll(keepingCapacity: true)
  }

  private mutating func close() {
    closeGroup()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(groups.count + lists.count + 48)
    bytes += "{\"version\":\(SearchFile.version),\"grams\":[".utf8
    bytes += groups
    bytes += "],\"lists\":\"".utf8
    bytes += lists
    bytes += "\"}".utf8
    let first = Self.units(firstKey)
    shards.append(GramShard(firstKey: first, name: ShardName(firstKey: first, bytes), bytes: bytes))
    firstKey = 0
    groups.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
  }
}
