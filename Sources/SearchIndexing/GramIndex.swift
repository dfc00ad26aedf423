/// Every gram of one to four characters that the index holds, with its encoded list, sorted by its characters.
struct GramIndex {
  /// Characters packed into 64 bits, first character highest: sorts as the strings do.
  private(set) var keys: [UInt64] = []
  private(set) var lists = ByteSlices()

  /// All grams of one and two characters are indexed; longer ones only where both grams inside them stand in more
  /// documents than the threshold, because elsewhere the shorter ones already leave few candidates.
  static let longestGram = 4

  init(_ tokens: [DocumentTokens], order: [Int]) {
    guard !tokens.isEmpty else { return }
    var text = GramText(tokens, order: order)
    var rows: [Row] = []
    var unsorted = ByteSlices()
    var shorter: [UInt64] = []
    for length in 1...Self.longestGram {
      var collector = PostingCollector(logCapacity: length == 1 ? 14 : 18, weighs: length == 2)
      text.collect(pairs: length > 1, into: &collector)
      let keys = Self.packed(collector.table.keys, length: length, shorter: shorter)
      if length > 1, length < Self.longestGram {
        let counts = collector.documentCounts
        let frequent = Self.frequent(counts, above: max(24, tokens.count / 14))
        shorter = frequent.map { keys[$0] }
        text.replace(by: GramTable(keys: frequent.map { collector.table.keys[$0] }))
      }
      let postings = collector.sorted()
      for (gram, key) in keys.enumerated() {
        rows.append(Row(key: key, slice: unsorted.count))
        unsorted.append { postings.encode(gram, to: &$0) }
      }
    }
    rows.sort { $0.key < $1.key }
    keys = rows.map(\.key)
    lists = unsorted.reordered(rows.map(\.slice))
  }

  private struct Row {
    var key: UInt64
    var slice: Int
  }

  /// The grams that stand in more documents than the threshold; at most 65,534 of them.
  private static func frequent(_ counts: [UInt32], above threshold: Int) -> [Int] {
    var threshold = UInt32(threshold)
    while counts.count(where: { $0 > threshold }) >= Int(UInt16.max) { threshold += threshold / 4 + 1 }
    return counts.indices.filter { counts[$0] > threshold }
  }

  /// The characters of each gram of a level, from those of the level before.
  private static func packed(_ keys: [UInt32], length: Int, shorter: [UInt64]) -> [UInt64] {
    keys.map { key in
      if length == 1 { return UInt64(key) << 48 }
      if length == 2 { return UInt64(key) << 32 }
      let (first, second) = (shorter[Int(key >> 16) - 1], shorter[Int(key & 0xFFFF) - 1])
      let lastCharacter = second >> UInt64(80 - 16 * length) & 0xFFFF
      return first | lastCharacter << UInt64(64 - 16 * length)
    }
  }
}

/// Many short byte strings in one array.
struct ByteSlices {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  func reordered(_ order: [Int]) -> ByteSlices {
    var result = ByteSlices()
    result.bytes.reserveCapacity(bytes.count)
    for index in order { result.append { $0.append(contentsOf: self[index]) } }
    return result
  }
}
