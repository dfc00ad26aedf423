import ArgumentParser
import Base
import SiteBuild

/// `gongkai check`: findings to stdout, in one of three formats; writes no file.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查所有文件，列出问题，不改动网站", usage: "gongkai check [选项]",
    discussion: """
      结束状态：0 没有错误；1 有错误；64 命令写错；
      74 磁盘或权限问题，或者今天的日期不对、要撤下的文件太多。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("与哪里的网站比较日期和文件数（默认：网站文件夹里的 Output）", valueName: "文件夹"))
  var output: String?

  @Option(help: ArgumentHelp("以什么形式列出问题", valueName: "形式"))
  var format = ReportFormat.text

  func run(_ console: Console) async throws -> ProgramStatus {
    let progress = ProgressLine(console)
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: output ?? site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today,
      jobs: processorCount, pdfReader: PDFProgram.read, progress: progress.show)
    defer { progress.clear() }
    let outcome = try await checkSite(request)
    progress.clear()
    console.out(format.text(outcome, colored: console.isOutColored))
    if outcome.count(.error) > 0 { return .findings }
    if let refusal = outcome.refusal { throw refusal }
    return .success
  }
}

/// How `check` prints findings.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json, sarif

  /// The complete output, with a newline at the end.
  func text(_ outcome: CheckOutcome, colored: Bool) -> String {
    switch self {
    case .text:
      let report = TextReport(colored: colored)
      return outcome.findings.map(report.text).joined() + CheckSummary(outcome: outcome).lines
    case .json: return String(decoding: JSONReport.bytes(outcome.findings, checked: outcome.checked), as: UTF8.self)
    case .sarif:
      let bytes = SARIFReport.bytes(outcome.findings, checked: outcome.checked, version: programVersion)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
