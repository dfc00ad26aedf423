import Base

/// All searchable texts of a library, folded, for looking up what readers have asked: whether a document says it, or something
/// near it. An estimate of what the search page answers, which ranks in the reader's browser; what has no answer here has none there.
package struct LibraryText: Sendable {
  /// What the library says about a query.
  package enum Answer: String, Sendable, Hashable {
    /// A document contains all its words as they were typed.
    case literal
    /// A document contains them in official words, or most of their characters in pairs.
    case related
    case none
  }

  private let texts: [[UInt16]]
  private let synonyms: [(word: [UInt16], official: [UInt16])]
  /// The share of a query's pairs that a document has at least.
  private static let leastShare = 0.6

  package init(_ assembly: SearchAssembly, jobs: Int) async {
    texts = await boundedMap(Array(assembly.entries.indices), jobs: jobs) { assembly.tokens($0).units }
    synonyms = assembly.synonyms.flatMap { group in
      let words = group.map(CharacterFolding.folded).filter { !$0.isEmpty }
      return words.dropFirst().map { (word: $0, official: words[0]) }
    }.sorted { $0.word.count > $1.word.count }
  }

  /// - Returns: Nil when nothing of the query is searchable.
  package func answer(to query: String) -> Answer? {
    let phrases = query.split(whereSeparator: \.isWhitespace).map { CharacterFolding.folded(String($0)) }
      .filter { !$0.isEmpty }
    if phrases.isEmpty { return nil }
    if texts.contains(where: { text in phrases.allSatisfy { text.holds($0) } }) { return .literal }
    let official = phrases.map(inOfficialWords)
    if official != phrases, texts.contains(where: { text in official.allSatisfy { text.holds($0) } }) {
      return .related
    }
    let isNear = [phrases, official].contains { words in
      let pairs = Set(words.flatMap { word in zip(word, word.dropFirst()).map { [$0, $1] } })
      let wanted = Double(pairs.count) * Self.leastShare
      return wanted > 0 && texts.contains { text in Double(pairs.count { text.holds($0) }) >= wanted }
    }
    return isNear ? .related : Answer.none
  }

  /// People's words replaced by the official ones, the longest first.
  private func inOfficialWords(_ phrase: [UInt16]) -> [UInt16] {
    var phrase = phrase
    for (word, official) in synonyms {
      guard let range = phrase.firstRange(of: word), !official.holds(word) else { continue }
      phrase.replaceSubrange(range, with: official)
    }
    return phrase
  }
}

extension [UInt16] {
  /// Whether the units contain others.
  fileprivate func holds(_ part: [UInt16]) -> Bool {
    withUnsafeBufferPointer { all in
      part.withUnsafeBufferPointer { part in
        guard let first = part.first, part.count <= all.count else { return part.isEmpty }
        for place in 0...all.count - part.count where all[place] == first {
          if all[place..<place + part.count].elementsEqual(part) { return true }
        }
        return false
      }
    }
  }
}
