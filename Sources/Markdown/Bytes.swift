/// The bytes of a text, borrowed for the length of one rendering.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a range, as a buffer that begins at 0.
  func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// The bytes of a literal.
  init(_ literal: StaticString) { self.init(start: literal.utf8Start, count: literal.utf8CodeUnitCount) }

  /// Whether the bytes at an offset are those of an ASCII or UTF-8 literal.
  func has(_ literal: StaticString, at offset: Int = 0) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for index in 0..<length where self[offset + index] != literal.utf8Start[index] { return false }
    return true
  }

  /// Whether the text ends with the literal.
  func ends(with literal: StaticString) -> Bool { has(literal, at: count - literal.utf8CodeUnitCount) }

  /// Whether the literal stands anywhere in the text. For short texts.
  func contains(_ literal: StaticString) -> Bool {
    guard count >= literal.utf8CodeUnitCount else { return false }
    return (0...(count - literal.utf8CodeUnitCount)).contains { has(literal, at: $0) }
  }

  /// The number of Unicode scalars, without validation.
  var scalarCount: Int {
    var total = 0
    for byte in self where byte & 0xC0 != 0x80 { total += 1 }
    return total
  }

  /// The text as a string.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Sixteen bytes at an offset.
  @inline(__always)
  func vector(at offset: Int) -> SIMD16<UInt8> {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The offset of the next byte that HTML needs escaped (`"`, `&`, `<`, `>`), or `count`.
  @inline(__always)
  func nextMarkup(from start: Int) -> Int {
    var offset = start
    while offset + 16 <= count {
      let bytes = vector(at: offset)
      let quotes = (bytes .== 0x22) .| (bytes .== 0x26)
      // `<` is 0x3C, `>` is 0x3E: one bit apart.
      if any(quotes .| ((bytes | 0x02) .== 0x3E)) { break }
      offset += 16
    }
    while offset < count, !isMarkup(self[offset]) { offset += 1 }
    return offset
  }

  /// The offset of the next line feed, or `count`.
  @inline(__always)
  func nextLineFeed(from start: Int) -> Int {
    var offset = start
    while offset + 16 <= count {
      if any(vector(at: offset) .== 0x0A) { break }
      offset += 16
    }
    while offset < count, self[offset] != 0x0A { offset += 1 }
    return offset
  }
}

@inline(__always)
private func isMarkup(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x26 || byte | 0x02 == 0x3E }

/// Whether the byte is a space or a tab.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether the byte ends a line.
@inline(__always)
func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
