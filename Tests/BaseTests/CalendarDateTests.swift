import Base
import Foundation
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("every day from 1900 to 2100 follows the one before, and comes back from its number and its text")
  func everyDay() throws {
    var date = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let end = try #require(CalendarDate(year: 2100, month: 12, day: 31))
    #expect(date.daysSince1970 == -25567)
    var count = 0
    while date <= end {
      guard CalendarDate(daysSince1970: date.daysSince1970) == date, CalendarDate.parse(date.iso) == .success(date),
        CalendarDate.parse(date.chinese) == .success(date)
      else {
        Issue.record("\(date)")
        return
      }
      let isLast = date.day == CalendarDate.length(ofMonth: date.month, year: date.year)
      let next = date.adding(days: 1)
      let expected =
        isLast
        ? CalendarDate(year: date.month == 12 ? date.year + 1 : date.year, month: date.month % 12 + 1, day: 1)
        : CalendarDate(year: date.year, month: date.month, day: date.day + 1)
      guard next == expected, next > date else {
        Issue.record("\(date) is followed by \(next)")
        return
      }
      date = next
      count += 1
    }
    #expect(count == 73414)
  }

  @Test("agree with Foundation's calendar")
  func foundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -25567, through: 47846, by: 97) {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86400))
      let date = CalendarDate(daysSince1970: number)
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day, "\(number)")
    }
  }

  @Test(
    "are read in three forms",
    arguments: ["2023-10-02", "2023/10/02", "2023年10月02日", "2023-10-2", "2023/10/2", "2023年10月2日"])
  func forms(_ text: String) {
    #expect(CalendarDate.parse(text) == CalendarDate(year: 2023, month: 10, day: 2).map(Result.success))
  }

  @Test(
    "in any other form are refused, not guessed",
    arguments: [
      "", "2023", "2023-10", "2023-10-", "23-10-02", "02-10-2023", "2023-10/02", "2023.10.02", "20231002", "2023年10月2",
      "2023年10月2号", "2023-10-02 ", " 2023-10-02", "2023-10-02T00:00", "２０２３-１０-０２", "二〇二三年十月二日", "2023-010-02",
      "2023-10-002", "+2023-10-02", "2023--10-02", "2023-10-02日", "Oct 2 2023",
    ])
  func otherForms(_ text: String) { #expect(CalendarDate.parse(text) == .failure(.form)) }

  @Test(
    "that no calendar has are told apart from wrong forms",
    arguments: [
      "2023-02-29", "2023-02-30", "1900-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-04-31", "0000-01-01",
    ])
  func noSuchDay(_ text: String) { #expect(CalendarDate.parse(text) == .failure(.noSuchDay)) }

  @Test(
    "months later keep the day, or take the month's last",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2023-11-30", 3, "2024-02-29"),
      ("2023-05-01", 60, "2028-05-01"), ("2024-02-29", 12, "2025-02-28"), ("2023-01-15", -1, "2022-12-15"),
      ("2023-12-31", 0, "2023-12-31"),
    ])
  func months(_ from: String, _ count: Int, _ to: String) throws {
    #expect(try CalendarDate.parse(from).get().adding(months: count).iso == to)
  }

  @Test("are written with zeros in ISO, without in Chinese")
  func written() throws {
    let date = try #require(CalendarDate(year: 2023, month: 1, day: 5))
    #expect(date.iso == "2023-01-05")
    #expect(date.chinese == "2023年1月5日")
    #expect(CalendarDate(year: 987, month: 1, day: 5)?.iso == "0987-01-05")
  }
}

@Suite("Moments")
struct MomentTests {
  @Test(
    "are a day or a day with a time",
    arguments: [
      ("2023-10-12", "2023-10-12 00:00"), ("2023-10-12 9:05", "2023-10-12 09:05"),
      ("2023年10月12日 23:59", "2023-10-12 23:59"),
      ("2023/10/12 09:30:59", "2023-10-12 09:30"),
    ])
  func read(_ text: String, _ minute: String) throws { #expect(try Moment.parse(text).get().isoMinute == minute) }

  @Test(
    "with an impossible time are refused",
    arguments: [
      "2023-10-12 24:00", "2023-10-12 9:60", "2023-10-12 9", "2023-10-12 9:5:61", "2023-10-12 -1:00",
      "2023-10-12 +9:00",
      "2023-10-12 上午9:00", "",
    ])
  func refused(_ text: String) { #expect(throws: CalendarDate.Fault.form) { try Moment.parse(text).get() } }

  @Test("sort by day, then the day without time, then minutes")
  func order() throws {
    let texts = ["2023-10-11 23:00", "2023-10-12", "2023-10-12 00:00", "2023-10-12 09:00", "2023-10-13"]
    let moments = try texts.map { try Moment.parse($0).get() }
    #expect(moments.reversed().sorted() == moments)
  }
}
