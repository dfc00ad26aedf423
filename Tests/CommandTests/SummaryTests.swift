import Base
import Documents
import Disk
import Foundation
import Resolution
import TestSupport
import Testing

@testable import Publishing
@testable import SiteBuild
@testable import gongkai

@Suite("The summary line")
struct SummaryTests {
  private func outcome(
    errors: Int = 0, warnings: Int = 0, publication: Publication? = nil
  ) throws -> BuildOutcome {
    let place = Diagnostic.Location(path: "Content/a.md")
    let findings =
      Array(repeating: Diagnostic("x", .error, at: place, "x"), count: errors)
      + Array(repeating: Diagnostic("y", .warning, at: place, "y"), count: warnings)
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    return BuildOutcome(
      check: CheckOutcome(findings: findings, asOf: day, documents: 75), documents: 72, pages: 141, news: nil,
      publication: publication)
  }

  private func publication(
    isUnchanged: Bool = false, unknownFiles: [String] = [], hadManifest: Bool = true, troubles: [FileError] = []
  ) -> Publication {
    Publication(
      treeHash: "0123456789abcdef01", fileCount: 9, byteCount: 1, linkedCount: 7, isUnchanged: isUnchanged,
      unknownFiles: unknownFiles,
      unknownFilesFolder: unknownFiles.isEmpty ? nil : "/w/.Output.gongkai/kept-1", hadManifest: hadManifest,
      troubles: troubles)
  }

  private func line(_ outcome: BuildOutcome, output: String = "./Output", seconds: Double = 0.84) -> String {
    BuildSummary(outcome: outcome, output: output, seconds: seconds).line
  }

  @Test("counts the warnings that were looked at")
  func checked() throws {
    let place = Diagnostic.Location(path: "Content/a.md")
    let seen = CheckedFinding(finding: Diagnostic("y", .warning, at: place, "y"), note: "无误")
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let check = CheckOutcome(findings: [], checked: [seen, seen], asOf: day, documents: 75)
    #expect(CheckSummary(outcome: check).line == "检查通过：75 篇文件，没有问题，已核对 2 项（有效性按 2026-11-21 计算）")
    let built = BuildOutcome(check: check, documents: 72, pages: 141, news: nil, publication: publication())
    #expect(line(built) == "已生成：72 篇文件，141 个页面，已核对 2 项，用时 0.8 秒（有效性按 2026-11-21 计算）→ Output")
  }

  @Test("a site that shows others' documents says how many are its own")
  func region() throws {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    var check = CheckOutcome(findings: [], asOf: day, documents: 1)
    check.regional = 207
    #expect(CheckSummary(outcome: check).line == "检查通过：本站 1 篇文件，收录 207 篇，没有问题（有效性按 2026-11-21 计算）")
    let built = BuildOutcome(check: check, documents: 0, pages: 290, news: nil, publication: publication())
    #expect(line(built) == "已生成：本站 0 篇文件，收录 207 篇，290 个页面，用时 0.8 秒（有效性按 2026-11-21 计算）→ Output")
  }

  @Test("names what was taken down and is still in an earlier release")
  func kept() throws {
    var built = try outcome(publication: publication())
    func said() -> String { BuildSummary(outcome: built, output: "Output", seconds: 1).keptLine }
    #expect(said() == "")
    built.stillKept = ["a/b"]
    #expect(said() == "保留的历史版本里还有撤下的 a/b 的正文；要马上清除的，运行 gongkai forget a/b\n")
    built.stillKept = ["a/b", "c/d"]
    #expect(said() == "保留的历史版本里还有撤下的 a/b 等 2 篇的正文；要马上清除的，运行 gongkai forget a/b\n")
  }

  @Test("of a release")
  func published() throws {
    #expect(
      line(try outcome(warnings: 3, publication: publication()))
        == "已生成：72 篇文件，141 个页面，3 条警告，用时 0.8 秒（有效性按 2026-11-21 计算）→ Output")
    #expect(
      line(try outcome(publication: publication()), output: "/srv/www", seconds: 61.96)
        == "已生成：72 篇文件，141 个页面，用时 62.0 秒（有效性按 2026-11-21 计算）→ /srv/www")
    #expect(
      line(try outcome(publication: publication(isUnchanged: true)))
        == "已生成（与原有网站相同）：72 篇文件，141 个页面，用时 0.8 秒（有效性按 2026-11-21 计算）→ Output")
    var going = try outcome(errors: 2, publication: publication())
    (going.leftOut, going.held) = (["Content/a.md", "Content/b.md"], ["Content/c.md"])
    #expect(
      line(going)
        == "已生成（有错误的文件 2 篇略去，1 篇仍是上次发布的内容）：72 篇文件，141 个页面，2 个错误，用时 0.8 秒（有效性按 2026-11-21 计算）→ Output")
  }

  @Test("of a build that published nothing")
  func refused() throws {
    #expect(line(try outcome(errors: 3, warnings: 1)) == "未发布：发现 3 个错误、1 条警告；原有网站未改动")
    #expect(line(try outcome(errors: 1)) == "未发布：发现 1 个错误；原有网站未改动")
  }

  @Test("is followed by the fingerprint of a release")
  func fingerprint() throws {
    let summary = BuildSummary(outcome: try outcome(publication: publication()), output: "Output", seconds: 0)
    #expect(summary.lines == summary.line + "\n内容指纹 0123456789abcdef，9 个文件，其中 7 个与上一版本相同\n")
    let refused = BuildSummary(outcome: try outcome(errors: 1), output: "Output", seconds: 0)
    #expect(refused.lines == refused.line + "\n")
  }

  @Test("of a check")
  func check() throws {
    #expect(CheckSummary(outcome: try outcome().check).line == "检查通过：75 篇文件，没有问题（有效性按 2026-11-21 计算）")
    #expect(CheckSummary(outcome: try outcome(warnings: 3).check).line == "检查通过：75 篇文件，3 条警告（有效性按 2026-11-21 计算）")
    #expect(
      CheckSummary(outcome: try outcome(errors: 2, warnings: 1).check).line
        == "检查未通过：发现 2 个错误、1 条警告（有效性按 2026-11-21 计算）")
  }

  @Test("remarks name files of somebody else and what went wrong after the switch")
  func remarks() throws {
    let publication = publication(
      unknownFiles: ["a", "b", "c", "d"], troubles: [FileError("删除", "/w/.Output.gongkai/release-1", code: EACCES)])
    #expect(
      BuildSummary(outcome: try outcome(publication: publication), output: "Output", seconds: 0).remarks == [
        "注意：网站已发布，但无法删除 /w/.Output.gongkai/release-1：没有权限",
        "注意：Output 里有 4 个不是本程序写的文件（a、b、c 等），新网站里没有它们；它们保留在 /w/.Output.gongkai/kept-1，要长期保留请放进 Content",
      ])
  }

  @Test("the report is JSON with these members")
  func report() throws {
    let scratch = try Scratch()
    let path = scratch.root + "/report.json"
    try scratch.write("report.json", "old")
    let report = BuildReport(
      outcome: try outcome(errors: 1, publication: publication()), seconds: 1.5,
      phases: [(.loading, 700), (.publishing, 0)])
    try report.write(to: path)
    let read =
      try JSONSerialization.jsonObject(with: Data((scratch.text("report.json") ?? "").utf8)) as? [String: Any]
    #expect(read?["asOf"] as? String == "2026-11-21")
    #expect(read?["published"] as? Bool == true)
    #expect(read?["treeHash"] as? String == "0123456789abcdef01")
    #expect(read?["milliseconds"] as? Int == 1500)
    #expect(read?["phases"] as? [String: Int] == ["loading": 700, "publishing": 0])
    #expect(read?["errors"] as? Int == 1)
    #expect((read?["findings"] as? [[String: Any]])?.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.root) == ["report.json"])
  }
}

@Suite("The terminal")
struct TerminalTests {
  @Test("progress is drawn on a terminal only, and taken away")
  func progress() {
    let captured = Captured()
    let line = ProgressLine(captured.console(showsProgress: true))
    line.show(BuildProgress(phase: .loading, done: 1, total: 9))
    line.show(BuildProgress(phase: .loading, done: 2, total: 9))
    line.show(BuildProgress(phase: .publishing, done: 0, total: 1))
    line.clear()
    line.clear()
    #expect(captured.error == "\r\u{1B}[K读取 1/9\r\u{1B}[K发布 …\r\u{1B}[K")
    let silent = Captured()
    ProgressLine(silent.console()).show(BuildProgress(phase: .loading, done: 1, total: 9))
    #expect(silent.error == "")
  }

  @Test("a Han character is two columns wide")
  func width() {
    #expect("abc".displayWidth == 3)
    #expect("公开，a".displayWidth == 7)
    #expect("公".padded(to: 4) + "|" == "公  |")
    #expect("公".leadPadded(to: 4) == "  公")
  }

  @Test("today is a day of the site's time zone")
  func today() throws {
    // 2026-11-20 23:30 UTC.
    let moment = Date(timeIntervalSince1970: 1_795_217_400)
    #expect(SystemClock.day(of: moment, in: "Asia/Shanghai")?.iso == "2026-11-21")
    #expect(SystemClock.day(of: moment, in: "UTC")?.iso == "2026-11-20")
    #expect(SystemClock.day(of: moment, in: "America/Los_Angeles")?.iso == "2026-11-20")
    #expect(SystemClock.day(of: moment, in: "Asia/Anlan") == nil)
    #expect(SystemClock.day(of: Date(timeIntervalSince1970: -1), in: "UTC")?.iso == "1969-12-31")
  }
}

@Suite("The summary of what is new")
struct NewsSummaryTests {
  private func item(
    _ id: String, _ before: State?, _ after: State?, day: String? = nil, by: [String] = [],
    articles: [String] = []
  ) -> SiteNews.Item {
    SiteNews.Item(
      id: id, url: "https://x.example/\(id)/", kind: "policy", title: "《办法》", documentNumber: "澜政发〔2020〕1号",
      day: day.flatMap { try? CalendarDate.parse($0).get() }, before: before, after: after, by: by,
      articles: articles)
  }

  private func text(
    since: String? = "2026-11-20", changes: [SiteNews.Item] = [], added: [SiteNews.Item] = [],
    removed: [SiteNews.Item] = [], updated: [SiteNews.Item] = [], upcoming: [SiteNews.Item] = [],
    lapsing: [SiteNews.Item] = [], due: [SiteNews.Item] = []
  ) -> String {
    NewsSummary(
      news: SiteNews(
        baseURL: "https://x.example/", since: since, changes: changes, added: added, removed: removed,
        updated: updated, upcoming: upcoming, lapsing: lapsing, dueForEvaluation: due)
    ).text
  }

  @Test("groups changes by what happened, then says what is coming")
  func groups() {
    let text = text(
      changes: [
        item("a", .notYetInForce, .inForce, day: "2026-12-01"), item("f", .repealed, .inForce),
        item("b", .inForce, .repealed, by: ["a"]),
      ],
      added: [item("c", nil, nil)], upcoming: [item("d", .inForce, .expired, day: "2026-12-05")],
      due: [item("e", .inForce, .expired, day: "2027-01-31")])
    #expect(
      text == """
        自上次（2026-11-20）以来：
          开始施行 1 件
            澜政发〔2020〕1号 《办法》（原为“尚未施行”，2026-12-01 起）  /a/
          恢复有效 1 件
            澜政发〔2020〕1号 《办法》（原为“已废止”）  /f/
          废止 1 件
            澜政发〔2020〕1号 《办法》（原为“现行有效”，依据 a）  /b/
          新公开 1 件
            澜政发〔2020〕1号 《办法》  /c/
        今后30天：
          2026-12-05  失效  澜政发〔2020〕1号 《办法》  /d/
        有效期在6个月内届满，应当评估：
          2027-01-31  澜政发〔2020〕1号 《办法》  /e/

        """)
  }

  @Test("names the provisions when only they come into force")
  func provisions() {
    let staged = item("a", .inForce, .inForce, day: "2026-12-01", articles: ["第十条", "第十二条"])
    #expect(
      text(changes: [staged], upcoming: [staged]) == """
        自上次（2026-11-20）以来：
          部分条款开始施行 1 件
            澜政发〔2020〕1号 《办法》（第十条、第十二条）  /a/
        今后30天：
          2026-12-01  部分条款开始施行  澜政发〔2020〕1号 《办法》（第十条、第十二条）  /a/

        """)
  }

  @Test("says when nothing changed, and nothing about a past it does not know")
  func quiet() {
    #expect(text() == "自上次（2026-11-20）以来没有变化\n")
    #expect(text(since: nil) == "")
  }

  @Test("a long list is cut, with a pointer to the rest")
  func long() {
    let lines = text(added: (0..<23).map { item("d\($0)", nil, nil) }).split(separator: "\n")
    #expect(lines.count == 23 && lines[1] == "  新公开 23 件" && lines[22] == "    另有 3 件，见 --report 写的文件")
  }

  @Test("what goes in the next days has its day")
  func lapsing() {
    #expect(
      text(
        since: nil, upcoming: [item("c", nil, .inForce, day: "2026-12-20")],
        lapsing: [item("a/b", .inForce, nil, day: "2026-12-16")])
        == "今后30天：\n  2026-12-16  撤下正文  澜政发〔2020〕1号 《办法》  /a/b/\n"
        + "  2026-12-20  公开  澜政发〔2020〕1号 《办法》  /c/\n")
  }
}
