import Base
import Documents

/// Reads `holidays/<year>.yml`: what the State Council's notice says about the holidays and working days of a year.
struct HolidayReader {
  private var file: FileReader

  private static let vocabulary = Vocabulary(
    [("year", nil), ("notice", nil), ("days", nil)], required: ["year", "notice", "days"])
  private static let dayVocabulary = Vocabulary(
    [("name", nil), ("from", nil), ("to", nil), ("workdays", nil)], required: ["name", "from", "to"])
  /// More days in one piece than any holiday has had.
  private static let longest = 20

  /// Reads a file known to be text; `file` has its findings so far.
  ///
  /// - Returns: The notice; nil if any of it is wrong, because half a calendar counts wrong without a word.
  static func read(_ file: FileReader) -> (notice: HolidayNotice?, findings: [Diagnostic]) {
    var reader = HolidayReader(file: file)
    let notice = reader.read()
    return (reader.file.findings.isEmpty ? notice : nil, reader.file.findings)
  }

  private init(file: FileReader) { self.file = file }

  private mutating func read() -> HolidayNotice? {
    guard let root = file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = file.entries(of: root, what: "节假日文件")
    else { return nil }
    let draft = Draft(entries, vocabulary: Self.vocabulary, file: &file)
    require(["year", "notice", "days"], in: draft, at: root.place, "写上 year（年份）、notice（通知的名称和文号）和 days（放假日期）")
    guard let year = file.integer(draft["year"], "year（年份）", in: 1949...2099) else { return nil }
    if file.source.path.fileStem != String(year) {
      file.add("file-name", at: draft.place(of: "year"), "文件名应为 \(year).yml，一年一个文件", cures: ["改文件名，或者改正年份"])
    }
    var (holidays, makeUpDays): (Set<CalendarDate>, Set<CalendarDate>) = ([], [])
    for item in file.items(of: draft["days"], "days（放假日期）") {
      guard let entries = file.entries(of: item, what: "放假日期") else { continue }
      let draft = Draft(entries, vocabulary: Self.dayVocabulary, file: &file)
      require(["name", "from", "to"], in: draft, at: item.place, "写作 {name: 春节, from: 2026-02-15, to: 2026-02-23}")
      makeUpDays.formUnion(workdays(draft["workdays"], in: year))
      guard let first = day(draft["from"], "from（第一天）", in: year), let last = day(draft["to"], "to（最后一天）", in: year)
      else { continue }
      guard first <= last, last.daysSince1970 - first.daysSince1970 < Self.longest else {
        file.add("date-order", at: draft.place(of: "to"), "放假从 \(first.iso) 到 \(last.iso)，日期不对", cures: ["对照通知改正"])
        continue
      }
      holidays.formUnion((first.daysSince1970...last.daysSince1970).map(CalendarDate.init(daysSince1970:)))
    }
    return HolidayNotice(year: year, holidays: holidays, makeUpDays: makeUpDays)
  }

  private mutating func require(_ words: [String], in draft: Draft, at place: Range<Int>, _ cure: String) {
    for word in words where draft[word] == nil {
      file.add("missing-field", at: draft.place(of: word) ?? place, "\(word) 没有写", cures: [cure])
    }
  }

  private mutating func workdays(_ value: YAMLValue?, in year: Int) -> [CalendarDate] {
    file.items(of: value, "workdays（上班的周末）").compactMap { item in
      guard let day = day(item, "workdays（上班的周末）", in: year) else { return nil }
      guard day.isWeekend else {
        file.add("wrong-type", at: item.place, "\(day.iso) 不是星期六、星期日，本来就上班", cures: ["对照通知改正"])
        return nil
      }
      return day
    }
  }

  /// A day of the year, or of the last days of the year before, with which New Year's Day is joined.
  private mutating func day(_ value: YAMLValue?, _ label: String, in year: Int) -> CalendarDate? {
    guard let value, let day = file.date(value, label) else { return nil }
    if day.year == year || (day.year == year - 1 && day.month == 12) { return day }
    file.add("wrong-type", at: value.place, "\(label) \(day.iso) 不是 \(year) 年的日期", cures: ["对照通知改正"])
    return nil
  }
}
