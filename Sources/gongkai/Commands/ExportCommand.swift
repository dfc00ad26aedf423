import ArgumentParser
import Base
import Exchange
import Publishing
import SiteBuild

/// `gongkai export`: the library for other systems, in a folder.
struct ExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "把全部公开的文件导出给别的系统", usage: "gongkai export --format 形式 --output 文件夹 [选项]",
    discussion: """
      形式：jsonl（一行一篇，全部字段和正文）、changes（与上一次 jsonl 相比的变动和回执）、
      opensearch（检索引擎）、postgres（数据库）。先像生成网站那样检查，有错误的什么都不导出。
      结束状态：0 已导出；1 文件或者字段对照有错误，没有导出；64 命令写错；74 磁盘或权限问题。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("导出的形式", valueName: "形式"))
  var format: ExportFormat

  @Option(help: ArgumentHelp("写到哪个文件夹；里面有别的文件的，不写", valueName: "文件夹"))
  var output: String

  @Option(help: ArgumentHelp("只用于 changes：上一次 --format jsonl 导出的文件夹", valueName: "文件夹"))
  var since: String?

  @Option(help: ArgumentHelp("对方的字段名和写法：一个文件，或者 Templates/exchange 里的名称", valueName: "字段对照"))
  var map: String?

  func run(_ console: Console) async throws -> ProgramStatus {
    let progress = ProgressLine(console)
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today, jobs: processorCount, pdfReader: PDFProgram.read, progress: progress.show)
    defer { progress.clear() }
    let export = ExportRequest(
      format, to: output, since: since, map: map, generator: "gongkai \(programVersion)")
    let outcome = try await exportSite(request, export)
    progress.clear()
    let text = TextReport(colored: console.isErrorColored)
    let errors = outcome.check.findings.filter { $0.severity == .error }
    for finding in errors + outcome.leftOut + outcome.mapFindings { console.error(text.text(finding)) }
    guard !outcome.files.isEmpty else {
      console.error(errors.isEmpty ? "字段对照有错误，没有导出；改正后再试\n" : "文件有错误，没有导出；改正后再试\n")
      return .findings
    }
    console.out(summary(outcome))
    return .success
  }

  /// What was written, and what is next.
  private func summary(_ outcome: ExportOutcome) -> String {
    let bytes = outcome.files.reduce(0) { $0 + $1.byteCount }
    let counts = outcome.counts.map { "\(Self.label($0.name)) \($0.count)" }.joined(separator: "，")
    let next: String? =
      switch format {
      case .jsonl: nil
      case .changes: "对方填好 \(Acknowledgement.fileName) 退回以后：gongkai receipt \(output) 退回的文件"
      case .opensearch: "建索引用 index.json，装入用 bulk-*.ndjson，见运行维护手册“数据交换”"
      case .postgres: "装入数据库：\(output)/load.sh -d 数据库"
      }
    return "已导出 \(output)：\(counts)；\(outcome.files.count) 个文件，\(bytes / 1024) KB（截至 \(outcome.check.asOf.iso)）\n"
      + (next.map { $0 + "\n" } ?? "")
  }

  private static func label(_ name: String) -> String {
    LineChange(rawValue: name).map { $0 == .withdrawn ? "撤下" : $0.label } ?? (name == "documents" ? "文件" : "已撤下")
  }
}

extension ExportFormat: ExpressibleByArgument {}
