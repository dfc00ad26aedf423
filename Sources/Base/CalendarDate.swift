/// A day of the Gregorian calendar, without time of day or time zone: states depend on nothing finer.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// 1–9999.
  package let year: Int
  /// 1–12.
  package let month: Int
  /// 1–31, and no more than the month has days.
  package let day: Int

  /// Nil when there is no such day (30 February).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day a number of days after 1970-01-01 (civil_from_days by Howard Hinnant).
  package init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Number of days since 1970-01-01; negative before it.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Number of days in a month; February depends on the year.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2023-10-12`.
  package var iso: String { Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) }

  /// `2023年10月12日`, without leading zeros (GB/T 9704-2012 7.3.5.4).
  package var chinese: String { "\(year)年\(month)月\(day)日" }

  /// The day `count` days later (earlier when negative).
  package func adding(days count: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + count) }

  /// The same day `count` months later, or the last day of that month if it is shorter.
  package func adding(months count: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + count
    let year = min(max(total / 12, 1), 9999)
    let month = total - total / 12 * 12 + 1
    return CalendarDate(year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year))) ?? self
  }

  /// Earlier is less.
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }
}

extension CalendarDate {
  /// Why a text is not a date.
  package enum Fault: Error, Sendable, Hashable {
    /// Not in one of the three supported formats.
    case form
    /// In a supported format, but there is no such day.
    case noSuchDay
  }

  /// Reads `2023-10-12`, `2023/10/12` or `2023年10月12日`; nothing else is guessed.
  package static func parse(_ text: String) -> Result<CalendarDate, Fault> {
    var rest = Substring(text)
    guard let year = takeNumber(&rest, digits: 4...4), let separator = rest.first else { return .failure(.form) }
    let (second, third): (Character, Character?)
    switch separator {
    case "-", "/": (second, third) = (separator, nil)
    case "年": (second, third) = ("月", "日")
    default: return .failure(.form)
    }
    rest.removeFirst()
    guard let month = takeNumber(&rest, digits: 1...2), rest.first == second else { return .failure(.form) }
    rest.removeFirst()
    guard let day = takeNumber(&rest, digits: 1...2), rest.first == third, rest.count <= 1 else {
      return .failure(.form)
    }
    return CalendarDate(year: year, month: month, day: day).map(Result.success) ?? .failure(.noSuchDay)
  }

  private static func takeNumber(_ rest: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let taken = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.contains(taken.count), let number = Int(taken) else { return nil }
    rest.removeFirst(taken.count)
    return number
  }
}

/// A day and, if the author gave one, a time of day in the site's time zone.
package struct Moment: Sendable, Hashable, Comparable {
  package let day: CalendarDate
  /// Minutes since midnight, 0–1439; nil when only the day is known.
  package let minute: Int?

  /// Memberwise.
  package init(day: CalendarDate, minute: Int? = nil) {
    self.day = day
    self.minute = minute
  }

  /// `2023-10-12 09:30`, the format of `PubDate` in 政府网站发展指引; a day without a time gets 00:00.
  package var isoMinute: String {
    let minute = minute ?? 0
    return day.iso + (minute / 60 < 10 ? " 0" : " ") + "\(minute / 60)" + (minute % 60 < 10 ? ":0" : ":")
      + "\(minute % 60)"
  }

  /// Earlier is less; a day without a time comes before every time on that day.
  package static func < (a: Moment, b: Moment) -> Bool { (a.day, a.minute ?? -1) < (b.day, b.minute ?? -1) }

  private static func isClockPart(_ text: Substring) -> Bool {
    (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Reads a date, optionally followed by a space and `9:30` or `09:30`, with or without seconds.
  package static func parse(_ text: String) -> Result<Moment, CalendarDate.Fault> {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = parts.first else { return .failure(.form) }
    return CalendarDate.parse(String(first)).flatMap { day in
      guard parts.count == 2 else { return .success(Moment(day: day)) }
      let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(clock.count), clock.allSatisfy(isClockPart),
        let hour = Int(clock[0]), let minute = Int(clock[1]), (0...23).contains(hour), (0...59).contains(minute),
        clock.count == 2 || (0...59).contains(Int(clock[2]) ?? 60)
      else { return .failure(.form) }
      return .success(Moment(day: day, minute: hour * 60 + minute))
    }
  }
}
