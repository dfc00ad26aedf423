import Base

/// 公民身份号码 (GB 11643): region, day of birth, serial, check digit; of 15 digits, as issued until 1999, without the century
/// and the check digit.
struct IdentityNumber {
  let birth: CalendarDate
  /// Whether the check digit is right; nil for the old form, which has none.
  let isProven: Bool?

  /// Reads 15 or 18 digits, the last perhaps X; nil if no such number can exist.
  init?(_ digits: [UInt8]) {
    guard digits.count == 18 || digits.count == 15, let region = Self.number(digits[0..<2]),
      Self.regions.contains(region)
    else { return nil }
    let isLong = digits.count == 18
    let year = isLong ? Self.number(digits[6..<10]) : Self.number(digits[6..<8]).map { 1900 + $0 }
    let rest = isLong ? digits[10..<14] : digits[8..<12]
    guard let year, 1900...2099 ~= year, let month = Self.number(rest.prefix(2)), let day = Self.number(rest.suffix(2)),
      let birth = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self.birth = birth
    guard isLong else {
      isProven = nil
      return
    }
    var sum = 0
    for (digit, weight) in zip(digits, Self.weights) {
      guard 0x30...0x39 ~= digit else { return nil }
      sum += Int(digit - 0x30) * weight
    }
    isProven = Self.checks[sum % 11] == digits[17]
  }

  /// Whether the person is younger than this many years on a day.
  func isBelow(_ years: Int, on day: CalendarDate) -> Bool {
    (birth.year + years, birth.month, birth.day) > (day.year, day.month, day.day)
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)
  /// The first two digits of a region (GB/T 2260).
  private static let regions = Set(
    [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83].flatMap(Array.init))

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard 0x30...0x39 ~= digit else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}

/// Numbers with a check digit that are not of people.
enum CheckedNumber {
  /// Whether the digits of a bank card agree (ISO/IEC 7812, Luhn).
  static func isCard(_ digits: [UInt8]) -> Bool {
    guard 16...19 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = Int(digit - 0x30) * (index % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }
}
