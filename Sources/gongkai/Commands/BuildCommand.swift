import ArgumentParser
import Base
import Disk
import Offline
import Publishing
import SiteBuild

/// `gongkai build`: findings and failures to stderr, one summary line to stdout.
struct BuildCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查并生成网站；有错误时不发布，原有网站不变", usage: "gongkai build [选项]",
    discussion: """
      结束状态：0 已生成；1 有错误，未发布；64 命令写错；75 另一个生成任务正在运行；
      74 磁盘或权限问题，或者今天的日期不对、要撤下的文件太多（写明 --as-of 才发布）。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("网站输出到哪个文件夹（默认：网站文件夹里的 Output，离线副本是 Offline）", valueName: "文件夹"))
  var output: String?

  @OptionGroup var form: CopyOptions

  @Flag(help: "有错误的文件维持原状或者略去，发布其余的")
  var keepGoing = false

  @Flag(help: "不用缓存，全部重新生成（结果相同）")
  var full = false

  @Option(help: ArgumentHelp("同时处理几个文件（默认：处理器个数）", valueName: "个数"), transform: Self.jobCount)
  var jobs: Int = processorCount

  @Option(help: ArgumentHelp("把结果和所有问题写进这个 JSON 文件", valueName: "文件"))
  var report: String?

  @Option(help: ArgumentHelp("结果写成几行文字，还是一行 JSON", valueName: "形式"))
  var logFormat = LogFormat.text

  @Flag(help: "只输出错误和新增的警告")
  var quiet = false

  func run(_ console: Console) async throws -> ProgramStatus {
    let target = output ?? site.root + (form.offline ? "/Offline" : "/Output")
    let start = ContinuousClock.now
    do { return try await build(to: target, since: start, console) } catch {
      guard let failure = Failure(error) else { throw error }
      // One line, also with --quiet: what went wrong, and what readers see.
      let standing = error is Interruption.Interrupted ? nil : Standing.found(in: target)
      console.error(failure.message + (standing.map { "；" + $0.sentence } ?? "") + "\n")
      if logFormat == .json {
        console.out(LogLine(failed: failure, seconds: start.duration(to: .now).seconds, output: target).text)
      }
      return failure.status
    }
  }

  private func build(
    to target: String, since start: ContinuousClock.Instant, _ console: Console
  ) async throws -> ProgramStatus {
    let (progress, times, interruption) = (ProgressLine(console, isQuiet: quiet), PhaseTimes(), Interruption())
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: target, asOf: site.asOf,
      today: SystemClock.today, keepGoing: keepGoing, isFull: full, program: ProgramIdentity.current,
      copy: form.request(of: site), jobs: jobs, pdfReader: PDFProgram.read
    ) {
      interruption.record($0)
      times.record($0)
      progress.show($0)
    }
    defer { progress.clear() }
    let outcome = try await interruption.guarding { try await buildSite(request, version: programVersion) }
    if let signal = interruption.signal, outcome.publication?.isUnchanged ?? true {
      throw Interruption.Interrupted(signal: signal)
    }
    let seconds = start.duration(to: .now).seconds
    progress.clear()
    if let report {
      try BuildReport(outcome: outcome, seconds: seconds, phases: times.milliseconds).write(to: report)
    }
    let standing = outcome.publication == nil ? Standing.found(in: target) : nil
    say(outcome, BuildSummary(outcome: outcome, output: target, seconds: seconds, standing: standing), console)
    if logFormat == .json { console.out(LogLine(outcome, seconds: seconds, output: target).text) }
    if let signal = interruption.signal { return .interrupted(signal: signal) }
    return outcome.check.count(.error) > 0 ? .findings : .success
  }

  /// Findings and remarks, then the summary: to stderr when nothing was published, so that somebody hears of it.
  private func say(_ outcome: BuildOutcome, _ summary: BuildSummary, _ console: Console) {
    console.error(FindingList(outcome, isQuiet: quiet).text(colored: console.isErrorColored))
    for remark in summary.remarks { console.error(remark + "\n") }
    if outcome.publication == nil { return console.error(summary.lines) }
    if !quiet, logFormat == .text {
      let news = outcome.news.map { NewsSummary(news: $0).text } ?? ""
      console.out(summary.lines + news + summary.keptLine + (form.line(in: summary.output) ?? summary.standingLine))
    }
  }

  private static func jobCount(_ text: String) throws -> Int {
    guard let count = Int(text), (1...256).contains(count) else { throw ValidationError("应为 1 到 256 的整数") }
    return count
  }
}

/// The findings of a build: first the warnings that the last release did not have, then the rest.
struct FindingList {
  private let new: [Diagnostic]
  private let rest: [Diagnostic]

  init(_ outcome: BuildOutcome, isQuiet: Bool) {
    new = outcome.newWarnings
    let known = Set(new)
    rest = outcome.check.findings.filter { finding in
      isQuiet ? finding.severity == .error : !known.contains(finding)
    }
  }

  /// Whole lines, with headings if there is anything new.
  func text(colored: Bool) -> String {
    let report = TextReport(colored: colored)
    let lines = rest.map(report.text).joined()
    if new.isEmpty { return lines }
    return "新增警告 \(new.count) 条（上次发布时没有）：\n" + new.map(report.text).joined()
      + (rest.isEmpty ? "" : "其余 \(rest.count) 条：\n" + lines)
  }
}

extension Duration {
  fileprivate var seconds: Double { self / .seconds(1) }
}
