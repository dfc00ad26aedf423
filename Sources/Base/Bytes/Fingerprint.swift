/// A 64-bit hash that is the same on every machine and in every run, to notice that something was changed; no protection
/// against somebody who wants two texts to look the same.
package struct Fingerprint: Sendable, Hashable {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// That of nothing.
  package init() {}

  /// Adds a text; two texts in a row are not the same as both in one.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Adds the lines of a text, without blank lines, blanks at their ends and the kind of their line ends, none of which a
  /// reader sees.
  package mutating func add(lines text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = text[start...].firstIndex(of: 0x0A) ?? text.count
        var line = start..<end
        while let last = line.last, isBlank(text[last]) { line = line.lowerBound..<last }
        while let first = line.first, isBlank(text[first]) { line = first + 1..<line.upperBound }
        if !line.isEmpty { add(UnsafeBufferPointer(rebasing: text[line])) }
        start = end + 1
      }
    }
  }

  /// Adds another fingerprint.
  package mutating func add(_ other: Fingerprint) { mix(other.state) }

  /// 16 lower-case hexadecimal digits.
  package var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    for byte in raw[offset...] { rest = rest << 8 | UInt64(byte) }
    mix(rest)
    mix(UInt64(raw.count))
  }

  /// The product of two numbers has 128 bits, each of which depends on all bits of both below it; its halves are folded.
  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    state = product.high ^ product.low
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
