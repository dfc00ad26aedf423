/// The folded texts of all documents in one stretch of 16-bit ids, in document order: at first the characters themselves,
/// after each level the numbers of the frequent grams that begin at each place (0: none), from which the next, longer
/// level is made. A gram of n characters is the pair of the grams of n − 1 that overlap in it.
struct GramText {
  /// One id for each place; 0 between fields.
  private(set) var ids: [UInt16]
  /// Runs of all documents, in order; `end` is a position in `ids`.
  private(set) var runs: [Run] = []
  /// For each document, where its runs end in `runs`.
  private(set) var documents: [Document] = []

  struct Run {
    var end: Int
    var field: DocumentTokens.Field
  }

  struct Document {
    var runEnd: Int
    var scale: ImpactScale
  }

  init(_ tokens: [DocumentTokens], order: [Int]) {
    ids = []
    ids.reserveCapacity(tokens.reduce(0) { $0 + $1.units.count })
    let average = max(1, tokens.reduce(0) { $0 + $1.bodyLength } / max(1, tokens.count))
    for number in order {
      let document = tokens[number]
      for run in document.runs { runs.append(Run(end: ids.count + Int(run.end), field: run.field)) }
      ids.append(contentsOf: document.units)
      let titleLength = Int(document.runs[0].end) - 1
      let scale = ImpactScale(bodyLength: document.bodyLength, averageLength: average, titleLength: titleLength)
      documents.append(Document(runEnd: runs.count, scale: scale))
    }
  }

  /// Numbers the grams of one level and collects who holds them.
  ///
  /// - Parameter pairs: false for single characters, true for grams made of two of the level before.
  func collect(pairs: Bool, into collector: inout PostingCollector) {
    ids.withUnsafeBufferPointer { ids in
      var run = 0
      for document in documents {
        let start = run == 0 ? 0 : runs[run - 1].end
        collector.add(runs[run..<document.runEnd], of: ids, start: start, pairs: pairs, scale: document.scale)
        run = document.runEnd
      }
    }
  }

  /// Replaces each pair by the number, from 1, of the gram that it makes, when that is one of the frequent ones; of other
  /// places one 0 is kept wherever they interrupt.
  mutating func replace(by frequent: borrowing GramTable) {
    var place = 0
    var kept = 0
    for run in runs.indices {
      let start = kept
      while place < runs[run].end {
        let (first, second) = (UInt32(ids[place]), place + 1 < ids.count ? UInt32(ids[place + 1]) : 0)
        place += 1
        let number = first == 0 || second == 0 ? nil : frequent.number(of: first << 16 | second)
        if number == nil, kept == start || ids[kept - 1] == 0 { continue }
        ids[kept] = number.map { UInt16($0 + 1) } ?? 0
        kept += 1
      }
      if kept > start, ids[kept - 1] != 0, place == runs[run].end, kept < place {
        ids[kept] = 0
        kept += 1
      }
      runs[run].end = kept
    }
    ids.removeLast(ids.count - kept)
  }
}
