/// Which days are working days: Monday to Friday, except the holidays of the State Council's yearly notice, and with the
/// Saturdays and Sundays on which it has people make up for them (调休). Of a year whose notice is not known, Monday to Friday.
package struct WorkCalendar: Sendable, Hashable {
  /// The years whose notices are known.
  package private(set) var years: Set<Int> = []
  private var holidays: Set<CalendarDate> = []
  private var makeUpDays: Set<CalendarDate> = []

  /// A calendar that knows no notice.
  package init() {}

  /// Adds what the notice for a year says.
  package mutating func add(_ notice: HolidayNotice) {
    years.insert(notice.year)
    holidays.formUnion(notice.holidays)
    makeUpDays.formUnion(notice.makeUpDays)
  }

  /// Whether people work on a day.
  package func isWorkday(_ day: CalendarDate) -> Bool {
    if makeUpDays.contains(day) { return true }
    return !day.isWeekend && !holidays.contains(day)
  }

  /// The last day of a limit of `count` working days that begins on the day after `day`.
  package func day(_ count: Int, after day: CalendarDate) -> CalendarDate {
    var (day, left) = (day, count)
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkday(day) { left -= 1 }
    }
    return day
  }

  /// The number of working days after `day`, up to and including `end`.
  package func workdays(after day: CalendarDate, through end: CalendarDate) -> Int {
    guard day < end else { return 0 }
    return (day.daysSince1970 + 1...end.daysSince1970).count { isWorkday(CalendarDate(daysSince1970: $0)) }
  }
}

/// The State Council's notice about the holidays of a year (国务院办公厅关于…年部分节假日安排的通知).
package struct HolidayNotice: Sendable, Hashable {
  package let year: Int
  package let holidays: Set<CalendarDate>
  /// Saturdays and Sundays on which people work.
  package let makeUpDays: Set<CalendarDate>

  /// Memberwise.
  package init(year: Int, holidays: Set<CalendarDate>, makeUpDays: Set<CalendarDate> = []) {
    self.year = year
    self.holidays = holidays
    self.makeUpDays = makeUpDays
  }
}

extension CalendarDate {
  /// Whether it is a Saturday or a Sunday.
  package var isWeekend: Bool {
    // 1970-01-01 was a Thursday.
    ((daysSince1970 + 3) % 7 + 7) % 7 >= 5
  }
}
