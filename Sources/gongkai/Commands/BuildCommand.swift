import ArgumentParser
import Base
import Disk
import Publishing
import SiteBuild

/// `gongkai build`: findings to stderr, one summary line to stdout.
struct BuildCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查并生成网站；有错误时不发布，原有网站不变", usage: "gongkai build [选项]",
    discussion: "结束状态：0 已生成；1 有错误，未发布；64 命令写错；74 磁盘或权限问题；75 另一个生成任务正在运行。")

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("网站输出到哪个文件夹（默认：网站文件夹里的 Output）", valueName: "文件夹"))
  var output: String?

  @Flag(help: "略去有错误的文件，发布其余的")
  var keepGoing = false

  @Flag(help: "不用缓存，全部重新生成（结果相同）")
  var full = false

  @Option(help: ArgumentHelp("同时处理几个文件（默认：处理器个数）", valueName: "个数"), transform: Self.jobCount)
  var jobs: Int = processorCount

  @Option(help: ArgumentHelp("把结果和所有问题写进这个 JSON 文件", valueName: "文件"))
  var report: String?

  @Flag(help: "只输出错误")
  var quiet = false

  func run(_ console: Console) async throws -> ProgramStatus {
    let (progress, times, interruption) = (ProgressLine(console, isQuiet: quiet), PhaseTimes(), Interruption())
    let request = BuildRequest(
      root: site.root, templates: site.templateFolder, output: output ?? site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today, keepGoing: keepGoing, isFull: full, program: ProgramIdentity.current, jobs: jobs
    ) {
      interruption.record($0)
      times.record($0)
      progress.show($0)
    }
    let start = ContinuousClock.now
    defer { progress.clear() }
    let outcome = try await interruption.guarding { try await buildSite(request, version: programVersion) }
    if let signal = interruption.signal, outcome.publication?.isUnchanged ?? true {
      throw Interruption.Interrupted(signal: signal)
    }
    let seconds = Double((ContinuousClock.now - start).milliseconds) / 1000
    progress.clear()
    if let report {
      try BuildReport(outcome: outcome, seconds: seconds, phases: times.milliseconds).write(to: report)
    }
    say(outcome, BuildSummary(outcome: outcome, output: request.output, seconds: seconds), console)
    if let signal = interruption.signal { return .interrupted(signal: signal) }
    return outcome.check.count(.error) > 0 ? .findings : .success
  }

  /// Findings and remarks, then the summary.
  private func say(_ outcome: BuildOutcome, _ summary: BuildSummary, _ console: Console) {
    let text = TextReport(colored: console.isErrorColored)
    for finding in outcome.check.findings where !quiet || finding.severity == .error {
      console.error(text.text(finding))
    }
    for remark in summary.remarks { console.error(remark + "\n") }
    if !quiet { console.out(summary.lines + (outcome.news.map { NewsSummary(news: $0).text } ?? "")) }
  }

  private static func jobCount(_ text: String) throws -> Int {
    guard let count = Int(text), (1...256).contains(count) else { throw ValidationError("应为 1 到 256 的整数") }
    return count
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
