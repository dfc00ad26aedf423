/// The folded texts of some documents as one sequence of ids: at first the characters themselves; after each level, the
/// ranks of the frequent grams that begin at each position, from which the next longer level is made. A gram of n
/// characters is the pair of the grams of n − 1 that overlap in it.
struct GramText: ~Copyable {
  /// One id per position; 0 between fields.
  private(set) var ids = Slab<UInt16>()
  /// The document of each position, as an offset from the first, and its field (low three bits).
  private(set) var owners = Slab<UInt16>()
  private(set) var scales: [ImpactScale] = []
  private let averageLength: Int

  init(averageLength: Int) { self.averageLength = averageLength }

  mutating func add(_ tokens: DocumentTokens) {
    ids.append(contentsOf: tokens.units)
    var start = 0
    for run in tokens.runs {
      owners.append(UInt16(scales.count << 3) | UInt16(run.field.rawValue), count: Int(run.end) - start)
      start = Int(run.end)
    }
    scales.append(
      ImpactScale(
        bodyLength: tokens.bodyLength, averageLength: averageLength, titleLength: Int(tokens.runs[0].end) - 1))
  }

  /// Replaces pairs by their ranks, or by 0 for pairs without a rank; a run of zeros is reduced to one.
  mutating func replace(by ranks: borrowing RankTable) {
    var kept = 0
    var last: UInt16 = 0
    for place in 0..<max(0, ids.count - 1) {
      let rank = ranks[UInt32(ids[place]) << 16 | UInt32(ids[place &+ 1])]
      ids[kept] = rank
      owners[kept] = owners[place]
      kept &+= (rank | last) == 0 ? 0 : 1
      last = rank
    }
    ids.removeLast(ids.count - kept)
    owners.removeLast(owners.count - kept)
  }
}

/// The ranks, from 1, of known grams: an open-addressing hash table, at most a quarter full.
struct RankTable: ~Copyable {
  /// Key in the high half, rank in the low; 0 is empty.
  private var slots: Slab<UInt64>
  private let shift: UInt32

  init(_ keys: [UInt32]) {
    let log = UInt32(UInt64.bitWidth - max(64, keys.count * 2).leadingZeroBitCount) + 1
    slots = Slab(repeating: 0, count: 1 << log)
    shift = 32 - log
    for (rank, key) in keys.enumerated() {
      var slot = hash(key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(key) << 32 | UInt64(rank + 1)
    }
  }

  /// 0 for an unknown key.
  subscript(key: UInt32) -> UInt16 {
    @inline(__always) get {
      var slot = hash(key)
      while true {
        let entry = slots[slot]
        // 0 when the slot is empty or the key matches, as a rank has at most 15 trailing zeros and a difference 31. A
        // single branch, nearly always taken; with two, the first would be mispredicted every other time.
        if entry &* UInt64(UInt32(truncatingIfNeeded: entry >> 32) ^ key) == 0 {
          return UInt16(truncatingIfNeeded: entry)
        }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
    }
  }

  @inline(__always)
  private func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> shift) }
}
