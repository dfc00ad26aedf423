import Search

/// A document's searchable text as `tsvector`s: a row for each provision, of pairs of neighbouring characters with their
/// positions, so that a phrase is what follows one another.
struct PhraseVectors {
  /// Characters of a phrase that one row proves. A row goes on into the next by this less one; of longer phrases, the
  /// beginning is looked up, and the whole text is asked.
  static let window = 16
  /// Characters of a row: `tsvector` keeps 256 positions of a word, and no row may have more of any.
  private static let mostUnits = 240

  /// A row.
  struct Row {
    let part: FoldedPassage.Part
    let anchor: String?
    /// In the input form of `tsvector`.
    let vector: [UInt8]
  }

  private let others: [FoldedPassage]
  private let passagesOfBody: [FoldedPassage]
  private let body: [UInt16]

  init(_ passages: [FoldedPassage]) {
    others = passages.filter { $0.part != .body }
    passagesOfBody = passages.filter { $0.part == .body }
    body = passagesOfBody.flatMap(\.units)
  }

  /// - Complexity: Linear in the text, of which each character becomes some twelve bytes: ask once.
  var rows: [Row] {
    var rows = others.flatMap { Self.rows($0.units, 0..<$0.units.count, $0) }
    var start = 0
    for passage in passagesOfBody {
      rows += Self.rows(body, start..<start + passage.units.count, passage)
      start += passage.units.count
    }
    return rows
  }

  /// Everything folded: the parts on a line each, the body in one piece.
  var folded: String {
    (others.map(\.units) + [body]).map { String(decoding: $0, as: UTF16.self) }.joined(separator: "\n")
  }

  /// The rows of a passage that has these characters of a run.
  private static func rows(_ run: [UInt16], _ range: Range<Int>, _ passage: FoldedPassage) -> [Row] {
    stride(from: range.lowerBound, to: range.upperBound, by: mostUnits).map { start in
      let end = min(start + mostUnits, range.upperBound)
      let last = min(end + window - 1, run.count)
      var vector: [UInt8] = []
      vector.reserveCapacity((last - start) * 16)
      for place in start..<last {
        if place > start { vector.append(0x20) }
        vector.append(0x27)
        append(run[place], to: &vector)
        if place + 1 < run.count { append(run[place + 1], to: &vector) }
        vector += "':\(place - start + 1)\(passage.part.weight)".utf8
      }
      return Row(part: passage.part, anchor: passage.anchor, vector: vector)
    }
  }

  /// A character of the basic plane as UTF-8; folded text has no quotation marks and no backslashes.
  private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
    switch unit {
    case ..<0x80: bytes.append(UInt8(unit))
    case ..<0x800: bytes += [UInt8(0xC0 | unit >> 6), UInt8(0x80 | unit & 63)]
    default: bytes += [UInt8(0xE0 | unit >> 12), UInt8(0x80 | unit >> 6 & 63), UInt8(0x80 | unit & 63)]
    }
  }
}

extension FoldedPassage.Part {
  /// Its label in a `tsvector`; the body has none.
  fileprivate var weight: String {
    switch self {
    case .title: "A"
    case .label: "B"
    case .heading: "C"
    case .body: ""
    }
  }
}
