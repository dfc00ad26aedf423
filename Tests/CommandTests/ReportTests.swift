import TestSupport
import Testing

@testable import gongkai

@Suite("gongkai report")
struct ReportTests {
  private static func site(_ number: String = "澜政发〔2025〕5号") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "Content/site.yml", "name: 安澜县\nbaseURL: https://example.test/\nsiteIDCode: \"0000000000\"\norganizer: 县政府\n")
    try scratch.write("Content/ku/_column.md", "---\ntitle: 文件库\nkind: normative\n---\n")
    try scratch.write(
      "Content/ku/a.md",
      "---\ntitle: 甲办法\ndocumentNumber: \(number)\nissuer: 县政府\ndocumentDate: 2025-06-01\npublishedOn: 2025-06-01\n"
        + "effectiveOn: 2025-06-01\n---\n正文。\n")
    return scratch
  }

  private static func run(_ site: Scratch, _ rest: String...) async -> (ProgramStatus, out: String, error: String) {
    let captured = Captured()
    let arguments = ["report", "--root", site.root, "--templates", templates, "--as-of", "2026-11-21"] + rest
    return (await Main.run(arguments, captured.console()), captured.out, captured.error)
  }

  @Test("prints the first table of the annual report and the documents behind it")
  func text() async throws {
    let (status, out, _) = await Self.run(try Self.site(), "--year", "2025")
    #expect(status == .success)
    #expect(
      out == """
        2025年政府信息公开工作年度报告用数（截至 2025-12-31，按本库公开的文件计算）

        第二十条第（一）项
          信息内容        本年制发件数  本年废止件数  现行有效件数
          行政规范性文件             1             0             1

        核对（行政规范性文件）：上年末有效 0 + 本年制发 1 − 本年废止 0 = 1，与现行有效件数一致
        2025年制发（1）：
          澜政发〔2025〕5号  甲办法

        政策解读：应解读 1 件，已解读 0 件
        尚未解读（1）：
          澜政发〔2025〕5号  甲办法

        意见征集：0 次，已公布结果 0 次

        """)
  }

  @Test("prints JSON for programs")
  func json() async throws {
    let (status, out, _) = await Self.run(try Self.site(), "--year", "2025", "--format", "json")
    #expect(status == .success && out.contains("\"schema\": \"gongkai-annual/1\"") && out.contains("\"ku/a\""))
  }

  @Test("counts nothing while a file has an error, and wants a year of four digits")
  func errors() async throws {
    let (status, out, error) = await Self.run(try Self.site("澜政发2025第5号"), "--year", "2025")
    #expect(status == .findings && out.isEmpty && error.contains("[document-number]") && error.contains("没有计算"))
    #expect(await Self.run(try Self.site(), "--year", "25").0 == .usage)
  }
}
