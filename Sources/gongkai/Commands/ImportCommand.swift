import ArgumentParser
import Base
import Importing
import SiteBuild

/// `gongkai import`: from Word and other files to documents in Content.
struct ImportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "把 Word、WPS 等文件变成 Content 里的文档", usage: "gongkai import 文件… [选项]",
    discussion: """
      每个文件写成一个文件夹：index.md 和图片。标题、文号、机关、日期等从文件里读出来，拿不准的写成注释，由人决定。
      每个文件都逐字核对；少一个字就不写。从不覆盖已有的文件，同一个文件不导入两次。
      有错误要改的写成草稿（draft: true），不影响每天生成网站。
      结束状态：0 都导入了，没有错误；1 有文件没有导入，或者有错误要由人改；64 命令写错；
      74 磁盘或权限问题；75 另一个导入正在运行。
      """)

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("要导入的文件：docx、doc、wps、rtf、odt、html、txt、pdf 等", valueName: "文件"))
  var files: [String] = []

  @Option(help: ArgumentHelp("整批导入：一行一篇的清单（csv、xlsx，或者另一个“公开”网站的 documents.jsonl）", valueName: "清单"))
  var list: String?

  @Option(help: ArgumentHelp("放在哪个栏目：文件夹或者栏目名称（默认：按类型决定）", valueName: "栏目"))
  var into: String?

  @Option(help: ArgumentHelp("文档的类型，如 policy 或“政策文件”（默认：栏目的类型）", valueName: "类型"))
  var kind: String?

  @Flag(help: "只看会写成什么样，不写文件")
  var dryRun = false

  @Flag(help: "接受全部修订，去掉批注和隐藏文字")
  var acceptChanges = false

  @Flag(help: "去掉批注和隐藏文字")
  var dropComments = false

  @Option(help: ArgumentHelp("网页的正文在哪里：#编号、.类名或标签", valueName: "选择器"))
  var select: String?

  func validate() throws {
    if files.isEmpty, list == nil { throw ValidationError("没有写要导入的文件") }
    if !files.isEmpty, list != nil { throw ValidationError("文件和 --list 只能写一种") }
  }

  func run(_ console: Console) async throws -> ProgramStatus {
    let progress = ProgressLine(console)
    defer { progress.clear() }
    let request = ImportRequest(
      site: BuildRequest(
        root: site.root, templates: site.templateFolders, output: site.root + "/Output", asOf: site.asOf,
        today: SystemClock.today, jobs: processorCount, pdfReader: PDFProgram.read, progress: progress.show),
      files: files, column: into, kind: kind, isDry: dryRun,
      allowance: .init(acceptsChanges: acceptChanges, dropsComments: dropComments),
      reading: OfficeProgram.reading(selector: select))
    var report = ImportReport(isDry: dryRun, isBrief: files.count > ImportReport.mostInFull)
    let findings = TextReport(colored: console.isOutColored)
    func show(_ result: ImportResult) {
      progress.clear()
      console.out(report.text(of: result, findings))
    }
    guard let list else {
      try await importFiles(request, report: show)
      console.out(report.summary)
      return report.isFaulty ? .findings : .success
    }
    let found = try await importList(list, request, progress: progress.show(rows:of:), report: show)
    progress.clear()
    return Self.report(found, findings, isDry: dryRun, console)
  }

  private static func report(
    _ result: ListResult, _ findings: TextReport, isDry: Bool, _ console: Console
  ) -> ProgramStatus {
    switch result {
    case .guessed(let mapping, let path):
      console.out("清单的列是这样认的：\n" + mapping.text)
      console.out(isDry ? "不加 --dry-run 运行，写成 \(path)\n" : "已写成 \(path)：核对、改好以后，再运行一次同样的命令，就导入\n")
      return .success
    case .mistaken(let mistakes):
      for mistake in mistakes { console.out(findings.text(mistake)) }
      return .findings
    case .imported(let report, let path):
      console.out(report.summary + (path.map { "，每一行的结果在 \($0)" } ?? "（只是试一试，没有写文件）") + "\n")
      return report.refused + report.doubtful > 0 ? .findings : .success
    }
  }
}
