package import Base

/// A length of time as editors write it: how often a column or a document must be updated.
package enum Period: Sendable, Hashable {
  case days(Int)
  case months(Int)

  /// Reads `14天`, `14日`, `2周`, `1个月`, `1季度`, `半年`, `6个月` or `1年`; nil for anything else.
  package init?(_ text: String) {
    if text == "半年" {
      self = .months(6)
      return
    }
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard let count = Int(written: String(digits) ?? ""), (1...3660).contains(count) else { return nil }
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "天", "日": self = .days(count)
    case "周", "星期": self = .days(count * 7)
    case "个月", "月": self = .months(count)
    case "季度", "个季度": self = .months(count * 3)
    case "年": self = .months(count * 12)
    default: return nil
    }
  }

  /// The last day, inclusive, of a period that begins on the day after `day`: after a monthly update on 31 January the
  /// next is due by 28 or 29 February.
  package func end(after day: CalendarDate) -> CalendarDate {
    switch self {
    case .days(let count): day.adding(days: count)
    case .months(let count): day.adding(months: count)
    }
  }

  /// `14天`, `6个月`, `1年`.
  package var label: String {
    switch self {
    case .days(let count): "\(count)天"
    case .months(let count): count % 12 == 0 ? "\(count / 12)年" : "\(count)个月"
    }
  }
}
