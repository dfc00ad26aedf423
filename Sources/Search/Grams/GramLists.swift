/// Grams with who holds them, sorted by their characters.
struct GramLists: Sendable {
  /// Ascending.
  private(set) var keys: [UInt64] = []
  /// Where the postings of each gram end.
  private(set) var ends: [UInt32] = []
  /// Document, counted from the first, and level (low three bits), ascending for each gram.
  private(set) var postings: [UInt16] = []

  func postings(at place: Int) -> ArraySlice<UInt16> {
    postings[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }

  /// The gram at a place, packed; greater than any behind the last.
  func key(at place: Int) -> UInt64 { place < keys.count ? keys[place] : .max }

  /// The place of the first gram that is not before `key`.
  func place(of key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds the places of one gram.
  ///
  /// - Parameters:
  ///   - places: owners of the places, in the order of the text; what stands above 16 bits is not looked at.
  ///   - weighs: whether ranking asks how often the gram stands in a body.
  mutating func add(_ key: UInt64, _ places: UnsafeBufferPointer<UInt32>, _ scales: [ImpactScale], weighs: Bool) {
    var place = 0
    while place < places.count {
      let document = UInt16(truncatingIfNeeded: places[place]) >> 2
      var tally = GramTally()
      repeat {
        tally.add(field: UInt16(truncatingIfNeeded: places[place]) & 3)
        place &+= 1
      } while place < places.count && UInt16(truncatingIfNeeded: places[place]) >> 2 == document
      let scale = scales[Int(document)]
      postings.append(document << 3 | UInt16(weighs ? scale.level(tally) : scale.coarseLevel(tally)))
    }
    keys.append(key)
    ends.append(UInt32(postings.count))
  }

  /// The grams, each packed into 32 bits, that more documents hold than the threshold, or than a higher one when they
  /// are more than ranks have room for.
  func frequent(above threshold: Int) -> [UInt32] {
    var threshold = threshold
    while true {
      let frequent = keys.indices.filter { postings(at: $0).count > threshold }
      if frequent.count < Int(UInt16.max) { return frequent.map { UInt32(keys[$0]) } }
      threshold += threshold / 4 + 1
    }
  }
}
