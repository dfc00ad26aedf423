import Base
import SiteBuild
import TestSupport
import Testing

/// Numbers of the year that each office or person has to reach, and pages that gather by a field called like a criterion.
@Suite struct QuotaTests {
  private static func site(_ quota: String, _ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      [
        "Content/site.yml": SiteFixture.siteText + "quotas:\n  - \(quota)\n",
        "Content/a/_column.md": "---\ntitle: 栏目\nkind: interpretation\n---\n",
        "Content/a/d.md": SiteFixture.document(
          "title: 解读一\n发布日期: 2026-10-12\n发文机关: 安澜县民政局\n解读人: 张明\n解读对象: zhengce/first"),
        "Content/a/e.md": SiteFixture.document(
          "title: 解读二\n发布日期: 2026-10-13\n发文机关: 安澜县民政局\n解读人: 张明\n解读对象: zhengce/first"),
        "Content/a/s.md": SiteFixture.document(
          "title: 归集\nkind: special\n发布日期: 2026-10-13\n归集: {kinds: interpretation}"),
      ].merging(more) { $1 })
  }

  private static func messages(_ site: SiteFixture) async throws -> [String] {
    try await checkSite(site.request()).findings.map { "\($0.rule) \($0.message)" }
  }

  @Test func `each person is counted, and those who lack something are named`() async throws {
    let quota = "{kind: interpretation, label: 负责人解读, perYear: 2, by: 10-31, each: interpretr, of: [张明, 李强]}"
    let site = try Self.site(quota.replacing("interpretr", with: "interpreter"))
    #expect(
      try await Self.messages(site) == ["duty-overdue 负责人解读2026年各应不少于2次，还差1个：李强（0次），已经逾期"])
    _ = try await site.publish()
    #expect(try site.page("a/s/").contains("2026年负责人解读：应有2个，已有1个，还没有的：李强（0次）"))
    #expect(try await Self.messages(try Self.site(quota)).first?.hasPrefix("unknown-key") == true)
  }

  @Test func `each office of the site is meant where none is named`() async throws {
    let quota = "{kind: interpretation, label: 发布解读, perYear: 1, by: 10-31, each: issuer}"
    #expect(
      try await Self.messages(try Self.site(quota)) == ["duty-overdue 发布解读2026年各应不少于1次，还差1个：安澜县人民政府，已经逾期"])
    let site = try Self.site(quota.replacing("issuer}", with: "issuer, of: [安澜县民政局]}"))
    #expect(try await Self.messages(site) == [])
    _ = try await site.publish()
    #expect(try site.page("a/s/").contains("2026年发布解读：应有1个，已有1个"))
  }

  @Test(arguments: [
    ("{kind: interpretaton, label: 甲, perYear: 1}", "unknown-kind", "年度次数“甲”的类型“interpretaton”没有定义"),
    ("{kind: interpretation, field: interpeter, label: 甲, perYear: 1}", "unknown-key", "年度次数“甲”的字段“interpeter”，政策解读没有"),
    ("{kind: interpretation, label: 甲, perYear: 1, each: interpreter}", "missing-field", "年度次数的 each 没有写 of：不知道应当有哪些"),
    ("{kind: interpretation, label: 甲, perYear: 1, of: [张明]}", "missing-field", "年度次数写了 of，没有写 each"),
  ]) func `a quota that counts nothing is a mistake in site yml`(
    _ quota: String, _ rule: String, _ message: String
  ) async throws {
    let site = try Self.site(quota)
    let findings = try await checkSite(site.request()).findings.filter { $0.rule != "duty-soon" }
    #expect(findings.first?.rule == rule && findings.first?.message == message)
    #expect(findings.first?.location.path == "Content/site.yml" && findings.first?.cures.isEmpty == false)
  }

  @Test func `a page gathers the budgets of a year`() async throws {
    let budget = "kind: budget\n发布日期: 2026-02-12\n发文机关: 安澜县民政局\nincome: s.csv\nexpenditure: z.csv\n"
    let site = try Self.site(
      "{kind: interpretation, label: 解读, perYear: 1}",
      [
        "Content/a/s.csv": "收入项目,预算数\n合计,1\n", "Content/a/z.csv": "支出项目,预算数\n合计,1\n",
        "Content/a/b.md": SiteFixture.document("title: 今年预算\n" + budget + "年度: 2026"),
        "Content/a/c.md": SiteFixture.document("title: 去年预算\n" + budget + "年度: 2025"),
        "Content/a/s.md": SiteFixture.document(
          "title: 归集\nkind: special\n发布日期: 2026-10-13\n归集: {kinds: budget, year: 2026}"),
      ])
    #expect(try await Self.messages(site) == [])
    _ = try await site.publish()
    let page = try site.page("a/s/")
    #expect(page.contains("今年预算") && !page.contains("去年预算"))
  }
}
