import Base

/// How a scalar behaves at the end of a source line.
package enum LineEdge {
  /// Han, kana, CJK punctuation, full-width forms: no space on either side.
  case wide
  /// “ ” ‘ ’ — …: behaves like its neighbour.
  case either
  /// Everything else.
  case narrow

  /// The first scalar of a text.
  init(first text: Bytes) {
    self.init(text, at: 0)
  }

  /// The last scalar of a text.
  init(last text: Bytes) {
    var offset = text.count - 1
    while offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    self.init(text, at: offset)
  }

  private init(_ text: Bytes, at offset: Int) {
    guard offset >= 0, offset < text.count else {
      self = .narrow
      return
    }
    switch text[offset] {
    case 0xE2...0xEF where offset + 2 < text.count:
      let high = UInt32(text[offset] & 0x0F) << 12
      self.init(scalar: high | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F))
    // Planes 2 and 3 contain only Han; their UTF-8 begins with F0 A0 or higher.
    case 0xF0 where offset + 1 < text.count && text[offset + 1] >= 0xA0:
      self = .wide
    default:
      self = .narrow
    }
  }

  /// A scalar.
  package init(scalar: UInt32) {
    switch scalar {
    case 0x2018...0x201D, 0x2014, 0x2026: self = .either
    case 0x2E80...0x30FF, 0x3100...0x312F, 0x31A0...0x31EF, 0x3200...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6:
      self = .wide
    default: self = .narrow
    }
  }

  /// Whether a line break between this scalar and the next is dropped instead of becoming a space.
  package func joins(_ next: LineEdge) -> Bool {
    switch (self, next) {
    case (.wide, .wide), (.wide, .either), (.either, .wide): true
    default: false
    }
  }
}
