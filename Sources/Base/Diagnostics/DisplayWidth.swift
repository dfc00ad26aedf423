extension Sequence<Character> {
  /// Number of terminal columns the characters take up: two for Han and full-width ones, one for all others.
  package var displayWidth: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }
}

extension Character {
  fileprivate var isWide: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// Padded with trailing spaces to a display width; longer texts are unchanged.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(width - displayWidth, 0))
  }

  /// Padded with leading spaces to a display width; longer texts are unchanged.
  package func leadPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(width - displayWidth, 0)) + self
  }
}
