/// Grams with their postings, sorted by their characters.
struct GramLists: Sendable {
  /// Ascending.
  let keys: [UInt64]
  /// The end of each gram's postings.
  let ends: [UInt32]
  /// Document, as an offset from the first, and level (low three bits), ascending within each gram.
  let postings: [UInt16]

  func postings(at place: Int) -> ArraySlice<UInt16> {
    postings[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }

  /// The packed gram at an index; the maximum past the end.
  func key(at place: Int) -> UInt64 { place < keys.count ? keys[place] : .max }

  /// The index of the first gram that is not less than `key`.
  func place(of key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The grams, each packed into 32 bits, that occur in more documents than the threshold; the threshold is raised if
  /// there are too many for 16-bit ranks.
  func frequent(above threshold: Int) -> [UInt32] {
    var threshold = threshold
    while true {
      let frequent = keys.indices.filter { postings(at: $0).count > threshold }
      if frequent.count < Int(UInt16.max) { return frequent.map { UInt32(keys[$0]) } }
      threshold += threshold / 4 + 1
    }
  }
}

/// Collects grams with their postings, again and again in the same memory.
struct GramCollector: ~Copyable {
  private var keys = Slab<UInt64>()
  private var ends = Slab<UInt32>()
  private var postings = Slab<UInt16>()

  /// Adds the postings of one gram.
  ///
  /// - Parameters:
  ///   - places: owners of the gram's positions, in text order; bits above the low 16 are ignored.
  ///   - weighs: whether ranking uses the gram's frequency in the body.
  mutating func add(_ key: UInt64, _ places: UnsafeBufferPointer<UInt32>, _ scales: [ImpactScale], weighs: Bool) {
    var place = 0
    while place < places.count {
      let document = UInt16(truncatingIfNeeded: places[place]) >> 3
      var tally = GramTally()
      repeat {
        tally.add(field: UInt16(truncatingIfNeeded: places[place]) & 7)
        place &+= 1
      } while place < places.count && UInt16(truncatingIfNeeded: places[place]) >> 3 == document
      let scale = scales[Int(document)]
      postings.append(document << 3 | UInt16(weighs ? scale.level(tally) : scale.coarseLevel(tally)))
    }
    keys.append(key)
    ends.append(UInt32(postings.count))
  }

  /// What was collected.
  mutating func finish() -> GramLists {
    let lists = GramLists(
      keys: Array(keys.elements), ends: Array(ends.elements), postings: Array(postings.elements))
    keys.removeAll()
    ends.removeAll()
    postings.removeAll()
    return lists
  }
}
