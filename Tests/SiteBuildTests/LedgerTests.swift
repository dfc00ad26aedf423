import SiteBuild
import Testing

/// Ledgers of tasks: states of rows on a day, update intervals, last year's review.
@Suite struct LedgerTests {
  private static func site(_ csv: String, _ more: String = "") throws -> SiteFixture {
    try SiteFixture([
      "Content/renwu/_column.md": "---\ntitle: 任务\nkind: ledger\n---\n",
      "Content/renwu/t.md": SiteFixture.document(
        "title: 台账\n发文机关: 安澜县人民政府\n发布日期: 2026-03-01\n任务: t.csv\(more)"),
      "Content/renwu/t.csv": "序号,工作任务,责任单位,完成时限,完成日期,佐证\n" + csv,
    ])
  }

  /// Label and coming states of each row's badge.
  private static func badges(_ site: SiteFixture) throws -> [String] {
    let page = try site.page("renwu/t/")
    return page.matches(
      of:
        /<td class="state" data-label="状态"><span class="status [a-z]+" data-state="([a-zA-Z]+)"( data-upcoming="([^"]*)")?>/
    )
    .map { [String($0.1), $0.3.map(String.init) ?? ""].joined(separator: "|") }
  }

  @Test func `each row has its state on the day, and the states to come`() async throws {
    let rows = "1,甲,局,2026-06-30,2026-06-20,\n2,乙,局,2026-11-20,,\n3,丙,局,2026-11-21,,\n4,丁,局,2026-12-31,,\n"
    let site = try Self.site(rows)
    _ = try await site.publish()
    #expect(
      try Self.badges(site) == [
        "done|", "overdue|", "dueSoon|2026-11-22 overdue late 已逾期",
        "pending|2026-12-16 dueSoon soon 即将到期;2027-01-01 overdue late 已逾期",
      ])
    let page = try site.page("renwu/t/")
    #expect(page.contains("已完成1项，共4项（25%）"))
    // One bar divided among the states; the badges say the same, so it is hidden from screen readers.
    #expect(page.contains(#"<svg class="chart" viewBox="0 0 360 45" aria-hidden="true">"#))
    #expect(page.contains(#"<rect class="part settled""#))
    #expect(
      page.contains(#"</th><th scope="col" class="long" data-type="reference">佐证</th>"#)
        && page.contains(" data-order=\"inForce "))
    _ = try await site.publish(asOf: "2026-11-22")
    #expect(try Self.badges(site)[2] == "overdue|")
  }

  @Test func `a deadline in words is shown as it was written, and decides the state`() async throws {
    let site = try Self.site("1,甲,局,2026年10月底前,,\n2,乙,局,持续推进,,\n3,丙,局,全年,,\n")
    _ = try await site.publish()
    #expect(
      try Self.badges(site) == [
        "overdue|", "pending|", "pending|2026-12-16 dueSoon soon 即将到期;2027-01-01 overdue late 已逾期",
      ])
    let page = try site.page("renwu/t/")
    #expect(page.contains(#"<td class="day" data-label="完成时限"><time datetime="2026-10-31">2026年10月底前</time></td>"#))
    #expect(page.contains(#"<td class="day" data-label="完成时限">持续推进</td>"#))
    #expect(site.text("Output/renwu/t/t.csv")?.contains("2,乙,局,持续推进,,") == true)
  }

  @Test func `a ledger that is not brought up to date in time is found, until all is done`() async throws {
    let site = try Self.site("1,甲,局,2026-06-30,2026-06-20,\n2,乙,局,2026-12-20,2026-12-10,\n", "\n更新周期: 1季度")
    try await site.expect([], on: "2026-06-01")
    try await site.expect(["renwu/t.md:6:7 3 update-overdue warning"], on: "2026-06-02")
    try await site.expect([], on: "2026-12-10")
  }

  @Test func `the update counts from the day that it names`() async throws {
    let site = try Self.site("1,甲,局,2026-12-30,,\n", "\n更新周期: 1个月\n更新日期: 2026-11-10")
    try await site.expect([], on: "2026-12-10")
    try await site.expect(["renwu/t.md:6:7 3 update-overdue warning"], on: "2026-12-11")
  }

  @Test func `a column is brought up to date as often as it says`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/_column.md": "---\ntitle: 政策文件\nkind: policy\n更新周期: 6个月\n---\n",
      "Content/zhengce/xia/_column.md": "---\ntitle: 下级\nkind: policy\n---\n",
      "Content/zhengce/xia/a.md": SiteFixture.document("title: 乙\npublishedOn: 2024-03-01"),
    ])
    try await site.expect([], on: "2024-09-01")
    try await site.expect(["zhengce/_column.md:4:7 3 update-overdue warning"], on: "2024-09-02")
  }

  @Test func `a task of last year without evidence is found when one looks back`() async throws {
    let site = try Self.site("1,甲,局,2026-06-30,2026-06-20,renwu/t\n2,乙,局,2026-12-20,2026-12-10,\n")
    try await site.expect([], on: "2026-12-31")
    try await site.expect(["renwu/t.csv:3:29 1 evidence-missing warning"], on: "2027-01-01")
  }

  @Test func `evidence that is not in the library is an error in the table`() async throws {
    let site = try Self.site("1,甲,局,2026-12-30,,renwu/x；zhengce/first；zhengce\n")
    try await site.expect(["renwu/t.csv:2:19 29 dangling-reference"])
  }

  @Test func `evidence leads to documents, columns and other sites; what is not public leaves no address`() async throws
  {
    let site = try Self.site(
      "1,甲,局,2026-12-30,,zhengce/first；zhengce；[通报](https://x.gov.cn/a?b=1&c)；zhengce/mi；[密](zhengce/mi)\n")
    try site.write(["Content/zhengce/mi.md": SiteFixture.document("title: 密件\npublishedOn: 2030-01-01")])
    _ = try await site.publish()
    let page = try site.page("renwu/t/")
    #expect(page.contains(#"<a href="../../zhengce/first/">第一篇</a><br><a href="../../zhengce/">政策文件</a>"#))
    #expect(
      page.contains(
        #"<a href="https://x.gov.cn/a?b=1&amp;c" rel="external noopener" class="external">通报</a><br>密</td>"#))
    #expect(!page.contains("zhengce/mi") && !page.contains("密件"))
  }
}

extension SiteFixture {
  /// The findings on a day, in short form.
  func expect(
    _ expected: [String], on day: String = "2026-11-21", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let found = try await findings(asOf: day)
    #expect(found == expected, sourceLocation: sourceLocation)
  }
}
