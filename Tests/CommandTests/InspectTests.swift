import Foundation
import Inspection
import TestSupport
import Testing

@testable import gongkai

@Suite("inspect")
struct InspectTests {
  private static let files = [
    "Content/site.yml": """
    name: 甲县人民政府
    baseURL: https://www.jia.gov.cn/
    siteIDCode: "1304000009"
    organizer: 甲县人民政府
    inspection: {consultURL: "https://www.jia.gov.cn/zixun/"}

    """,
    "Content/a/_column.md": "---\ntitle: 公告\nkind: notice\ndescription: 甲县的公告\n---\n",
    "Content/a/d.md": "---\ntitle: 停水\npublishedOn: 2026-11-20\n---\n明天停水。\n",
  ]

  private static func site(_ more: [String: String] = [:]) throws -> Scratch {
    let scratch = try Scratch()
    for (path, text) in files.merging(more, uniquingKeysWith: { $1 }) { try scratch.write(path, text) }
    return scratch
  }

  private func run(_ scratch: Scratch, _ arguments: String...) async -> (
    status: ProgramStatus, out: String, error: String
  ) {
    let captured = Captured()
    let all = ["inspect", "--root", scratch.root, "--templates", templates] + arguments
    return (await Main.run(all, captured.console()), captured.out, captured.error)
  }

  @Test("ends with 0 when nothing is broken, and with 1 when something is")
  func statuses() async throws {
    let site = try Self.site()
    let good = await run(site, "--as-of", "2026-11-21")
    #expect(good.status == .success, "\(good.out)\(good.error)")
    #expect(good.out.contains("合格      首页更新") && good.out.hasSuffix("到期清单：已逾期 0 件，临近 0 件\n"))
    let bad = await run(site, "--as-of", "2026-12-31")
    #expect(bad.status == .findings && bad.out.contains("检查指标：不合格 1 项（首页更新），"))
    #expect(site.text("Output/index.html") == nil, "nothing is published")
  }

  @Test("writes JSON, a page that needs nothing else, and a calendar")
  func formats() async throws {
    let site = try Self.site(["Content/n/_column.md": "---\ntitle: 年报\nkind: annualReport\n---\n"])
    let json = await run(site, "--as-of", "2026-03-20", "--format", "json")
    let value = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    #expect(value["schema"] as? String == "gongkai-inspection/1" && value["asOf"] as? String == "2026-03-20")
    let indicators = try #require(value["indicators"] as? [[String: Any]])
    #expect(indicators.map { $0["id"] as? String } == Indicator.allCases.map(\.rawValue))
    let due = try #require((value["due"] as? [[String: Any]])?.first)
    #expect(
      due["what"] as? String == "公布年度报告" && due["due"] as? String == "2026-03-31" && due["state"] as? String == "soon")
    let file = site.root + "/jiancha.html"
    let html = await run(site, "--as-of", "2026-03-20", "--format", "html", "--output-file", file)
    #expect(html.out.hasPrefix("检查指标：") && html.out.split(separator: "\n").count == 1)
    let page = try #require(site.text("jiancha.html"))
    #expect(page.contains("content=\"noindex, nofollow\"") && page.contains("公布年度报告：甲县人民政府2025年度"))
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("src="))
    let calendar = await run(site, "--as-of", "2026-03-20", "--format", "ics")
    #expect(calendar.out.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.out.contains("DTSTART;VALUE=DATE:20260331\r\n"))
    #expect(calendar.out.contains("TRIGGER:-P7D\r\n"))
  }

  @Test("writes nothing where readers would find it")
  func outside() async throws {
    let site = try Self.site()
    try site.write("Output/index.html", "x")
    for path in ["/Output/jiancha.html", "/Output/../Output/x/jiancha.html", "/a/../Output/jiancha.html"] {
      let refused = await run(site, "--as-of", "2026-11-21", "--output-file", site.root + path)
      #expect(refused.status == .usage && refused.error.contains("不能写进 Output"), "\(path)")
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: site.root + "/Output") == ["index.html"])
  }

  @Test("asks other sites by HEAD, then by GET, and says why it could not")
  func links() async {
    let urls = ["https://ok.cn/", "https://get.cn/", "https://gone.cn/", "https://down.cn/", "http://10.0.0.1/"]
    let answers = await CurlProbe.answers(to: urls) { url, method in
      switch (url, method) {
      case ("https://ok.cn/", _): CurlProbe.Answer(exit: 0, status: 200)
      case ("https://get.cn/", "HEAD"): CurlProbe.Answer(exit: 0, status: 405)
      case ("https://get.cn/", _): CurlProbe.Answer(exit: 0, status: 200)
      case ("https://gone.cn/", _): CurlProbe.Answer(exit: 0, status: 404)
      default: CurlProbe.Answer(exit: 28, status: 0)
      }
    }
    #expect(answers == .asked(4, dead: ["https://gone.cn/": "404", "https://down.cn/": "15 秒没有回应"]))
    #expect(await CurlProbe.answers(to: urls) { _, _ in nil } == .impossible("没有检查：本机没有 curl"))
    let offline = await CurlProbe.answers(to: urls) { _, _ in CurlProbe.Answer(exit: 6, status: 0) }
    #expect(offline == .impossible("没有检查：本机没有网络"))
    #expect(await CurlProbe.answers(to: []) { _, _ in nil } == .asked(0, dead: [:]))
  }

  @Test("is one line of every build")
  func nightly() async throws {
    let site = try Self.site()
    let report = site.root + "/report.json"
    let built = await Captured.run(
      "build", "--root", site.root, "--templates", templates, "--as-of", "2026-12-31", "--report", report)
    #expect(built.out.hasSuffix("到期清单：已逾期 0 件，临近 0 件（gongkai inspect 看全部）\n"), "\(built.out)\(built.error)")
    #expect(built.out.contains("检查指标：不合格 1 项（首页更新）"))
    let value = try JSONSerialization.jsonObject(with: Data((site.text("report.json") ?? "").utf8)) as? [String: Any]
    #expect(value?["failedIndicators"] as? [String] == ["首页更新"] && (value?["due"] as? [Any])?.isEmpty == true)
    let status = await Captured.run("status", "--root", site.root)
    #expect(status.out.contains("检查指标  不合格 1 项：首页更新"), "\(status.out)")
  }
}
