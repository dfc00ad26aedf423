/// Numbers for pairs of neighbouring letters, in the order in which they are first met: an open table, because the hashing of a
/// dictionary costs more than all else that is done with a pair.
struct LetterPairs {
  /// The number of different pairs.
  private(set) var count = 0
  /// Two letters, and the number of their pair; no letter is 0, so that 0 is free.
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var ids = [Int32](repeating: 0, count: 1 << 10)

  /// The pairs of a text by their numbers, with how often each occurs. The last letter is a pair with none.
  mutating func counts(in letters: [UInt32]) -> [(id: Int32, count: Int32)] {
    var found: [Int32] = []
    found.reserveCapacity(letters.count)
    for index in letters.indices {
      found.append(id(UInt64(letters[index]) << 32 | UInt64(index + 1 < letters.count ? letters[index + 1] : 0)))
    }
    found.sort()
    var pairs: [(id: Int32, count: Int32)] = []
    pairs.reserveCapacity(found.count)
    for id in found {
      if let last = pairs.last, last.id == id {
        pairs[pairs.count - 1].count += 1
      } else {
        pairs.append((id, 1))
      }
    }
    return pairs
  }

  private mutating func id(_ key: UInt64) -> Int32 {
    var slot = slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return ids[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    (keys[slot], ids[slot]) = (key, Int32(count))
    count += 1
    if count * 2 > keys.count { grow() }
    return Int32(count - 1)
  }

  private mutating func grow() {
    let old = zip(keys, ids)
    keys = Array(repeating: 0, count: keys.count * 2)
    ids = Array(repeating: 0, count: keys.count)
    for (key, id) in old where key != 0 {
      var slot = slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      (keys[slot], ids[slot]) = (key, id)
    }
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }
}
