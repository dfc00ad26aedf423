import Base

/// The YAML part of a file as the parser gets it, with the way back from the parser's marks to bytes of the file.
///
/// Some characters are disguised before parsing, each by one private character, so that columns stay: repeated keys
/// (the parser stops at them; we want all) and `---` lines inside quoted values.
struct YAMLText {
  let source: SourceText
  /// Bytes of the file that are YAML.
  let range: Range<Int>
  /// Byte offset in the file → the character that stands there, disguised.
  private var disguises: [(offset: Int, original: Unicode.Scalar)] = []
  /// Offsets at which the parser's lines begin.
  private let lineStarts: [Int]

  private static let firstDisguise: UInt32 = 0xF0000

  /// Takes a part of a file that is UTF-8.
  init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
    lineStarts = Self.lineStarts(in: source.bytes, range)
  }

  /// The text to parse.
  var text: String {
    guard !disguises.isEmpty else { return String(decoding: source.bytes[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    var from = range.lowerBound
    for (number, disguise) in disguises.enumerated() {
      bytes += source.bytes[from..<disguise.offset]
      if let scalar = Unicode.Scalar(Self.firstDisguise + UInt32(number)) { bytes += Array(String(scalar).utf8) }
      from = disguise.offset + UTF8.width(disguise.original)
    }
    bytes += source.bytes[from..<range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether keys were hidden, and so may stand in their mapping twice.
  private(set) var hidesKeys = false

  /// Hides repeated keys that begin at these byte offsets from the parser.
  mutating func disguise(keys offsets: [Int]) {
    hidesKeys = true
    disguise(at: offsets)
  }

  /// Hides the characters at these byte offsets from the parser.
  mutating func disguise(at offsets: [Int]) {
    let known = Set(disguises.map(\.offset))
    for offset in Set(offsets).subtracting(known) {
      let scalar = String(decoding: source.bytes[offset..<min(offset + 4, range.upperBound)], as: UTF8.self)
        .unicodeScalars.first
      if let scalar { disguises.append((offset, scalar)) }
    }
    disguises.sort { $0.offset < $1.offset }
  }

  /// A parsed text with its disguised characters put back.
  func restored(_ parsed: String) -> String {
    guard !disguises.isEmpty else { return parsed }
    var scalars = String.UnicodeScalarView()
    for scalar in parsed.unicodeScalars {
      let number = Int(scalar.value) - Int(Self.firstDisguise)
      scalars.append(disguises.indices.contains(number) ? disguises[number].original : scalar)
    }
    return String(scalars)
  }

  /// The byte offset in the file of the parser's 1-based line and column (in Unicode scalars).
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return range.upperBound }
    var offset = lineStarts[line - 1]
    var left = column - 1
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Lines as libyaml counts them: it also ends lines at a lone CR and at U+0085, U+2028 and U+2029.
  private static func lineStarts(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var starts = [range.lowerBound]
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0x0A: starts.append(index + 1)
      case 0x0D where next != 0x0A: starts.append(index + 1)
      case 0xC2 where next == 0x85: starts.append(index + 2)
      case 0xE2 where next == 0x80 && index + 2 < range.upperBound && bytes[index + 2] & 0xFE == 0xA8:
        starts.append(index + 3)
      default: break
      }
      index += 1
    }
    return starts
  }
}

extension YAMLText {
  /// Byte offsets at which `key` stands as a key, quoted or not, as far as the text alone can tell.
  func occurrences(ofKey key: String) -> [Int] {
    let wanted = Array(key.utf8)
    let bytes = source.bytes
    guard !wanted.isEmpty, range.count >= wanted.count else { return [] }
    return (range.lowerBound...(range.upperBound - wanted.count)).filter { start in
      guard bytes[start] == wanted[0], bytes[start..<(start + wanted.count)].elementsEqual(wanted) else { return false }
      if start > range.lowerBound, !" \t\n\r{,\"'".utf8.contains(bytes[start - 1]) { return false }
      let rest = bytes[(start + wanted.count)..<range.upperBound]
      return rest.drop { $0 == 0x22 || $0 == 0x27 }.drop { $0 == 0x20 || $0 == 0x09 }.first == 0x3A
    }
  }
}
