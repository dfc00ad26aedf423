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

  @Test func `a table has a caption and scopes, and a merged cell is in every row`() async throws {
    let site = try Self.site("名称,单位,金额\n甲,教育,1\n乙,^^,-2\n")
    _ = try await site.publish()
    let page = try site.page("biao/t/")
    #expect(page.contains("<caption>t</caption>"))
    #expect(page.contains(#"<th scope="col" class="w2" data-type="number">金额</th>"#))
    #expect(page.contains(#"<tr><th scope="row">甲</th><td>教育</td><td class="digits">1</td></tr>"#))
    #expect(page.contains(#"<tr><th scope="row">乙</th><td class="again">教育</td><td class="digits">-2</td></tr>"#))
    #expect(!page.contains("table.js"))
  }

  @Test func `markup in a cell is text`() async throws {
    let site = try Self.site("名称,<b>\n<script>alert(1)</script>,\"a\"\"b\"\n")
    _ = try await site.publish()
    let page = try site.page("biao/t/")
    #expect(page.contains(#"&lt;script&gt;alert(1)&lt;/script&gt;</th><td>a&quot;b</td>"#))
  }

  @Test func `a column is as wide as its longest cell, and points stand under points`() async throws {
    let site = try Self.site(
      "序号,名称,说明,金额（元）\n1,三个字,\(String(repeating: "长", count: 9)),976.6\n2,甲,短,629.65\n3,乙,,514\n")
    _ = try await site.publish()
    let page = try site.page("biao/t/")
    #expect(
      page.contains(#"class="w2 ordinal" data-type="number">序号"#) && page.contains(#"class="w3" data-type="text">名称"#))
    #expect(page.contains(#"class="long" data-type="text">说明"#))
    #expect(page.contains(#"class="w4" data-type="number" data-decimals="2">金额"#))
    #expect(page.contains(#"<td class="digits" data-pad="0">976.6</td>"#))
    #expect(
      page.contains(#"<td class="digits">629.65</td>"#) && page.contains(#"<td class="digits" data-pad=".00">514</td>"#)
    )
    #expect(page.contains(#"<th scope="row" class="ordinal">1</th>"#) && page.contains("<table class=\"data\">"))
  }

  @Test func `a table wider than a phone has its headings in the cells, a wider one lies on its side`() async throws {
    func page(_ count: Int) async throws -> String {
      let site = try Self.site(
        (1...count).map { "第\($0)列的" }.joined(separator: ",") + "\n"
          + Array(repeating: "七个字的一格啊", count: count).joined(separator: ",") + "\n")
      _ = try await site.publish()
      return try site.page("biao/t/")
    }
    #expect(try await page(2).contains("<table class=\"data\">"))
    let cards = try await page(4)
    #expect(cards.contains("<table class=\"data as-cards\">") && cards.contains(#"<td data-label="第2列的">七个字的一格啊</td>"#))
    #expect(try await page(8).contains("<table class=\"data as-cards wide\">"))
  }

  @Test func `a column of a kind that has a sum ends with it, unless the file says it`() async throws {
    let kind = """
      label: 发放
      lifecycle: none
      layout: table
      fields:
        - key: rows
          label: 明细
          type: table
          columns:
            - {key: name, label: 户主, type: text, header: true}
            - {key: amount, label: 金额, type: number, total: true}
            - {key: note, label: 备注, type: text}

      """
    func page(_ rows: String) async throws -> String {
      let site = try SiteFixture([
        "Content/_kinds/payout.yml": kind, "Content/biao/_column.md": "---\ntitle: 发放\nkind: payout\n---\n",
        "Content/biao/t.md": "---\ntitle: 发放\n明细: t.csv\n---\n", "Content/biao/t.csv": "户主,金额,备注\n" + rows,
      ])
      _ = try await site.publish()
      return try site.page("biao/t/")
    }
    let page1 = try await page("张*,0.1,\n李*,200.25,\n王*,,\n")
    #expect(
      page1.contains(
        "<tfoot data-note>\n<tr><th scope=\"row\">合计</th><td class=\"digits\">200.35</td><td></td></tr>\n</tfoot>"))
    #expect(try await !page("张*,1,\n合计,1,\n").contains("<tfoot"))
  }

  @Test func `every sheet of paper can say what it is from and in which state`() async throws {
    let site = try Self.site("名称\n甲\n")
    _ = try await site.publish()
    let page = try site.page("biao/t/")
    #expect(page.contains(#" data-heading="t" data-paper-state="现行有效（"#))
    #expect(page.contains(#"biao/t/">"#) && page.contains(" data-address=\"https://"))
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
