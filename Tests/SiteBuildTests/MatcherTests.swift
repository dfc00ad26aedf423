import Base
import Documents
import Foundation
import SiteBuild
import TestSupport
import Testing

@Suite("What policies give, found by answers")
struct MatcherTests {
  private static let matcher = """
    matcher:
      - question: 您是
        answers: [{id: geren, name: 个人}, {id: qiye, name: 企业}]
      - {question: 年龄, answers: [{id: laonian, name: 老年人}]}
    places: [{id: qingxi, name: 清溪镇}]

    """

  private static func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      [
        "Content/site.yml": SiteFixture.siteText + matcher,
        "Content/zhengce/give.md": SiteFixture.document(
          "title: 津贴办法\npublishedOn: 2025-01-01\neffectiveOn: 2025-01-01\nexpiresOn: 2026-12-31\nbenefits:\n"
            + "  - {who: [个人, 老年人], what: 高龄津贴, amount: 每月100元, how: zhengce/first}\n"
            + "  - {who: qiye, what: 用工补贴, where: 清溪镇, until: 2026-11-25}"),
      ].merging(more) { $1 })
  }

  private static func offers(_ site: SiteFixture) throws -> [JSONValue] {
    let bytes = Array(try #require(site.text("Output/match/benefits.json")).utf8)
    return try #require(JSONValue(json: bytes)?["offers"]?.list { $0 })
  }

  @Test("what can be had is in the data of the page and in the list of each answer")
  func lists() async throws {
    let site = try Self.site()
    #expect(try await site.findings() == [])
    _ = try await site.publish()
    let offers = try Self.offers(site)
    #expect(offers.compactMap { $0["what"]?.text } == ["高龄津贴", "用工补贴"])
    #expect(offers[0]["who"]?.list(\.text) == ["geren", "laonian"])
    #expect(offers[0]["until"]?.text == "2027-01-01" && offers[1]["until"]?.text == "2026-11-26")
    #expect(offers[0]["howURL"]?.text == "../zhengce/first/")
    let old = try site.page("match/laonian/")
    #expect(old.contains("高龄津贴") && old.contains("每月100元") && old.contains("截至2026-12-31") && !old.contains("用工补贴"))
    #expect(old.contains("怎样办：<a href=\"../../zhengce/first/\">第一篇</a>") && old.contains("data-until=\"2027-01-01\""))
    #expect(try site.page("match/qiye/").contains("限清溪镇"))
    let page = try site.page("match/")
    #expect(page.contains("value=\"laonian\"") && page.contains("match/laonian/") && page.contains("match.js"))
    #expect(try site.page("").contains("match/"))
  }

  @Test("the clock decides: what a policy gave is gone with the policy or its own last day, and not there before it")
  func clock() async throws {
    let site = try Self.site([
      "Content/zhengce/next.md": SiteFixture.document(
        "title: 新办法\npublishedOn: 2026-11-01\neffectiveOn: 2026-12-01\nexpiresOn: 2030-12-31\n"
          + "benefits: [{who: [个人], what: 新津贴}]")
    ])
    _ = try await site.publish()
    #expect(try site.page("match/geren/").contains("<li data-from=\"2026-12-01\" data-until=\"2031-01-01\" hidden>"))
    _ = try await site.publish(asOf: "2026-11-26")
    #expect(try Self.offers(site).compactMap { $0["what"]?.text } == ["新津贴", "高龄津贴"])
    #expect(try !site.page("match/qiye/").contains("用工补贴"))
    _ = try await site.publish(asOf: "2027-01-01")
    #expect(try Self.offers(site).compactMap { $0["what"]?.text } == ["新津贴"])
    #expect(try site.page("match/laonian/").contains("目前没有列出面向老年人的政策。"))
  }

  @Test("what ends before the policy is in force could never be had, and its editors hear of it")
  func neverHad() async throws {
    let text =
      "title: 津贴办法\npublishedOn: 2026-11-01\neffectiveOn: 2026-12-01\nexpiresOn: 2027-12-31\n"
      + "benefits: [{who: [个人], what: 津贴, until: 2026-11-30}]"
    let site = try Self.site(["Content/zhengce/give.md": SiteFixture.document(text)])
    let findings = try await checkSite(site.request()).findings
    #expect(findings.map(\.short) == ["zhengce/give.md:6:12 40 date-order warning"])
    #expect(findings.first?.message == "“津贴”的截止日期 2026-11-30 早于施行日期 2026-12-01：没有一天可以享受")
    try site.write([
      "Content/zhengce/give.md": SiteFixture.document(text.replacing("until: 2026-11-30", with: "until: 2026-12-01"))
    ])
    #expect(try await site.findings() == [])
  }

  @Test("a policy that is repealed gives nothing from that day on, and its editors hear of it")
  func repealed() async throws {
    let site = try Self.site([
      "Content/zhengce/give.md": SiteFixture.document(
        "title: 津贴办法\npublishedOn: 2025-01-01\neffectiveOn: 2025-01-01\nbenefits: [{who: [个人], what: 津贴, until: 2027-12-31}]"
      ),
      "Content/zhengce/end.md": SiteFixture.document(
        "title: 废止的决定\npublishedOn: 2026-11-01\neffectiveOn: 2026-11-10\nrepeals: [zhengce/give]"),
    ])
    #expect(try await site.findings() == ["zhengce/give.md:5:12 40 ended-benefit warning"])
    _ = try await site.publish()
    #expect(try Self.offers(site).isEmpty)
  }

  @Test("a benefit without an end is a warning; an answer that nobody asks for is an error")
  func findings() async throws {
    func document(_ benefits: String) -> [String: String] {
      [
        "Content/zhengce/give.md": SiteFixture.document(
          "title: 津贴办法\npublishedOn: 2025-01-01\neffectiveOn: 2025-01-01\nbenefits: [\(benefits)]")
      ]
    }
    let open = try Self.site(document("{who: [个人], what: 津贴}"))
    #expect(try await open.findings().map { $0.suffix(20) } == [" open-benefit warning".suffix(20)])
    let unknown = try Self.site(document("{who: [老人], what: 津贴, until: 2027-01-01}"))
    #expect(try await unknown.findings().contains { $0.contains("unknown-answer") })
    let empty = try Self.site(document("{what: 津贴, until: 2027-01-01}"))
    #expect(try await empty.findings().contains { $0.contains("missing-field") })
    let dead = try Self.site(document("{who: [个人], what: 津贴, until: 2027-01-01, how: zhengce/nowhere}"))
    #expect(try await !dead.findings().isEmpty)
    let without = try Self.site(
      document("{who: [个人], what: 津贴}").merging(["Content/site.yml": SiteFixture.siteText]) { $1 })
    #expect(try await without.findings().contains { $0.contains("unknown-answer") })
  }

  @Test("a site without questions has no such page")
  func none() async throws {
    let site = try SiteFixture()
    _ = try await site.publish()
    #expect(site.text("Output/match/index.html") == nil && site.text("Output/match/benefits.json") == nil)
    #expect(try !site.page("").contains("match/"))
  }
}
