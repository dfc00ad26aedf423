/// The pairs of neighbouring letters of two lists of texts, weighted by how rare they are: what two texts have in common
/// says more when few others have it.
///
/// All weights are whole numbers, so that every machine comes to the same result.
struct Profiles {
  /// The pairs of one text.
  struct Profile {
    /// By id.
    fileprivate(set) var pairs: [(id: Int32, count: Int32)]
    /// Of all its pairs.
    fileprivate(set) var weight = 0
  }

  let old: [Profile]
  let new: [Profile]
  /// By id.
  private let weights: [Int]
  /// Positions in ``old`` by id: those of `id` are `positions[starts[id]..<starts[id + 1]]`.
  private let positions: [Int32]
  private let starts: [Int]

  /// - Complexity: Linear in the letters, but for the sorting of each text's pairs.
  init(old: [AlignedText], new: [AlignedText], _ equals: EqualTexts) {
    var table = LetterPairs()
    var known: [Profile?] = Array(repeating: nil, count: equals.count)
    var frequencies: [Int] = []
    func profiles(_ texts: [AlignedText], _ numbers: [Int]) -> [Profile] {
      zip(texts, numbers).map { text, number in
        let profile = known[number] ?? Profile(pairs: table.counts(in: text.letters))
        known[number] = profile
        frequencies += repeatElement(0, count: table.count - frequencies.count)
        for pair in profile.pairs { frequencies[Int(pair.id)] += 1 }
        return profile
      }
    }
    var (before, after) = (profiles(old, equals.old), profiles(new, equals.new))
    let total = old.count + new.count + 1
    let weights = frequencies.map { Self.logarithm(total) - Self.logarithm($0) + 8 }
    func weigh(_ profile: inout Profile) {
      profile.weight = profile.pairs.reduce(0) { $0 + weights[Int($1.id)] * Int($1.count) }
    }
    for index in before.indices { weigh(&before[index]) }
    for index in after.indices { weigh(&after[index]) }
    var starts = Array(repeating: 0, count: weights.count + 1)
    for profile in before { for pair in profile.pairs { starts[Int(pair.id) + 1] += 1 } }
    for id in weights.indices { starts[id + 1] += starts[id] }
    var next = starts
    var positions = Array(repeating: Int32(0), count: starts[weights.count])
    for (index, profile) in before.enumerated() {
      for pair in profile.pairs {
        positions[next[Int(pair.id)]] = Int32(index)
        next[Int(pair.id)] += 1
      }
    }
    (self.old, self.new, self.weights, self.positions, self.starts) = (before, after, weights, positions, starts)
  }

  /// Sixteen times the logarithm to the base 2, linear between powers.
  private static func logarithm(_ number: Int) -> Int {
    let power = Int.bitWidth - 1 - max(number, 1).leadingZeroBitCount
    return power * 16 + ((max(number, 1) << 4) >> power & 15)
  }

  /// The weight of what two texts have in common.
  func shared(_ a: Profile, _ b: Profile) -> Int {
    var (i, j, sum) = (0, 0, 0)
    while i < a.pairs.count, j < b.pairs.count {
      let (first, second) = (a.pairs[i], b.pairs[j])
      if first.id == second.id {
        sum += weights[Int(first.id)] * Int(min(first.count, second.count))
        (i, j) = (i + 1, j + 1)
      } else if first.id < second.id {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// How alike two texts are, in thousandths.
  func likeness(_ a: Profile, _ b: Profile) -> Int {
    a.weight + b.weight == 0 ? 0 : shared(a, b) * 2000 / (a.weight + b.weight)
  }

  /// How much of the first text is in the second, in thousandths.
  func containment(of part: Profile, in whole: Profile) -> Int {
    part.weight == 0 ? 0 : shared(part, whole) * 1000 / part.weight
  }

  /// Both texts as one.
  func union(_ a: Profile, _ b: Profile) -> Profile { combined(a, b, sign: 1) }

  /// What is left of a text without another.
  func rest(of a: Profile, without b: Profile) -> Profile { combined(a, b, sign: -1) }

  private func combined(_ a: Profile, _ b: Profile, sign: Int32) -> Profile {
    var result = Profile(pairs: [])
    var (i, j) = (0, 0)
    while i < a.pairs.count || j < b.pairs.count {
      let first = i < a.pairs.count ? a.pairs[i].id : .max
      let second = j < b.pairs.count ? b.pairs[j].id : .max
      var count: Int32 = 0
      if first <= second { (count, i) = (a.pairs[i].count, i + 1) }
      if second <= first { (count, j) = (count + sign * b.pairs[j].count, j + 1) }
      guard count > 0 else { continue }
      result.pairs.append((min(first, second), count))
      result.weight += weights[Int(min(first, second))] * Int(count)
    }
    return result
  }

  /// Calls back with the old texts that are most like a new one, at most six. What more than 64 old texts have in common
  /// does not bring them together, so that time grows with the texts.
  func nearest(toNew index: Int, among scores: inout [Int], _ body: (Int) -> Void) {
    var touched: [Int] = []
    for pair in new[index].pairs {
      let range = starts[Int(pair.id)]..<starts[Int(pair.id) + 1]
      guard range.count <= 64 else { continue }
      for position in positions[range] {
        if scores[Int(position)] == 0 { touched.append(Int(position)) }
        scores[Int(position)] += weights[Int(pair.id)]
      }
    }
    let best = touched.map { (score: scores[$0] * 1000 / (old[$0].weight + new[index].weight), old: $0) }
      .sorted { ($1.score, $0.old) < ($0.score, $1.old) }.prefix(6)
    for position in touched { scores[position] = 0 }
    for candidate in best { body(candidate.old) }
  }
}
