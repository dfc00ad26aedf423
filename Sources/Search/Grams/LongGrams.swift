/// Which grams of three and four characters are indexed, and the average body length: the global facts needed before
/// any single document can be indexed.
///
/// Longer grams are indexed only where both grams inside them occur in more documents than a threshold; elsewhere the
/// shorter ones already leave few candidates. Both facts come from a sample of 256 to 511 documents (all, if there are
/// fewer), so that changing a text outside the sample changes only its own postings.
package struct LongGrams: Sendable, Equatable {
  /// The length of the longest gram.
  static let length = 4

  /// Two characters each, ranked from 1 in this order.
  private(set) var pairs: [UInt32] = []
  /// The ranks of two pairs each, ranked from 1 in this order.
  private(set) var triples: [UInt32] = []
  /// Units in the body of an average document.
  private(set) var averageLength = 1

  init() {}

  /// Analyses the sample.
  ///
  /// - Parameter count: the number of all documents.
  init(sample: [DocumentTokens], of count: Int) {
    guard !sample.isEmpty else { return }
    averageLength = Self.rounded(max(1, sample.reduce(0) { $0 + $1.bodyLength } / sample.count))
    let threshold = max(24 * sample.count / count, sample.count / 14)
    var text = GramText(averageLength: averageLength)
    for tokens in sample { text.add(tokens) }
    var sorter = GramSorter()
    pairs = sorter.pairs(text) { UInt64($0) }.frequent(above: threshold)
    text.replace(by: RankTable(pairs))
    triples = sorter.pairs(text) { UInt64($0) }.frequent(above: threshold)
  }

  /// Whether a document is in the sample. Decided by its address alone, so that adding or removing others has no
  /// effect.
  static func samples(_ url: String, of count: Int) -> Bool {
    var hash: UInt32 = 0x811C_9DC5
    for byte in url.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    hash = (hash ^ hash >> 15) &* 0x9E37_79B1
    let bits = Int.bitWidth - 1 - max(1, count / 256).leadingZeroBitCount
    return hash >> 16 & (1 << UInt32(bits) - 1) == 0
  }

  /// Rounded down to four binary digits, so that it seldom changes.
  private static func rounded(_ length: Int) -> Int {
    let step = 1 << max(0, Int.bitWidth - length.leadingZeroBitCount - 4)
    return length / step * step
  }

  /// The characters of a gram of three, packed.
  func characters(ofTriple key: UInt32) -> UInt64 {
    let (first, second) = (pairs[Int(key >> 16) - 1], pairs[Int(key & 0xFFFF) - 1])
    return UInt64(first) << 32 | UInt64(second & 0xFFFF) << 16
  }

  /// The characters of a gram of four, packed.
  func characters(ofFour key: UInt32) -> UInt64 {
    let (first, second) = (triples[Int(key >> 16) - 1], triples[Int(key & 0xFFFF) - 1])
    return characters(ofTriple: first) | characters(ofTriple: second) >> 16 & 0xFFFF
  }
}
