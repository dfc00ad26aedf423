import Base
import Documents
import Resolution
import TestSupport
import Testing

@testable import Inspection

/// What is read in the source of a page, whatever template made it.
@Suite("A page, as an inspector's program reads it,")
struct PageTests: DocumentFixture {
  private static func site() -> Site {
    var site = Site()
    site.name = "甲县"
    site.baseURL = "https://www.a.gov.cn/sub/"
    site.siteIDCode = "1304000009"
    site.organizer = "甲县人民政府"
    site.contact.phone = "0000-1"
    site.icp = "冀ICP备12345678号"
    site.policeRecord = "冀公网安备 13040002000123号"
    site.badgeURL = "https://bszs.conac.cn/a"
    site.errorReportURL = "https://za.conac.cn/a?site={url}"
    return site
  }

  private static let head = """
    <meta name="SiteName" content="甲县"><meta name="SiteDomain" content="www.a.gov.cn"><meta name="SiteIDCode" content="1304000009">
    <meta name="ColumnName" content="政策"><meta name="ColumnDescription" content="政策文件"><meta name="ColumnKeywords" content="政策">
    <meta name="ColumnType" content="政策文件">
    <meta name="ArticleTitle" content="关于&quot;一件事&quot;的通知"><meta name="PubDate" content="2026-11-21 09:30"><meta name="ContentSource" content="甲县人民政府">
    """
  private static let foot = """
    <footer><p>主办单位：甲县人民政府　网站标识码：1304000009</p><p>电话：0000-1</p><p><a>冀ICP备12345678号</a> 冀公网安备 13040002000123号</p>
    <a href="https://bszs.conac.cn/a">标识</a><a href="https://za.conac.cn/a?site=x">找错</a><a href="../../sitemap/">网站地图</a></footer>
    """
  private static let body =
    "<main><h1>关于&quot;一件&shy;事&quot;的通知</h1>".replacing("&shy;", with: "\u{200B}")
    + "<a href=\"../b/#tiao-3\">乙</a><a href=\"https://www.x.com/\">外</a></main>"

  private static func verdict(_ edit: (String) -> String = { $0 }) -> PageVerdict {
    let corpus = Corpus(
      site: site(), kinds: [Kind(id: "page", label: "页", lifecycle: .none)], columns: [column("a", title: "政策")],
      documents: [document(at: "a/d", kind: "page") { _ in }], asOf: day("2026-11-21"))
    let resolver = LinkResolver(corpus: corpus, documents: [], files: [:], failed: [], faulty: [])
    let plan = SitePlan(corpus, resolver: resolver)
    let entry = plan.entries.first { $0.file.url == "a/d/" }
    guard let entry else { preconditionFailure("no page") }
    let text = edit("<html><head>\(head)</head><body>\(body)\(foot)</body></html>")
    return PageVerdict(Array(text.utf8), of: entry, site: site())
  }

  @Test("that has everything lacks nothing")
  func whole() {
    let verdict = Self.verdict()
    #expect(
      verdict.siteTags == [] && verdict.columnTags == [] && verdict.articleTags == [] && verdict.columnRemarks == [])
    #expect(verdict.missingInFooter == [] && verdict.emptyLinks == 0)
    #expect(verdict.inside == ["a/b/", "sitemap/"])
    #expect(verdict.outside == ["https://www.x.com/", "https://bszs.conac.cn/a", "https://za.conac.cn/a?site=x"])
  }

  @Test(
    "lacks each tag by its name",
    arguments: [
      "SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType",
      "ArticleTitle",
      "PubDate", "ContentSource",
    ])
  func tags(_ name: String) {
    for edit in [
      { (text: String) in text.replacing("name=\"\(name)\"", with: "name=\"x\"") },
      { (text: String) in text.replacing("name=\"\(name)\" content=\"", with: "name=\"\(name)\" content=\" \" title=\"")
      },
    ] {
      let verdict = Self.verdict(edit)
      #expect(verdict.siteTags + verdict.columnTags + verdict.articleTags == ["缺 \(name)"])
    }
    let null = Self.verdict {
      $0.replacing("name=\"\(name)\" content=\"", with: "name=\"\(name)\" content=\"null\" title=\"")
    }
    #expect((null.siteTags + null.columnTags + null.articleTags).contains("\(name) 是“null”"))
    let left = Self.verdict {
      $0.replacing("name=\"\(name)\" content=\"", with: "name=\"\(name)\" content=\"{{x}}\" title=\"")
    }
    #expect((left.siteTags + left.columnTags + left.articleTags).contains("\(name) 是“{{x}}”"))
  }

  @Test(
    "has the day with the minute",
    arguments: ["2026-11-21", "2026-11-21 9:30", "2026-11-21 24:00", "2026—11—21 09:30", "2026/11/21 09:30"])
  func minute(_ text: String) {
    let verdict = Self.verdict { $0.replacing("2026-11-21 09:30", with: text) }
    #expect(verdict.articleTags == ["PubDate 是“\(text)”，应为 2026-11-21 09:30 的形式"])
  }

  @Test("has the title that its heading says, and the site's own name")
  func values() {
    #expect(
      Self.verdict { $0.replacing("的通知</h1>", with: "的意见</h1>") }.articleTags.first?.hasPrefix("ArticleTitle 与标题")
        == true)
    #expect(
      Self.verdict { $0.replacing("content=\"甲县\"", with: "content=\"乙县\"") }.siteTags == ["SiteName 是“乙县”，应为“甲县”"])
  }

  @Test(
    "lacks each thing of the foot",
    arguments: [
      ("https://bszs.conac.cn/a", FooterItem.badge), ("https://za.conac.cn/a", .report),
      ("网站标识码：1304000009", .siteCode),
      ("主办单位：甲县人民政府", .organizer), ("电话：0000-1", .organizer), ("冀ICP备12345678号", .icp),
      ("冀公网安备 13040002000123号", .police),
      ("../../sitemap/", .sitemap),
    ])
  func foot(_ text: String, _ item: FooterItem) {
    #expect(Self.verdict { $0.replacing(text, with: "x") }.missingInFooter == [item])
  }

  @Test("says with every link where it leads")
  func links() {
    func count(_ link: String) -> Int { Self.verdict { $0.replacing("</main>", with: link + "</main>") }.emptyLinks }
    #expect(count("<a href=\"x/\"></a>") == 1 && count("<a href=\"x/\"> \n</a><a href=\"y/\"></a>") == 2)
    #expect(
      count("<a href=\"x/\"><img src=\"x.png\" alt=\"甲\"></a>") == 0
        && count("<a href=\"x/\" aria-label=\"甲\"></a>") == 0)
    #expect(count("<a id=\"x\"></a>") == 0 && count("<a href=\"x/\" title=\"1 > 0\">甲</a>") == 0)
  }

  @Test("which lists reminders as site.yml may name them")
  func reminders() {
    let uncertain = Indicator.allCases.filter { !$0.definition.isCertain }.map(\.rawValue)
    #expect(Set(uncertain) == Set(InspectionSettings.reminders))
  }
}
