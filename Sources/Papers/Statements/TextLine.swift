package import Base

/// A line of a text in which statements are looked for: one paragraph, or one line of a list or row of a table.
package struct TextLine: Sendable {
  /// The block it belongs to.
  package let block: Int
  /// Offset of its first byte in the block's text.
  private let start: Int
  /// Scalars, which compare faster than characters.
  package let characters: [Unicode.Scalar]
  /// Whether it is a row of a table.
  package let isRow: Bool
  /// Its quotation marks.
  private let quotes: [(index: Int, depth: Int)]
  /// Characters of the paragraph's own number at its beginning: 第九条, 七、.
  package let numberCount: Int

  init(block: Int, start: Int, text: Bytes, isRow: Bool = false, number: Int = 0) {
    (self.block, self.start, self.isRow) = (block, start, isRow)
    characters = Array(text.string.unicodeScalars)
    quotes = Self.quotes(in: characters)
    numberCount = text.part(0..<number).string.unicodeScalars.count
  }

  /// A text by itself.
  package init(_ text: Bytes) { self.init(block: 0, start: 0, text: text) }

  /// The place of a range of characters.
  package func place(of range: Range<Int>) -> PaperPlace {
    let lower = characters[..<range.lowerBound].reduce(start) { $0 + UTF8.width($1) }
    return PaperPlace(block: block, range: lower..<characters[range].reduce(lower) { $0 + UTF8.width($1) })
  }

  /// Whether the character at an index is quoted: quoted text is about another document, not the one that quotes it.
  func isQuoted(at index: Int) -> Bool {
    guard let all = quotes.last else { return false }
    let before = quotes.partitionIndex { $0.index >= index }
    let depth = before > 0 ? quotes[before - 1].depth : 0
    return depth > 0 || all.depth - depth < 0
  }

  /// The quotation marks of a line, each with the number of those open after it.
  private static func quotes(in characters: [Unicode.Scalar]) -> [(index: Int, depth: Int)] {
    var found: [(index: Int, depth: Int)] = []
    for (index, sign) in characters.enumerated() where sign == "“" || sign == "”" {
      found.append((index, (found.last?.depth ?? 0) + (sign == "“" ? 1 : -1)))
    }
    return found
  }

  /// No sentence is longer: whoever looks for the beginning of one gives up here, so that a line of any length is read in
  /// time that grows with it.
  static let longestSentence = 1000

  /// The index after the last of these characters before `index`; if there is none, the beginning of the line, or as far back
  /// as a sentence can reach.
  func index(afterLast marks: [Unicode.Scalar], before index: Int) -> Int {
    let first = max(0, index - Self.longestSentence)
    return characters[first..<max(first, index)].lastIndex(where: marks.contains).map { $0 + 1 } ?? first
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String { String(scalars: characters[range]) }

  /// The text of a range without blanks.
  func plain(_ range: Range<Int>) -> String {
    let characters = characters[range]
    if characters.allSatisfy({ $0.value > 0x3000 }) { return String(scalars: characters) }
    return String(scalars: characters.filter { $0.value > 0x3000 || !$0.properties.isWhitespace }[...])
  }

  /// The first character at or after an index that is no blank.
  func sign(from index: Int) -> Unicode.Scalar? {
    let next = skipBlanks(from: index)
    return next < characters.count ? characters[next] : nil
  }

  /// Whether a text begins at the index.
  func has(_ text: String, at index: Int) -> Bool {
    index >= 0 && index <= characters.count && characters[index...].starts(with: text.unicodeScalars)
  }

  /// All indices at which a text begins.
  func indices(of text: String) -> [Int] {
    guard let first = text.unicodeScalars.first else { return [] }
    return characters.indices.filter { characters[$0] == first && has(text, at: $0) }
  }

  /// The index of the first character from `index` on that is no blank.
  func skipBlanks(from index: Int) -> Int {
    var index = index
    while index < characters.count, characters[index].properties.isWhitespace { index += 1 }
    return index
  }

  /// The date at an index, and the index after it.
  func date(at index: Int) -> (day: CalendarDate, end: Int)? {
    guard index < characters.count else { return nil }
    var text = text(index..<min(index + 28, characters.count))
    return text.withUTF8 { bytes in
      guard let date = WrittenDate(bytes, at: 0) else { return nil }
      let end = index + bytes.part(0..<date.byteCount).scalarCount
      return (date.day, end)
    }
  }

  /// Punctuation that ends a sentence.
  static let stops: [Unicode.Scalar] = ["。", "；", "！", "？", ";"]
}

extension String {
  /// A text of these characters, in one piece: a view of scalars would grow with each of them.
  fileprivate init(scalars: ArraySlice<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + UTF8.width($1) }) { buffer in
      var end = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[end] = byte
          end += 1
        }
      }
      return end
    }
  }
}
