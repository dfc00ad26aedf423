import Base
import Documents
import Foundation

/// The computer's clock. Nothing else in the program reads it.
enum SystemClock {
  /// Today in a time zone; nil for an unknown one.
  ///
  /// - Parameter zone: an IANA name: `Asia/Shanghai`.
  static func today(in zone: String) -> CalendarDate? { day(of: Date(), in: zone) }

  /// The day of a moment in a time zone.
  static func day(of moment: Date, in zone: String) -> CalendarDate? {
    guard let zone = TimeZone(identifier: zone) else { return nil }
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: moment)
    return CalendarDate(daysSince1970: (Double(seconds) / 86400).rounded(.down).asInt)
  }

  /// The day of a moment, in seconds since 1970, in a time zone.
  static func day(ofSeconds seconds: Int, in zone: String) -> CalendarDate? {
    day(of: Date(timeIntervalSince1970: Double(seconds)), in: zone)
  }

  /// Seconds since 1970.
  static var now: Int { Int(Date().timeIntervalSince1970) }

  /// The name of the computer's own time zone.
  static var localZone: String { TimeZone.current.identifier }

  /// `2026-11-21 03:20` in a time zone, by default the computer's own.
  static func localMinute(_ secondsSince1970: Int, in name: String? = nil) -> String {
    let zone = name.flatMap(TimeZone.init(identifier:)) ?? TimeZone.current
    let moment = Date(timeIntervalSince1970: Double(secondsSince1970))
    let seconds = secondsSince1970 + zone.secondsFromGMT(for: moment)
    let day = CalendarDate(daysSince1970: (Double(seconds) / 86400).rounded(.down).asInt)
    let minute = (seconds - day.daysSince1970 * 86400) / 60
    return Moment(day: day, minute: minute).isoMinute
  }
}

extension Double {
  fileprivate var asInt: Int { Int(self) }
}
