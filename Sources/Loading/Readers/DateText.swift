package import Base
import Documents

/// Guesses about texts that are not dates, only for suggested fixes.
package enum DateText {
  /// The date that a text probably means: year, month and day, however they are separated.
  package static func repaired(_ text: String) -> CalendarDate? {
    if let date = inFigures(text) { return date }
    var numbers: [Int] = []
    var digits = ""
    for character in text + " " {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        digits += String(digit)
      } else if !digits.isEmpty {
        numbers.append(Int(written: digits) ?? 0)
        digits = ""
      }
    }
    if numbers.count == 1, (19_000_101...20_991_231).contains(numbers[0]) {
      numbers = [numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100]
    }
    guard numbers.count >= 3, (1900...2099).contains(numbers[0]) else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// 二〇二六年十一月十日, also with ○, O or 零 for zero.
  private static func inFigures(_ text: String) -> CalendarDate? {
    let plain = text.filter { !$0.isWhitespace }.map { "○OＯ0０◯Oo".contains($0) ? "〇" : $0 }
    let parts = String(plain).split { "年月日号".contains($0) }
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { part in
      ChineseNumeral(part).flatMap { $0.byteCount == part.utf8.count ? $0.value : nil }
    }
    guard numbers.count == 3, (1900...2099).contains(numbers[0]) else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day that Excel stores as a number: 46295. Only for days since 2000, so that other numbers are not taken for days.
  package static func ofSpreadsheet(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 5, let number = Int(written: text), number >= 36526 else { return nil }
    return CalendarDate(daysSince1970: number - 25_569)
  }

  /// Why a well-formed date does not exist: `：2023年2月只有28天`.
  static func reason(_ text: String) -> String {
    let numbers = text.split { !($0.isASCII && $0.isNumber) }.prefix(3).compactMap { Int(written: $0) }
    guard numbers.count == 3 else { return "" }
    guard (1...12).contains(numbers[1]) else { return "：没有\(numbers[1])月" }
    guard numbers[2] >= 1 else { return "：没有0日" }
    return "：\(numbers[0])年\(numbers[1])月只有\(CalendarDate.length(ofMonth: numbers[1], year: numbers[0]))天"
  }
}
