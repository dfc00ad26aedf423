import Synchronization

/// Suggests the known words that an editor probably meant.
///
/// A list that is asked often is prepared once, when it is first asked: a library of 20,000 paths answers some thousand
/// questions a second.
package final class NearMiss: Sendable {
  private let candidates: @Sendable () -> [String]
  private let prepared = Mutex<Words?>(nil)

  /// - Parameter candidates: All words that can be suggested; not asked for before a suggestion is.
  package init(_ candidates: @escaping @Sendable () -> [String]) { self.candidates = candidates }

  /// Up to `limit` candidates close to `word`, closest first; ties keep the order of the candidates.
  package func suggestions(for word: String, limit: Int = 3) -> [String] {
    let words = prepared.withLock { known in
      let words = known ?? Words(candidates())
      known = words
      return words
    }
    return Self.closest(to: word, in: words, limit: limit)
  }

  /// “是否想写 “title”？”, or nothing when no candidate is close.
  package func cure(for word: String) -> [String] { Self.cure(suggestions(for: word)) }

  /// As ``suggestions(for:limit:)`` with a list that is asked once.
  package static func suggestions(for word: String, among candidates: [String], limit: Int = 3) -> [String] {
    closest(to: word, in: Words(candidates), limit: limit)
  }

  /// As ``cure(for:)`` with a list that is asked once.
  package static func cure(for word: String, among candidates: [String]) -> [String] {
    cure(suggestions(for: word, among: candidates))
  }

  private static func cure(_ found: [String]) -> [String] {
    found.isEmpty ? [] : ["是否想写：" + found.joined(separator: "、") + "？"]
  }
}

extension NearMiss {
  /// Words without letter case, one after the other, so that the next is in the cache before it is asked for.
  fileprivate struct Words: Sendable {
    let texts: [String]
    private(set) var signs: [UInt32] = []
    /// Where each begins, and the end; a word that is too long has no signs.
    private(set) var starts = [0]

    init(_ texts: [String]) {
      self.texts = texts
      for text in texts {
        let own = text.utf8.count > 4 * NearMiss.longest ? [] : text.lowercased().unicodeScalars.map(\.value)
        if own.count <= NearMiss.longest { signs += own }
        starts.append(signs.count)
      }
    }
  }

  /// Longer words are like no other.
  fileprivate static let longest = 64

  /// Two words are close when their edit distance (insertions, deletions, replacements, swaps of neighbours) is at most a
  /// third of the longer word's length, or when one contains the other.
  private static func closest(to word: String, in words: Words, limit: Int) -> [String] {
    let wanted = Words([word]).signs
    guard let pattern = EditPattern(wanted) else { return [] }
    var best: [(score: Int, place: Int)] = []
    words.signs.withUnsafeBufferPointer { signs in
      for place in words.texts.indices {
        let known = UnsafeBufferPointer(rebasing: signs[words.starts[place]..<words.starts[place + 1]])
        if known.isEmpty { continue }
        let gap = abs(wanted.count - known.count)
        // What could not displace the last of the best need not be measured to the end.
        let worst = best.count < limit ? Int.max : best[limit - 1].score - 1
        let allowed = min(max(wanted.count, known.count) / 3, worst)
        var score = gap <= allowed ? pattern.distance(to: known, atMost: allowed) : nil
        if score == nil, 64 + gap <= worst, min(wanted.count, known.count) >= 2,
          holds(known, wanted) || holds(wanted, known)
        {
          score = 64 + gap
        }
        guard let score else { continue }
        best.insert((score, place), at: best.firstIndex { $0.score > score } ?? best.count)
        if best.count > limit { best.removeLast() }
      }
    }
    return best.map { words.texts[$0.place] }
  }

  private static func holds(_ text: some RandomAccessCollection<UInt32>, _ part: some RandomAccessCollection<UInt32>)
    -> Bool
  {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text.dropFirst($0).starts(with: part) }
  }
}

/// A word that others are measured against: optimal string alignment distance, a column of its table in a machine word
/// (H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003).
private struct EditPattern {
  /// For each sign, the places at which the pattern has it; a sign is looked for from the slot of its last byte on.
  private var slots = [(sign: UInt32, places: UInt64)](repeating: (0, 0), count: 256)
  private let count: Int

  /// Nil for an empty pattern and one of more than 64 signs.
  init?(_ pattern: [UInt32]) {
    guard (1...NearMiss.longest).contains(pattern.count) else { return nil }
    count = pattern.count
    for (place, sign) in pattern.enumerated() {
      let slot = slot(of: sign)
      slots[slot] = (sign, slots[slot].places | 1 << UInt64(place))
    }
  }

  private func slot(of sign: UInt32) -> Int {
    var slot = Int(sign & 255)
    while slots[slot].places != 0, slots[slot].sign != sign { slot = (slot + 1) & 255 }
    return slot
  }

  /// Nil as soon as it must be greater than what is allowed.
  func distance(to text: UnsafeBufferPointer<UInt32>, atMost limit: Int) -> Int? {
    var (positive, negative, diagonal, before): (UInt64, UInt64, UInt64, UInt64) = (.max, 0, 0, 0)
    let last: UInt64 = 1 << UInt64(count - 1)
    var score = count
    for (index, sign) in text.enumerated() {
      let places = slots[slot(of: sign)].places
      let swapped = ((~diagonal & places) << 1) & before
      diagonal = (((places & positive) &+ positive) ^ positive) | places | negative | swapped
      var up = negative | ~(diagonal | positive)
      var down = diagonal & positive
      if up & last != 0 { score += 1 }
      if down & last != 0 { score -= 1 }
      // Each sign that is left can lower the distance by one.
      if score - (text.count - 1 - index) > limit { return nil }
      up = up << 1 | 1
      down <<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
      before = places
    }
    return score <= limit ? score : nil
  }
}
