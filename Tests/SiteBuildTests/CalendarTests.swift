import Documents
import Foundation
import SiteBuild
import Testing

@Suite("Calendar, feeds and open data for readers")
struct CalendarTests {
  private static func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      [
        "Content/zhengji/_column.md": "---\ntitle: 意见征集\nkind: consultation\n---\n",
        "Content/zhengji/open.md": document(
          "title: 正在征求的\npublishedOn: 2026-11-02\nopensOn: 2026-11-02\nclosesOn: 2026-12-05\nchannelPhone: 0000-1"),
        "Content/zhengji/over.md": document(
          "title: 征求过的\npublishedOn: 2026-08-01\nopensOn: 2026-08-01\nclosesOn: 2026-09-05\nchannelPhone: 0000-1"),
        "Content/zhengji/hearing.md": document(
          "title: 听证会公告\nkind: hearing\npublishedOn: 2026-11-10\nopensOn: 2026-11-12\nclosesOn: 2026-11-30\n"
            + "heldOn: 2026-12-18\nplace: 三层会议室", "## 草案\n\n内容。\n\n## 遴选办法\n\n内容。"),
        "Content/zhengji/day.md": document(
          "title: 开放日\nkind: openEvent\npublishedOn: 2026-09-10\nopensOn: 2026-09-12\nclosesOn: 2026-09-20\n"
            + "heldOn: 2026-10-08\nplace: 水厂\nsignUp: 电话", "## 安排\n\n内容。"),
        "Content/zhengji/late.md": document(
          "title: 年底开放日\nkind: openEvent\npublishedOn: 2026-09-10\nopensOn: 2026-09-12\nclosesOn: 2026-11-20\n"
            + "heldOn: 2026-12-28\nplace: 大厅\nsignUp: [电话, 网上]", "## 安排\n\n内容。"),
        "Content/zhengji/list.md": document(
          "title: 活动日历\nkind: special\npublishedOn: 2026-09-10\n"
            + "collects: {kinds: [openEvent, hearing], groupBy: heldOn, sortBy: heldOn}"),
      ].merging(more) { $1 })
  }

  private static func document(_ front: String, _ body: String = "## 草案\n\n内容。\n\n## 说明\n\n内容。") -> String {
    "---\n\(front)\n---\n\(body)\n"
  }

  /// Whether the texts stand in the page in this order.
  private static func stand(_ texts: [String], in page: String) -> Bool {
    var rest = page[...]
    for text in texts {
      guard let range = rest.firstRange(of: text) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  @Test("the calendar has what is coming, soonest first, then what is over, latest first")
  func order() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let page = try site.page("calendar/")
    #expect(
      Self.stand(
        [
          "将要到来", "2026年11月", "2026-11-30", "报名截止", "2026年12月", "2026-12-05", "征求意见截止", "2026-12-18", "听证会公告",
          "地点：三层会议室", "2026-12-28", "已经过去", "2026年10月", "开放日", "2026年9月", "征求过的",
        ], in: page))
    #expect(!page.contains("2026-09-20"), "the last day of registration matters to nobody once it is over")
  }

  @Test("each announcement has a file for calendars, which does not change from day to day")
  func files() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let (feed, one) = (try site.page("calendar.ics"), try site.page("zhengji/hearing/hearing.ics"))
    #expect(feed.contains("\r\n") && feed.components(separatedBy: "BEGIN:VEVENT").count == 7)
    #expect(one.contains("DTSTART;VALUE=DATE:20261218\r\n") && one.contains("LOCATION:三层会议室\r\n"))
    #expect(one.contains("UID:held/zhengji/hearing/@www.anlan.example\r\n"))
    #expect(try site.page("zhengji/hearing/").contains(#"href="../../zhengji/hearing/hearing.ics" download>加入日历"#))
    #expect(try !site.page("zhengji/over/").contains("加入日历"))
    _ = try await site.publish(asOf: "2026-11-22")
    #expect(try site.page("calendar.ics") == feed)
  }

  @Test("a site without such days has an empty page and no file")
  func none() async throws {
    let site = try SiteFixture()
    _ = try await site.publish()
    #expect(site.text("Output/calendar.ics") == nil)
    let page = try site.page("calendar/")
    #expect(page.contains("目前没有已经确定的日子。") && !page.contains("calendar.ics"))
    #expect(try !site.page("subscribe/").contains("calendar.ics"))
  }

  @Test("gathered events stand in the order of a calendar, with the day of the event")
  func gathered() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let page = try site.page("zhengji/list/")
    #expect(
      Self.stand(
        [
          "2026年12月", "听证会公告", "举行 <time datetime=\"2026-12-18\">", "年底开放日", "举行 <time datetime=\"2026-12-28\">",
          "2026年10月", "开放日", "举行 <time datetime=\"2026-10-08\">",
        ], in: String(page[(try #require(page.firstRange(of: "id=\"gathered\""))).lowerBound...])))
    // The day stands at the row already.
    #expect(!page.contains("举行日期：2026-"))
  }

  @Test("several ways to enrol have one label")
  func signUp() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    #expect(try site.page("zhengji/late/").contains("<dt>报名方式</dt><dd><a>电话</a></dd><dd><a>网上</a></dd>"))
  }

  @Test("the home page says what is due in the next thirty days, on the day on which it is due")
  func upcoming() async throws {
    let site = try Self.site([
      "Content/zhengce/ending.md": Self.document(
        "title: 快到期的办法\npublishedOn: 2024-01-01\neffectiveOn: 2024-01-01\nexpiresOn: 2026-12-10")
    ])
    _ = try await site.publish()
    let page = try site.page("")
    #expect(
      Self.stand(
        ["今后30日", "报名截止", "2026年11月30日", "征求意见截止", "2026年12月5日", "失效", "快到期的办法", "2026年12月11日", "举行", "2026年12月18日"],
        in: page))
    #expect(!page.contains("年底开放日</a></p>\n<p class=\"row-facts\"><time datetime=\"2026-12-28\""), "beyond thirty days")
  }

  @Test("visible links to feeds lead to the line of the feed on a page that explains it")
  func subscribing() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let page = try site.page("subscribe/")
    for feed in ["feed.atom", "changes/feed.atom", "calendar.ics", "zhengji/feed.atom"] {
      #expect(
        page.contains("id=\"\(feed)\"")
          && page.contains("<code class=\"address\">https://www.anlan.example/sub/\(feed)</code>"))
    }
    #expect(try site.page("zhengji/").contains(#"<a href="../subscribe/#zhengji/feed.atom">订阅本栏目</a>"#))
    #expect(try site.page("changes/").contains(#"<a href="../subscribe/#changes/feed.atom">订阅变化</a>"#))
    for url in ["", "zhengji/", "changes/"] {
      let text = try site.page(url)
      #expect(text.contains(#"rel="alternate" type="application/atom+xml""#), "programs still find the feed")
      #expect(!text.contains("<a href=\"feed.atom") && !text.contains("feed.atom\">更新订阅"))
    }
  }

  @Test("the page about open data says rows, sizes, day and the site's own sentence")
  func data() async throws {
    let site = try Self.site(["Content/site.yml": SiteFixture.siteText + "dataLicence: 使用时请注明来源。\n"])
    _ = try await site.publish()
    let page = try site.page("data/")
    let rows = try #require(site.text("Output/data/documents.jsonl")).split(separator: "\n").count
    let size = try #require(site.output["data/site.json"]).count
    #expect(
      page.contains("<span>\(rows)行</span>")
        && page.contains("JSON，\(size < 1024 ? "\(size) 字节" : "\((size + 512) / 1024) KB")"))
    #expect(page.contains("2026年11月21日") && page.contains("使用时请注明来源。"))
    #expect(try site.page("").contains(#"<a href="./data/">开放数据</a>"#))
    let keys =
      try #require(site.text("Output/data/documents.jsonl")).split(separator: "\n").first
      .map { String($0).matches(of: /[{,]"([a-zA-Z]+)":/).map { String($0.1) } } ?? []
    for key in Set(keys) where !["state", "since", "until", "by"].contains(key) {
      #expect(page.contains("<code>\(key)</code>"), "\(key) is not explained")
    }
  }

  @Test("a consultation's stations: what is not due is ahead, not missing")
  func stations() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    #expect(
      Self.stand(
        [
          "<li class=\"now\" aria-current=\"step\">", "征求意见", "进行中", "2026年11月2日至12月5日", "<li class=\"ahead\">",
          "公布意见采纳情况", "征求意见结束后公布", "class=\"text",
        ], in: try site.page("zhengji/open/")))
    #expect(
      Self.stand(
        ["<li class=\"done\">", "征求意见", "aria-current=\"step\"", "应于2026年11月4日前公布，尚未公布"],
        in: try site.page("zhengji/over/")))
    #expect(
      Self.stand(["报名", "进行中", "举行", "2026年12月18日", "公布结果", "举行以后公布"], in: try site.page("zhengji/hearing/")))
  }

  @Test("a decision's stations follow the stages of its kind")
  func decision() async throws {
    let site = try Self.site([
      "Content/zhengji/matter.md": Self.document(
        "title: 一个决策\nkind: decision\npublishedOn: 2026-03-01\nresponsibleBody: 安澜县民政局\ndecisionTime: 四季度\n"
          + "participation: 征求意见\ncatalogueYear: 2026\ncontains: [zhengji/over, zhengji/hearing]", "## 背景\n\n内容。")
    ])
    _ = try await site.publish()
    let page = try site.page("zhengji/matter/")
    #expect(
      Self.stand(
        [
          "<li class=\"done\">", "<strong>征求意见</strong>", "征求过的", "<li class=\"now\" aria-current=\"step\">",
          "<strong>听证</strong>", "听证会公告", "<li class=\"ahead\">", "<strong>反馈意见采纳情况</strong>", "听证结束后进行",
          "<strong>作出决定</strong>", "<h2",
        ], in: page))
    #expect(!page.contains("决策后评估"), "an optional stage that is not there")
  }
}
