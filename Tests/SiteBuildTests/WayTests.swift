import Base
import Foundation
import SiteBuild
import TestSupport
import Testing

/// The ways from page to page, and what to do on one.
@Suite struct WayTests {
  private static let site = [
    "Content/site.yml": SiteFixture.siteText.replacing("name: 安澜县民政局}", with: "name: 安澜县民政局, phone: 0000-6070100}"),
    "Content/zhengce/first.md": SiteFixture.document(
      "title: 第一篇\npublishedOn: 2024-01-01\ndocumentDate: 2024-01-01\nissuer: 安澜县民政局\ntopics: 综合政务\nthemes: 养老\n"
        + "attachments: [表.xlsx]"),
    "Content/zhengce/表.xlsx": "x",
    "Content/zhengji/_column.md": "---\ntitle: 意见征集\nkind: consultation\n---\n",
    "Content/zhengji/a.md": SiteFixture.document(
      "title: 甲\npublishedOn: 2026-11-01\nopensOn: 2026-11-01\nclosesOn: 2026-12-10\nchannelEmail: a@b.example"),
    "Content/wenda/_column.md": "---\ntitle: 政策问答\nkind: question\n---\n",
    "Content/wenda/shang/_column.md": "---\ntitle: 上学\nkind: question\norder: 1\n---\n",
    "Content/wenda/yi/_column.md": "---\ntitle: 就医\nkind: question\norder: 2\n---\n",
    "Content/wenda/shang/one.md": SiteFixture.document("title: 问一\npublishedOn: 2026-01-01"),
    "Content/wenda/shang/two.md": SiteFixture.document("title: 问二\npublishedOn: 2026-02-01"),
    "Content/wenda/shang/three.md": SiteFixture.document("title: 问三\npublishedOn: 2026-03-01"),
  ]

  @Test func `one page shows all ways to browse, and each way leads to the others`() async throws {
    let site = try SiteFixture(Self.site)
    _ = try await site.publish()
    #expect(try site.page("").contains(#"<a href="./browse/">按主题、机关、年份、有效性查找</a>"#))
    let all = try site.page("browse/")
    for (id, term) in [
      ("topics", "zonghe/\">综合政务"), ("themes", "yanglao/\">养老"), ("issuers", "minzhengju/\">安澜县民政局"),
      ("years", "2024/\">2024年"), ("validity", "unstated/\""),
    ] {
      #expect(all.contains("<a href=\"#\(id)\">") && all.contains("<h2 id=\"\(id)\">"))
      #expect(all.contains("<a href=\"../\(id)/\(term)"))
    }
    let years = try site.page("years/")
    #expect(years.contains(#"<a href="../years/" aria-current="page">年份</a>"#))
    #expect(years.contains(#"<a href="../issuers/">发文机关</a>"#) && years.contains(">2024年</a>"))
    #expect(years.contains(#"<a href="../browse/">分类查找</a>"#))
  }

  @Test func `a column leads to the one above and to its sisters, a column at the top has none`() async throws {
    let site = try SiteFixture(Self.site)
    _ = try await site.publish()
    let page = try site.page("wenda/shang/")
    #expect(page.contains(#"<nav class="sisters" aria-label="政策问答的栏目">"#))
    #expect(page.contains(#"<p><a href="../../wenda/">政策问答</a></p>"#))
    #expect(page.contains(#"aria-current="page">上学</a>"#) && page.contains(#"<a href="../../wenda/yi/">就医</a>"#))
    #expect(try !site.page("wenda/").contains("class=\"sisters\""))
  }

  @Test func `documents of a consecutive kind lead to the one before and after`() async throws {
    let site = try SiteFixture(Self.site)
    _ = try await site.publish()
    let middle = try site.page("wenda/shang/two/")
    #expect(middle.contains(#"上一篇：<a href="../../../wenda/shang/one/" rel="prev">问一</a>"#))
    #expect(middle.contains(#"下一篇：<a href="../../../wenda/shang/three/" rel="next">问三</a>"#))
    let last = try site.page("wenda/shang/three/")
    #expect(last.contains("上一篇") && !last.contains("下一篇"))
    #expect(try !site.page("zhengce/first/").contains("上一篇"))
  }

  @Test func `what to do stands above the text: attachments, the office's telephone, how to take part`() async throws {
    let site = try SiteFixture(Self.site)
    _ = try await site.publish()
    let page = try site.page("zhengce/first/")
    let box = try #require(page.range(of: #"<section class="actions""#))
    let text = try #require(page.range(of: "data-body"))
    #expect(box.lowerBound < text.lowerBound)
    #expect(page.contains(##"<a href="#attachments">附件（1）</a>"##))
    #expect(page.contains(#"咨询安澜县民政局：<a href="tel:0000-6070100">"#))
    #expect(try site.page("issuers/minzhengju/").contains(#"电话：<a href="tel:0000-6070100">"#))
    #expect(try !site.page("wenda/shang/one/").contains("class=\"actions\""))
  }

  @Test func `ways to take part stand at the top while they are open, and at the end afterwards`() async throws {
    let site = try SiteFixture(Self.site)
    _ = try await site.publish()
    let open = try site.page("zhengji/a/")
    #expect(open.contains(##"<h2>提出意见的方式<span data-from="2026-12-11" hidden>（已截止）</span></h2>"##))
    #expect(open.contains("mailto:a@b.example"))
    _ = try await site.publish(asOf: "2026-12-20")
    let over = try site.page("zhengji/a/")
    #expect(!over.contains("<h2>提出意见的方式") && over.contains(##"提出意见的方式<span data-from="2026-12-11">（已截止）</span></h2>"##))
    let list = try #require(over.range(of: "提出意见的方式<span"))
    let text = try #require(over.range(of: "data-body"))
    #expect(list.lowerBound > text.lowerBound)
  }

  @Test func `breadcrumbs do not repeat the title, and further pages of a list say which they are`() async throws {
    var files = Self.site
    files["Content/site.yml"] = (files["Content/site.yml"] ?? "") + "pageSize: 2\n"
    let site = try SiteFixture(files)
    _ = try await site.publish()
    let page = try site.page("wenda/shang/two/")
    let start = try #require(page.range(of: "breadcrumbs"))
    let end = try #require(page.range(of: "</nav>", range: start.upperBound..<page.endIndex))
    #expect(!page[start.lowerBound..<end.lowerBound].contains("问二"))
    #expect(try site.page("wenda/shang/page/2/").contains("上学 <small>（第2页）</small></h1>"))
  }

  @Test func `the search page's example is a word and a number of this site`() async throws {
    var files = Self.site
    files["Content/zhengce/b.md"] = SiteFixture.document(
      "title: 高龄津贴办法\npublishedOn: 2026-05-01\neffectiveOn: 2026-05-01\nkeywords: [高龄津贴]\ndocumentNumber: 澜政发〔2026〕7号")
    let site = try SiteFixture(files)
    _ = try await site.publish()
    let page = try site.page("search/")
    #expect(page.contains("如“高龄津贴”") && page.contains("“〔2026〕7号”或“2026 7”"))
  }

  @Test func `a kind cannot make a filter of a field that every site has one of`() async throws {
    let site = try SiteFixture([
      "Content/_kinds/bao.yml":
        "label: 报纸\nlifecycle: none\nfields:\n  - {key: year, label: 报纸年份, type: number, facet: true}\n"
    ])
    #expect(try await site.findings().contains { $0.contains("fixed-field") })
  }

  @Test func `a list of several pages is narrowed by state and issuer, and its years are places in it`() async throws {
    var files = ["Content/site.yml": SiteFixture.siteText + "pageSize: 10\n"]
    for number in 1...24 {
      let year = number <= 8 ? 2023 : 2024
      files["Content/zhengce/d\(number).md"] = SiteFixture.document(
        "title: 文\(number)\npublishedOn: \(year)-02-\(number < 10 ? "0" : "")\(number)\neffectiveOn: 2023-01-01\n"
          + "issuer: \(number.isMultiple(of: 3) ? "安澜县民政局" : "安澜县人民政府")\n"
          + (number <= 5 ? "expiresOn: 2025-12-31\n" : ""))
    }
    let site = try SiteFixture(files)
    _ = try await site.publish()
    let column = try site.page("zhengce/")
    for link in [
      "../zhengce/validity/inForce/\">现行有效 <span class=\"count\">19<",
      "../zhengce/validity/expired/\">已失效 <span class=\"count\">5<",
      "../zhengce/issuers/minzhengju/\">安澜县民政局 <span class=\"count\">8<",
      "../zhengce/page/2/#y2023\">2023 <span class=\"count\">8<", "../zhengce/#y2024\">2024 <span class=\"count\">17<",
    ] {
      #expect(column.contains(link), "\(link)")
    }
    #expect(try site.page("zhengce/page/2/").contains("<li id=\"y2023\""))
    let second = try site.page("zhengce/validity/inForce/page/2/")
    #expect(second.contains("<h1>政策文件：现行有效") && second.contains("aria-current=\"true\">现行有效"))
    #expect(second.contains("name=\"robots\"") && second.contains("共19件"))
    let expired = try site.page("zhengce/validity/expired/")
    #expect((1...24).filter { expired.contains(">文\($0)</a>") } == [1, 2, 3, 4, 5])
    #expect(try !#require(site.text("Output/sitemap.xml")).contains("zhengce/validity"))
  }

  @Test func `a list of one page has nothing to narrow it`() async throws {
    let site = try SiteFixture(Self.site)
    _ = try await site.publish()
    #expect(try !site.page("zhengce/").contains("class=\"filters\""))
    #expect(!site.pages.contains { $0.hasPrefix("zhengce/validity") })
  }
}
