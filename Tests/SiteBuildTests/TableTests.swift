import Foundation
import Publishing
import SiteBuild
import Testing

/// Tables from CSV files, on the built site.
@Suite struct TableTests {
  private static func document(_ name: String, _ more: String = "") -> [String: String] {
    [
      "Content/biao/_column.md": "---\ntitle: 数据表\nkind: dataTable\n---\n",
      "Content/biao/\(name).md": SiteFixture.document(
        "title: \(name)\n发文机关: 安澜县人民政府\n发布日期: 2026-01-01\n施行日期: 2026-01-01\n表格: \(name).csv" + more),
    ]
  }

  private static func site(_ csv: String, _ more: String = "") throws -> SiteFixture {
    try SiteFixture(document("t", more).merging(["Content/biao/t.csv": csv]) { $1 })
  }

  @Test func `a table has a caption, scopes and merged cells`() async throws {
    let site = try Self.site("名称,单位,金额\n甲,教育,1\n乙,^^,-2\n")
    _ = try await site.publish()
    let page = try site.page("biao/t/")
    #expect(page.contains("<caption>t</caption>"))
    #expect(page.contains(#"<th scope="col" data-type="number">金额</th>"#))
    #expect(
      page.contains(
        #"<tr><th scope="row" class="short">甲</th><td class="short" rowspan="2">教育</td><td class="digits">1</td></tr>"#)
    )
    #expect(page.contains(#"<tr><th scope="row" class="short">乙</th><td class="digits">-2</td></tr>"#))
    #expect(!page.contains("table.js"))
  }

  @Test func `markup in a cell is text`() async throws {
    let site = try Self.site("名称,<b>\n<script>alert(1)</script>,\"a\"\"b\"\n")
    _ = try await site.publish()
    let page = try site.page("biao/t/")
    #expect(page.contains(#"&lt;script&gt;alert(1)&lt;/script&gt;</th><td class="short">a&quot;b</td>"#))
  }

  @Test func `the file that readers get runs no formula, is complete and opens in Excel`() async throws {
    let site = try Self.site("名称,值\n=SUM(A1),+1\n@x,-12.5\n\"\t-1\",^^\n-a,\"b,\"\"c\"\n")
    _ = try await site.publish()
    let lines = try #require(site.text("Output/biao/t/t.csv")).split(separator: "\r\n").map(String.init)
    #expect(lines == ["\u{FEFF}名称,值", "'=SUM(A1),'+1", "'@x,-12.5", "-1,-12.5", "'-a,\"b,\"\"c\""])
  }

  @Test func `a long table has pages of its own, and one file with all rows`() async throws {
    let rows = (1...250).map { "村\($0),\($0)" }.joined(separator: "\n")
    let site = try Self.site("名称,序号\n" + rows + "\n")
    _ = try await site.publish()
    let files = site.pages.filter { $0.hasPrefix("biao/t/") }
    #expect(
      files == [
        "biao/t/index.html", "biao/t/page/2/index.html", "biao/t/page/3/index.html", "biao/t/t.csv",
        "biao/t/t.rows.json",
      ])
    let (first, last) = (try site.page("biao/t/"), try site.page("biao/t/page/3/"))
    #expect(
      first.contains("村100</th>") && !first.contains("村101</th>")
        && first.contains(#"data-rows="../../biao/t/t.rows.json""#))
    #expect(
      last.contains("第201至250行") && last.contains("村250</th>") && last.contains(#"href="../../../../biao/t/page/2/""#))
    let json = try #require(site.text("Output/biao/t/t.rows.json"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["rows"] as? [[String]])?.last == ["村250", "250"])
  }

  @Test(arguments: ["draft: true", "发布日期: 2030-05-01", "公开属性: 不予公开\n不公开依据: 条例第十四条"])
  func `what is not public leaves no trace of its table`(key: String) async throws {
    let text = SiteFixture.document(
      "title: 密\n发文机关: 安澜县人民政府\n\(key.hasPrefix("发布") ? "" : "发布日期: 2026-01-01\n")\(key)\n表格: mi.csv")
    let site = try SiteFixture(
      Self.document("t").merging([
        "Content/biao/t.csv": "名称\n甲\n", "Content/biao/mi.md": text, "Content/biao/mi.csv": "名称\n机密内容\n",
      ]) { $1 })
    _ = try await site.publish()
    for (path, bytes) in site.output {
      #expect(!path.contains("mi.") && !String(decoding: bytes, as: UTF8.self).contains("机密内容"), "\(path)")
    }
  }

  @Test func `a table that changed has its pages rebuilt`() async throws {
    let site = try Self.site("名称\n甲\n")
    _ = try await site.publish()
    try site.write(["Content/biao/t.csv": "名称\n乙\n"])
    _ = try await site.publish()
    #expect(try site.page("biao/t/").contains("乙</th>") && site.text("Output/biao/t/t.csv") == "\u{FEFF}名称\r\n乙\r\n")
  }

  @Test func `an error in a table holds up only its document when asked to go on`() async throws {
    let site = try Self.site("名称,\n甲,1\n")
    #expect(try await site.build().publication == nil)
    #expect(try await site.findings() == ["biao/t.csv:1:4 1 table-heading"])
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.publication != nil && !site.pages.contains { $0.hasPrefix("biao/t/") })
  }

  @Test func `the names that a table takes are its own`() async throws {
    let rows = (1...101).map { "甲\($0)\n" }.joined()
    let site = try Self.site("名称\n" + rows, "\n附件: [t.rows.json, page]")
    try site.write(["Content/biao/t.rows.json": "{}", "Content/biao/page": "x"])
    let clashes = try await site.findings().filter { $0.hasSuffix("file-name-clash") }
    #expect(clashes.count == 2)
  }
}
