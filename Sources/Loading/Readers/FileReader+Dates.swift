import Base
import Documents

// Days and times.
extension FileReader {
  /// Reads a day.
  mutating func date(_ value: YAMLValue?, _ label: String) -> CalendarDate? {
    guard let value, let text = text(value, label) else { return nil }
    return accept(CalendarDate.parse(text), text, value.place, label) { $0 }
  }

  /// Reads a day, optionally with hour and minute.
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
        cures: suggestion ?? ["写作 2023-10-12、2023/10/12 或 2023年10月12日"],
        edits: DateText.repaired(text).map { edits(text, $0.iso, in: place) } ?? [])
    }
    return nil
  }

  /// Outside 1900 to 2099 is a typing error; before the PRC was founded (1949-10-01) may also be an archived document.
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
