import ArgumentParser
import Base
import Documents
import Foundation
import Inspection
import SiteBuild

/// `gongkai inspect`: the indicators of the inspection, measured, and what is due; publishes nothing.
struct InspectCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "按检查指标自查，列出到期清单，不改动网站", usage: "gongkai inspect [选项]",
    discussion: """
      逐项测量政府网站检查指标、发展指引的标签、页脚和链接，写明门槛、测得的结果、还有几天、在哪里。
      结束状态：0 没有不合格的；1 有不合格的；64 命令写错；74 磁盘或权限问题。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("以什么形式写：text、json、html，或者 ics（到期清单，导入日历程序）", valueName: "形式"))
  var format = InspectionFormat.text

  @Option(help: ArgumentHelp("写进这个文件（默认：显示在屏幕上）；不能在 Output 里", valueName: "文件"))
  var outputFile: String?

  @Flag(help: "向外部网站的链接逐个发请求，看打不打得开（要有网络和 curl）")
  var links = false

  func run(_ console: Console) async throws -> ProgramStatus {
    if let outputFile, isPublished(outputFile) {
      throw ValidationError("检查报告是内部资料，不能写进 Output；请用 --output-file 指定别处")
    }
    let progress = ProgressLine(console)
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today, jobs: processorCount, progress: progress.show)
    defer { progress.clear() }
    let report = try await inspectSite(request, links: links ? CurlProbe.answers : nil)
    progress.clear()
    let bytes = format.bytes(report, colored: outputFile == nil && console.isOutColored)
    if let outputFile {
      try WholeFile.write(bytes, to: outputFile)
      console.out(report.line + "\n")
    } else {
      console.out(String(decoding: bytes, as: UTF8.self))
    }
    return report.readings(.failed).isEmpty ? .success : .findings
  }

  /// Whether a file would be on the web.
  private func isPublished(_ file: String) -> Bool {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().standardized.path }
    let folder = real(URL(fileURLWithPath: file).deletingLastPathComponent().path) + "/"
    return folder.hasPrefix(real(site.root + "/Output") + "/")
  }
}

/// How `inspect` prints.
enum InspectionFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json, html, ics

  func bytes(_ report: InspectionReport, colored: Bool) -> [UInt8] {
    switch self {
    case .text: Array(report.text(colored: colored).utf8)
    case .json: report.json.pretty
    case .html: InspectionPage(report).bytes
    case .ics: report.calendar
    }
  }
}
