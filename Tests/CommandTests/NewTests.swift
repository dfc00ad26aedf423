import Base
import Documents
import Foundation
import SiteBuild
import TestSupport
import Testing

@testable import gongkai

/// `new`, `kinds`, `schema`.
@Suite struct NewTests {
  private func run(_ site: Scratch, _ arguments: String...) async -> (status: ProgramStatus, out: String, error: String)
  {
    let captured = Captured()
    let options = ["--root", site.root, "--templates", templates, "--as-of", "2026-11-21"]
    let status = await Main.run(arguments + options, captured.console())
    return (status, captured.out, captured.error)
  }

  private func site() throws -> Scratch {
    let site = try Scratch()
    try site.write(
      "Content/site.yml",
      """
      name: 安澜县人民政府
      baseURL: https://www.anlan.gov.cn/
      siteIDCode: 3412250001
      organizer: 安澜县人民政府办公室
      organizations:
        - {id: xzf, name: 安澜县人民政府}
      topics:
        - {id: nongye, name: 农业}

      """)
    try site.write("Content/zhengce/_column.md", "---\ntitle: 政策\nkind: normative\n---\n")
    try site.write("Content/tongzhi/_column.md", "---\ntitle: 通知\n---\n")
    return site
  }

  @Test func `a new document lacks only what a person must write`() async throws {
    let site = try site()
    let made = await run(site, "new", "行政规范性文件", "zhengce")
    #expect(made.status == .success && made.out.hasPrefix("已新建草稿：\(site.root)/Content/zhengce/2026-1.md\n"), "\(made)")
    let text = try #require(site.text("Content/zhengce/2026-1.md"))
    #expect(text.contains("\npublishedOn: 2026-11-21 ") && !text.contains("kind:"))
    #expect(text.contains("发文机关（必填）：几个机关的，主办在前；可以写：安澜县人民政府\n"), "\(text)")
    #expect(text.contains("\n# topics: ") && text.contains("可以写：农业\n"))
    let check = await run(site, "check")
    #expect(check.status == .success, "\(check.out)\(check.error)")
    #expect(!check.error.contains("unknown-key") && !check.error.contains("yaml"), "\(check.error)")
  }

  @Test func `nothing is written over, and the next has the next number`() async throws {
    let site = try site()
    try site.write("Content/zhengce/2026-1/index.md", "---\ntitle: 甲\n---\n")
    _ = await run(site, "new", "normative", "zhengce/")
    #expect(site.text("Content/zhengce/2026-2.md") != nil)
    let again = await run(site, "new", "normative", "Content/zhengce/2026-2.md")
    #expect(again.status == .disk && again.error.contains("2026-2.md"), "\(again)")
  }

  @Test func `the kind is said where the column does not`() async throws {
    let site = try site()
    let (_, out, _) = await run(site, "new", "normative", "tongzhi/a/index.md")
    #expect(out.contains("tongzhi/a/index.md"))
    #expect(site.text("Content/tongzhi/a/index.md")?.hasPrefix("---\nkind: 行政规范性文件\n") == true)
  }

  @Test func `what is not there is named`() async throws {
    let site = try site()
    #expect(await run(site, "new", "normativ").error.contains("是否想写：normative"))
    let folder = await run(site, "new", "normative", "zhengcee/a")
    #expect(folder.status == .usage && folder.error.contains("没有栏目“zhengcee”；是否想写：zhengce？"), "\(folder)")
    #expect(await run(site, "new", "normative", "tongzi").error.contains("没有栏目“tongzi”；是否想写：tongzhi？"))
    #expect(await run(site, "new", "normative", "../a").status == .usage)
  }

  @Test func `a kind has a table, a draft and a schema`() async throws {
    let site = try site()
    let list = await run(site, "kinds").out
    #expect(list.contains("normative") && list.contains("zhengce"))
    let table = await run(site, "kinds", "行政规范性文件").out
    #expect(table.contains("必填") && table.contains("与别的文件的关系") && table.contains("发文字号"))
    let schema = await run(site, "schema", "normative").out
    #expect(JSONValue(json: Array(schema.utf8))?["properties"]?["标题"] != nil)
    #expect(await run(site, "new", "normative").out.hasPrefix("---\nkind: 行政规范性文件\ntitle:"))
  }

  @Test func `the form of every kind begins with a title and knows what is required`() async throws {
    let site = try site()
    let request = BuildRequest(
      root: site.root, templates: [templates], output: "", asOf: CalendarDate(year: 2026, month: 11, day: 21),
      today: { _ in nil }, jobs: 2)
    let forms = try await siteForms(request)
    withExtendedLifetime(site) {}
    #expect(forms.forms.count > 60)
    for form in forms.forms {
      #expect(form.entries.contains { $0.key == "title" && $0.isRequired }, "\(form.kind.id)")
      #expect(Set(form.entries.map(\.key)).count == form.entries.count, "\(form.kind.id)")
      let draft = form.skeleton(today: try #require(forms.today), kindWord: form.kind.label)
      for entry in form.entries where entry.isRequired { #expect(draft.contains("\n\(entry.key):"), "\(form.kind.id)") }
    }
  }

  @Test func `the schema knows the words of the site`() async throws {
    let schema = JSONValue(json: Array(await run(try site(), "schema").out.utf8))
    let normative = schema?["$defs"]?["normative"]
    #expect(normative?["properties"]?["topics"]?["$ref"]?.text == "#/$defs/common/properties/topics")
    #expect(schema?["$defs"]?["common"]?["properties"]?["topics"]?["anyOf"] != nil)
    #expect(normative?["additionalProperties"] == .boolean(false))
    #expect(schema?["properties"]?["kind"]?["enum"] != nil)
  }
}
