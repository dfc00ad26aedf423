import Base
import Documents
import Testing

@Suite("Deadlines")
struct DeadlineTests {
  @Test(
    "are read as offices write them",
    arguments: [
      ("20个工作日", Deadline.Length.workdays(20)), ("3工作日", .workdays(3)), ("10 个工作日", .workdays(10)),
      ("7日", .period(.days(7))),
      ("3个月", .period(.months(3))), ("半年", .period(.months(6))),
    ])
  func lengths(_ text: String, _ length: Deadline.Length) { #expect(Deadline.Length(text) == length) }

  @Test("nothing else is one", arguments: ["", "工作日", "零个工作日", "0个工作日", "251个工作日", "-3个工作日", "及时", "1.5个工作日", "三个工作日"])
  func refused(_ text: String) { #expect(Deadline.Length(text) == nil) }

  @Test(
    "of a year are days without a year",
    arguments: [
      ("03-31", "2027-03-31"), ("3-31", "2027-03-31"), ("12月31日", "2027-12-31"), ("1月31日", "2027-01-31"),
    ])
  func days(_ text: String, _ day: String) { #expect(YearDay(text)?.day(in: 2027)?.iso == day) }

  @Test("that no year has are none", arguments: ["02-29", "13-01", "03-32", "0331", "2027-03-31", "3月", "", "-"])
  func noDays(_ text: String) { #expect(YearDay(text) == nil) }

  @Test(
    "before a day leave whole days between",
    arguments: [
      (Deadline.Length.period(.days(7)), "2026-03-13"), (.period(.months(1)), "2026-02-20"),
      (.workdays(7), "2026-03-13"),
    ])
  func before(_ length: Deadline.Length, _ start: String) throws {
    #expect(length.start(before: try CalendarDate.parse("2026-03-20").get()).iso == start)
  }

  @Test("depend on the level of the office where they are for a year")
  func levels() throws {
    let (january, march) = (try #require(YearDay("01-31")), try #require(YearDay("03-31")))
    let days = Deadline.YearDays(march, byLevel: ["部门": january])
    #expect(days.day(level: "部门", in: 2026)?.iso == "2026-01-31")
    #expect(days.day(level: "县级", in: 2026)?.iso == "2026-03-31" && days.day(level: nil, in: 2026)?.iso == "2026-03-31")
  }

  @Test("know the level of an office by what site.yml says, else by its name")
  func levelOfOffice() {
    var site = Site()
    site.organizations = [Organization(id: "a", name: "甲局", level: "县级")]
    #expect(site.level(of: "甲局") == "县级" && site.level(of: "乙局") == "部门" && site.level(of: "丙县人民政府") == nil)
  }
}
