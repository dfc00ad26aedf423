import Base
package import Manuscripts
package import OfficeFiles

/// Holds what was written against the file that it was made of: every letter of the file stands in the result, in the order of
/// its paragraph and all in one paragraph, or in the list of what was left out.
///
/// The paragraphs come from another reader than the one that made the result. Blanks are no letters. A letter of the result
/// pays for one letter of the file, so that nothing is found twice.
package struct LetterProof {
  /// A paragraph of the file of which letters are missing.
  package struct Loss: Sendable, Hashable {
    package let text: String
    package let place: OfficePlace
  }

  private var text: Purse
  private var omissions: [Left]

  /// What is left of a text that was left out.
  private struct Left {
    var letters: [UInt32]
    let place: OfficePlace?
    /// Headers come once for many pages, and many times for one omission.
    let isOfMargin: Bool
  }

  /// - Parameters:
  ///   - paragraphs: What readers will see, in the order of the file as far as possible.
  ///   - omissions: What the report says was left out.
  package init(_ paragraphs: [String], omissions: [Omission]) {
    text = Purse(Array(paragraphs.map(Letter.all).joined(separator: [Purse.boundary])))
    self.omissions = omissions.map { omission in
      let isOfMargin = [.header, .footer, .pageNumber].contains(omission.kind)
      return Left(letters: Letter.all(of: omission.text), place: omission.place, isOfMargin: isOfMargin)
    }
  }

  /// The paragraphs that are not whole in the result; the search ends after a few.
  package func losses(of pieces: [OfficePiece]) -> [Loss] {
    let all = pieces.map { (letters: Letter.all(of: $0.text), piece: $0) }.filter { !$0.letters.isEmpty }
    var proof = self
    let losses = proof.losses(of: all)
    guard !losses.isEmpty, all.count * text.count <= Self.mostWork else { return losses }
    // A short paragraph may have taken the letters of a longer one: the longer ones first.
    proof = self
    return proof.losses(of: all.sorted { $0.letters.count > $1.letters.count }).isEmpty ? [] : losses
  }

  private static let mostWork = 2_000_000_000

  private mutating func losses(of pieces: [(letters: [UInt32], piece: OfficePiece)]) -> [Loss] {
    var losses: [Loss] = []
    for (letters, piece) in pieces where losses.count < Self.mostLosses {
      if text.take(letters) || isOmitted(letters) || isInParts(letters, piece.place) { continue }
      losses.append(Loss(text: piece.text, place: piece.place))
    }
    return losses
  }

  private static let mostLosses = 20

  /// Whether it stands in one of the texts that were left out.
  private mutating func isOmitted(_ letters: [UInt32]) -> Bool {
    for index in omissions.indices where omissions[index].letters.count >= letters.count {
      guard let found = omissions[index].letters.firstRange(of: letters) else { continue }
      if !omissions[index].isOfMargin { omissions[index].letters.removeSubrange(found) }
      return true
    }
    return false
  }

  /// Whether parts of it were left out, or signs came in between, and the rest is there. What was left out at its own place comes
  /// first, then what was left out anywhere.
  private mutating func isInParts(_ letters: [UInt32], _ place: OfficePlace) -> Bool {
    let own = omissions.indices.filter { omissions[$0].place == place && !omissions[$0].letters.isEmpty }
    let others = omissions.indices.filter {
      let part = omissions[$0]
      return part.place != place && !part.isOfMargin && !part.letters.isEmpty
        && letters.firstRange(of: part.letters) != nil
    }
    for candidates in [own, Array((own + others).prefix(12))] {
      let alignment = Alignment(letters, leaving: candidates.map { omissions[$0].letters })
      guard let used = text.take(alignment) else { continue }
      for (index, count) in zip(candidates, used) { omissions[index].letters.removeFirst(count) }
      return true
    }
    return false
  }
}

/// The letters of the result, and which of them are paid out.
private struct Purse {
  /// Between paragraphs.
  static let boundary: UInt32 = 0

  var count: Int { letters.count }

  private let letters: [UInt32]
  private var isSpent: [Bool]
  /// Where the next paragraph of the file probably is.
  private var cursor = 0

  init(_ letters: [UInt32]) {
    self.letters = letters
    isSpent = Array(repeating: false, count: letters.count)
  }

  /// Takes out a run of letters; false if there is none.
  mutating func take(_ wanted: [UInt32]) -> Bool {
    guard let start = place(of: wanted, in: cursor..<letters.count) ?? place(of: wanted, in: 0..<cursor) else {
      return false
    }
    spend(start..<start + wanted.count)
    return true
  }

  /// Takes out the letters of a paragraph of which parts were left out.
  ///
  /// - Returns: How many letters of each part were left out; nil if the rest is nowhere.
  mutating func take(_ alignment: Alignment) -> [Int]? {
    for range in [cursor..<letters.count, 0..<cursor] {
      for start in range where !isSpent[start] && alignment.mayBegin(with: letters[start]) {
        guard let (used, count) = alignment.fit({ letter(start + $0) }) else { continue }
        spend(start..<start + count)
        return used
      }
    }
    return nil
  }

  private func letter(_ index: Int) -> UInt32? {
    index < letters.count && !isSpent[index] && letters[index] != Self.boundary ? letters[index] : nil
  }

  private mutating func spend(_ range: Range<Int>) {
    for index in range { isSpent[index] = true }
    // What stands far ahead is more likely another one of the same text, or was moved.
    if range.lowerBound >= cursor, range.lowerBound - cursor < Self.nearness { cursor = range.upperBound }
  }

  /// Letters that may stand between paragraphs that follow each other in the file.
  private static let nearness = 4000

  private func place(of wanted: [UInt32], in range: Range<Int>) -> Int? {
    guard let first = wanted.first else { return nil }
    return range.first { index in
      Letter.isSame(first, letters[index]) && !isSpent[index] && index + wanted.count <= letters.count
        && wanted.indices.allSatisfy {
          letter(index + $0).map { [wanted = wanted[$0]] in Letter.isSame(wanted, $0) } ?? false
        }
    }
  }
}

/// Fits a paragraph of which parts were left out to a text from which they are missing, and in which signs may have come in
/// between: symbols that only some readers know.
private struct Alignment {
  private let wanted: [UInt32]
  private let parts: [[UInt32]]
  private let firsts: Set<UInt32>

  init(_ wanted: [UInt32], leaving parts: [[UInt32]]) {
    (self.wanted, self.parts) = (wanted, parts)
    firsts = Set(wanted.prefix(1) + (parts.contains { $0.first == wanted.first } ? wanted : []))
  }

  /// Whether the text may begin with this letter.
  func mayBegin(with letter: UInt32) -> Bool {
    firsts.contains(letter) || firsts.contains { Letter.isSame($0, letter) }
  }

  /// Letters of the paragraph and of the text so far, of each part that was left out, and signs that came in between.
  private struct Step: Hashable {
    var (letter, written, signs) = (0, 0, 0)
    var left: [Int]

    init(left: [Int]) { self.left = left }
  }

  /// - Parameter text: The letters of the text, from 0 on.
  /// - Returns: How much of each part is missing, and how many letters of the text it takes.
  func fit(_ text: (Int) -> UInt32?) -> (left: [Int], count: Int)? {
    var waiting = [Step(left: parts.map { _ in 0 })]
    var seen: Set<Step> = []
    while let step = waiting.popLast(), seen.count < Self.mostSteps {
      if step.letter == wanted.count { return step.written > 0 ? (step.left, step.written) : nil }
      guard seen.insert(step).inserted else { continue }
      for (part, count) in step.left.enumerated().reversed()
      where count < parts[part].count && parts[part][count] == wanted[step.letter] {
        var next = step
        next.letter += 1
        next.left[part] += 1
        waiting.append(next)
      }
      guard let letter = text(step.written) else { continue }
      var next = step
      next.written += 1
      if step.letter > 0, step.signs < Self.mostSigns, !Letter.isWord(letter) {
        var skipping = next
        skipping.signs += 1
        waiting.append(skipping)
      }
      guard Letter.isSame(wanted[step.letter], letter) else { continue }
      // The usual step is tried first.
      next.letter += 1
      waiting.append(next)
    }
    return nil
  }

  private static let (mostSteps, mostSigns) = (100_000, 64)
}

/// What counts as a letter.
private enum Letter {
  /// The letters of a text.
  static func all(of text: String) -> [UInt32] {
    text.unicodeScalars.compactMap { isSeen($0) ? $0.value : nil }
  }

  /// Whether a letter of the result is that of the file: raised figures are written with characters of their own.
  static func isSame(_ letter: UInt32, _ written: UInt32) -> Bool {
    letter == written || written >= 0xB2 && written < 0x2100 && raised[written] == letter
  }

  /// Whether it is part of a word or a number.
  static func isWord(_ letter: UInt32) -> Bool {
    Unicode.Scalar(letter)?.properties.isAlphabetic == true || (0x30...0x39).contains(letter)
  }

  /// Whether a reader sees it: no blank, no mark that only tells programs where to break.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF: true
    case 0...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x2064, 0xFEFF: false
    // Places in symbol fonts, for which readers write the character that is shown.
    case 0xF000...0xF0FF: false
    default: !scalar.properties.isWhitespace
    }
  }

  private static let raised: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [0xB9: 0x31, 0xB2: 0x32, 0xB3: 0x33, 0x2070: 0x30, 0x207F: 0x6E, 0x2071: 0x69]
    for figure in UInt32(4)...9 { table[0x2070 + figure] = 0x30 + figure }
    for figure in UInt32(0)...9 { table[0x2080 + figure] = 0x30 + figure }
    for (offset, sign) in "+-=()".unicodeScalars.enumerated() {
      table[0x207A + UInt32(offset)] = sign.value
      table[0x208A + UInt32(offset)] = sign.value
    }
    return table
  }()
}
