/// Writes the lists of grams one after another, in the encoding of FORMAT.md.
struct ListWriter: ~Copyable {
  private var bytes = Slab<UInt8>(capacity: 4096)
  /// Document number and level (low three bits) of the postings above level 0, which are written last.
  private var higher = Slab<UInt32>(capacity: 1024)
  private var levels: UInt32 = 0
  private var next: UInt32 = 0

  /// Adds a posting; documents must be ascending.
  @inline(__always)
  mutating func add(document: UInt32, level: UInt32) {
    if level == 0 {
      append(document &- next)
      next = document &+ 1
    } else {
      higher.append(document << 3 | level)
      levels |= 1 << level
    }
  }

  /// Ends the list: after the documents of level 0, each other level that has any as `!`, its digit and its documents.
  ///
  /// - Returns: the list, valid until the next `begin()`.
  mutating func finish() -> UnsafeBufferPointer<UInt8> {
    while levels != 0 {
      let level = UInt32(levels.trailingZeroBitCount)
      levels &= levels &- 1
      bytes.append(PostingCode.levelMark)
      bytes.append(UInt8(ascii: "0") + UInt8(level))
      next = 0
      for place in 0..<higher.count where higher[place] & 7 == level {
        append(higher[place] >> 3 &- next)
        next = higher[place] >> 3 &+ 1
      }
    }
    higher.removeAll()
    next = 0
    return bytes.elements
  }

  /// Discards the finished list.
  mutating func begin() { bytes.removeAll() }

  @inline(__always)
  private mutating func append(_ gap: UInt32) {
    if gap < PostingCode.twoFrom {
      bytes.append(PostingCode.character(Int(gap)))
    } else {
      PostingCode.forEachCharacter(ofLong: Int(gap)) { bytes.append($0) }
    }
  }
}
