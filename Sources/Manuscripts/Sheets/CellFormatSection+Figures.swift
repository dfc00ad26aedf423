import Base

// Numbers that are shown as figures.
extension CellFormatSection {
  /// A number by this section.
  ///
  /// - Parameter wasNegative: Of the number before a section for negative ones took its sign.
  func shown(_ number: SheetNumber, wasNegative: Bool) -> CellFormat.Shown {
    let sign = number.isNegative ? "-" : ""
    let isPercent = signs.contains(.percent)
    var unit = signs.reduce(into: "") { unit, sign in if case .words(let words) = sign { unit += words } }
    unit = unit.filter { !$0.isWhitespace && !"¥￥$()（）-+/:：".contains($0) }
    if signs.contains(.general) || signs.contains(where: { if case .exponent = $0 { true } else { false } })
      || isFraction
    {
      let text = isFraction ? number.magnitude.general : exponential(number.magnitude) ?? number.magnitude.general
      let body = signs.contains(.general) ? self.text(of: text) : text
      return CellFormat.Shown(text: (sign + body).trimmed, plain: (wasNegative ? "-" : "") + text, unit: unit)
    }
    let scaled = number.magnitude.shifted((isPercent ? 2 : 0) - 3 * thousands).asKept.rounded(places)
    let (text, plain) = written(scaled)
    let isZero = scaled.isZero
    return CellFormat.Shown(
      text: ((isZero ? "" : sign) + text).trimmed, plain: (wasNegative && !isZero ? "-" : "") + plain,
      isPercent: isPercent, unit: unit)
  }

  /// `# ?/?`: its bar stands among figures.
  private var isFraction: Bool {
    signs.indices.contains { index in
      guard signs[index] == .words("/"), index > 0, index + 1 < signs.count, case .figure = signs[index - 1],
        case .figure = signs[index + 1]
      else { return false }
      return true
    }
  }

  private var pointIndex: Int { signs.firstIndex(of: .point) ?? signs.count }

  /// Places behind the point.
  private var places: Int { signs[min(pointIndex, signs.count)...].count(where: Self.isFigure) }

  private static func isFigure(_ sign: Sign) -> Bool { if case .figure = sign { true } else { false } }

  /// Commas behind the last figure: each divides by a thousand.
  private var thousands: Int {
    guard let last = signs[..<pointIndex].lastIndex(where: Self.isFigure) else { return 0 }
    let behind = signs[(signs.lastIndex(where: Self.isFigure) ?? last)...].dropFirst().prefix { $0 == .comma }.count
    return pointIndex < signs.count && behind == 0 ? signs[(last + 1)...].prefix { $0 == .comma }.count : behind
  }

  private var isGrouped: Bool {
    let figures = signs[..<pointIndex].indices.filter { Self.isFigure(signs[$0]) }
    guard let first = figures.first, let last = figures.last else { return false }
    return signs[first...last].contains(.comma)
  }

  /// Figures put into the places of the format, with its words between them; and the figures alone.
  private func written(_ number: SheetNumber) -> (text: String, plain: String) {
    let (whole, rest) = number.parts
    let slots = signs[..<pointIndex].indices.filter { Self.isFigure(signs[$0]) }
    var (text, plain) = ("", "")
    // Figures that have no place of their own stand in front of the first.
    var open = whole.count
    var decimals = 0
    func add(_ figure: UInt8, _ left: Int) {
      text += digit(figure)
      plain += SheetNumber.text([figure])
      if isGrouped, left > 0, left % 3 == 0 { text += "," }
    }
    for (index, sign) in signs.enumerated() {
      switch sign {
      case .words(let words): text += words
      case .percent: text += "%"
      case .figure(let kind) where index < pointIndex:
        let left = slots.count { $0 > index }
        while open > left + 1 {
          add(whole[whole.count - open], open - 1)
          open -= 1
        }
        if open == left + 1 {
          add(whole[whole.count - open], left)
          open -= 1
        } else if kind == "0" {
          add(0, left)
        }
      case .figure(let kind):
        if decimals < rest.count || kind == "0" {
          let figure = decimals < rest.count ? rest[decimals] : 0
          text += digit(figure)
          plain += SheetNumber.text([figure])
        }
        decimals += 1
      case .point:
        if slots.isEmpty {
          for (place, figure) in whole.enumerated() { add(figure, whole.count - place - 1) }
        }
        text += "."
        plain += "."
      default: break
      }
    }
    if plain.hasSuffix(".") { plain.removeLast() }
    return (text, plain.isEmpty ? "0" : plain.hasPrefix(".") ? "0" + plain : plain)
  }

  private func digit(_ figure: UInt8) -> String {
    switch numerals {
    case 1: Self.small[Int(figure)]
    case 2: Self.large[Int(figure)]
    default: SheetNumber.text([figure])
    }
  }

  static let small = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let large = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// `1.50E+04`; nil if the format has no power of ten.
  private func exponential(_ number: SheetNumber) -> String? {
    guard let index = signs.firstIndex(where: { if case .exponent = $0 { true } else { false } }),
      case .exponent(let hasPlus) = signs[index]
    else { return nil }
    let whole = max(signs[..<min(pointIndex, index)].count(where: Self.isFigure), 1)
    let places = pointIndex < index ? signs[pointIndex..<index].count(where: Self.isFigure) : 0
    let width = signs[index...].count(where: Self.isFigure)
    // With several places before the point the power is a multiple of their number.
    var power = number.isZero ? 0 : number.point - 1
    if whole > 1 { power -= ((power % whole) + whole) % whole }
    var mantissa = number.shifted(-power).rounded(places)
    if whole == 1, mantissa.point > 1 { (mantissa, power) = (mantissa.shifted(-1), power + 1) }
    let (before, behind) = mantissa.parts
    let rest = behind + Array(repeating: 0, count: max(places - behind.count, 0))
    let figures = String(abs(power))
    return (before.isEmpty ? "0" : SheetNumber.text(before)) + (places > 0 ? "." + SheetNumber.text(rest) : "") + "E"
      + (power < 0 ? "-" : hasPlus ? "+" : "") + String(repeating: "0", count: max(width - figures.count, 0)) + figures
  }
}
