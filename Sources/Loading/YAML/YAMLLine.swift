/// A line of YAML as characters, and the field that it holds.
struct YAMLLine {
  let scalars: [Unicode.Scalar]
  /// The byte at which each begins, and the end.
  private let offsets: [Int]
  /// The number of spaces at its beginning.
  let indent: Int

  /// Takes a line of valid UTF-8, without its line break.
  init(_ bytes: [UInt8], _ line: Range<Int>) {
    scalars = Array(String(decoding: bytes[line], as: UTF8.self).unicodeScalars)
    var offset = line.lowerBound
    var offsets = [offset]
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
    indent = scalars.prefix { $0 == " " }.count
  }

  /// The bytes of a range of characters.
  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  var isBlank: Bool { scalars.allSatisfy(\.properties.isWhitespace) }

  /// The first character at or after `start` that is no blank of any kind, or the end.
  func skippingBlanks(from start: Int) -> Int {
    scalars[start...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
  }

  /// The end of the text: blanks at the end of the line do not count.
  var textEnd: Int { (scalars.lastIndex { !$0.properties.isWhitespace } ?? -1) + 1 }

  /// Whether a comment begins here: `#` after a blank.
  func isComment(at index: Int) -> Bool {
    scalars[index] == "#" && (index == 0 || scalars[index - 1] == " " || scalars[index - 1] == "\t")
  }
}

// The key and its colon.
extension YAMLLine {
  /// A key, its colon, and the beginning of its value.
  struct Field {
    let key: Range<Int>
    /// The colon; empty where it is missing.
    let colon: Range<Int>
    let value: Int
    /// Whether the colon is a half-width one with a blank after it, as YAML wants.
    let isProper: Bool
    /// Whether the key is one of ours.
    let isKnown: Bool
  }

  /// The field that begins at a character, if the author meant one.
  ///
  /// - Parameter mustBeField: Whether nothing but a field can stand here, so that any key will do; otherwise a key
  ///   without a proper colon must be a known one.
  func field(from start: Int, mustBeField: Bool) -> Field? {
    guard start < scalars.count, !"\"'[{#".unicodeScalars.contains(scalars[start]) else { return nil }
    let end = scalars.indices.first { $0 >= start && isComment(at: $0) } ?? scalars.count
    let colons = (start..<end).filter { Self.colons.contains(scalars[$0]) }
    let proper = colons.first(where: isProper)
    guard let first = colons.first else { return fieldWithoutColon(from: start, to: end) }
    if first == proper { return field(start, first, isProper: true) }
    let isKnown = Self.isKnown(text(start..<first))
    let isKey =
      mustBeField && proper == nil && first - start <= 12 && !text(start..<first).contains(where: "，。；、“”《》".contains)
    if first > start, isKnown || isKey { return field(start, first, isProper: false) }
    return proper.map { field(start, $0, isProper: true) }
  }

  /// Whether the line is a known key with any kind of colon.
  var beginsWithField: Bool {
    let start = skippingBlanks(from: 0)
    return field(from: start, mustBeField: false)?.isKnown ?? false
  }

  private func field(_ start: Int, _ colon: Int, isProper: Bool) -> Field {
    Field(
      key: start..<colon, colon: colon..<colon + 1, value: skippingBlanks(from: colon + 1), isProper: isProper,
      isKnown: Self.isKnown(text(start..<colon)))
  }

  private func fieldWithoutColon(from start: Int, to end: Int) -> Field? {
    guard let blank = scalars[start..<end].firstIndex(where: \.properties.isWhitespace),
      Self.isKnown(text(start..<blank))
    else { return nil }
    return Field(
      key: start..<blank, colon: blank..<blank, value: skippingBlanks(from: blank), isProper: false, isKnown: true)
  }

  private func isProper(_ colon: Int) -> Bool {
    scalars[colon] == ":" && (colon + 1 == scalars.count || scalars[colon + 1] == " " || scalars[colon + 1] == "\t")
  }

  /// `:`, and what is typed in its place.
  private static let colons: Set<Unicode.Scalar> = [":", "：", "﹕", "∶", "︰"]

  private static func isKnown(_ key: String) -> Bool {
    Vocabulary.allWords.contains(key.filter { !$0.isWhitespace }.lowercased())
  }
}
