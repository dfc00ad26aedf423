/// Characters of fonts whose letters are pictures, as characters that every font has.
enum SymbolFont {
  /// The text with what is known of the font replaced: F052 or R in Wingdings 2 is ☑.
  static func shown(_ text: String, _ font: String?) -> String {
    guard let table = font.flatMap({ tables[$0] }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { table[code($0.value)] ?? $0 }))
  }

  /// The name of a font of pictures by its name in any case; nil for a font of letters.
  static func name(_ font: String) -> String? { names[font.lowercased()] }

  private static let names = Dictionary(
    tables.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  /// A character by its number, as `w:sym` and the field SYMBOL name it; nil if it is not known.
  static func character(_ number: UInt32, _ font: String?) -> String? {
    let shown = font.flatMap { tables[$0] }?[code(number)]
    if let shown { return String(Character(shown)) }
    guard !isPrivate(number), font.flatMap({ tables[$0] }) == nil else { return nil }
    return UnicodeScalar(number).map { String(Character($0)) }
  }

  /// The characters of a text that its font shows as pictures which are not known.
  static func unknown(_ text: String, _ font: String?) -> String {
    guard let font, font != "Symbol", let table = tables[font] else { return "" }
    let signs = text.unicodeScalars.filter { $0.value < 0x100 && table[$0.value] == nil }
    return String(String.UnicodeScalarView(signs))
  }

  /// Whether only the fonts of one machine have it.
  static func isPrivate(_ number: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(number) || (0xF_0000...0x10_FFFF).contains(number)
  }

  /// Symbol fonts stand at F000 to F0FF in a text, at 00 to FF in the font.
  private static func code(_ number: UInt32) -> UInt32 {
    (0xF000...0xF0FF).contains(number) ? number - 0xF000 : number
  }

  private static func table(_ signs: KeyValuePairs<UInt32, Unicode.Scalar>) -> [UInt32: Unicode.Scalar] {
    Dictionary(signs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static let tables: [String: [UInt32: Unicode.Scalar]] = [
    "Wingdings": table([
      0x20: " ", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
      0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧",
      0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨",
      0x8A: "⑩", 0x8B: "⓿", 0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽",
      0x94: "❾", 0x95: "❿", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAA: "✦",
      0xAB: "★", 0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xB5: "✪", 0xB6: "✰", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
      0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    ]),
    "Wingdings 2": table([
      0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x69: "⓪", 0x6A: "①", 0x6B: "②",
      0x6C: "③", 0x6D: "④", 0x6E: "⑤", 0x6F: "⑥", 0x70: "⑦", 0x71: "⑧", 0x72: "⑨", 0x73: "⑩", 0x97: "●", 0x99: "○",
      0xA0: "▪", 0xA2: "■", 0xA3: "□", 0xA4: "□", 0xAE: "◆",
    ]),
    "Wingdings 3": table([0x20: " ", 0x70: "▲", 0x71: "▼", 0x7C: "◀", 0x7D: "▶"]),
    "Webdings": table([0x20: " ", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"]),
    "Symbol": table([
      0x20: " ", 0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
      0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷",
      0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD6: "√",
      0xD7: "⋅", 0xE5: "∑", 0xF2: "∫", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ", 0x4C: "Λ", 0x50: "Π", 0x51: "Θ", 0x53: "Σ",
      0x57: "Ω", 0x59: "Ψ", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ", 0x68: "η",
      0x6B: "κ", 0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x77: "ω",
      0x78: "ξ", 0x79: "ψ", 0x7A: "ζ",
    ]),
  ]
}
