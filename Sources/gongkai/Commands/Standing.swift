import Publishing
import SiteBuild

/// What readers see when a build has published nothing.
struct Standing {
  /// The day of its statements; nil when nothing is online.
  let asOf: String?
  /// Seconds since 1970.
  let builtAt: Int
  /// Of the site, an IANA name; nil: the computer's.
  let zone: String?
  let now: Int

  static let unchanged = "原有网站未改动"

  /// What is in an output folder; nil when that cannot be told.
  static func found(in path: String, now: Int = SystemClock.now) -> Standing? {
    guard let output = try? OutputFolder(reading: path) else { return nil }
    let release: Release?
    do { release = try output.current() } catch { return nil }
    // Without its manifest the site is online as well; nobody knows of which day.
    if let release, release.manifest == nil { return nil }
    let zone = BuildRecord(of: output)?.timeZone
    return Standing(
      asOf: release?.manifest?.information.asOf, builtAt: release?.writtenAt ?? now, zone: zone, now: now)
  }

  /// `原有网站未改动：按 2026-11-26 计算，2026-11-26 00:05（Asia/Shanghai）生成，距今 31 小时`.
  var sentence: String {
    guard let asOf else { return "网上还没有本程序生成的网站" }
    let time = SystemClock.localMinute(builtAt, in: zone)
    return Self.unchanged + "：按 \(asOf) 计算，\(time)（\(zone ?? SystemClock.localZone)）生成，距今\(Self.age(now - builtAt))"
  }

  /// ` 31 小时`, ` 12 分钟`, ` 5 天`, after a Han character.
  static func age(_ seconds: Int) -> String {
    let minutes = max(seconds, 0) / 60
    if minutes == 0 { return "不到 1 分钟" }
    if minutes < 120 { return " \(minutes) 分钟" }
    return minutes < 72 * 60 ? " \(minutes / 60) 小时" : " \(minutes / 60 / 24) 天"
  }
}
