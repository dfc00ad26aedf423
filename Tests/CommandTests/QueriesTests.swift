import TestSupport
import Testing

@testable import SiteBuild
@testable import gongkai

@Suite("gongkai queries")
struct QueriesTests {
  private static let log = """
    192.0.2.1 - - [27/Nov/2026:10:00:00 +0800] "GET /xxgk/search/?q=%E5%85%AC%E7%A7%AF%E9%87%91 HTTP/1.1" 200 3052 "-" "Mozilla/5.0"
    192.0.2.2 - - [27/Nov/2026:10:01:00 +0800] "GET /xxgk/search/?q=%E5%85%AC%E7%A7%AF%E9%87%91&sort=date HTTP/2.0" 304 0 "-" "Mozilla/5.0"
    192.0.2.2 - - [27/Nov/2026:10:02:00 +0800] "GET /xxgk/search/?q=%E5%85%AC%E7%A7%AF%E9%87%91&page=2 HTTP/2.0" 200 0 "-" "Mozilla/5.0"
    192.0.2.3 - - [27/Nov/2026:10:03:00 +0800] "GET /xxgk/search/?q=%E4%BD%8E%E4%BF%9D+%E6%A0%87%E5%87%86 HTTP/1.1" 200 3052 "-" "Mozilla/5.0"
    192.0.2.4 - - [27/Nov/2026:10:04:00 +0800] "GET /xxgk/search/?q=13800000000 HTTP/1.1" 200 3052 "-" "Mozilla/5.0"
    192.0.2.5 - - [27/Nov/2026:10:05:00 +0800] "GET /xxgk/search/?q=%E7%94%B2%E5%8A%9E%E6%B3%95 HTTP/1.1" 200 3052 "-" "Mozilla/5.0"
    192.0.2.6 - - [27/Nov/2026:10:06:00 +0800] "GET /xxgk/search/?q=%E7%94%B2 HTTP/1.1" 200 3052 "-" "Baiduspider/2.0"
    192.0.2.6 - - [27/Nov/2026:10:07:00 +0800] "GET /xxgk/search/?q=%E7%94%B2 HTTP/1.1" 404 0 "-" "Mozilla/5.0"
    192.0.2.7 - - [27/Nov/2026:10:08:00 +0800] "GET /xxgk/search/ HTTP/1.1" 200 3052 "-" "Mozilla/5.0"
    192.0.2.7 - - [27/Nov/2026:10:08:00 +0800] "GET /xxgk/research/?q=x HTTP/1.1" 200 3052 "-" "Mozilla/5.0"
    what is no line of a log

    """

  @Test("of a log only the questions of people count, and nothing of who asked")
  func questions() {
    let log = AccessLog([Array(Self.log.utf8)])
    #expect(log.searches == 5 && log.withheld == 1)
    #expect(
      log.queries == [.init(text: "公积金", count: 2), .init(text: "低保 标准", count: 1), .init(text: "甲办法", count: 1)])
  }

  private static func site(_ synonyms: String = "[最低生活保障, 低保]") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "Content/site.yml",
      "name: 安澜县\nbaseURL: https://example.test/\nsiteIDCode: \"0000000000\"\norganizer: 县政府\nsynonyms: [\(synonyms)]\n"
    )
    try scratch.write("Content/ku/_column.md", "---\ntitle: 文件库\nkind: normative\n---\n")
    try scratch.write(
      "Content/ku/a.md",
      "---\ntitle: 甲办法\ndocumentNumber: 澜政发〔2025〕5号\nissuer: 县政府\ndocumentDate: 2025-06-01\npublishedOn: 2025-06-01\n"
        + "effectiveOn: 2025-06-01\n---\n提高最低生活保障的标准。\n")
    try scratch.write("access.log", Self.log)
    return scratch
  }

  private static func run(_ site: Scratch, _ rest: String...) async -> (ProgramStatus, out: String) {
    let captured = Captured()
    let arguments = ["queries", "--root", site.root, "--templates", templates, "--as-of", "2026-11-21"] + rest
    return (await Main.run(arguments, captured.console()), captured.out)
  }

  @Test(
    "says what nothing answers, what only something near does, and how much is answered",
    arguments: ["[最低生活保障, 低保]", "[低保, 最低生活保障]"])
  func answers(_ synonyms: String) async throws {
    let site = try Self.site(synonyms)
    let (status, out) = await Self.run(site, site.root + "/access.log")
    #expect(status == .success)
    #expect(
      out == """
        搜索 5 次，3 种问法；另有 1 种带号码或邮箱，不列出
        没有找到 1 种：
          2 次  公积金
        只有相近的 1 种：
          1 次  低保 标准
        文件里有原话的 1 种

        """)
    #expect(!out.contains("138") && !out.contains("192"))
  }

  @Test("as JSON, for programs")
  func json() async throws {
    let site = try Self.site()
    let (_, out) = await Self.run(site, "--format", "json", site.root + "/access.log")
    #expect(out.contains("\"query\": \"公积金\"") && out.contains("\"withheld\": 1"))
  }

  @Test("a log that is not there is told")
  func missing() async throws {
    let (status, _) = await Self.run(try Self.site(), "/nowhere/access.log")
    #expect(status == .disk)
  }
}
