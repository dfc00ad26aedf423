/// Whether an invisible character belongs where it stands: emoji and some scripts are spelt with them.
enum ScriptContext {
  /// Whether a joiner stands beside a letter of a script that joins (Arabic to Mongolian), or inside an emoji.
  static func joins(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<place.lowerBound].suffix(4)
    let after = bytes[place.upperBound...].prefix(4)
    let previous = String(decoding: before.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).unicodeScalars.last
    let next = String(decoding: after, as: UTF8.self).unicodeScalars.first
    return [previous, next].compactMap { $0?.value }.contains { scalar in joining.contains { $0.contains(scalar) } }
  }

  /// Whether a line has letters that are written from right to left.
  static func isRightToLeft(_ line: ArraySlice<UInt8>) -> Bool {
    // Their UTF-8 begins with D7 to DF (U+05C0 to U+07FF), or is a presentation form.
    String(decoding: line, as: UTF8.self).unicodeScalars.contains { scalar in
      (0x590...0x8FF).contains(scalar.value) && scalar.value != 0x61C || (0xFB1D...0xFDCF).contains(scalar.value)
        || (0xFE70...0xFEFC).contains(scalar.value)
    }
  }

  private static let joining: [ClosedRange<UInt32>] = [
    0x590...0x10FF, 0x1200...0x1DFF, 0x2190...0x2BFF, 0xA800...0xABFF, 0xFB1D...0xFDCF, 0xFE00...0xFE0F,
    0xFE70...0xFEFC,
    0x10A00...0x11FFF, 0x1F000...0x1FAFF, 0xE0020...0xE007F,
  ]
}
