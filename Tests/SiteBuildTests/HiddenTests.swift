import Base
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// A document that is not public on a day leaves no trace in anything that is published.
@Suite struct HiddenTests {
  private static func hidden(_ key: String, _ canary: String) -> [String: String] {
    [
      "Content/zhengce/\(canary)/index.md": """
      ---
      title: 标题\(canary)
      \(key)
      发文机关: 机关\(canary)
      keywords: [关键\(canary)]
      summary: 摘要\(canary)
      施行日期: 2020-01-01
      repeals: zhengce/first
      附件: [{title: 附件\(canary), file: 文件\(canary).csv}]
      ---
      正文\(canary)，见[图](图\(canary).csv)。
      """,
      "Content/zhengce/\(canary)/文件\(canary).csv": "内容\(canary)",
      "Content/zhengce/\(canary)/图\(canary).csv": "图里\(canary)",
    ]
  }

  private static let files = [
    hidden("draft: true", "caogao"), hidden("publishedOn: 2030-05-01", "weilai"),
    hidden("disclosure: 不予公开\ndisclosureGround: 条例第十四条", "buyu"), hidden("disclosure: 依申请公开", "shenqing"),
    [
      "Content/zhengce/public.md": SiteFixture.document(
        "title: 公开的\nbasedOn: [zhengce/caogao, zhengce/weilai, zhengce/buyu]",
        body: "见[甲](caogao/index.md)、[乙](weilai/)、[丙](buyu/index.md)、[丁](shenqing/index.md)。")
    ],
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  @Test("draft, future, withheld and on request", arguments: ["1999-01-01", "2026-11-21", "2030-04-30"])
  func noTrace(asOf: String) async throws {
    let site = try SiteFixture(Self.files)
    let outcome = try await site.build(asOf: asOf)
    #expect(outcome.publication != nil, "\(outcome.check.findings.map(\.short))")
    #expect(outcome.check.findings.map(\.rule).filter { $0 == "unpublished-link" }.count == 4)
    for (path, bytes) in site.output {
      let text = String(decoding: bytes, as: UTF8.self)
      for canary in ["caogao", "weilai", "buyu", "shenqing"] {
        let words = ["机关", "关键", "摘要", "附件", "文件", "正文", "图", "内容", "图里"].map { $0 + canary }
        for word in words { #expect(!text.contains(word) && !path.contains(word), "\(word) in \(path)") }
        // A document on request may be in its column's catalogue, by title.
        let mayStand = canary == "shenqing" && path == "zhengce/index.html"
        #expect(mayStand || !text.contains("标题" + canary), "\(canary) in \(path)")
        #expect(!path.contains(canary) && !text.contains("/" + canary), "\(canary) in \(path)")
      }
    }
    if asOf > "2024" { #expect(try site.page("zhengce/first/").contains(#"data-state="unstated""#)) }
  }

  @Test func `a link does not bring a hidden document's files to light`() async throws {
    let site = try SiteFixture(
      Self.files.merging([
        "Content/zhengce/leak.md": SiteFixture.document(
          "title: 引用",
          body: "[甲](caogao/文件caogao.csv)、[乙](/zhengce/caogao/图caogao.csv)、[丙](shared.csv)、[丁](own.csv)、[戊](open.csv)。"),
        "Content/zhengce/secret.md": SiteFixture.document("title: 密\ndraft: true\n附件: [shared.csv, own.csv]"),
        "Content/zhengce/open.md": SiteFixture.document("title: 公开\n附件: [open.csv]"), "Content/zhengce/open.csv": "3",
        "Content/zhengce/shared.csv": "1", "Content/zhengce/own.csv": "2",
      ]) { $1 })
    let outcome = try await site.build()
    #expect(outcome.publication != nil)
    let warned = outcome.check.findings.filter { $0.location.path == "Content/zhengce/leak.md" }.map(\.rule)
    #expect(warned == Array(repeating: "unpublished-link", count: 4))
    #expect(
      try site.page("zhengce/leak/").contains(#"<a>甲</a>、<a>乙</a>、<a>丙</a>、<a>丁</a>、<a href="open.csv">戊</a>。"#))
    let files = site.pages.filter { $0.hasSuffix(".csv") && !$0.hasPrefix("data/") }
    #expect(files == ["zhengce/leak/open.csv", "zhengce/open/open.csv"])
  }

  @Test func `an embargo ends when its day begins, with all it does`() async throws {
    let site = try SiteFixture(Self.files)
    _ = try await site.publish(asOf: "2030-04-30")
    #expect(!site.pages.contains("zhengce/weilai/index.html"))
    _ = try await site.publish(asOf: "2030-05-01")
    #expect(site.text("Output/zhengce/weilai/文件weilai.csv") == "内容weilai")
    let first = try site.page("zhengce/first/")
    #expect(first.contains(#"data-state="repealed""#) && first.contains("自2030年5月1日起被"))
    #expect(first.contains("《标题weilai》") && first.contains("废止。"))
    #expect(try site.page("zhengce/public/").contains(#"<a href="../../zhengce/weilai/">乙</a>"#))
  }
}

/// Internal records of the office: required, checked, and nowhere in what is published.
@Suite struct InternalFieldTests {
  private static let kind = """
    label: 内部公文
    lifecycle: none
    fields:
      - {key: finalReview, label: 终审, type: person, required: true, internal: true}
      - {key: reviewedOn, label: 终审日期, type: date, internal: true}

    """

  private static func site(_ frontMatter: String) throws -> SiteFixture {
    try SiteFixture([
      "Content/_kinds/gongwen.yml": kind, "Content/gw/_column.md": "---\ntitle: 公文\nkind: gongwen\n---\n",
      "Content/gw/a.md": SiteFixture.document("title: 某公文\npublishedOn: 2024-01-01\n" + frontMatter),
    ])
  }

  @Test func `an internal field is in no file of the site`() async throws {
    let site = try Self.site("终审: 赵审定\n终审日期: 2023-12-28")
    _ = try await site.publish()
    for (path, data) in site.output {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("赵审定") && !text.contains("2023-12-28") && !text.contains("终审"), "\(path)")
    }
  }

  @Test func `a common field that only informs can be internal`() async throws {
    let kind = """
      label: 甲类
      fields:
        - {key: responsibleBody, internal: true, required: true}
        - {key: source, internal: true}
        - {key: keywords, internal: true}
        - {key: summary, internal: true}
        - {key: indexNumber, internal: true}

      """
    let site = try SiteFixture([
      "Content/_kinds/zz.yml": kind, "Content/gw/_column.md": "---\ntitle: 栏\nkind: zz\n---\n",
      "Content/gw/a.md": SiteFixture.document(
        "title: 某公文\npublishedOn: 2024-01-01\nresponsibleBody: 内部科室\nsource: 内部来源\nkeywords: [内部词]\n"
          + "summary: 内部摘要\nindexNumber: 内部号"),
      "Content/gw/b.md": SiteFixture.document("title: 缺少"),
    ])
    #expect(try await site.findings() == ["gw/b.md:1:1 1 missing-field"])
    try site.remove("Content/gw/b.md")
    _ = try await site.publish()
    for (path, data) in site.output {
      let text = String(decoding: data, as: UTF8.self)
      for word in ["内部科室", "内部来源", "内部词", "内部摘要", "内部号"] { #expect(!text.contains(word), "\(word) in \(path)") }
    }
  }

  @Test func `an internal field is checked like every other`() async throws {
    #expect(try await Self.site("终审日期: 2023-12-28").findings() == ["gw/a.md:1:1 1 missing-field"])
    #expect(try await Self.site("终审: 甲\n终审日期: 2023-02-30").findings() == ["gw/a.md:5:7 10 no-such-day"])
  }
}
