import Documents
import Foundation
import SiteBuild
import Testing

@Suite("Every list can be followed")
struct FollowingTests {
  private static func site() throws -> SiteFixture {
    try SiteFixture([
      "Content/site.yml": SiteFixture.siteText + "audiences: [老年人]\nplaces: [{id: qingxi, name: 清溪镇}]\n",
      "Content/zhengce/coming.md": SiteFixture.document(
        "title: 将施行的\nissuer: 安澜县民政局\npublishedOn: 2026-11-02\neffectiveOn: 2026-12-05\nexpiresOn: 2031-12-04\n"
          + "topics: [综合政务]\nthemes: [养老]\naudience: [老年人]\nplaces: [清溪镇]"),
      "Content/zhengce/old.md": SiteFixture.document(
        "title: 施行过的\nissuer: 县外一机关\ndocumentDate: 2019-01-01\npublishedOn: 2019-01-02\neffectiveOn: 2019-02-01"),
    ])
  }

  @Test(
    "a list has a feed beside its page, and the page, the program and the page about feeds know it",
    arguments: [
      "themes/yanglao", "audience/老年人", "topics/zonghe", "issuers/minzhengju", "places/qingxi",
      "validity/notYetInForce",
    ])
  func feeds(list: String) async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let feed = try site.page("\(list)/feed.atom")
    #expect(feed.contains("<entry>") && feed.contains("将施行的") && !feed.contains("施行过的"))
    #expect(feed.contains("/sub/\(list.encodedForTest)/\"/>"), "its page")
    let page = try site.page("\(list)/")
    #expect(page.contains(#"rel="alternate" type="application/atom+xml""#))
    #expect(page.contains("subscribe/#\(list.encodedForTest)/feed.atom\">订阅</a>"))
    #expect(try site.page("subscribe/").contains("id=\"\(list)/feed.atom\""))
  }

  @Test("years have no feed, nor does a name that one document has brought along")
  func without() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    #expect(site.text("Output/years/2019/index.html") != nil && site.text("Output/years/2019/feed.atom") == nil)
    #expect(site.text("Output/issuers/县外一机关/index.html") != nil)
    #expect(site.text("Output/issuers/县外一机关/feed.atom") == nil)
    try site.write(
      "Content/zhengce/second.md",
      Array(SiteFixture.document("title: 另一件\nissuer: 县外一机关\npublishedOn: 2026-11-02").utf8))
    _ = try await site.publish()
    #expect(site.text("Output/issuers/县外一机关/feed.atom") != nil)
  }

  @Test("a list with days has a calendar of its own: coming into force and the last day as well")
  func calendars() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    for list in ["", "zhengce/", "themes/yanglao/", "places/qingxi/"] {
      let calendar = try site.page("\(list)calendar.ics")
      #expect(calendar.contains("UID:begins/zhengce/coming/@www.anlan.example\r\nDTSTAMP:20261102T000000Z"))
      #expect(calendar.contains("DTSTART;VALUE=DATE:20261205") && calendar.contains("SUMMARY:开始施行：将施行的"))
      #expect(calendar.contains("DTSTART;VALUE=DATE:20311204") && calendar.contains("SUMMARY:有效期届满：将施行的"))
      #expect(!calendar.contains("施行过的"))
    }
    #expect(site.text("Output/issuers/县外一机关/calendar.ics") == nil)
    #expect(try site.page("themes/yanglao/").contains(#"<link rel="alternate" type="text/calendar""#))
    #expect(try site.page("subscribe/").contains("id=\"themes/yanglao/calendar.ics\""))
    let page = try site.page("calendar/")
    #expect(page.contains("开始施行") && page.contains("有效期届满"))
  }

  @Test("what will end by an act is in the calendar on the day on which it ends")
  func acts() async throws {
    let site = try Self.site()
    try site.write(
      "Content/zhengce/act.md",
      Array(
        SiteFixture.document(
          "title: 废止的决定\npublishedOn: 2026-11-02\neffectiveOn: 2027-01-10\nrepeals: [zhengce/old]"
        ).utf8))
    _ = try await site.publish()
    let calendar = try site.page("calendar.ics")
    #expect(calendar.contains("DTSTART;VALUE=DATE:20270110") && calendar.contains("SUMMARY:被废止：施行过的"))
  }
}

extension String {
  /// As it stands in addresses.
  fileprivate var encodedForTest: String {
    addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? self
  }
}
