extension String {
  /// Columns that a terminal gives the text: two for a Han or full-width character.
  var displayWidth: Int {
    unicodeScalars.reduce(0) {
      switch $1.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        $0 + 2
      default: $0 + 1
      }
    }
  }

  /// With spaces up to a width; longer texts stay as they are.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - displayWidth, 0)) }

  /// With spaces before it up to a width.
  func leadPadded(to width: Int) -> String { String(repeating: " ", count: max(width - displayWidth, 0)) + self }
}
