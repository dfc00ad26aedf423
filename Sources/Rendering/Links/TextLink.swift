import Base
import Resolution

/// A piece of a text that can be followed: a telephone number, an address, the number of a document.
struct TextLink: Equatable {
  /// Bytes of the text.
  let range: Range<Int>
  /// Not escaped.
  let href: String
  /// Whether it leads to another host.
  var isExternal = false
  /// Where a long address may break, in ascending order.
  var breaks: [Int] = []

  /// What is written before its text.
  var opening: [UInt8] {
    var out = OutputBuffer(capacity: 48)
    out.write("<a href=\"")
    out.writeEscaped(href)
    out.write(isExternal ? "\" rel=\"external noopener\" class=\"external\">" : "\">")
    return out.bytes
  }

  /// What is inserted into the text, in ascending order.
  var insertions: [BodyInsertion] {
    [BodyInsertion(offset: range.lowerBound, html: opening)]
      + breaks.map { BodyInsertion(offset: $0, html: Array("<wbr>".utf8)) }
      + [BodyInsertion(offset: range.upperBound, html: Array("</a>".utf8))]
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The number of figures from an offset on.
  func figures(from start: Int) -> Int {
    var end = start
    while end < count, 0x30...0x39 ~= self[end] { end += 1 }
    return end - start
  }

  /// The length of a hyphen or dash at an offset, as people type it between the figures of a number; 0 if there is none.
  func dash(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    if self[offset] == 0x2D { return 1 }
    guard offset + 2 < count else { return 0 }
    let isDash =
      self[offset] == 0xE2 && self[offset + 1] == 0x80 && 0x90...0x95 ~= self[offset + 2]
      || has("－", at: offset) || has("−", at: offset)
    return isDash ? 3 : 0
  }

  /// Whether a letter, figure or sign of a code stands at an offset, so that what is beside it is part of a longer code.
  func isCode(at offset: Int) -> Bool {
    guard indices.contains(offset) else { return false }
    switch self[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x23, 0x25, 0x2A, 0x2B, 0x2D, 0x3D, 0x5F: return true
    default: return false
    }
  }
}

/// Whether a byte is an ASCII letter or figure.
func isAlphanumeric(_ byte: UInt8) -> Bool {
  0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
}
