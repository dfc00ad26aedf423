import Testing

@testable import Base

@Suite("Working days")
struct WorkCalendarTests {
  private static func day(_ text: String) throws -> CalendarDate { try CalendarDate.parse(text).get() }

  /// National Day 2026: seven days off from a Thursday, made up for on a Sunday before and a Saturday after.
  private static func calendar() throws -> WorkCalendar {
    var calendar = WorkCalendar()
    let first = try day("2026-10-01").daysSince1970
    calendar.add(
      HolidayNotice(
        year: 2026, holidays: Set((first..<first + 7).map(CalendarDate.init(daysSince1970:))),
        makeUpDays: [try day("2026-09-20"), try day("2026-10-10")]))
    return calendar
  }

  @Test(
    "are Monday to Friday where no notice is known",
    arguments: [
      ("2026-09-18", true), ("2026-09-19", false), ("2026-09-20", false), ("2026-09-21", true), ("1969-12-28", false),
      ("1969-12-29", true),
    ])
  func weekdays(_ text: String, _ isWorkday: Bool) throws {
    #expect(WorkCalendar().isWorkday(try Self.day(text)) == isWorkday)
  }

  @Test(
    "are not holidays, and are the weekends that make up for them",
    arguments: [
      ("2026-09-19", false), ("2026-09-20", true), ("2026-09-30", true), ("2026-10-01", false), ("2026-10-07", false),
      ("2026-10-08", true), ("2026-10-10", true), ("2026-10-11", false),
    ])
  func notice(_ text: String, _ isWorkday: Bool) throws {
    let calendar = try Self.calendar()
    #expect(calendar.isWorkday(try Self.day(text)) == isWorkday && calendar.years == [2026])
  }

  @Test(
    "are counted from the day after",
    arguments: [
      ("2026-09-18", 1, "2026-09-20"), ("2026-09-18", 0, "2026-09-18"), ("2026-09-30", 1, "2026-10-08"),
      ("2026-09-30", 3, "2026-10-10"), ("2026-09-30", 4, "2026-10-12"), ("2026-10-03", 1, "2026-10-08"),
      ("2026-10-10", 1, "2026-10-12"),
    ])
  func limits(_ start: String, _ count: Int, _ end: String) throws {
    let calendar = try Self.calendar()
    #expect(calendar.day(count, after: try Self.day(start)) == (try Self.day(end)))
    #expect(calendar.workdays(after: try Self.day(start), through: try Self.day(end)) == count)
  }

  @Test("before the first day are none")
  func backwards() throws {
    #expect(WorkCalendar().workdays(after: try Self.day("2026-09-18"), through: try Self.day("2026-09-01")) == 0)
  }
}
