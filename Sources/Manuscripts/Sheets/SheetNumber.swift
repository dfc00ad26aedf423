import Base

/// A number as a workbook stores it, in decimal figures, so that what is shown is rounded as Excel rounds it: from
/// the fifteen figures that it keeps, half away from zero.
struct SheetNumber: Hashable {
  private(set) var isNegative: Bool
  /// Without zeros at either end; empty for 0.
  private(set) var figures: [UInt8]
  /// Where the decimal point stands: 0.figures × 10^point.
  private(set) var point: Int

  /// The figures that Excel keeps.
  static let kept = 15

  /// `-12.5`, `1.1E+17`; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    isNegative = bytes.first == 0x2D
    let parts = bytes.drop { $0 == 0x2D || $0 == 0x2B }.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 | 0x20 == 0x65
    }
    guard let mantissa = parts.first, bytes.count <= 400 else { return nil }
    let halves = mantissa.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    let digits = halves.flatMap { $0 }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    var exponent = 0
    if parts.count == 2 {
      let written = String(decoding: parts[1].drop { $0 == 0x2B }, as: UTF8.self)
      guard let number = Int(written: written), abs(number) < 400 else { return nil }
      exponent = number
    }
    figures = digits.map { $0 - 0x30 }
    point = (halves.first?.count ?? 0) + exponent
    tidy()
  }

  private mutating func tidy() {
    let zeros = figures.prefix { $0 == 0 }.count
    figures.removeFirst(zeros)
    point -= zeros
    while figures.last == 0 { figures.removeLast() }
    if figures.isEmpty { (point, isNegative) = (0, false) }
  }

  /// Whether it is a whole number with more figures than Excel keeps: an ID that was typed as a number.
  var hasLostFigures: Bool { isWhole && point > Self.kept }
  var isWhole: Bool { figures.count <= point }
  var isZero: Bool { figures.isEmpty }

  /// The number times a power of ten.
  func shifted(_ power: Int) -> SheetNumber {
    var number = self
    if !isZero { number.point += power }
    return number
  }

  var magnitude: SheetNumber {
    var number = self
    number.isNegative = false
    return number
  }

  /// With what Excel keeps of it; whole numbers as they are stored.
  var asKept: SheetNumber { isWhole || figures.count <= Self.kept ? self : rounded(toFigures: Self.kept) }

  /// Rounded to so many places behind the point.
  func rounded(_ places: Int) -> SheetNumber { rounded(toFigures: point + places) }

  private func rounded(toFigures count: Int) -> SheetNumber {
    guard count < figures.count else { return self }
    var number = self
    number.figures = Array(figures.prefix(max(count, 0)))
    // Below the last place even a 9 is less than a half.
    if count >= 0, figures[count] >= 5 {
      var index = count - 1
      while index >= 0, number.figures[index] == 9 {
        number.figures[index] = 0
        index -= 1
      }
      if index >= 0 {
        number.figures[index] += 1
      } else {
        number.figures.insert(1, at: 0)
        number.point += 1
      }
    }
    number.tidy()
    return number
  }

  /// The figures before the point, `0` for none; and those behind it.
  var parts: (whole: [UInt8], rest: [UInt8]) {
    if point <= 0 { return ([], isZero ? [] : Array(repeating: 0, count: -point) + figures) }
    let whole = figures.prefix(point) + Array(repeating: 0, count: max(point - figures.count, 0))
    return (Array(whole), Array(figures.dropFirst(point)))
  }

  /// In plain figures, without a power of ten.
  var text: String {
    let (whole, rest) = parts
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : Self.text(whole))
      + (rest.isEmpty ? "" : "." + Self.text(rest))
  }

  static func text(_ figures: some Sequence<UInt8>) -> String {
    String(decoding: figures.map { $0 + 0x30 }, as: UTF8.self)
  }

  /// As the format 常规 shows it: eleven characters. Longer whole numbers, which it would shorten to a power of ten,
  /// stay whole.
  var general: String {
    if isWhole { return text }
    return asKept.rounded(max(10 - max(point, 1), point < -3 ? 4 - point : 0)).text
  }

  /// The nearest number of the machine, for days and times.
  var double: Double { Double(text) ?? 0 }
}
