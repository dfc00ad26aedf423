import ArgumentParser
import Base
import Importing
import SiteBuild

/// `gongkai number`: gives every document that has none its 索引号.
struct NumberCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "number", abstract: "编索引号：给还没有的文档编上，记入台账", usage: "gongkai number [选项]",
    discussion: """
      索引号的写法在 site.yml 的 indexNumbers 里。按成文日期从早到晚编，写进文档开头，
      并追加到 Content/_index-numbers.csv；编过的永远不变。草稿和有错误的文档不编。
      结束状态：0 已编好；64 命令写错，或者 site.yml 没有写 indexNumbers；74 磁盘或权限问题，或者有文件被人改动；
      75 另一个程序正在编号。
      """)

  @OptionGroup var site: SiteOptions

  @Flag(help: "只列出会编的号，不改文件")
  var dryRun = false

  func run(_ console: Console) async throws -> ProgramStatus {
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today, jobs: processorCount)
    let found: IndexNumbers?
    do {
      found = try await allotIndexNumbers(
        root: site.root, templates: request.layeredTemplates(), jobs: processorCount, isDry: dryRun)
    } catch let fault as IndexLedgerFile.Fault {
      return try report(fault, console)
    }
    guard let numbers = found else {
      console.error("site.yml 没有写 indexNumbers（索引号）：写上 indexNumbers: {code: 本机关的统一社会信用代码}\n")
      return .usage
    }
    for document in numbers.allotted { console.out("\(document.path)：\(document.number)\n") }
    for path in numbers.undated { console.error("\(path)：没有成文日期和发布日期，没有编号\n") }
    for path in numbers.skipped { console.error("\(path)：这期间被人改动过，号已留在台账，请再运行一次\n") }
    console.out((dryRun ? "会编" : "已编") + " \(numbers.allotted.count) 个索引号\n")
    return numbers.skipped.isEmpty ? .success : .disk
  }

  private func report(_ fault: IndexLedgerFile.Fault, _ console: Console) throws -> ProgramStatus {
    switch fault {
    case .busy:
      console.error("另一个程序正在编索引号，请稍后再运行\n")
      return .busy
    case .damaged(let finding):
      console.error(
        "\(finding.location.path):\(finding.location.start.line)：\(finding.message)；\(finding.cures.joined(separator: "；"))\n"
      )
      return .findings
    case .file(let error): throw error
    }
  }
}
