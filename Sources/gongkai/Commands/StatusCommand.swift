import ArgumentParser
import Base
import Publishing
import SiteBuild

/// `gongkai status`: what is online and whether it is fresh; reads Output and what the last build recorded beside it.
struct StatusCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "网上的网站是否正常，给值守的人和监控程序看", usage: "gongkai status [选项]",
    discussion: "结束状态与 Nagios 相同：0 正常；1 注意；2 严重；3 不明。第一行供监控程序读。")

  @OptionGroup var place: OutputOptions

  @Option(
    help: ArgumentHelp("网站多久没有更新算严重，如 36h、90m、2d", valueName: "时长"), transform: Self.seconds)
  var maxAge: Int = 36 * 3600

  @Flag(help: "写成 JSON")
  var json = false

  func run(_ console: Console) async throws -> ProgramStatus {
    let status: SiteStatus
    do {
      status = try SiteStatus(OutputFolder(reading: place.output), now: SystemClock.now, maxAge: maxAge)
    } catch {
      guard let failure = Failure(error) else { throw error }
      console.out("GONGKAI UNKNOWN - \(failure.message)\n")
      return .health(.unknown)
    }
    console.out(json ? String(decoding: status.json.pretty, as: UTF8.self) : status.text)
    return .health(status.health)
  }

  static func seconds(_ text: String) throws -> Int {
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), (1...10_000).contains(count)
    else { throw ValidationError("时长请写成 36h（小时）、90m（分钟）、2d（天）的形式") }
    return count * unit
  }
}

/// How a site is, in the words and numbers of Nagios.
enum Health: Int32, Sendable, Comparable {
  case ok = 0
  case warning
  case critical
  case unknown

  static func < (a: Health, b: Health) -> Bool { a.rawValue < b.rawValue }

  var word: String {
    switch self {
    case .ok: "OK"
    case .warning: "WARNING"
    case .critical: "CRITICAL"
    case .unknown: "UNKNOWN"
    }
  }
}
