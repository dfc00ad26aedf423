import Base

import Glibc

/// A line of a body and where it is in the file.
struct BodyLine {
  let path: String
  /// 1-based, in the file.
  let number: Int
  let characters: [Character]

  /// The location of a range of the line's characters.
  func location(of range: Range<Int>) -> Diagnostic.Location {
    Diagnostic.Location(
      path: path, start: SourcePosition(line: number, column: range.lowerBound + 1), length: range.count,
      sourceLine: String(characters))
  }

  /// Whether the character at an index is quoted: quoted text is about another document, not the one that quotes it.
  func isQuoted(at index: Int) -> Bool {
    if let first = characters.first(where: { !$0.isWhitespace }), first == ">" || first == "|" { return true }
    return Self.balance(characters[..<index]) > 0 || Self.balance(characters[index...]) < 0
  }

  /// Opening quotation marks minus closing ones.
  private static func balance(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $1 == "“" ? $0 + 1 : $1 == "”" ? $0 - 1 : $0 }
  }

  /// The index after the last of these characters before `index`; 0 if there is none.
  func index(afterLast marks: Set<Character>, before index: Int) -> Int {
    characters[..<index].lastIndex(where: marks.contains).map { $0 + 1 } ?? 0
  }

  /// Whether a text begins at the index.
  func has(_ text: String, at index: Int) -> Bool {
    index <= characters.count && characters[index...].starts(with: text)
  }

  /// All indices at which a text begins.
  func indices(of text: String) -> [Int] {
    guard let first = text.first else { return [] }
    return characters.indices.filter { characters[$0] == first && has(text, at: $0) }
  }

  /// Punctuation that ends a sentence.
  static let stops: Set<Character> = ["。", "；", "！", "？", ";"]
}

extension SourceText {
  /// The lines at or after byte `start` that contain one of the words.
  ///
  /// Nearly all bodies contain none of them and cost only a search for a single byte.
  ///
  /// - Parameters:
  ///   - rare: Index of the byte to search for: the same byte in every word, and rare in Chinese text.
  ///   - marks: If given, one of them must occur 3 to 9 bytes before the word.
  func lines(
    with words: [StaticString], rare: Int, from start: Int, after marks: [StaticString] = []
  ) -> [BodyLine] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [BodyLine] = []
      var counted = (offset: 0, line: 1)
      var offset = start
      while let found = bytes.offset(of: words, rare: rare, from: offset) {
        let isMarked = marks.isEmpty || marks.contains { mark in (3...9).contains { bytes.has(mark, at: found - $0) } }
        guard isMarked else {
          offset = found + 1
          continue
        }
        let lower = bytes[start..<found].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
        let upper = bytes[found...].firstIndex(of: 0x0A) ?? bytes.count
        counted.line += bytes[counted.offset..<lower].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
        counted.offset = lower
        let end = upper > lower && bytes[upper - 1] == 0x0D ? upper - 1 : upper
        let text = String(decoding: bytes[lower..<end], as: UTF8.self)
        lines.append(BodyLine(path: path, number: counted.line, characters: Array(text)))
        offset = upper
      }
      return lines
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The offset of the first of the words at or after `start`.
  fileprivate func offset(of words: [StaticString], rare: Int, from start: Int) -> Int? {
    guard let baseAddress, let word = words.first else { return nil }
    let byte = Int32(word.utf8Start[rare])
    var offset = start + rare
    while offset < count, let hit = memchr(baseAddress + offset, byte, count - offset) {
      let found = UnsafeRawPointer(hit) - UnsafeRawPointer(baseAddress)
      if words.contains(where: { has($0, at: found - rare) }) { return found - rare }
      offset = found + 1
    }
    return nil
  }

  fileprivate func has(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return (0..<length).allSatisfy { self[offset + $0] == word.utf8Start[$0] }
  }
}
