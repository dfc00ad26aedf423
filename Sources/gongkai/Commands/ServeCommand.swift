import ArgumentParser
import Base
import Desk
import Disk
import Foundation
import SiteBuild

/// `gongkai serve`: the site in the browser as it will be, following every edit.
struct ServeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "预览和工作台：在浏览器里看、写、检查，改了马上看到", usage: "gongkai serve [选项]",
    discussion: """
      只有这台电脑能打开，网址里有这一次的口令；不改动 Output，网上的网站不变。
      草稿、尚未公开的、有错误的文件也能看，页面下面写明。
      结束：按 Ctrl+C。结束状态：0 已结束；64 命令写错；74 磁盘或权限问题，端口被占用。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("端口（默认：8484）", valueName: "端口"))
  var port: UInt16 = 8484

  func run(_ console: Console) async throws -> ProgramStatus {
    let request = site.request
    let live = try await LiveSite(request)
    let files = DeskFiles(root: site.root, now: { SystemClock.localMinute(SystemClock.now) })
    let desk = try Desk(
      site: live, files: files, reading: OfficeProgram.reading(), templates: request.layeredTemplates(),
      token: Self.token(), port: port)
    do {
      try await desk.run(
        ready: { console.out("工作台：\(desk.address)\n按 Ctrl+C 结束；不改动 Output\n") },
        log: { console.error("警告：\($0)\n") })
    } catch is Desk.PortTaken {
      console.error("错误：不能使用端口 \(port)，可能已经被占用；用 --port 换一个\n")
      return .disk
    }
    return .success
  }

  /// 128 random bits.
  private static func token() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
  }
}
