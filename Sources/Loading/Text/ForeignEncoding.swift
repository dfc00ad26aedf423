import Base

/// An encoding other than UTF-8 that a file appears to be in.
enum ForeignEncoding: String {
  case gb18030 = "GB18030"
  case utf16 = "UTF-16"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// The name for messages.
  var name: String {
    switch self {
    case .gb18030: "GB 18030（GBK）"
    case .utf16: "UTF-16"
    case .utf16LittleEndian: "UTF-16（小端）"
    case .utf16BigEndian: "UTF-16（大端）"
    }
  }

  /// The probable encoding of bytes that are not UTF-8 text; nil if unclear.
  static func guess(_ bytes: [UInt8]) -> ForeignEncoding? {
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
    var good = 0
    var bad = 0
    Array(sample).withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let length = TextScan.sequenceLength(buffer, at: index)
        if length > 2 { good += 1 }
        if length == 0 { bad += 1 }
        index += max(length, 1)
      }
    }
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
}
