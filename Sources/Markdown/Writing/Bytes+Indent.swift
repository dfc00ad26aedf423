import Base

extension UnsafeBufferPointer where Element == UInt8 {
  /// Length in bytes of the ideographic and no-break spaces that indent the text.
  var ideographicIndent: Int {
    var offset = 0
    while true {
      if has("\u{3000}", at: offset) {
        offset += 3
      } else if has("\u{A0}", at: offset) {
        offset += 2
      } else {
        return offset < count ? offset : 0
      }
    }
  }
}
