/// Suggests the known words that an editor probably meant.
package enum NearMiss {
  /// Up to `limit` candidates close to `word`, closest first; ties keep the order of the candidates.
  ///
  /// Two words are close when their edit distance (insertions, deletions, replacements, swaps of neighbours; letter
  /// case ignored) is at most a third of the longer word's length, or when one contains the other.
  package static func suggestions(for word: String, among candidates: [String], limit: Int = 3) -> [String] {
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let scored = candidates.enumerated().compactMap { index, candidate -> (Int, Int, String)? in
      let known = Array(candidate.lowercased())
      guard known.count <= 64 else { return nil }
      // The difference in length is a lower bound; in a large library it rules out most candidates.
      let isFar = abs(wanted.count - known.count) * 3 > max(wanted.count, known.count)
      let distance = isFar ? Int.max / 8 : editDistance(wanted, known)
      let near = distance * 3 <= max(wanted.count, known.count)
      let contains = min(wanted.count, known.count) >= 2 && (contains(known, wanted) || contains(wanted, known))
      return near || contains ? (near ? distance : 64 + abs(wanted.count - known.count), index, candidate) : nil
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.2)
  }

  /// “是否想写 “title”？”, or nothing when no candidate is close.
  package static func cure(for word: String, among candidates: [String]) -> [String] {
    let found = suggestions(for: word, among: candidates)
    return found.isEmpty ? [] : ["是否想写：" + found.joined(separator: "、") + "？"]
  }

  private static func contains(_ a: [Character], _ b: [Character]) -> Bool {
    guard b.count <= a.count else { return false }
    return (0...(a.count - b.count)).contains { a[$0..<($0 + b.count)].elementsEqual(b) }
  }

  /// Optimal string alignment distance.
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in stride(from: 1, through: a.count, by: 1) {
      for j in stride(from: 1, through: b.count, by: 1) {
        let replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
