import Base
import Glibc

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the word is anywhere in the bytes; for long texts.
  func contains(word: StaticString) -> Bool { place(of: word) != nil }

  /// Where the word is for the first time from an offset on.
  func place(of word: StaticString, from offset: Int = 0) -> Int? {
    let (first, length) = (Int32(word.utf8Start.pointee), word.utf8CodeUnitCount)
    guard let base = baseAddress else { return nil }
    var start = offset
    while start <= count - length, let found = memchr(base + start, first, count - length - start + 1) {
      let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if has(word, at: place) { return place }
      start = place + 1
    }
    return nil
  }
}
