/// How much a gram says about one document, in eight levels: BM25's saturated, length-normalised frequency for the
/// body, and a separate level for each heavier field. The entry file gives the weight of each level, so that the
/// browser needs neither frequencies nor lengths.
struct ImpactScale {
  /// Weight of each level in ranking, in tenths: three of the body, then heading, label (number, keywords, summary),
  /// title of more than 20 characters, of more than 10, shorter. A word counts for more in a short title.
  static let weights: [Int] = [5, 10, 15, 19, 22, 26, 34, 42]

  /// Body frequencies at which levels 1 and 2 begin.
  private let steps: (UInt32, UInt32)
  private let titleLevel: UInt8

  init(bodyLength: Int, averageLength: Int, titleLength: Int) {
    let norm = 1.2 * (0.25 + 0.75 * Double(bodyLength) / Double(averageLength))
    func step(_ saturation: Double) -> UInt32 { UInt32((norm * saturation / (1 - saturation)).rounded(.up)) }
    steps = (max(2, step(0.5)), max(3, step(0.7)))
    titleLevel = titleLength > 20 ? 5 : titleLength > 10 ? 6 : 7
  }

  /// The level of a gram with this many occurrences in the body and in the given fields.
  @inline(__always)
  func level(_ tally: GramTally) -> UInt8 {
    if tally.fields != 0 { return fieldLevel(tally) }
    return tally.count < steps.0 ? 0 : tally.count < steps.1 ? 1 : 2
  }

  /// The level of a gram that only filters: whether it is in a title, a label or a heading.
  @inline(__always)
  func coarseLevel(_ tally: GramTally) -> UInt8 { tally.fields == 0 ? 0 : fieldLevel(tally) }

  private func fieldLevel(_ tally: GramTally) -> UInt8 {
    tally.holds(.title) ? titleLevel : tally.holds(.label) ? 4 : 3
  }
}

/// Occurrences of one gram in one document: a count for the body, one bit for each other field of the page.
struct GramTally: BitwiseCopyable {
  private var bits: UInt32 = 0

  /// Adds an occurrence in a field, given as its raw value.
  @inline(__always)
  mutating func add(field: UInt16) {
    // The bit of an attachment is past the end: it is found, and counts for nothing more.
    bits = field == 0 ? bits &+ 1 : bits | 1 << (28 &+ UInt32(field))
  }

  @inline(__always)
  var count: UInt32 { bits & 0x0FFF_FFFF }

  @inline(__always)
  var fields: UInt32 { bits >> 28 }

  @inline(__always)
  func holds(_ field: DocumentTokens.Field) -> Bool { fields & (1 << UInt32(field.rawValue)) != 0 }
}
