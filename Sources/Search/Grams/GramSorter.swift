/// Finds the documents of each gram by sorting all positions of a text: by the first id of the pair that begins there,
/// then by the second. Positions are already in document order, so no lookups are needed.
struct GramSorter: ~Copyable {
  /// Second id (upper half) and owner of each position, grouped by first id.
  private var places = Slab<UInt32>()
  /// Room for the largest group.
  private var spare = Slab<UInt32>()
  /// The end of each first id's group.
  private var ends = Slab<Int>(repeating: 0, count: 1 << 16)
  private var firsts = GramCollector()
  private var found = GramCollector()

  /// The pairs of a text.
  ///
  /// - Parameter key: packs the characters of a pair; must preserve the order of pairs.
  mutating func pairs(_ text: borrowing GramText, key: (UInt32) -> UInt64) -> GramLists {
    collect(text, withFirsts: false, key: key)
    return found.finish()
  }

  /// The first ids, including those at the end of a field, and the pairs with levels by their frequency in the body.
  mutating func firstsAndPairs(
    _ text: borrowing GramText, key: (UInt32) -> UInt64
  ) -> (firsts: GramLists, pairs: GramLists) {
    collect(text, withFirsts: true, key: key)
    return (firsts.finish(), found.finish())
  }

  private mutating func collect(_ text: borrowing GramText, withFirsts: Bool, key: (UInt32) -> UInt64) {
    split(text, withLast: withFirsts)
    let scales = text.scales
    var start = 0
    for first in 1..<ends.count where ends[first] > start {
      let bucket = UnsafeMutableBufferPointer(rebasing: places.mutableElements[start..<ends[first]])
      start = ends[first]
      if withFirsts { firsts.add(UInt64(first) << 48, UnsafeBufferPointer(bucket), scales, weighs: false) }
      sort(bucket)
      var place = 0
      while place < bucket.count {
        let second = bucket[place] >> 16
        let begin = place
        while place < bucket.count, bucket[place] >> 16 == second { place &+= 1 }
        if second == 0 { continue }
        found.add(
          key(UInt32(first) << 16 | second), UnsafeBufferPointer(rebasing: bucket[begin..<place]), scales,
          weighs: withFirsts)
      }
    }
  }

  /// Distributes the positions into the groups of their first ids.
  private mutating func split(_ text: borrowing GramText, withLast: Bool) {
    let (ids, owners) = (text.ids.elements, text.owners.elements)
    let count = ids.count
    // Positions without a pair count as first id 0; they overwrite each other in one slot past the end.
    let always: UInt16 = withLast ? 0xFFFF : 0
    func first(_ place: Int) -> (Int, UInt32) {
      let second = place &+ 1 < count ? ids[place &+ 1] : 0
      return (Int((second | always) == 0 ? 0 : ids[place]), UInt32(second))
    }
    for id in 0..<ends.count { ends[id] = 0 }
    for place in 0..<count { ends[first(place).0] &+= 1 }
    var (total, largest) = (0, 0)
    ends[0] = 0
    for id in 1..<ends.count {
      let size = ends[id]
      ends[id] = total
      total += size
      largest = max(largest, size)
    }
    ends[0] = total
    places.resize(total + 1)
    spare.resize(largest)
    for place in 0..<count {
      let (first, second) = first(place)
      places[ends[first]] = second << 16 | UInt32(owners[place])
      ends[first] &+= first == 0 ? 0 : 1
    }
  }

  /// A stable radix sort by second id, in two passes.
  private mutating func sort(_ bucket: UnsafeMutableBufferPointer<UInt32>) {
    guard bucket.count > 32 else { return sortFew(bucket) }
    let spare = UnsafeMutableBufferPointer(rebasing: spare.mutableElements[..<bucket.count])
    Self.sort(bucket, by: 16, into: spare)
    Self.sort(spare, by: 24, into: bucket)
  }

  private func sortFew(_ bucket: UnsafeMutableBufferPointer<UInt32>) {
    for place in bucket.indices.dropFirst() {
      let element = bucket[place]
      var target = place
      while target > 0, bucket[target &- 1] > element {
        bucket[target] = bucket[target &- 1]
        target &-= 1
      }
      bucket[target] = element
    }
  }

  @inline(__always)
  private static func sort(
    _ source: UnsafeMutableBufferPointer<UInt32>, by shift: UInt32, into target: UnsafeMutableBufferPointer<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { next in
      next.initialize(repeating: 0)
      for element in source { next[Int(element >> shift & 255)] &+= 1 }
      var total = 0
      for digit in 0..<256 {
        let size = next[digit]
        next[digit] = total
        total &+= size
      }
      for element in source {
        let digit = Int(element >> shift & 255)
        target[next[digit]] = element
        next[digit] &+= 1
      }
    }
  }
}
