/// A pair of texts that may stand side by side.
struct CandidatePair {
  let old: Int
  let new: Int
  /// In thousandths.
  let likeness: Int
  /// What it is worth to keep it.
  let value: Int
}

/// The pairs that keep the order of both lists and are worth most together: a longest increasing subsequence with weights,
/// which is the alignment of Needleman and Wunsch if only the pairs given can match.
///
/// - Complexity: O(n log n) in the number of pairs.
func heaviestChain(_ pairs: [CandidatePair], oldCount: Int) -> [CandidatePair] {
  // Pairs of one new text come with the last old one first, so that none of them follows another.
  let sorted = pairs.sorted { ($0.new, $1.old) < ($1.new, $0.old) }
  var best = PrefixMaximum(count: oldCount)
  var previous: [Int?] = []
  previous.reserveCapacity(sorted.count)
  var top: (value: Int, index: Int?) = (0, nil)
  for (index, pair) in sorted.enumerated() {
    let before = best.maximum(below: pair.old)
    previous.append(before.index)
    let value = before.value + pair.value
    best.raise(pair.old, to: value, index)
    if value > top.value { top = (value, index) }
  }
  var chain: [CandidatePair] = []
  var next = top.index
  while let index = next {
    chain.append(sorted[index])
    next = previous[index]
  }
  return chain.reversed()
}

/// The largest value below a position (Fenwick).
private struct PrefixMaximum {
  private var tree: [(value: Int, index: Int?)]

  init(count: Int) { tree = Array(repeating: (0, nil), count: count + 1) }

  func maximum(below position: Int) -> (value: Int, index: Int?) {
    var (offset, best) = (position, (value: 0, index: Int?.none))
    while offset > 0 {
      if tree[offset].value > best.value { best = tree[offset] }
      offset &= offset - 1
    }
    return best
  }

  mutating func raise(_ position: Int, to value: Int, _ index: Int) {
    var offset = position + 1
    while offset < tree.count {
      if value > tree[offset].value { tree[offset] = (value, index) }
      offset += offset & -offset
    }
  }
}
