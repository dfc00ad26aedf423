import Base

// Numbers that are shown as days and times.
extension CellFormatSection {
  /// A day and the seconds of it.
  struct Instant: Hashable {
    let day: CalendarDate
    /// Since 1899-12-31, or 1904-01-01, with parts of them.
    let serial: Double

    /// The day with this number; nil for negative ones and those after the year 9999.
    init?(_ number: SheetNumber, from1904: Bool) {
      let serial = number.double
      guard serial >= 0, serial < 2_958_466 else { return nil }
      // A time so near to midnight belongs to the next day.
      let whole = Int((serial + 0.000_001).rounded(.down))
      // Excel believes that there was a 29 February 1900.
      let days = from1904 ? whole - 24_107 : whole > 60 ? whole - 25_569 : whole - 25_568
      (day, self.serial) = (CalendarDate(daysSince1970: days), serial)
    }
  }

  /// A day or a time by this section.
  func shown(_ instant: Instant) -> String {
    let places = fractionPlaces
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let ticks = Int((instant.serial * 86_400 * Double(scale)).rounded())
    let seconds = ticks / scale
    let isHalf = signs.contains { if case .halfDay = $0 { true } else { false } }
    var text = ""
    for (index, sign) in signs.enumerated() {
      switch sign {
      case .words(let words): text += words
      case .date(let letter, let count): text += part(letter, count, instant.day, seconds, isHalf)
      case .elapsed("h"): text += String(seconds / 3600)
      case .elapsed("m"): text += String(seconds / 60)
      case .elapsed: text += String(seconds)
      case .halfDay(let morning, let afternoon): text += seconds / 3600 % 24 < 12 ? morning : afternoon
      case .point: text += "."
      case .figure:
        let place = signs[..<index].reversed().prefix { if case .figure = $0 { true } else { false } }.count
        text += String(String(ticks % scale + scale).dropFirst(place + 1).prefix(1))
      case .comma: text += ","
      default: break
      }
    }
    return text.trimmed
  }

  private var fractionPlaces: Int { min(signs.count { if case .figure = $0 { true } else { false } }, 6) }

  private func part(_ letter: Character, _ count: Int, _ day: CalendarDate, _ seconds: Int, _ isHalf: Bool) -> String {
    let hour = seconds / 3600 % 24
    return switch letter {
    case "y": count > 2 ? positional(day.year) : padded(day.year % 100, 2)
    case "m":
      count == 3 ? Self.months[day.month - 1] : count > 3 ? counted(day.month, 1) + "月" : counted(day.month, count)
    case "d": count > 2 ? (count > 3 ? "星期" : "周") + weekday(day) : counted(day.day, count)
    case "a": (count > 3 ? "星期" : "") + weekday(day)
    case "h": counted(isHalf ? (hour + 11) % 12 + 1 : hour, count)
    case "n": counted(seconds / 60 % 60, count)
    default: counted(seconds % 60, count)
    }
  }

  private func weekday(_ day: CalendarDate) -> String {
    ["四", "五", "六", "日", "一", "二", "三"][((day.daysSince1970 % 7) + 7) % 7]
  }

  /// 2026, 二〇二六.
  private func positional(_ year: Int) -> String {
    numerals == 1 ? String(year).compactMap(\.wholeNumberValue).map { Self.small[$0] }.joined() : String(year)
  }

  /// 11, 十一.
  private func counted(_ number: Int, _ width: Int) -> String {
    if numerals == 1 { return number == 0 ? Self.small[0] : ChineseNumeral.text(of: number) }
    return padded(number, width)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let figures = String(number)
    return String(repeating: "0", count: max(min(width, 2) - figures.count, 0)) + figures
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
