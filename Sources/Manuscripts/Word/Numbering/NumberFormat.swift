/// Writes a number as Word does (`ST_NumberFormat`, ISO/IEC 29500-1, 17.18.59).
enum NumberFormat {
  /// The number as a text; nil if the format is not known.
  ///
  /// - Parameter pattern: Of the format `custom`: `001, 002, 003, ...`.
  static func text(_ number: Int, _ format: String, pattern: String? = nil) -> String? {
    if let run = runs[format] { return run.text(number) }
    if let counting = ChineseCounting.formats[format] { return counting.text(number) }
    switch format {
    case "decimal", "decimalHalfWidth": return String(number)
    case "decimalZero": return padded(number, to: 2)
    case "decimalFullWidth", "decimalFullWidth2": return figures(number, Array("０１２３４５６７８９"))
    case "ideographDigital", "japaneseDigitalTenThousand": return figures(number, Array("〇一二三四五六七八九"))
    case "taiwaneseDigital": return figures(number, ChineseCounting.circleDigits)
    case "chineseCounting", "taiwaneseCounting":
      // From 100 on, figure by figure.
      return number < 100
        ? ChineseCounting.plain.text(number) : figures(number, ChineseCounting.circleDigits)
    case "numberInDash": return "- \(number) -"
    case "upperLetter": return letters(number, from: 0x41)
    case "lowerLetter": return letters(number, from: 0x61)
    case "upperRoman": return roman(number)
    case "lowerRoman": return roman(number).lowercased()
    case "hex": return String(number, radix: 16, uppercase: true)
    case "ordinal": return ordinal(number)
    case "chicago": return repeated(number, ["*", "†", "‡", "§"])
    case "ideographZodiacTraditional": return sexagenary(number)
    case "none", "bullet": return ""
    case "custom":
      let first = pattern?.prefix { $0 != "," } ?? ""
      guard first.count > 1, first.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
      return padded(number, to: first.count)
    default: return nil
    }
  }

  /// What stands between a number and its text: nothing where the sign at its end makes the gap by itself.
  static func gap(after number: String) -> String {
    guard let last = number.unicodeScalars.last else { return "" }
    return switch last.value {
    case 0x4E00...0x9FFF, 0x3007, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: "　"
    case 0x3001...0x303F, 0xFF00...0xFFEF, 0x2460...0x24FF, 0x3200...0x32FF: ""
    default: " "
    }
  }

  /// Characters that stand for 1 and so on; behind the last, plain numbers.
  private struct Run {
    let signs: [Character]

    init(_ signs: String) { self.signs = Array(signs) }

    init(from first: UInt32, count: UInt32) {
      signs = (0..<count).compactMap { UnicodeScalar(first + $0).map(Character.init) }
    }

    func text(_ number: Int) -> String {
      signs.indices.contains(number - 1) ? String(signs[number - 1]) : String(number)
    }
  }

  private static let stems = "甲乙丙丁戊己庚辛壬癸"
  private static let branches = "子丑寅卯辰巳午未申酉戌亥"
  private static let runs: [String: Run] = [
    "decimalEnclosedCircle": Run(from: 0x2460, count: 20),
    // What GB 2312 has.
    "decimalEnclosedCircleChinese": Run(from: 0x2460, count: 10),
    "decimalEnclosedParen": Run(from: 0x2474, count: 20),
    "decimalEnclosedFullstop": Run(from: 0x2488, count: 20),
    "ideographEnclosedCircle": Run(from: 0x3280, count: 10),
    "ideographTraditional": Run(stems),
    "ideographZodiac": Run(branches),
  ]

  private static func figures(_ number: Int, _ digits: [Character]) -> String {
    String(String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }

  private static func padded(_ number: Int, to length: Int) -> String {
    let figures = String(number)
    return String(repeating: "0", count: max(0, length - figures.count)) + figures
  }

  /// A … Z, AA, BB … ZZ, AAA.
  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard number > 0 else { return "" }
    let letter = Character(UnicodeScalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: min((number - 1) / 26 + 1, 30))
  }

  private static func repeated(_ number: Int, _ signs: [String]) -> String {
    guard number > 0 else { return "" }
    return String(repeating: signs[(number - 1) % signs.count], count: min((number - 1) / signs.count + 1, 30))
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<10_000).contains(number) else { return String(number) }
    var (rest, text) = (number, "")
    for (value, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// 甲子 … 癸亥.
  private static func sexagenary(_ number: Int) -> String {
    guard (1...60).contains(number) else { return String(number) }
    return String([Array(stems)[(number - 1) % 10], Array(branches)[(number - 1) % 12]])
  }
}
