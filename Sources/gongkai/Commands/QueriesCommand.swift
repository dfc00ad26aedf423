import ArgumentParser
import Base
import Disk
import Glibc
import SiteBuild

/// `gongkai queries ACCESS.LOG`: what readers searched for and did not find.
struct QueriesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries", abstract: "读者搜过、本站没有的：读服务器的访问日志", usage: "gongkai queries <访问日志>… [选项]",
    discussion: "只数问的话，不看是谁问的；带长号码、邮箱的问话不列出。\n结束状态：0 已列出；64 命令写错；74 磁盘或权限问题。")

  @Argument(help: ArgumentHelp("nginx 或 Apache 的访问日志，可以写几个；压缩的先解开", valueName: "访问日志"))
  var logs: [String]

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("每一类最多列几种", valueName: "个数"))
  var top = 50

  @Option(help: ArgumentHelp("以什么形式列出：text 或 json", valueName: "形式"))
  var format = ListFormat.text

  func run(_ console: Console) async throws -> ProgramStatus {
    var read: [[UInt8]] = []
    for path in logs {
      guard let bytes = try Disk().read(path) else { throw FileError("读取", path, code: ENOENT) }
      read.append(bytes)
    }
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: "", asOf: site.asOf, today: SystemClock.today,
      jobs: processorCount)
    let queries = try await UnansweredQueries(read, request)
    console.out(format == .json ? String(decoding: json(queries).pretty, as: UTF8.self) : text(queries))
    return .success
  }

  private func text(_ queries: UnansweredQueries) -> String {
    let log = queries.log
    let withheld = log.withheld > 0 ? "；另有 \(log.withheld) 种带号码或邮箱，不列出" : ""
    var lines = ["搜索 \(log.searches) 次，\(log.queries.count) 种问法\(withheld)"]
    for (label, found) in [("没有找到", queries.none), ("只有相近的", queries.related)] {
      lines.append("\(label) \(found.count) 种\(found.count > top ? "，前 \(top) 种" : "")\(found.isEmpty ? "" : "：")")
      let width = String(found.first?.count ?? 0).count
      lines += found.prefix(top).map { query in
        let count = String(query.count)
        return "  \(String(repeating: " ", count: width - count.count))\(count) 次  \(query.text)"
      }
    }
    lines.append("文件里有原话的 \(queries.literal) 种")
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ queries: UnansweredQueries) -> JSONValue {
    func list(_ found: [AccessLog.Query]) -> JSONValue {
      .array(found.prefix(top).map { .object(["query": .string($0.text), "count": .integer($0.count)]) })
    }
    return .object([
      "searches": .integer(queries.log.searches), "queries": .integer(queries.log.queries.count),
      "withheld": .integer(queries.log.withheld), "literal": .integer(queries.literal),
      "none": list(queries.none), "related": list(queries.related),
    ])
  }
}
