/// How the pieces of a paragraph look, gathered until it ends.
struct LookEvidence {
  private struct Piece {
    var count: Int
    /// Without blanks.
    var seen: Int
    var size: Double?
    var font: String?
    var isBold: Bool
    var isRed: Bool
  }

  private var pieces: [Piece] = []

  /// The size of the last piece.
  var lastSize: Double? { pieces.last?.size }

  /// Adds a piece of text.
  mutating func add(_ text: String, _ properties: RunProperties, font: String?) {
    var (count, seen, isForeign) = (0, 0, true)
    for scalar in text.unicodeScalars {
      count += 1
      if scalar != " ", scalar != "　", scalar != "\t" { seen += 1 }
      if !scalar.isASCII { isForeign = false }
    }
    // A number in a text of Chinese characters has the look of its neighbours, whatever its font.
    let font = isForeign ? pieces.last?.font ?? font : font
    add(
      Piece(
        count: count, seen: seen, size: properties.size, font: font, isBold: properties.isBold == true,
        isRed: properties.isRed == true))
  }

  /// Adds what is known of a paragraph that this goes on with.
  mutating func add(_ others: LookEvidence) { for piece in others.pieces { add(piece) } }

  private mutating func add(_ piece: Piece) {
    if let last = pieces.last, last.size == piece.size, last.font == piece.font, last.isBold == piece.isBold,
      last.isRed == piece.isRed
    {
      pieces[pieces.count - 1].count += piece.count
      pieces[pieces.count - 1].seen += piece.seen
    } else {
      pieces.append(piece)
    }
  }

  /// Writes what most or all of the text has.
  func write(to look: inout Look) {
    let seen = pieces.filter { $0.seen > 0 }
    guard let first = seen.first else { return }
    look.size = most(seen, \.size)
    look.font = most(seen, \.font)
    look.isBold = seen.allSatisfy(\.isBold)
    look.isRed = seen.allSatisfy(\.isRed)
    let isLead = { (piece: Piece) in (piece.isBold, piece.font) == (first.isBold, first.font) || piece.seen == 0 }
    let rest = pieces.drop(while: isLead)
    let differs = rest.allSatisfy { $0.seen == 0 || first.isBold && !$0.isBold || $0.font != first.font }
    if differs, rest.contains(where: { $0.seen > 0 }) {
      look.lead = pieces.prefix { isLead($0) }.reduce(0) { $0 + $1.count }
    }
  }

  private func most<Value: Hashable>(_ pieces: [Piece], _ value: (Piece) -> Value?) -> Value? {
    var counts: [(value: Value?, count: Int)] = []
    for piece in pieces {
      let own = value(piece)
      if let index = counts.firstIndex(where: { $0.value == own }) {
        counts[index].count += piece.seen
      } else if counts.count < 64 {
        counts.append((own, piece.seen))
      }
    }
    return counts.max { $0.count < $1.count }?.value
  }
}
