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

  /// Replaces each place's id by that of the gram that begins there, from 1, when it is one of the frequent ones.
  mutating func replace(pairs: Bool, by frequent: borrowing GramTable) {
    for place in ids.indices.dropLast() {
      let (first, second) = (UInt32(ids[place]), UInt32(ids[place + 1]))
      guard first != 0 else { continue }
      if pairs, second == 0 {
        ids[place] = 0
      } else {
        ids[place] = frequent.number(of: pairs ? first << 16 | second : first).map { UInt16($0 + 1) } ?? 0
      }
    }
    ids[ids.count - 1] = 0
  }
}
