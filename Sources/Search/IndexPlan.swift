/// An index under construction: the global facts needed before its parts can be built, each by its own task. The number
/// of tasks does not change a byte.
///
/// In order: ``sample(of:)`` → ``init(_:sample:)`` → ``ranges(_:)`` of documents → ``part(_:tokens:)`` each →
/// ``stretches(of:_:)`` of grams → ``shards(of:in:)`` each → ``SearchIndex``.
package struct IndexPlan: Sendable {
  /// Documents in the order of their numbers; nil for a number whose document is gone.
  package let entries: [SearchEntry?]
  /// For each number, the position of its document in the input.
  package let order: [Int?]
  let long: LongGrams

  /// Numbers the documents.
  ///
  /// - Parameters:
  ///   - entries: every public document, in any order; addresses are unique.
  ///   - sample: the texts of the documents at the positions that ``sample(of:)`` returns, in that order.
  ///   - gone: documents that were taken down, whose numbers stay empty.
  ///   - previous: the numbers of the last release.
  package init(
    _ entries: [SearchEntry], sample: [DocumentTokens], gone: [Gone] = [], previous: PublishedNumbers? = nil
  ) {
    let order = Self.numbers(entries, gone: gone, previous: previous)
    self.order = order
    self.entries = order.map { $0.map { entries[$0] } }
    long = LongGrams(sample: sample, of: entries.count)
  }

  /// Positions of the documents by which the longer grams are chosen.
  package static func sample(of entries: [SearchEntry]) -> [Int] {
    entries.indices.filter { LongGrams.samples(entries[$0].url, of: entries.count) }
  }

  /// The documents split into ranges: at least `count` if there are enough documents, and none so long that sorting it
  /// takes much memory.
  package func ranges(_ count: Int) -> [Range<Int>] {
    let most = min(GramPart.mostDocuments, max(1024, entries.count / 32))
    let size = min(most, max(1, (entries.count + count - 1) / max(1, count)))
    return stride(from: 0, to: entries.count, by: size).map { $0..<min($0 + size, entries.count) }
  }

  /// Collects the grams of a range of documents.
  package func part(_ range: Range<Int>, tokens: (Int) -> DocumentTokens) -> GramPart {
    GramPart(first: range.lowerBound, range.count, long) { order[$0].map(tokens) ?? .none }
  }

  /// A range of packed grams that can be written independently, first to last.
  package typealias Stretch = ClosedRange<UInt64>

  /// All grams, in about `count` stretches.
  package func stretches(of parts: [GramPart], _ count: Int) -> [Stretch] {
    guard let pairs = parts.map({ $0.lists[1] }).max(by: { $0.keys.count < $1.keys.count }) else { return [] }
    let rule = GramStretches(documentCount: entries.count)
    var starts: [UInt64] = [0]
    for share in 1..<max(2, count) {
      let wanted = UInt32(pairs.postings.count * share / count)
      guard let place = pairs.ends.firstIndex(where: { $0 >= wanted }),
        let first = pairs.keys[place...].first(where: { rule.begins(with: $0 >> 48) })
      else { break }
      let start = first & 0xFFFF_0000_0000_0000
      if start > starts[starts.count - 1] { starts.append(start) }
    }
    return starts.indices.map { starts[$0]...($0 + 1 < starts.count ? starts[$0 + 1] - 1 : UInt64.max) }
  }

  /// Whether all pairs of a folded text stand somewhere in the documents.
  package func holds(_ text: [UInt16], _ parts: [GramPart]) -> Bool {
    let keys =
      text.count < 2
      ? [UInt64(text.first ?? 0) << 48] : zip(text, text.dropFirst()).map { UInt64($0) << 48 | UInt64($1) << 32 }
    return keys.allSatisfy { key in
      parts.contains { part in
        let lists = part.lists[text.count < 2 ? 0 : 1]
        return lists.key(at: lists.place(of: key)) == key
      }
    }
  }

  /// Writes one stretch of the grams of all parts.
  package func shards(of parts: [GramPart], in stretch: Stretch) -> [GramShard] {
    let sources = parts.flatMap { part in part.lists.map { (first: UInt32(part.first), lists: $0) } }
    var places = sources.map { $0.lists.place(of: stretch.lowerBound) }
    var heads = zip(sources, places).map { $0.lists.key(at: $1) }
    var writer = ListWriter()
    var shards = GramShards(documentCount: entries.count)
    while let key = heads.min(), key < stretch.upperBound {
      writer.begin()
      for number in heads.indices where heads[number] == key {
        let source = sources[number]
        for posting in source.lists.postings(at: places[number]) {
          writer.add(document: source.first &+ UInt32(posting >> 3), level: UInt32(posting & 7))
        }
        places[number] += 1
        heads[number] = source.lists.key(at: places[number])
      }
      shards.add(key, writer.finish())
    }
    return shards.finish()
  }
}
