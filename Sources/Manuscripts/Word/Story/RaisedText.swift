/// Raised and lowered figures as characters of their own: m² .
enum RaisedText {
  /// The text so written; nil if there is no such character for one of it.
  static func written(_ text: String, _ position: RunProperties.Position) -> String? {
    let signs = position == .raised ? raised : lowered
    var written = ""
    for character in text {
      guard let sign = character.isWhitespace ? character : signs[character] else { return nil }
      written.append(sign)
    }
    return written
  }

  private static let plain = "0123456789+-−=()"
  private static let raised = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾").merging(["n": "ⁿ", "i": "ⁱ"]) { $1 }
  private static let lowered = table("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

  private static func table(_ signs: String) -> [Character: Character] {
    Dictionary(zip(plain, signs), uniquingKeysWith: { first, _ in first })
  }
}
