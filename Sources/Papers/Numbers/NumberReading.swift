import Base

/// A text read as a document number, with the slips of typing in it.
package struct NumberReading: Sendable {
  /// The number, or the text when it cannot be read.
  package let number: DocumentNumber
  /// The text without slips; words, year and serial stay as printed, with their 第, zeros and Chinese figures.
  package let mended: String
  /// The gravest slip.
  package let slip: Slip?

  /// Damage that typing and copying do to a number; none of it changes the number.
  package enum Slip: Sendable, Hashable {
    /// 特急, 加急: an urgency mark, which stands apart on a paper.
    case urgency
    /// `[2023]`, `（2023）`, `„2023‟` instead of 〔2023〕.
    case brackets
    /// A blank inside.
    case space
    /// No 号, no 第 in an order, or a word after 号.
    case serial
    /// No words before the year: `〔2026〕9号`.
    case agencyCode
    /// Full-width figures.
    case digits
  }

  /// Reads a number in any of the forms that offices use.
  package init(_ text: String) {
    if let standard = DocumentNumber(standard: text) {
      (number, mended, slip) = (standard, text, nil)
      return
    }
    let trimmed = text.trimmed
    let (mark, rest) = Self.withoutUrgency(trimmed)
    let compact = NumberText.compact(rest)
    guard let form = NumberForm(compact) else {
      number = DocumentNumber(text: trimmed, agencyCode: String(compact), year: nil, serial: nil)
      mended = rest
      // With any word before it, it would be a number.
      let lacksCode = NumberForm(["某"] + compact)?.place == .brackets
      slip = mark == nil ? (lacksCode ? .agencyCode : nil) : .urgency
      return
    }
    number = DocumentNumber(
      text: trimmed, agencyCode: form.key, year: form.year?.value, serial: form.serial.value, part: form.serial.part)
    mended = form.mended(keepingBlanksOf: rest)
    slip = mark == nil ? Self.slip(text, mended) : .urgency
  }

  /// The first kind of slip that the difference between two texts is made of.
  private static func slip(_ text: String, _ mended: String) -> Slip? {
    // Papers print a ring for the zero of 二〇二六.
    if String(text.map { $0 == "○" || $0 == "◯" ? "〇" : $0 }) == mended { return nil }
    let (written, meant) = (text.filter { !$0.isWhitespace }, mended.filter { !$0.isWhitespace })
    if written == meant { return .space }
    let (plain, plainMeant) = (String(NumberText.compact(written)), String(NumberText.compact(meant)))
    if plain == plainMeant { return .digits }
    let brackets = NumberText.openings.union(NumberText.closings)
    return plain.filter { !brackets.contains($0) } == plainMeant.filter { !brackets.contains($0) } ? .brackets : .serial
  }

  private static func withoutUrgency(_ text: String) -> (mark: String?, rest: String) {
    for mark in ["特急件", "加急件", "特提", "特急", "加急", "平急", "急件"] where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count).drop { $0.isWhitespace || "·，,、".contains($0) }
      if !rest.isEmpty { return (mark, String(rest)) }
    }
    return (nil, text)
  }
}

/// The characters of document numbers.
enum NumberText {
  static let openings: Set<Character> = Set("〔[［【（(﹝〈<＜{｛《„‚「『〖❲⟨‹«“‘")
  static let closings: Set<Character> = Set("〕]］】）)﹞〉>＞}｝》‟‛」』〗❳⟩›»”’")

  /// Without blanks; figures, dashes and the ring for zero in their plain form.
  static func compact(_ text: String) -> [Character] { text.filter { !$0.isWhitespace }.map(plain) }

  private static func plain(_ character: Character) -> Character {
    switch character {
    case "○", "◯": return "〇"
    case "－", "—", "–", "‐", "‑", "−", "﹣": return "-"
    default: break
    }
    guard let scalar = character.unicodeScalars.first, (0xFF10...0xFF19).contains(scalar.value),
      let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(narrow)
  }
}
