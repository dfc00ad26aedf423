import Base

/// The name of a person who works at the desk, fit for the log and for the record of a review.
package struct PersonName: Sendable, Hashable {
  package let text: String

  private static let longest = 40

  /// Nil for what is no name: empty, too long, with characters that nobody sees, or read in the wrong encoding.
  package init?(_ text: String) {
    let text = text.trimmed.composed
    guard !text.isEmpty, text.count <= Self.longest, text.utf8.count <= 4 * Self.longest,
      text.unicodeScalars.allSatisfy(Self.isFit)
    else { return nil }
    self.text = text
  }

  private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
    // Bytes of Chinese that somebody took for Latin-1, as many programs do with headers; and what is left of bytes that are no text.
    if (0x80...0xFF).contains(scalar.value) || scalar == "\u{FFFD}" { return scalar == "·" }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
