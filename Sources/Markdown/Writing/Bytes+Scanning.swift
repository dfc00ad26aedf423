import Base

extension UnsafeBufferPointer where Element == UInt8 {
  /// Eight bytes at an offset.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The offset of the next byte to be escaped in HTML (`"`, `&`, `<`, `>`), or `count`.
  @inline(__always)
  func nextMarkup(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let word = word(at: offset)
      // `<` is 0x3C, `>` is 0x3E: one bit apart.
      let found = word.zeros(0x22) | word.zeros(0x26) | (word | .every(0x02)).zeros(0x3E)
      if found & .every(0x80) != 0 { break }
      offset += 8
    }
    while offset < count, !isMarkup(self[offset]) { offset += 1 }
    return offset
  }

  /// The offset of the next line feed, or `count`.
  @inline(__always)
  func nextLineFeed(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      if word(at: offset).zeros(0x0A) & .every(0x80) != 0 { break }
      offset += 8
    }
    while offset < count, self[offset] != 0x0A { offset += 1 }
    return offset
  }

  /// The offset of the next line end (LF or CR), or `count`.
  @inline(__always)
  func lineEnd(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let word = word(at: offset)
      if (word.zeros(0x0A) | word.zeros(0x0D)) & .every(0x80) != 0 { break }
      offset += 8
    }
    while offset < count, !isLineEnd(self[offset]) { offset += 1 }
    return offset
  }
}

/// Eight bytes examined at once. A result with any high bit set means that some byte matches; only the lowest bit set
/// is reliable as to which one.
extension UInt64 {
  /// The byte eight times.
  @inline(__always)
  static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Sets the high bits of bytes equal to `value`.
  @inline(__always)
  func zeros(_ value: UInt64) -> UInt64 { (self ^ .every(value)).below(1) }

  /// Sets the high bits of bytes less than `limit`, which is at most 0x80.
  @inline(__always)
  func below(_ limit: UInt64) -> UInt64 { (self &- .every(limit)) & ~self }
}

@inline(__always)
private func isMarkup(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x26 || byte | 0x02 == 0x3E }
