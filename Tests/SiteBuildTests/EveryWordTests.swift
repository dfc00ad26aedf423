import Base
import Documents
import Foundation
import SiteBuild
import TestSupport
import Testing

/// Everything an author writes is on the page, whatever the layout, lifecycle and template of its kind.
@Suite struct EveryWordTests {
  /// Kinds under test: lifecycle, layout and template in their files.
  private static let kinds: [String: String] = Dictionary(
    uniqueKeysWithValues: PageLayout.allCases.flatMap { layout in
      Lifecycle.allCases.map { ("\(layout)-\($0)", "lifecycle: \($0)\nlayout: \(layout)\n") }
        // The spelling in kind files from before there were layouts.
        + [("old-\(layout)", "lifecycle: none\ntemplate: \(layout)\n")]
    } + [("own-none", "lifecycle: none\ntemplate: motion\n"), ("own-task", "lifecycle: task\ntemplate: motion\n")])

  private static let kindWords = """
    qrCode: true
    bundle: true
    fields:
      - {key: note, label: 自有字段, type: text}
      - {key: see, label: 自有引用, type: reference}
      - {key: channelPhone, label: 咨询电话, type: text}
      - {key: shortenedReason, label: 缩短理由, type: text}
      - {key: heldOn, label: 举行日期, type: date}
      - {key: updatedOn, label: 更新日期, type: date}
      - {key: updateEvery, label: 更新周期, type: period}
      - {key: rows, label: 表格, type: table}
    parts:
      - {label: 要素甲, heading: 小标题}
    """

  private static let relations = RelationKind.allCases

  /// Every common field that the document's page shows, and the kind's fields that have a place of their own.
  private static func text(_ id: String) -> String {
    let place = kinds.keys.sorted().firstIndex(of: id) ?? 0
    // Extensions of one document must be in sequence.
    let acts = relations.map { relation in
      let target = "zhengce/to-\(relation.rawValue.lowercased())"
      return relation == .extends
        ? "extends: {document: \(target), until: \(2030 + place)-01-01}" : "\(relation.rawValue): \(target)"
    }
    return SiteFixture.document(
      """
      title: 标题\(id)
      kind: k-\(id)
      documentNumber: 安政发〔2024〕\(100 + place)号
      indexNumber: 索引号的值\(id)
      registrationNumber: 登记号的值
      issuer: [安澜县人民政府, 安澜县民政局]
      responsibleBody: 安澜县民政局
      documentDate: 2024-01-02
      publishedOn: 2024-01-03
      effectiveOn: 2024-01-04
      expiresOn: 2030-01-05
      opensOn: 2024-01-06
      closesOn: 2024-01-17
      doneOn: 2024-01-18
      form: 决议
      topics: [综合政务]
      themes: [养老]
      audience: [老年人]
      keywords: [关键词的值]
      source: 来源的值
      attachments: [{title: 附件的值, file: fujian.txt}]
      overviews: [法定公开内容]
      collects: {keywords: [被归集]}
      note: 自有字段的值
      see: zhengce/to-field
      channelPhone: 12345678
      shortenedReason: 缩短的理由
      heldOn: 2024-01-19
      updatedOn: 2024-01-20
      updateEvery: 1个月
      rows: biao.csv

      """ + acts.joined(separator: "\n"), body: "## 小标题\n\n正文的值。")
  }

  /// What the page has to say; the days are among the facts or at the top.
  private static let expected =
    [
      "安政发〔2024〕", "索引号的值", "登记号的值", "安澜县人民政府", "安澜县民政局", "综合政务", "养老", "老年人", "关键词的值", "来源的值", "决议",
      "附件的值", "法定公开内容", "被归集的文件", "自有字段的值", "自有引用的目标", "12345678", "缩短的理由", "表格中的一格", "要素甲", "正文的值",
      "应于2024年2月20日前更新，已逾期", "沿革", "扫码在手机上查看", "下载全部文件（ZIP）",
      "2024年1月2日", "2024-01-03", "2024年1月4日", "2030年1月5日", "2024年1月6日", "2024年1月17日", "2024年1月18日", "2024年1月19日",
      "2024年1月20日",
    ] + relations.flatMap { ["目标\($0.rawValue)", "来自\($0.rawValue)"] }

  private static func site() throws -> SiteFixture {
    var files = ["Content/zhengce/to-field.md": SiteFixture.document("title: 自有引用的目标\neffectiveOn: 2020-01-01")]
    files["Content/zhengce/gathered.md"] = SiteFixture.document("title: 被归集的文件\nkeywords: [被归集]")
    files["Content/zhengce/fujian.txt"] = "附件"
    files["Content/zhengce/biao.csv"] = "名称\n表格中的一格\n"
    for (id, words) in kinds {
      files["Content/_kinds/k-\(id).yml"] = "label: 类型\(id)\n\(words)\(kindWords)\n"
      files["Content/zhengce/d-\(id).md"] = text(id)
    }
    let ids = kinds.keys.sorted().map { "zhengce/d-" + $0 }
    for relation in relations {
      files["Content/zhengce/to-\(relation.rawValue.lowercased()).md"] = SiteFixture.document(
        "title: 目标\(relation.rawValue)\ndocumentDate: 2019-01-01\neffectiveOn: 2020-01-01\nexpiresOn: 2025-01-01")
      let targets = ids.map { relation == .extends ? "{document: \($0), until: 2031-01-01}" : $0 }
      files["Content/zhengce/from-\(relation.rawValue.lowercased()).md"] = SiteFixture.document(
        "title: 来自\(relation.rawValue)\ndocumentDate: 2026-01-01\npublishedOn: 2026-01-01\neffectiveOn: 2026-01-02\n"
          + "\(relation.rawValue): [\(targets.joined(separator: ", "))]")
    }
    let site = try SiteFixture(files)
    try site.copyTemplates()
    try site.write(["Templates/motion.mustache": motion])
    return site
  }

  /// A site's own template, made of the partials.
  private static let motion = """
    {{> partials/head}}
    {{> partials/header}}
    <main id="main">
    {{> partials/title-block}}
    {{> partials/validity}}
    {{{document.qrCode}}}<p>扫码在手机上查看 {{document.overdue}}</p>
    {{> partials/facts}}
    <article data-body>{{{document.body}}}</article>
    {{> partials/tables}}
    {{> partials/overviews}}
    {{> partials/gathered}}
    {{> partials/parts}}
    {{> partials/attachments}}
    {{> partials/timeline}}
    {{> partials/relations}}
    </main>
    {{> partials/footer}}

    """

  @Test func `everything is on the page of every layout, lifecycle and template`() async throws {
    let site = try Self.site()
    let outcome = try await site.build()
    let errors = outcome.check.findings.filter { $0.severity == .error || $0.rule.hasPrefix("template") }
    try #require(outcome.publication != nil, "\(errors.prefix(8).map { "\($0.short) \($0.message)" })")
    #expect(errors.isEmpty)
    for id in Self.kinds.keys.sorted() {
      let page = Data(try site.page("zhengce/d-\(id)/").utf8)
      let start = try #require(page.range(of: Data("<main".utf8)))
      let main = page[start.lowerBound...]
      let missing = Self.expected.filter { main.range(of: Data($0.utf8)) == nil }
      // A document that has ended need not be kept up to date.
      #expect(missing.filter { !id.hasSuffix("-validity") || !$0.hasPrefix("应于") } == [], "\(id)")
    }
  }

  @Test func `a template of the site's own that leaves something out is told so`() async throws {
    let site = try SiteFixture([
      "Content/_kinds/wenda.yml": "label: 本站问答\nlifecycle: none\ntemplate: question\n",
      "Content/wenda/_column.md": "---\ntitle: 问答\nkind: wenda\n---\n",
      "Content/wenda/a.md": SiteFixture.document("title: 问"),
    ])
    try site.copyTemplates()
    try site.write([
      "Templates/question.mustache": """
      {{> partials/head}}
      <h1>{{document.title}}</h1>{{#question.updated}}{{text}}{{/question.updated}}
      {{{document.body}}}
      {{> partials/facts}}{{> partials/validity}}{{> partials/gathered}}{{> partials/parts}}{{> partials/timeline}}
      {{#document}}{{#attachments}}{{total}}{{/attachments}}{{#relations}}{{#groups}}{{name}}{{/groups}}{{/relations}}{{/document}}
      {{^overviews}}无{{/overviews}}
      """
    ])
    let outcome = try await site.build()
    #expect(outcome.publication != nil)
    #expect(
      outcome.check.findings.map { "\($0.short): \($0.message) \($0.cures)" } == [
        "Templates/question.mustache:1:1 1 template-omits warning: 模板没有写出 document.overdue、document.tables、overviews、question.basis，"
          + #"文件里有这些内容时，网页上看不到 ["加上 {{document.overdue}} {{> partials/tables}} {{> partials/overviews}} "#
          + #"{{> partials/basis}}；或者删去这个模板，类型文件改写 layout，用共同的 document.mustache"]"#
      ])
    #expect(try site.page("wenda/a/").contains("<h1>问</h1>"))
  }
}
