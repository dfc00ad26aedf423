/// Writes a number with units: 一百零五, 壹拾贰, 百五.
struct ChineseCounting: Sendable {
  /// From 0; without a sign for 0, gaps are not shown.
  let digits: [Character?]
  /// Of ten, hundred, thousand, ten thousand.
  let units: [Character]
  /// Whether 1 before a unit is left out: at the beginning of 10 to 19, always, never.
  let one: One

  enum One: Sendable { case shownBehind, never, always }

  private init(_ digits: String, _ units: String, zero: Character?, one: One) {
    self.digits = [zero] + digits.map { $0 }
    (self.units, self.one) = (Array(units), one)
  }

  static let plain = ChineseCounting("一二三四五六七八九", "十百千万", zero: "零", one: .shownBehind)
  static let circleDigits: [Character] = Array("○一二三四五六七八九")

  /// By the names of Word's formats.
  static let formats: [String: ChineseCounting] = [
    "chineseCountingThousand": plain,
    "taiwaneseCountingThousand": ChineseCounting("一二三四五六七八九", "十百千萬", zero: "零", one: .shownBehind),
    "chineseLegalSimplified": ChineseCounting("壹贰叁肆伍陆柒捌玖", "拾佰仟万", zero: "零", one: .always),
    "ideographLegalTraditional": ChineseCounting("壹貳參肆伍陸柒捌玖", "拾佰仟萬", zero: "零", one: .always),
    "japaneseCounting": ChineseCounting("一二三四五六七八九", "十百千万", zero: nil, one: .never),
    "japaneseLegal": ChineseCounting("壱弐参四伍六七八九", "拾百阡萬", zero: nil, one: .always),
  ]

  /// A number from 0 to 99,999,999; others in figures.
  func text(_ number: Int) -> String {
    guard (0..<100_000_000).contains(number) else { return String(number) }
    if number == 0 { return String(digits[0] ?? "〇") }
    let (above, below) = (number / 10_000, number % 10_000)
    var text: [Character] = []
    if above > 0 { text += group(above, isFirst: true) + [units[3]] }
    if above > 0, (1..<1000).contains(below), let zero = digits[0] { text.append(zero) }
    if below > 0 { text += group(below, isFirst: above == 0) }
    return String(text)
  }

  /// A number from 1 to 9,999.
  private func group(_ number: Int, isFirst: Bool) -> [Character] {
    var text: [Character] = []
    var hasGap = false
    for place in [3, 2, 1, 0] {
      let digit = number / [1, 10, 100, 1000][place] % 10
      guard digit > 0 else {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap, let zero = digits[0] { text.append(zero) }
      hasGap = false
      let leavesOut =
        digit == 1 && place > 0 && (one == .never || one == .shownBehind && place == 1 && text.isEmpty && isFirst)
      if !leavesOut, let sign = digits[digit] { text.append(sign) }
      if place > 0 { text.append(units[place - 1]) }
    }
    return text
  }
}
