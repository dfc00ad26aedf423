import Base
import Documents
import Testing

@Suite("Periods")
struct PeriodTests {
  @Test(
    "are read as editors write them",
    arguments: [
      ("14日", Period.days(14)), ("14天", .days(14)), ("2周", .days(14)), ("1星期", .days(7)), ("1个月", .months(1)),
      ("3 个月", .months(3)), ("1季度", .months(3)), ("2个季度", .months(6)), ("半年", .months(6)), ("6个月", .months(6)),
      ("1年", .months(12)), ("3660天", .days(3660)),
    ])
  func read(_ text: String, _ period: Period) { #expect(Period(text) == period) }

  @Test(
    "that are none are refused, not guessed",
    arguments: ["", "年", "0天", "-1年", "+1年", "3661天", "99999年", "1", "1年半", "每月", "１年", "一年", "半", "1 年 "])
  func refused(_ text: String) { #expect(Period(text) == nil) }

  @Test(
    "end on the same day of a later month, or on its last",
    arguments: [
      (Period.days(14), "2026-02-20", "2026-03-06"), (.months(1), "2026-01-31", "2026-02-28"),
      (.months(3), "2025-11-30", "2026-02-28"), (.months(12), "2024-02-29", "2025-02-28"),
      (.months(6), "2026-05-21", "2026-11-21"),
    ])
  func end(_ period: Period, _ from: String, _ to: String) throws {
    #expect(period.end(after: try CalendarDate.parse(from).get()).iso == to)
  }

  @Test(
    "are written so that they can be read again", arguments: [Period.days(14), .months(1), .months(6), .months(24)])
  func written(_ period: Period) { #expect(Period(period.label) == period) }
}
