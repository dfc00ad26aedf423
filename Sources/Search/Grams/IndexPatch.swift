/// Makes the grams of a library in which few texts changed from those that are published: the postings of the changed
/// documents are taken out and put in anew. What comes out is what ``IndexPlan/shards(of:in:)`` makes of all documents.
package struct IndexPatch: Sendable {
  private let count: Int
  private let stretches: [[GramShard]]
  /// Whether a document changed, by number.
  private let isChanged: [Bool]
  /// What the changed documents hold now: grams in order, each with its documents in order.
  private let added: [Posting]

  private struct Posting {
    var key: UInt64
    var document: Int
    var level: UInt32
  }

  /// Looks at what changed.
  ///
  /// - Parameters:
  ///   - changed: numbers of the documents whose texts changed; nothing else did.
  ///   - tokens: as for the plan.
  /// - Returns: nil when so much changed that the index is made anew sooner, or a document of the sample by which the plan
  ///   chooses grams: then others may be chosen now.
  package init?(_ plan: IndexPlan, _ published: PublishedGrams, changed: [Int], tokens: (Int) -> DocumentTokens) {
    count = plan.entries.count
    guard changed.count <= max(1, count / 50),
      changed.allSatisfy({ !LongGrams.samples(plan.entries[$0].url, of: plan.entries.count) })
    else { return nil }
    var isChanged = [Bool](repeating: false, count: count)
    for number in changed { isChanged[number] = true }
    self.isChanged = isChanged
    added = changed.flatMap { number in
      GramPart(first: number, 1, plan.long) { tokens(plan.order[$0]) }.lists.flatMap { lists in
        lists.keys.indices.map { Posting(key: lists.keys[$0], document: number, level: UInt32(lists.postings[$0] & 7)) }
      }
    }.sorted { ($0.key, $0.document) < ($1.key, $1.document) }
    let rule = GramStretches(documentCount: count)
    var stretches: [[GramShard]] = []
    for shard in published.shards {
      if stretches.isEmpty || shard.firstKey.count == 1 && rule.begins(with: UInt64(shard.firstKey[0])) {
        stretches.append([])
      }
      stretches[stretches.count - 1].append(shard)
    }
    self.stretches = stretches
  }

  /// Numbers of the stretches, each of which can be done by itself.
  package var stretchNumbers: Range<Int> { stretches.indices }

  /// The shards of a stretch as they are now; nil when a published one is not of this version.
  package func shards(_ number: Int) -> [GramShard]? {
    let old = stretches[number]
    var sources: [(shard: GramShard, row: GramShard.Row)] = []
    for shard in old {
      guard let rows = shard.rows else { return nil }
      sources += rows.map { (shard, $0) }
    }
    let first = number == 0 ? 0 : UInt64(old[0].firstKey[0]) << 48
    let end = number + 1 < stretches.count ? UInt64(stretches[number + 1][0].firstKey[0]) << 48 : .max
    let added = added[place(of: first)..<place(of: end)]
    let hasLost = sources.contains { source in
      source.shard.bytes.withUnsafeBufferPointer { bytes in
        PostingCode.contains(UnsafeBufferPointer(rebasing: bytes[source.row.list])) { isChanged[$0] }
      }
    }
    return hasLost || !added.isEmpty ? merged(sources, added) : old
  }

  /// The place of the first added posting of a gram that is not before `key`.
  private func place(of key: UInt64) -> Int { added.firstIndex { $0.key >= key } ?? added.count }

  private func merged(_ sources: [(shard: GramShard, row: GramShard.Row)], _ added: ArraySlice<Posting>) -> [GramShard]
  {
    var shards = GramShards(documentCount: count)
    var writer = ListWriter()
    var added = added
    func write(_ key: UInt64, _ kept: [UInt32]) {
      let new = added.prefix { $0.key == key }
      added = added.dropFirst(new.count)
      let postings = (kept + new.map { UInt32($0.document) << 3 | $0.level }).sorted()
      guard !postings.isEmpty else { return }
      writer.begin()
      for posting in postings { writer.add(document: posting >> 3, level: posting & 7) }
      shards.add(key, writer.finish())
    }
    for (shard, row) in sources {
      while let next = added.first, next.key < row.key { write(next.key, []) }
      shard.bytes.withUnsafeBufferPointer { bytes in
        let list = UnsafeBufferPointer(rebasing: bytes[row.list])
        if added.first?.key != row.key, !PostingCode.contains(list, where: { isChanged[$0] }) {
          return shards.add(row.key, list)
        }
        var kept: [UInt32] = []
        PostingCode.forEach(list) { if !isChanged[$0] { kept.append(UInt32($0) << 3 | $1) } }
        write(row.key, kept)
      }
    }
    while let next = added.first { write(next.key, []) }
    return shards.finish()
  }
}
