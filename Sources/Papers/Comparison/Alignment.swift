/// Which texts of an old list stand beside which of a new one.
struct Alignment {
  /// Texts that stand side by side: one and one, one and its parts, or several and what they were joined to.
  struct Pair {
    fileprivate(set) var old: Range<Int>
    fileprivate(set) var new: Range<Int>
    /// Whether others have passed it.
    let isMoved: Bool
  }

  /// In the order of the new list. Each text is in one pair at most.
  private(set) var pairs: [Pair] = []

  private let old: [AlignedText]
  private let new: [AlignedText]
  private let equals: EqualTexts
  private let profiles: Profiles
  /// Indices of ``pairs`` by text.
  private var ofOld: [Int?]
  private var ofNew: [Int?]

  /// - Parameter findsMoves: Whether a text may stand beside one that others have passed.
  init(_ old: [AlignedText], _ new: [AlignedText], findsMoves: Bool) {
    (self.old, self.new) = (old, new)
    equals = EqualTexts(old, new)
    profiles = Profiles(old: old, new: new, equals)
    ofOld = Array(repeating: nil, count: old.count)
    ofNew = Array(repeating: nil, count: new.count)
    let candidates = candidates()
    for pair in heaviestChain(candidates, oldCount: old.count) { take(pair.old, pair.new, isMoved: false) }
    if findsMoves { takeMoves(candidates) }
    joinParts()
    fillGaps()
    pairs.sort { $0.new.lowerBound < $1.new.lowerBound }
  }

  private mutating func take(_ before: Int, _ after: Int, isMoved: Bool) {
    (ofOld[before], ofNew[after]) = (pairs.count, pairs.count)
    pairs.append(Pair(old: before..<before + 1, new: after..<after + 1, isMoved: isMoved))
  }

  // MARK: Candidates

  /// Texts are side by side from this likeness on; far from their old place, and between neighbours that are, from another.
  private static let (least, leastMoved, leastBetween) = (280, 360, 210)

  private func candidates() -> [CandidatePair] {
    var found: [CandidatePair] = []
    var scores = Array(repeating: 0, count: old.count)
    equals.forEachPair { before, after in
      guard old[before].sort == new[after].sort else { return }
      found.append(candidate(before, after, likeness: 1000))
    }
    for after in new.indices {
      profiles.nearest(toNew: after, among: &scores) { before in
        guard old[before].sort == new[after].sort, equals.old[before] != equals.new[after] else { return }
        let likeness = profiles.likeness(profiles.old[before], profiles.new[after])
        if likeness >= Self.least { found.append(candidate(before, after, likeness: likeness)) }
      }
    }
    return found
  }

  /// Likeness counts by its square, so that one good pair is worth more than two poor ones; long texts count more, and
  /// headings as much as a short article.
  private func candidate(_ before: Int, _ after: Int, likeness: Int) -> CandidatePair {
    let isHeading = old[before].sort == .heading
    let length = isHeading ? 8 : min(4 + (old[before].letters.count + new[after].letters.count) / 8, 32)
    let isNamesake = areNamesakes(before, after)
    return CandidatePair(
      old: before, new: after, likeness: likeness, value: (likeness * likeness / 1000 + (isNamesake ? 30 : 0)) * length)
  }

  private func areNamesakes(_ before: Int, _ after: Int) -> Bool {
    !old[before].number.isEmpty && old[before].number == new[after].number
  }

  /// Whether so much of the shorter text, in thousandths, is in the longer one: much was added to it, or left out.
  private func isMostlyContained(_ before: Int, _ after: Int, _ least: Int) -> Bool {
    let (first, second) = (profiles.old[before], profiles.new[after])
    let (part, whole) = first.weight < second.weight ? (first, second) : (second, first)
    return profiles.containment(of: part, in: whole) >= least
  }

  /// Whether two texts between others are alike but for what was added to one; or two headings of one number that have a word
  /// in common, 政治审查 and 政治考核.
  private func isExtended(_ before: Int, _ after: Int, _ likeness: Int) -> Bool {
    if old[before].sort == .heading { return likeness >= 100 && areNamesakes(before, after) }
    return likeness >= 120 && isMostlyContained(before, after, 380)
  }

  // MARK: Moves

  private mutating func takeMoves(_ candidates: [CandidatePair]) {
    let likely = candidates.filter { pair in
      let length = min(old[pair.old].letters.count, new[pair.new].letters.count)
      if pair.likeness >= Self.leastMoved { return length >= 6 }
      return length >= 20 && isMostlyContained(pair.old, pair.new, 600)
    }
    for pair in likely.sorted(by: { ($1.value, $0.new, $0.old) < ($0.value, $1.new, $1.old) })
    where ofOld[pair.old] == nil && ofNew[pair.new] == nil {
      take(pair.old, pair.new, isMoved: true)
    }
  }

  // MARK: Parts

  /// Puts a text without a partner to its neighbour's pair, if most of it comes from there: an article was divided, or two
  /// were joined.
  private mutating func joinParts() {
    for index in new.indices where ofNew[index] == nil && new[index].sort == .provision {
      let neighbours = [index - 1, index + 1].filter { new.indices.contains($0) }.compactMap { ofNew[$0] }
      let likely = neighbours.compactMap { joined(new: index, to: $0) }
      guard let best = likely.max(by: { $0.gain < $1.gain }) else { continue }
      ofNew[index] = best.pair
      let range = pairs[best.pair].new
      pairs[best.pair].new = min(range.lowerBound, index)..<max(range.upperBound, index + 1)
    }
    for index in old.indices where ofOld[index] == nil && old[index].sort == .provision {
      let neighbours = [index - 1, index + 1].filter { old.indices.contains($0) }.compactMap { ofOld[$0] }
      let likely = neighbours.compactMap { joined(old: index, to: $0) }
      guard let best = likely.max(by: { $0.gain < $1.gain }) else { continue }
      ofOld[index] = best.pair
      let range = pairs[best.pair].old
      pairs[best.pair].old = min(range.lowerBound, index)..<max(range.upperBound, index + 1)
    }
  }

  private func joined(new index: Int, to pair: Int) -> (pair: Int, gain: Int)? {
    let (others, whole) = (pairs[pair].new, pairs[pair].old)
    guard whole.count == 1, new[others.lowerBound].sort == .provision else { return nil }
    let gain = gain(of: profiles.new[index], to: others.map { profiles.new[$0] }, from: profiles.old[whole.lowerBound])
    return gain.map { (pair, $0) }
  }

  private func joined(old index: Int, to pair: Int) -> (pair: Int, gain: Int)? {
    let (others, whole) = (pairs[pair].old, pairs[pair].new)
    guard whole.count == 1, old[others.lowerBound].sort == .provision else { return nil }
    let gain = gain(of: profiles.old[index], to: others.map { profiles.old[$0] }, from: profiles.new[whole.lowerBound])
    return gain.map { (pair, $0) }
  }

  /// How much liker the parts are to the whole with one more of them; nil if that one is not from there.
  private func gain(of part: Profiles.Profile, to others: [Profiles.Profile], from whole: Profiles.Profile) -> Int? {
    guard let first = others.first else { return nil }
    let parts = others.dropFirst().reduce(first, profiles.union)
    let rest = profiles.rest(of: whole, without: parts)
    // Most of it comes from there, or most of what the others leave of the whole went into it.
    let isPart = profiles.containment(of: part, in: whole) >= 450
    let isRest = rest.weight * 5 >= whole.weight && profiles.containment(of: rest, in: part) >= 500
    guard isPart || isRest else { return nil }
    let gain =
      profiles.likeness(profiles.union(parts, part), whole) - profiles.likeness(parts, whole)
    return gain > 20 ? gain : nil
  }

  // MARK: Gaps

  /// Texts without a partner between two pairs: they are less alike, but stand in one place.
  private mutating func fillGaps() {
    let kept = pairs.filter { !$0.isMoved }.sorted { $0.new.lowerBound < $1.new.lowerBound }
    let end = Pair(old: old.count..<old.count, new: new.count..<new.count, isMoved: false)
    var (before, after) = (0, 0)
    for end in kept + [end] {
      let olds = (before..<max(before, end.old.lowerBound)).filter { ofOld[$0] == nil }
      let news = (after..<max(after, end.new.lowerBound)).filter { ofNew[$0] == nil }
      // Beyond that, a whole part was written anew, and nobody would look for what little is alike.
      if !olds.isEmpty, !news.isEmpty, olds.count * news.count <= 4096 { fill(olds, news) }
      (before, after) = (end.old.upperBound, end.new.upperBound)
    }
  }

  private mutating func fill(_ olds: [Int], _ news: [Int]) {
    var found: [CandidatePair] = []
    for after in news {
      for before in olds where old[before].sort == new[after].sort {
        let likeness = profiles.likeness(profiles.old[before], profiles.new[after])
        guard likeness >= Self.leastBetween || isExtended(before, after, likeness) else { continue }
        found.append(candidate(before, after, likeness: likeness))
      }
    }
    for pair in heaviestChain(found, oldCount: old.count) { take(pair.old, pair.new, isMoved: false) }
  }
}
