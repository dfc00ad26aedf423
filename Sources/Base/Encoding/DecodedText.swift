/// The text of a file whose encoding nobody says: UTF-8, UTF-16 with a mark or without, GB 18030 (with GBK and GB
/// 2312), or what western Windows writes.
package struct DecodedText: Sendable, Hashable {
  package enum Encoding: Sendable, Hashable { case utf8, utf16LittleEndian, utf16BigEndian, gb18030, windows1252 }

  /// Without a mark; bytes that do not belong to the encoding stand as U+FFFD.
  package let text: String
  package let encoding: Encoding
  /// How often U+FFFD stands for such bytes.
  package let faults: Int

  /// Finds the encoding.
  ///
  /// - Parameter stated: What the file says its encoding is; believed if no byte contradicts.
  package init(_ bytes: [UInt8], stated: Encoding? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(Array(bytes.dropFirst(3)), as: .utf8)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(Array(bytes.dropFirst(2)), as: .utf16LittleEndian)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(Array(bytes.dropFirst(2)), as: .utf16BigEndian)
    } else if let wide = Self.utf16WithoutMark(bytes.prefix(1 << 16)) {
      self.init(bytes, as: wide)
    } else {
      self = Self.narrow(bytes, stated)
    }
  }

  /// Reads bytes in an encoding.
  package init(_ bytes: [UInt8], as encoding: Encoding) {
    self.encoding = encoding
    var lost = 0
    switch encoding {
    case .utf8:
      if let sound = String(validating: bytes, as: UTF8.self) {
        text = sound
      } else {
        text = String(decoding: bytes, as: UTF8.self)
        lost = Self.replacements(text)
      }
    case .utf16LittleEndian, .utf16BigEndian:
      let high = encoding == .utf16BigEndian ? 0 : 1
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
      }
      let sound = String(validating: units, as: UTF16.self)
      text = sound ?? String(decoding: units, as: UTF16.self)
      lost = (sound == nil ? Self.replacements(text) : 0) + bytes.count % 2
    case .gb18030: (text, lost) = bytes.withUnsafeBufferPointer(GB18030.repaired)
    case .windows1252:
      text = String(String.UnicodeScalarView(bytes.map(Self.western)))
    }
    faults = lost
  }

  private static func narrow(_ bytes: [UInt8], _ stated: Encoding?) -> DecodedText {
    if let stated {
      let text = DecodedText(bytes, as: stated)
      if text.faults == 0 { return text }
    }
    let utf8 = DecodedText(bytes, as: .utf8)
    if utf8.faults == 0 { return utf8 }
    let chinese = DecodedText(bytes, as: .gb18030)
    if looksWestern(bytes, chinese) { return DecodedText(bytes, as: .windows1252) }
    return chinese.faults < utf8.faults ? chinese : utf8
  }

  /// In a western text few bytes are beyond ASCII, and read as Chinese they are single characters within words.
  private static func looksWestern(_ bytes: [UInt8], _ chinese: DecodedText) -> Bool {
    let high = bytes.count { $0 >= 0x80 }
    guard high * 4 < bytes.count else { return false }
    var (alone, all, before, before2): (Int, Int, Unicode.Scalar, Unicode.Scalar) = (0, 0, "\n", "\n")
    for scalar in chinese.text.unicodeScalars {
      // `before` is beyond ASCII, and its neighbours are letters of ASCII, or it is broken.
      if !before.isASCII {
        all += 1
        if before == "\u{FFFD}" || before2.properties.isAlphabetic && before2.isASCII && scalar.isASCII { alone += 1 }
      }
      (before2, before) = (before, scalar)
    }
    return all > 0 && alone * 2 > all
  }

  private static func replacements(_ text: String) -> Int { text.unicodeScalars.count { $0 == "\u{FFFD}" } }

  private static func western(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  private static let signs = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  /// The encoding of a text with zeros that reads, as UTF-16 in one of its orders, as what texts are made of; nil for
  /// any other.
  package static func utf16WithoutMark(_ sample: ArraySlice<UInt8>) -> Encoding? {
    guard sample.count(where: { $0 == 0 }) > 2 else { return nil }
    let bytes = Array(sample)
    var (little, big, all) = (0, 0, 0)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      all += 1
      if isUsual(first | second << 8) { little += 1 }
      if isUsual(second | first << 8) { big += 1 }
    }
    if little * 10 >= all * 9, little > big { return .utf16LittleEndian }
    if big * 10 >= all * 9, big > little { return .utf16BigEndian }
    return nil
  }

  /// Printable ASCII, line breaks, Chinese characters and their signs.
  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0x2010...0x203B, 0x3000...0x301F, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
    default: false
    }
  }
}
