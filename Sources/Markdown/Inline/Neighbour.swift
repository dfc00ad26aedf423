import Base

/// What stands beside a sign, as far as it decides whether the sign is markup.
enum Neighbour {
  /// A blank of any width, or the end of the text.
  case blank
  /// An ASCII letter or digit.
  case ascii
  /// An opening bracket or quotation mark.
  case opening
  /// A closing bracket or quotation mark.
  case closing
  /// Other punctuation and signs.
  case mark
  /// Han and all other letters.
  case letter

  /// Whether a word ends here.
  var isBoundary: Bool { self != .ascii && self != .letter }
  /// Whether it is a letter or digit.
  var isText: Bool { self == .ascii || self == .letter }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// What stands before an offset, within a range.
  func neighbour(before offset: Int, in range: Range<Int>) -> Neighbour {
    guard offset > range.lowerBound else { return .blank }
    var start = offset - 1
    while start > range.lowerBound, self[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(scalar(at: start))
  }

  /// What stands at an offset, within a range.
  func neighbour(at offset: Int, in range: Range<Int>) -> Neighbour {
    offset < range.upperBound ? neighbour(scalar(at: offset)) : .blank
  }

  /// The scalar at an offset of valid UTF-8.
  func scalar(at offset: Int) -> UInt32 {
    func tail(_ index: Int) -> UInt32 { offset + index < count ? UInt32(self[offset + index] & 0x3F) : 0 }
    let first = UInt32(self[offset])
    switch first {
    case 0..<0x80: return first
    case 0xC0..<0xE0: return (first & 0x1F) << 6 | tail(1)
    case 0xE0..<0xF0: return (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
    default: return (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    }
  }

  private func neighbour(_ scalar: UInt32) -> Neighbour {
    switch scalar {
    case 0...0x20, 0xA0, 0x3000, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0xFEFF: .blank
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .ascii
    case 0x28, 0x5B, 0x7B, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B,
      0xFF5B:
      .opening
    case 0x29, 0x5D, 0x7D, 0x2019, 0x201D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFF09, 0xFF3D,
      0xFF5D:
      .closing
    case 0x21...0x7E, 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205F, 0x2190...0x23FF, 0x2500...0x27BF,
      0x3001...0x3003,
      0x3012...0x3013, 0x301C...0x3020, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3C...0xFF40,
      0xFF5C...0xFF65, 0xFFE0...0xFFEE:
      .mark
    default: .letter
    }
  }
}
