/// The bytes of a text, borrowed for the duration of one reading.
@usableFromInline package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a range, as a buffer whose indices begin at 0.
  @inlinable package func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// The bytes of a literal.
  @inlinable package init(_ literal: StaticString) {
    self.init(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  /// Whether the literal is at the offset.
  @inlinable package func has(_ literal: StaticString, at offset: Int = 0) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for index in 0..<length where self[offset + index] != literal.utf8Start[index] { return false }
    return true
  }

  /// Whether the text ends with the literal.
  @inlinable package func ends(with literal: StaticString) -> Bool {
    has(literal, at: count - literal.utf8CodeUnitCount)
  }

  /// Whether the text contains the literal. For short texts.
  @inlinable package func contains(_ literal: StaticString) -> Bool {
    guard count >= literal.utf8CodeUnitCount else { return false }
    return (0...(count - literal.utf8CodeUnitCount)).contains { has(literal, at: $0) }
  }

  /// The number of Unicode scalars, without validation.
  @inlinable package var scalarCount: Int {
    var total = 0
    for byte in self where byte & 0xC0 != 0x80 { total += 1 }
    return total
  }

  /// The text as a string.
  @inlinable package var string: String { String(decoding: self, as: UTF8.self) }
}

/// Whether the byte is a space or a tab.
@inlinable package func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether the byte ends a line.
@inlinable package func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
