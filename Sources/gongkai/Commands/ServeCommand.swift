import ArgumentParser
import Base
import Desk
import Disk
import Foundation
import SiteBuild

/// `gongkai serve`: the site in the browser as it will be, following every edit.
struct ServeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "预览和工作台：在浏览器里看、写、检查、发布", usage: "gongkai serve [选项]",
    discussion: """
      只有这台电脑能打开，网址里有这一次的口令。按“发布”以前不改动 Output，网上的网站不变。
      草稿、尚未公开的、有错误的文件也能看，页面下面写明。
      几个人一起用：前面放 nginx，由它登录，写 --behind-proxy 和 --origin（运行维护手册“工作台”）。
      结束：按 Ctrl+C。结束状态：0 已结束；64 命令写错；74 磁盘或权限问题，端口被占用。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("端口（默认：8484）", valueName: "端口"))
  var port: UInt16 = 8484

  @Option(help: ArgumentHelp("发布到哪个文件夹（默认：网站文件夹里的 Output）", valueName: "文件夹"))
  var output: String?

  @Option(
    help: ArgumentHelp("代理把用户名写在哪个请求头里，如 X-Remote-User；不再问口令", valueName: "名称"), transform: Self.header)
  var behindProxy: String?

  @Option(help: ArgumentHelp("代理的网址，如 https://desk.example", valueName: "网址"), transform: Self.address)
  var origin: PublicAddress?

  @Option(
    name: .customLong("publisher"), parsing: .upToNextOption,
    help: ArgumentHelp("只有这些人可以发布，姓名照代理传来的写（默认：都可以）", valueName: "姓名"))
  var publishers: [String] = []

  @Flag(help: "不能从工作台发布")
  var noPublish = false

  func validate() throws {
    guard (behindProxy == nil) == (origin == nil) else {
      throw ValidationError("--behind-proxy 和 --origin 要一起写")
    }
    if !publishers.isEmpty, behindProxy == nil {
      throw ValidationError("没有代理，就不知道来的是谁：--publisher 要和 --behind-proxy 一起写")
    }
  }

  func run(_ console: Console) async throws -> ProgramStatus {
    // A heap for each thread would keep what the site was before the last edit of a kind: 620 MB instead of 430 on 3,475 laws.
    Heap.share()
    let request = site.request
    let live = try await LiveSite(request)
    let files = DeskFiles(root: site.root, now: { SystemClock.localMinute(SystemClock.now) })
    let desk = try Desk(
      site: live, files: files, reading: OfficeProgram.reading(), templates: request.layeredTemplates(),
      settings: settings)
    do {
      try await desk.run(
        ready: { console.out(greeting(desk)) },
        log: { console.error("警告：\($0)\n") })
    } catch is Desk.PortTaken {
      console.error("错误：不能使用端口 \(port)，可能已经被占用；用 --port 换一个\n")
      return .disk
    }
    return .success
  }

  private var settings: DeskSettings {
    let door: Access.Door =
      if let behindProxy, let origin { .proxy(header: behindProxy, address: origin) } else { .token(Self.token()) }
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: target, today: SystemClock.today,
      program: ProgramIdentity.current, jobs: max(processorCount - 1, 1), pdfReader: PDFProgram.read)
    return DeskSettings(
      door: door, port: port, request: request, version: programVersion, publishing: publishing,
      time: { SystemClock.localMinute($0) })
  }

  private var publishing: DeskSettings.Publishing {
    if noPublish { return .off("工作台打开时写了 --no-publish，不能在这里发布") }
    if let asOf = site.asOf { return .off("工作台按 \(asOf.iso) 打开（--as-of），只能看，不能发布") }
    return publishers.isEmpty ? .everybody : .only(Set(publishers))
  }

  private var target: String { output ?? site.root + "/Output" }

  private func greeting(_ desk: Desk) -> String {
    var lines = ["工作台：\(desk.address)"]
    if let behindProxy { lines.append("经过代理：只听 127.0.0.1:\(port)，用户名取自 \(behindProxy)") }
    let folder = URL(fileURLWithPath: target).standardized.path
    if case .off(let reason) = publishing { lines.append(reason) } else { lines.append("按“发布”时生成到：\(folder)") }
    return (lines + ["按 Ctrl+C 结束", ""]).joined(separator: "\n")
  }

  /// 128 random bits.
  private static func token() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
  }

  private static func header(_ text: String) throws -> String {
    let isName = !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "-") == $0 || isWord($0) }
    guard isName, !["host", "origin", "cookie"].contains(text.lowercased()) else {
      throw ValidationError("请求头的名称只有字母、数字和“-”，如 X-Remote-User")
    }
    return text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
  }

  private static func address(_ text: String) throws -> PublicAddress {
    guard let address = PublicAddress(text) else {
      throw ValidationError("应为协议、主机名和可能有的端口，如 https://desk.example，后面没有路径")
    }
    return address
  }
}
