package import Base

/// How long a document is in force, counted from its first day: 有效期5年.
package struct ValidityDuration: Sendable, Hashable {
  /// 1–1200; nil: unlimited (长期有效).
  package let months: Int?

  /// Reads `5年`, `五年`, `十五年`, `6个月`, `1年6个月`, `长期` or `长期有效`; nil for anything else.
  package init?(_ text: String) {
    if text == "长期" || text == "长期有效" {
      months = nil
      return
    }
    var rest = Substring(text)
    let years = Self.take(&rest, unit: "年")
    let extra = Self.take(&rest, unit: "个月")
    let total = (years ?? 0) * 12 + (extra ?? 0)
    guard rest.isEmpty, (1...1200).contains(total) else { return nil }
    months = total
  }

  /// The last day of a term that begins on `first`: the day before the corresponding day of the last month, or the end
  /// of that month if it has none (民法典 art. 202, 204). 自2021年3月1日起，有效期5年: 2026-02-28. Nil: unlimited.
  package func lastDay(from first: CalendarDate) -> CalendarDate? {
    months.map { months in
      let same = first.adding(months: months)
      return same.day == first.day ? same.adding(days: -1) : same
    }
  }

  /// Consumes a number followed by `unit`; leaves `rest` unchanged when there is none.
  private static func take(_ rest: inout Substring, unit: String) -> Int? {
    guard let numeral = ChineseNumeral(rest.prefix(10)) else { return nil }
    let after = Substring(rest.utf8.dropFirst(numeral.byteCount))
    guard after.hasPrefix(unit) else { return nil }
    rest = after.dropFirst(unit.count)
    return numeral.value
  }
}
