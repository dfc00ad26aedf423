import Base
import Importing
import SiteBuild
import Testing

/// Whole stocks: rows of a list become documents of a site.
struct ListImportTests {
  private static let list = """
    标题,文号,公开日期,原文链接,正文,文件,附件路径
    关于水价的通知,澜水发〔2024〕3号,2024-05-08,/art/12.html,"各单位：
    请执行。",,
    关于电价的通知,澜水发〔2024〕4号,2024-05-09,/art/13.html,,docs\\4.txt,docs/表.csv
    关于气价的通知,,,,,docs/没有.txt,

    """

  private static func site(_ settings: String = "") throws -> SiteFixture {
    try SiteFixture([
      "Content/site.yml": SiteFixture.siteText + settings, "旧/清单.csv": list,
      "旧/docs/4.txt": "关于电价的通知\n各单位：\n请遵照执行。\n安澜县民政局\n2024年5月6日\n", "旧/docs/表.csv": "甲,乙\n1,2\n",
    ])
  }

  private static func run(_ site: SiteFixture, isDry: Bool = false) async throws -> ListResult {
    let request = ImportRequest(
      site: site.request(), files: [], column: "zhengce", isDry: isDry, reading: FileReading())
    return try await importList(site.root + "/旧/清单.csv", request) { _ in }
  }

  @Test func `the first run only says what the columns are, the second imports, the third has nothing to do`()
    async throws
  {
    let site = try Self.site()
    guard case .guessed(_, let path) = try await Self.run(site) else { throw Unexpected() }
    #expect(site.text("旧/清单.csv.mapping.yml")?.contains("公开日期: publishedOn\n") == true)
    #expect(path == site.root + "/旧/清单.csv.mapping.yml" && site.text("Content/zhengce/2024-3/index.md") == nil)
    guard case .imported(let report, _) = try await Self.run(site) else { throw Unexpected() }
    #expect(report.taken == 2 && report.refused == 1)
    let row = try #require(site.text("Content/zhengce/2024-3/index.md"))
    for line in ["title: 关于水价的通知\n", "publishedOn: 2024-05-08\n", "aliases: [/art/12.html]\n", "\n请执行。\n"] {
      #expect(row.contains(line), "\(row)")
    }
    let file = try #require(site.text("Content/zhengce/2024-4/index.md"))
    for line in ["documentNumber: 澜水发〔2024〕4号\n", "documentDate: 2024-05-06\n", "attachments: [表.csv]\n", "\n请遵照执行。\n"]
    {
      #expect(file.contains(line), "\(file)")
    }
    #expect(site.text("Content/zhengce/2024-4/表.csv") == "甲,乙\n1,2\n")
    #expect(site.text("旧/清单.csv.report.csv")?.contains("没有.txt") == true)
    guard case .imported(let again, _) = try await Self.run(site) else { throw Unexpected() }
    #expect(again.taken == 0 && again.done == 2 && again.refused == 1)
    _ = try await site.publish()
  }

  @Test func `what a run that was killed was about to write is taken again`() async throws {
    let site = try Self.site()
    _ = try await Self.run(site)
    _ = try await Self.run(site)
    let text = try #require(site.text("Content/zhengce/2024-3/index.md"))
    for path in ["Content/zhengce/2024-3", "旧/清单.csv.journal"] { try site.remove(path) }
    try site.write(["Content/zhengce/.gongkai-import/index.md": text])
    guard case .imported(let report, _) = try await Self.run(site) else { throw Unexpected() }
    #expect(report.taken == 1 && report.done == 1)
    #expect(site.text("Content/zhengce/2024-3/index.md") == text)
  }

  @Test func `a mapping with a mistake imports nothing`() async throws {
    let site = try Self.site()
    try site.write(["旧/清单.csv.mapping.yml": "标题: 题目\n"])
    guard case .mistaken(let findings) = try await Self.run(site) else { throw Unexpected() }
    #expect(findings.map(\.rule) == ["unknown-word"] && site.text("旧/清单.csv.journal") == nil)
  }

  @Test func `a dry run writes nothing`() async throws {
    let site = try Self.site()
    guard case .guessed = try await Self.run(site, isDry: true) else { throw Unexpected() }
    #expect(site.text("旧/清单.csv.mapping.yml") == nil)
    _ = try await Self.run(site)
    guard case .imported(let report, let path) = try await Self.run(site, isDry: true) else { throw Unexpected() }
    #expect(report.taken == 2 && path == nil && site.text("Content/zhengce/2024-3/index.md") == nil)
    #expect(site.text("旧/清单.csv.journal") == nil && site.text("旧/清单.csv.report.csv") == nil)
  }

  @Test func `documents get their number if the site asks for it, and keep it`() async throws {
    let site = try Self.site("indexNumbers: {code: 01404053X}\n")
    _ = try await Self.run(site)
    _ = try await Self.run(site)
    let row = try #require(site.text("Content/zhengce/2024-3/index.md"))
    #expect(row.contains("indexNumber: 01404053X/2024-00001\n"), "\(row)")
    #expect(
      site.text("Content/_index-numbers.csv")?.contains("01404053X/2024-00002,zhengce/2024-4,2024-05-06\n") == true)
    _ = try await site.publish()
  }

  @Test func `a library is numbered by the days of its documents, and a second time nothing is left`() async throws {
    let site = try SiteFixture([
      "Content/site.yml": SiteFixture.siteText + "indexNumbers: {code: 01404053X}\n",
      "Content/zhengce/a.md": "---\ntitle: 甲\ndocumentDate: 2024-03-01\n---\n正文。\n",
      "Content/zhengce/b.md": "---\ntitle: 乙\nindexNumber: 01404053X/2024-00007\n---\n正文。\n",
      "Content/zhengce/c.md": "---\ntitle: 丙\ndraft: true\ndocumentDate: 2024-01-01\n---\n正文。\n",
      "Content/zhengce/d.md": "---\ntitle: 丁\n---\n正文。\n",
    ])
    let templates = try site.request().layeredTemplates()
    let first = try await allotIndexNumbers(root: site.root, templates: templates, jobs: 2, isDry: false)
    #expect(
      first?.allotted.map { "\($0.path) \($0.number)" } == [
        "Content/zhengce/first.md 01404053X/2024-00008", "Content/zhengce/a.md 01404053X/2024-00009",
      ])
    #expect(first?.undated == ["Content/zhengce/d.md"])
    #expect(
      site.text("Content/zhengce/a.md")
        == "---\ntitle: 甲\ndocumentDate: 2024-03-01\nindexNumber: 01404053X/2024-00009\n---\n正文。\n")
    let second = try await allotIndexNumbers(root: site.root, templates: templates, jobs: 2, isDry: false)
    #expect(second?.allotted == [])
    _ = try await site.publish()
    let silent = try SiteFixture()
    #expect(try await allotIndexNumbers(root: silent.root, templates: templates, jobs: 2, isDry: false) == nil)
  }

  private struct Unexpected: Error {}
}
