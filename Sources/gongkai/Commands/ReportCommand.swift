import ArgumentParser
import Base
import Documents
import Papers
import Resolution
import SiteBuild

/// `gongkai report`: the library's figures for the annual report; writes no file.
struct ReportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "按本库的文件计算年度报告要填的数", usage: "gongkai report --year 年份 [选项]",
    discussion: "结束状态：0 已列出；1 文件有错误，没有计算；64 命令写错；74 磁盘或权限问题。")

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("哪一年的年度报告，如 2025", valueName: "年份"), transform: Self.year)
  var year: Int

  @Option(help: ArgumentHelp("以什么形式列出：text 或 json", valueName: "形式"))
  var format = ListFormat.text

  func run(_ console: Console) async throws -> ProgramStatus {
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: "", asOf: site.asOf, today: SystemClock.today,
      jobs: processorCount)
    let outcome = try await annualReport(request, year: year)
    guard let report = outcome.report else {
      let text = TextReport(colored: console.isErrorColored)
      for finding in outcome.check.findings where finding.severity == .error { console.error(text.text(finding)) }
      console.error("文件有错误，没有计算；改正后再试\n")
      return .findings
    }
    let text = AnnualReportText(report: report)
    console.out(format == .json ? String(decoding: text.json.pretty, as: UTF8.self) : text.text)
    return .success
  }

  private static func year(_ text: String) throws -> Int {
    guard let year = Int(text), (1949...2999).contains(year) else { throw ValidationError("年份请写四位数字，如 2025") }
    return year
  }
}

/// How `report` and `queries` print.
enum ListFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json
}

/// The annual report's figures, for people and for programs.
struct AnnualReportText {
  let report: AnnualReport

  /// The first table, then the lists behind every figure.
  var text: String {
    var lines = ["\(report.year)年政府信息公开工作年度报告用数（截至 \(report.until.iso)，按本库公开的文件计算）", "", "第二十条第（一）项"]
    lines += table
    for counts in report.counts {
      lines += check(counts) + list("\(report.year)年制发", counts.made) + list("\(report.year)年废止", counts.ended)
    }
    lines += [
      "", "政策解读：应解读 \(report.interpretable.count) 件，已解读 \(report.interpretable.count - report.uninterpreted.count) 件",
    ]
    lines += list("尚未解读", report.uninterpreted)
    lines += ["", "意见征集：\(report.consultations.count) 次，已公布结果 \(report.answered.count) 次"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: [String] {
    let headings = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    let rows = report.counts.map { counts in
      [counts.kind.label] + [counts.made, counts.ended, counts.inForce].map { String($0.count) }
    }
    let widths = headings.indices.map { column in ([headings] + rows).map { $0[column].displayWidth }.max() ?? 0 }
    return ([headings] + rows).map { row in
      let cells = zip(row, widths).enumerated().map { place, cell in
        place == 0 ? cell.0.padded(to: cell.1) : cell.0.leadPadded(to: cell.1)
      }
      return "  " + cells.joined(separator: "  ")
    }
  }

  private func check(_ counts: AnnualCounts) -> [String] {
    let sum =
      "上年末有效 \(counts.inForceBefore) + 本年制发 \(counts.made.count) − 本年废止 \(counts.ended.count) = "
      + "\(counts.inForceBefore + counts.made.count - counts.ended.count)"
    guard counts.difference != 0 else { return ["", "核对（\(counts.kind.label)）：\(sum)，与现行有效件数一致"] }
    return [
      "", "核对（\(counts.kind.label)）：\(sum)，与现行有效件数 \(counts.inForce.count) 相差 \(abs(counts.difference))。",
      "  原因可能是：本年制发的尚未施行；以前制发的本年才施行；当年制发当年废止或者有效性未标注。",
    ]
  }

  private func list(_ title: String, _ entries: [CorpusEntry]) -> [String] {
    entries.isEmpty
      ? []
      : ["\(title)（\(entries.count)）："]
        + entries.map { "  \($0.document.documentNumber?.text ?? "（无文号）")  \($0.document.title)" }
  }

  /// `schema`, `year`, `until`, `counts` by kind with ids, `interpretations`, `consultations`.
  var json: JSONValue {
    .object([
      "schema": "gongkai-annual/1", "year": .integer(report.year), "until": .string(report.until.iso),
      "counts": .array(
        report.counts.map { counts in
          .object([
            "kind": .string(counts.kind.id), "label": .string(counts.kind.label), "made": Self.ids(counts.made),
            "ended": Self.ids(counts.ended), "inForce": Self.ids(counts.inForce),
            "inForceBefore": .integer(counts.inForceBefore), "difference": .integer(counts.difference),
          ])
        }),
      "interpretations": .object(["due": Self.ids(report.interpretable), "missing": Self.ids(report.uninterpreted)]),
      "consultations": .object(["opened": Self.ids(report.consultations), "answered": Self.ids(report.answered)]),
    ])
  }

  private static func ids(_ entries: [CorpusEntry]) -> JSONValue { .strings(entries.map(\.document.id.path)) }
}
