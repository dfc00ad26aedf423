import Base
import Documents

/// A deadline as offices write it in task tables: 2026年11月底前, 8月31日前, 全年, 持续推进.
enum DeadlineWords: Equatable {
  /// The last day on which the task is done in time.
  case day(CalendarDate)
  /// A task that goes on.
  case none

  /// Nil for other words, and for those that leave the day open: 11月前 may mean October or November.
  ///
  /// - Parameter year: The year of the table, for words that name none.
  init?(_ text: String, year: Int?) {
    var words = text.filter { !$0.isWhitespace }.map { Self.halfWidth[$0] ?? $0 }[...]
    if Self.endless.contains(where: words.starts(with:)) {
      self = .none
      return
    }
    words.removeSuffix("完成")
    let isBefore = ["之前", "以前", "前"].contains { words.removeSuffix($0) }
    if !isBefore { words.removeSuffix("内") }
    let stated = words.removeNumber(before: "年")
    guard let year = stated ?? year, let day = Self.lastDay(of: words, in: year, hasYear: stated != nil, isBefore)
    else {
      return nil
    }
    self = .day(day)
  }

  private static let endless = ["持续", "长期", "常态", "常年", "全程", "每年", "每季", "每月", "每周", "每半年"]
  private static let halfWidth = Dictionary(uniqueKeysWithValues: zip("０１２３４５６７８９", "0123456789"))

  private static func lastDay(
    of words: ArraySlice<Character>, in year: Int, hasYear: Bool, _ isBefore: Bool
  ) -> CalendarDate? {
    var words = words
    if let month = periods.first(where: { String(words) == $0.words && !(isBefore && $0.isWhole) })?.month {
      return end(of: month, in: year)
    }
    if words.isEmpty { return hasYear && !isBefore ? end(of: 12, in: year) : nil }
    if let quarter = words.quarter { return isBefore && words.last != "末" ? nil : end(of: quarter * 3, in: year) }
    guard let month = words.removeNumber(before: "月"), (1...12).contains(month) else { return nil }
    switch String(words) {
    case "", "份": return isBefore ? nil : end(of: month, in: year)
    case "底", "末": return end(of: month, in: year)
    case "下旬": return isBefore ? nil : end(of: month, in: year)
    case "上旬": return isBefore ? nil : CalendarDate(year: year, month: month, day: 10)
    case "中旬": return isBefore ? nil : CalendarDate(year: year, month: month, day: 20)
    default:
      guard let day = words.removeNumber(before: "日") ?? words.removeNumber(before: "号"), words.isEmpty else {
        return nil
      }
      return CalendarDate(year: year, month: month, day: day)
    }
  }

  /// The last month of a part of the year; `isWhole` where 前 could also mean before it begins.
  private static let periods: [(words: String, month: Int, isWhole: Bool)] = [
    ("全年", 12, true), ("本年", 12, true), ("本年度", 12, true), ("年度", 12, true), ("年", 12, true), ("年底", 12, false),
    ("年末", 12, false), ("年终", 12, false), ("底", 12, false), ("末", 12, false), ("上半年", 6, true), ("下半年", 12, true),
    ("上半年底", 6, false), ("下半年底", 12, false),
  ]

  private static func end(of month: Int, in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
  }
}

extension ArraySlice<Character> {
  /// Removes words at the end; false if they are not there.
  @discardableResult
  fileprivate mutating func removeSuffix(_ words: String) -> Bool {
    guard count >= words.count, suffix(words.count).elementsEqual(words) else { return false }
    removeLast(words.count)
    return true
  }

  /// Removes a number at the beginning and the word after it; nil if they are not there.
  fileprivate mutating func removeNumber(before word: Character) -> Int? {
    guard let end = firstIndex(of: word) else { return nil }
    let text = String(self[startIndex..<end])
    guard let number = Int(written: text) ?? ChineseNumeral(text).map(\.value) else { return nil }
    self = self[(end + 1)...]
    return number
  }

  /// 第三季度, 三季度末 → 3.
  fileprivate var quarter: Int? {
    var words = self
    if words.first == "第" { words.removeFirst() }
    words.removeSuffix("末")
    guard words.removeSuffix("季度"), words.count == 1, let mark = words.first else { return nil }
    return ["一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4][mark]
  }
}
