import Base
import Documents

// Dates, as DESIGN.md section 3 allows them.
extension Findings {
  /// A day.
  mutating func date(_ value: YAMLValue?, _ label: String) -> CalendarDate? {
    guard let value, let text = text(value, label) else { return nil }
    return accept(CalendarDate.parse(text), text, value.place, label) { $0 }
  }

  /// A day, and perhaps a minute of it.
  mutating func moment(_ value: YAMLValue?, _ label: String) -> Moment? {
    guard let value, let text = text(value, label) else { return nil }
    return accept(Moment.parse(text), text, value.place, label, \.day)
  }

  private mutating func accept<Time>(
    _ parsed: Result<Time, CalendarDate.Fault>, _ text: String, _ place: Range<Int>, _ label: String,
    _ day: (Time) -> CalendarDate
  ) -> Time? {
    switch parsed {
    case .success(let time):
      return checkRange(day(time), place, label) ? time : nil
    case .failure(.noSuchDay):
      add("no-such-day", at: place, "\(label)“\(text)”不存在\(DateText.reason(text))", cures: ["核对后改正日期"])
    case .failure(.form):
      let suggestion = DateText.repaired(text).map { ["改为：\($0.iso)"] }
      add(
        "date-form", at: place, "\(label)“\(text)”不是日期的写法",
        cures: suggestion ?? ["写作 2023-10-12、2023/10/12 或 2023年10月12日"])
    }
    return nil
  }

  /// Far from today is a slip of the finger; before the founding of the state it is an archive or a slip.
  private mutating func checkRange(_ day: CalendarDate, _ place: Range<Int>, _ label: String) -> Bool {
    guard (1900...2099).contains(day.year) else {
      add("date-range", at: place, "\(label)的年份 \(day.year) 超出 1900 至 2099 年", cures: ["核对后改正年份"])
      return false
    }
    if day.iso < "1949-10-01" {
      add("date-range", .warning, at: place, "\(label)早于 1949 年 10 月 1 日", cures: ["不是历史档案的，核对后改正年份"])
    }
    return true
  }
}

/// Guesses about texts that are no dates, for cures only.
enum DateText {
  /// The date that a text probably means: three numbers in the order of a date, however they are separated.
  static func repaired(_ text: String) -> CalendarDate? {
    var numbers: [Int] = []
    var digits = ""
    for character in text + " " {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        digits += String(digit)
      } else if !digits.isEmpty {
        numbers.append(Int(digits) ?? 0)
        digits = ""
      }
    }
    if numbers.count == 1, (19_000_101...20_991_231).contains(numbers[0]) {
      numbers = [numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100]
    }
    guard numbers.count >= 3, (1900...2099).contains(numbers[0]) else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Why a well-written date is no day: `：2023年2月只有28天`.
  static func reason(_ text: String) -> String {
    let numbers = text.split { !($0.isASCII && $0.isNumber) }.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else { return "" }
    guard (1...12).contains(numbers[1]) else { return "：没有\(numbers[1])月" }
    guard numbers[2] >= 1 else { return "：没有0日" }
    return "：\(numbers[0])年\(numbers[1])月只有\(CalendarDate.length(ofMonth: numbers[1], year: numbers[0]))天"
  }
}
