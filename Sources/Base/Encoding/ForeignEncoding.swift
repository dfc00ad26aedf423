/// An encoding other than UTF-8 that a file appears to be in.
package enum ForeignEncoding: String, Sendable {
  case gb18030 = "GB18030"
  case utf16 = "UTF-16"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// The name for messages.
  package var name: String {
    switch self {
    case .gb18030: "GB 18030（GBK）"
    case .utf16: "UTF-16"
    case .utf16LittleEndian: "UTF-16（小端）"
    case .utf16BigEndian: "UTF-16（大端）"
    }
  }

  /// The probable encoding of bytes that are not UTF-8 text; nil if unclear.
  package static func guess(_ bytes: [UInt8]) -> ForeignEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    let sample = bytes.prefix(1 << 16)
    switch DecodedText.utf16WithoutMark(sample) {
    case .utf16LittleEndian: return .utf16LittleEndian
    case .utf16BigEndian: return .utf16BigEndian
    default: break
    }
    if isMostlyUTF8(sample) { return nil }
    return isGB18030(sample) ? .gb18030 : nil
  }

  /// Whether the text is UTF-8 with a few broken bytes rather than another encoding.
  private static func isMostlyUTF8(_ sample: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: sample, as: UTF8.self).unicodeScalars
    let bad = scalars.count { $0 == "\u{FFFD}" }
    let good = scalars.count { $0.value >= 0x800 } - bad
    return good > bad * 2
  }

  /// Whether the bytes are valid GB 18030 with at least one multi-byte character.
  private static func isGB18030(_ sample: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(sample)
    var index = 0
    var found = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      // The sample may end inside a character.
      guard index + 1 < bytes.count else { return found > 0 && bytes.count == 1 << 16 }
      guard (0x81...0xFE).contains(bytes[index]) else { return false }
      switch bytes[index + 1] {
      case 0x40...0x7E, 0x80...0xFE: index += 2
      case 0x30...0x39: index += 4
      default: return false
      }
      found += 1
    }
    return found > 0
  }

  /// The same text in UTF-8, with line feeds where only carriage returns stand; nil if it is not certain what the text is, or if
  /// it has characters that are not in Unicode.
  package static func recoded(_ bytes: [UInt8]) -> [UInt8]? {
    if guess(bytes) == .gb18030, !isCommonChinese(bytes) { return nil }
    let decoded = DecodedText(bytes)
    // U+FFFD may also stand for a private character.
    guard decoded.faults == 0, decoded.encoding != .windows1252, !decoded.text.unicodeScalars.contains("\u{FFFD}")
    else {
      return nil
    }
    let recoded = Array(decoded.text.utf8)
    let hasOldLines = recoded.contains(0x0D) && !recoded.contains(0x0A)
    return hasOldLines ? recoded.map { $0 == 0x0D ? 0x0A : $0 } : recoded
  }

  /// Whether nine in ten characters of two bytes are of GB 2312, as in any text of today. Bytes of Big5 or Shift JIS are often
  /// valid in GB 18030, too, but few of them are there.
  private static func isCommonChinese(_ bytes: [UInt8]) -> Bool {
    var (index, all, common) = (0, 0, 0)
    while index + 1 < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let isFour = (0x30...0x39).contains(bytes[index + 1])
      all += 1
      if (0xA1...0xF7).contains(bytes[index]), bytes[index + 1] >= 0xA1 { common += 1 }
      index += isFour ? 4 : 2
    }
    return all > 0 && common * 10 >= all * 9
  }
}
