import Base
import Foundation
import Publishing
import SiteBuild
import Testing

/// What is in Output after a build: addresses, links, escaping, lists.
@Suite struct WholeSiteTests {
  @Test func `the files of a small site are these`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/guifan/_column.md": "---\ntitle: 规范性文件\nkind: normative\n---\n",
      "Content/zhengce/guifan/banfa/index.md": SiteFixture.document(
        "title: 办法\n发文字号: 澜政发〔2024〕2号\n发文机关: 安澜县人民政府\n成文日期: 2024-02-01\n发布日期: 2024-02-02\n"
          + "施行日期: 2024-03-01\n主题分类: 综合政务\n特色主题: 养老\n附件: [申请 表.csv]",
        body: "见[第一篇](../../first.md)和[表](<申请 表.csv>)。"),
      "Content/zhengce/guifan/banfa/申请 表.csv": "甲,乙\n",
      "Content/zhengce/guifan/banfa/unused.pdf": "x",
    ])
    let publication = try await site.publish()
    #expect(
      site.pages == [
        "404.html", "accessibility/index.html", "browse/index.html", "calendar/index.html", "changes/feed.atom",
        "changes/index.html", "data/documents.csv", "data/documents.jsonl", "data/index.html", "data/site.json",
        "english/index.html", "feed.atom", "index.html", "issuers/index.html", "issuers/xianzhengfu/feed.atom",
        "issuers/xianzhengfu/index.html", "manifest.json", "robots.txt", "search/index.html", "sitemap.xml",
        "sitemap/index.html", "subscribe/index.html", "themes/index.html", "themes/yanglao/feed.atom",
        "themes/yanglao/index.html", "topics/index.html", "topics/zonghe/feed.atom", "topics/zonghe/index.html",
        "validity/inForce/feed.atom", "validity/inForce/index.html", "validity/index.html",
        "validity/unstated/feed.atom", "validity/unstated/index.html", "years/2024/index.html", "years/index.html",
        "zhengce/feed.atom",
        "zhengce/first/index.html", "zhengce/guifan/banfa/index.html", "zhengce/guifan/banfa/申请 表.csv",
        "zhengce/guifan/feed.atom", "zhengce/guifan/index.html", "zhengce/index.html",
      ])
    #expect(publication.fileCount == site.output.count - 1)
    let page = try site.page("zhengce/guifan/banfa/")
    #expect(page.contains(#"<a href="../../../zhengce/first/">第一篇</a>"#))
    #expect(page.contains(#"<a href="%E7%94%B3%E8%AF%B7%20%E8%A1%A8.csv">表</a>"#))
    #expect(page.contains("<title>办法_规范性文件_安澜县人民政府</title>"))
    #expect(page.contains(#"<link rel="canonical" href="https://www.anlan.example/sub/zhengce/guifan/banfa/">"#))
    #expect(page.contains(#"data-state="inForce""#) && page.contains("自2024年3月1日起施行。"))
    let list = try site.page("zhengce/")
    #expect(list.contains(#"href="../zhengce/guifan/banfa/""#) && list.contains(#"href="../zhengce/guifan/""#))
    #expect(try site.page("404.html").contains(#"href="/sub/search/""#))
  }

  @Test func `hostile texts are text everywhere`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/d/index.md": """
      ---
      title: '<script>alert(1)</script> "引" {{site.name}} ]]> &amp;'
      summary: '</script><img src=x onerror=alert(2)>'
      keywords: ['"><script>']
      source: '<svg onload=alert(3)>'
      发文机关: '<i>某局</i>'
      附件:
        - {title: '<script>表</script>', file: '"<b>.csv'}
      ---
      见[链接](https://other.example/"><script>)。
      """,
      "Content/zhengce/d/\"<b>.csv": "x",
    ])
    _ = try await site.publish()
    let title = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;引&quot; {{site.name}} ]]&gt; &amp;amp;"
    let page = try site.page("zhengce/d/")
    #expect(page.replacing("<wbr>", with: "").contains("<h1>\(title)</h1>"))
    #expect(page.contains("href=\"%22%3Cb%3E.csv\" download>&lt;script&gt;表&lt;/script&gt;</a>"))
    #expect(page.contains(#"rel="external noopener" class="external">链接</a>"#))
    for (path, bytes) in site.output where path.hasSuffix(".html") || path.hasSuffix(".atom") || path.hasSuffix(".xml")
    {
      let text = String(decoding: bytes, as: UTF8.self)
      for piece in ["<script>", "onerror=alert(2)>", "<svg", "<i>", "<b>"] {
        #expect(!text.contains(piece), "\(piece) in \(path)")
      }
      if !path.hasSuffix(".html") { #expect(XMLText.isWellFormed(bytes), "\(path)") }
    }
    #expect(try site.page("index.html").contains(title))
    let row = try #require(site.text("Output/data/documents.jsonl")?.split(separator: "\n").first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])
    #expect(object["title"] as? String == "<script>alert(1)</script> \"引\" {{site.name}} ]]> &amp;")
  }

  @Test func `a list of 45 documents has three pages`() async throws {
    var files: [String: String] = [:]
    for number in 1...44 {
      files["Content/zhengce/n\(number).md"] = SiteFixture.document("title: 第\(number)号\npublishedOn: 2022-01-01")
    }
    let site = try SiteFixture(files)
    _ = try await site.publish()
    let first = try site.page("zhengce/")
    let second = try site.page("zhengce/page/2/")
    let third = try site.page("zhengce/page/3/")
    #expect(!site.pages.contains("zhengce/page/4/index.html") && !site.pages.contains("zhengce/page/1/index.html"))
    func rows(_ page: String) -> Int { page.components(separatedBy: "class=\"row-title\"").count - 1 }
    #expect([first, second, third].map(rows) == [20, 20, 5] as [Int])
    #expect(first.contains("第一篇") && !second.contains("第一篇</a>"))
    #expect(first.contains(#"href="../zhengce/page/2/" rel="next""#) && !first.contains("rel=\"prev\""))
    #expect(second.contains(#"href="../../../zhengce/" rel="prev""#))
    #expect(third.contains(#"href="../../../zhengce/page/2/" rel="prev""#) && !third.contains("rel=\"next\""))
    #expect(site.pages.contains("years/2022/page/3/index.html"))
  }

  @Test func `20 documents have one page`() async throws {
    let numbers = 1...19
    let site = try SiteFixture(
      Dictionary(uniqueKeysWithValues: numbers.map { ("Content/zhengce/n\($0).md", SiteFixture.document("title: 甲")) }))
    _ = try await site.publish()
    #expect(!site.pages.contains("zhengce/page/2/index.html"))
    #expect(try !site.page("zhengce/").contains("class=\"pagination\""))
  }

  @Test func `slug gives the last part of the address, and links follow`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/通知.md": SiteFixture.document("title: 甲\nslug: tongzhi"),
      "Content/zhengce/d.md": SiteFixture.document("title: 乙", body: "[甲](通知.md#a) [甲](%E9%80%9A%E7%9F%A5.md)"),
    ])
    _ = try await site.publish()
    #expect(site.pages.contains("zhengce/tongzhi/index.html"))
    #expect(
      try site.page("zhengce/d/").contains(
        #"<a href="../../zhengce/tongzhi/#a">甲</a> <a href="../../zhengce/tongzhi/">甲</a>"#))
  }

  @Test func `a kind of the site's own has its fields and its template`() async throws {
    let site = try SiteFixture([
      "Content/_kinds/motion.yml": """
      label: 代表议案
      template: motion
      fields:
        - {key: session, label: 届次, type: text, required: true}
        - {key: category, label: 类别, type: choice, choices: [建议, 提案], facet: true}
      """,
      "Content/tian/_column.md": "---\ntitle: 建议提案\nkind: motion\n---\n",
      "Content/tian/d.md": SiteFixture.document("title: 甲\n届次: 第<十>届\ncategory: 建议"),
    ])
    try site.copyTemplates()
    try site.write([
      "Templates/motion.mustache":
        "<p>{{#document.fields.session}}{{label}}：{{#values}}{{text}}{{/values}}{{/document.fields.session}}</p>\n"
    ])
    _ = try await site.publish()
    #expect(try site.page("tian/d/") == "<p>届次：第&lt;十&gt;届</p>\n")
    try site.write(["Content/tian/d.md": SiteFixture.document("title: 甲\ncategory: 议案")])
    #expect(
      try await site.findings() == [
        "tian/d.md:1:1 1 missing-field", "tian/d.md:3:11 2 wrong-choice",
        "Templates/motion.mustache:1:1 1 template-omits warning",
      ])
  }

  @Test func `facets count what is public`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲\n主题分类: 综合政务\n发文机关: 某某委员会"),
      "Content/zhengce/b.md": SiteFixture.document("title: 乙\n主题分类: zonghe\n发文机关: minzhengju"),
    ])
    _ = try await site.publish()
    #expect(try site.page("topics/").contains(#"<a href="../topics/zonghe/">综合政务</a> <span class="count">2件</span>"#))
    #expect(site.pages.contains("issuers/minzhengju/index.html"))
    #expect(site.pages.contains("issuers/某某委员会/index.html"))
  }

  @Test func `an attachment that two documents share stands beside both`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/a.md": SiteFixture.document("title: 甲\n附件: [表.csv]"),
      "Content/zhengce/b.md": SiteFixture.document("title: 乙\n附件: [表.csv]"), "Content/zhengce/表.csv": "一,二\n",
    ])
    _ = try await site.publish()
    #expect(site.text("Output/zhengce/a/表.csv") == "一,二\n" && site.text("Output/zhengce/b/表.csv") == "一,二\n")
  }
}

/// Whether bytes are well-formed XML according to a strict parser.
enum XMLText {
  static func isWellFormed(_ bytes: Data) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      let before = rest[..<start]
      guard !before.contains(">"), hasPlainReferences(before) else { return false }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      guard hasPlainReferences(tag), tag.filter({ $0 == "\"" }).count % 2 == 0 else { return false }
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        guard open.popLast() == .some(name) else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value) }
    return open.isEmpty && isPlain
  }

  /// Whether every `&` begins one of XML's predefined references.
  private static func hasPlainReferences(_ text: Substring) -> Bool {
    text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().allSatisfy { piece in
      ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { piece.hasPrefix($0) }
    }
  }
}
