/// Gathers which document holds which gram of one level, document by document.
struct PostingCollector: ~Copyable {
  private(set) var table: GramTable
  /// Sum that only keeps the reads ahead from being optimised away.
  private var touched: UInt64 = 0
  private let weighs: Bool
  private var tallies = DocumentTallies()
  /// Grams and levels of all documents so far, in document order, and where each document ends.
  private var grams: [UInt32] = []
  private var levels: [UInt8] = []
  private var documentEnds: [Int] = []

  /// - Parameter weighs: whether ranking asks how often a gram stands in a body.
  init(logCapacity: UInt32, weighs: Bool) {
    self.weighs = weighs
    table = GramTable(logCapacity: logCapacity)
  }

  /// Adds the runs of one document.
  mutating func add(
    _ runs: ArraySlice<GramText.Run>, of ids: UnsafeBufferPointer<UInt16>, start: Int, pairs: Bool, scale: ImpactScale
  ) {
    var start = start
    tallies.reserve((runs.last?.end ?? start) - start)
    for run in runs {
      tallies.add(UnsafeBufferPointer(rebasing: ids[start..<run.end]), pairs: pairs, field: run.field)
      start = run.end
    }
    touched &+= tallies.reduce { table.touch($0) }
    tallies.drain { key, tally in
      grams.append(UInt32(truncatingIfNeeded: table.insert(key)))
      levels.append(weighs ? scale.level(tally) : scale.coarseLevel(tally))
    }
    documentEnds.append(grams.count)
  }

  /// How many documents hold each gram.
  var documentCounts: [UInt32] {
    var counts = [UInt32](repeating: 0, count: table.keys.count)
    for gram in grams { counts[Int(gram)] &+= 1 }
    return counts
  }

  /// The postings sorted by gram, then by document.
  consuming func sorted() -> PostingLists {
    let documentCounts = documentCounts
    var ends = [Int](repeating: 0, count: documentCounts.count)
    var total = 0
    for (gram, count) in documentCounts.enumerated() {
      ends[gram] = total
      total += Int(count)
    }
    var postings = [UInt32](repeating: 0, count: total)
    var place = 0
    for (document, end) in documentEnds.enumerated() {
      while place < end {
        let gram = Int(grams[place])
        postings[ends[gram]] = UInt32(document) << 3 | UInt32(levels[place])
        ends[gram] += 1
        place += 1
      }
    }
    return PostingLists(postings: postings, ends: ends)
  }
}

/// The grams of one document: a hash that stays in the processor's cache, so that the big table is asked once for each
/// gram of a document and not once for each place.
struct DocumentTallies {
  private var slots: [Slot] = []
  private var shift: UInt32 = 32
  /// Slots in use, in the order of the text.
  private var used: [UInt32] = []
  private var usedCount = 0

  private struct Slot {
    var key: UInt32 = 0
    var tally = GramTally()
  }

  /// Makes room for so many grams; a short document after a long one uses only the beginning of the slots.
  mutating func reserve(_ count: Int) {
    let log = Int.bitWidth - max(64, count * 2).leadingZeroBitCount
    shift = 32 - UInt32(log)
    guard 1 << log > slots.count else { return }
    slots = [Slot](repeating: Slot(), count: 1 << log)
    used = [UInt32](repeating: 0, count: 1 << log)
  }

  mutating func add(_ run: UnsafeBufferPointer<UInt16>, pairs: Bool, field: DocumentTokens.Field) {
    let last = pairs ? run.count - 1 : run.count
    let (shift, mask) = (shift, 1 << Int(32 - shift) - 1)
    var count = usedCount
    slots.withUnsafeMutableBufferPointer { slots in
      used.withUnsafeMutableBufferPointer { used in
        for place in 0..<max(0, last) {
          var key = UInt32(run[place])
          guard key != 0 else { continue }
          if pairs {
            let second = UInt32(run[place &+ 1])
            guard second != 0 else { continue }
            key = key << 16 | second
          }
          var slot = Int((key &* GramTable.multiplier) >> shift)
          while slots[slot].key != key {
            if slots[slot].key == 0 {
              slots[slot].key = key
              used[count] = UInt32(truncatingIfNeeded: slot)
              count &+= 1
              break
            }
            slot = (slot &+ 1) & mask
          }
          slots[slot].tally.add(field)
        }
      }
    }
    usedCount = count
  }

  /// A sum over the keys.
  @inline(__always)
  func reduce(_ value: (UInt32) -> UInt64) -> UInt64 {
    var sum: UInt64 = 0
    for place in 0..<usedCount { sum &+= value(slots[Int(used[place])].key) }
    return sum
  }

  /// Hands over every gram with its tally, in the order of the text, and forgets them.
  @inline(__always)
  mutating func drain(_ body: (UInt32, GramTally) -> Void) {
    for place in 0..<usedCount {
      let slot = Int(used[place])
      body(slots[slot].key, slots[slot].tally)
      slots[slot] = Slot()
    }
    usedCount = 0
  }
}

/// Postings of all grams of a level: document number and impact level (low three bits), ascending for each gram.
struct PostingLists {
  let postings: [UInt32]
  /// Where the list of each gram ends.
  let ends: [Int]

  /// Writes the list of a gram: the documents of level 0, then, for each other level that has some, `!`, its digit and
  /// its documents.
  func encode(_ gram: Int, to bytes: inout [UInt8]) {
    let list = postings[(gram == 0 ? 0 : ends[gram - 1])..<ends[gram]]
    var present: UInt32 = 0
    for posting in list { present |= 1 << (posting & 7) }
    for level in 0..<UInt32(8) where present & 1 << level != 0 {
      if level > 0 {
        bytes.append(PostingCode.levelMark)
        bytes.append(UInt8(ascii: "0") + UInt8(level))
      }
      var next = 0
      for posting in list where posting & 7 == level {
        PostingCode.append(Int(posting >> 3) &- next, to: &bytes)
        next = Int(posting >> 3) &+ 1
      }
    }
  }
}
