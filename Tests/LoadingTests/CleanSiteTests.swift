import Papers
import Base
import Documents
import Disk
import Loading
import Markdown
import Testing

@Suite("A site without mistakes")
struct CleanSiteTests {
  private static let files = [
    "Content/site.yml": Fixture.siteText + """
      shortName: 安澜
      undertaker: 安澜县人民政府办公室
      contact: {address: 安澜大道1号, phone: 0000-6010001, 邮箱: a@anlan.example, hours: 工作日, postcode: "000000"}
      icp: 澜ICP备0号
      policeRecord: 澜公网安备0号
      badgeURL: https://www.anlan.example/badge
      errorReportURL: http://www.anlan.example/report
      notice: 虚构
      timeZone: Asia/Urumqi
      organizations:
        - {id: zfb, name: 安澜县人民政府办公室, agencyCodes: [澜政办发], level: 县级}
        - 安澜县教育局
      topics: [{id: jiaoyu, name: 科技、教育}, 民政]
      themes: [上学]
      audiences: [个人]
      synonyms: [[老年人, 老人]]
      pageSize: 50

      """,
    "Content/a/_column.md": """
    ---
    标题: 政策文件
    类型: 政策文件
    排序: 3
    描述: 公开政策
    关键词: [政策]
    栏目类别: 政策文件
    更新周期: 6个月
    ---
    导言
    """,
    "Content/a/b/_column.md": "---\ntitle: 下级\nkind: all\nupdateEvery: 2周\n---\n",
    "Content/a/b/x.md": """
    ---
    title: 各种字段
    line: 文字
    长文: |
      第一段

      ---
      第二段
    day: 2024年2月29日
    数量: -12.5
    标记: 是
    category: 建议
    ways: [电话, 信函]
    office: 安澜县教育局
    reader: 张三
    site: {title: 主页, url: https://www.anlan.example/}
    draftFile: 草案 一.pdf
    ledger: ledger.csv
    根据: {文件: 澜政办发〔2023〕3号, 发文机关: 安澜县人民政府办公室}
    ---
    """,
    "Content/a/b/草案 一.pdf": "x",
    "Content/a/b/ledger.csv": "a,b",
    "Content/a/2023-3/index.md": """
    ---
    标题: "“<script>”与 {{花括号}} 'x'"
    发文字号: 澜政办发〔2023〕3号
    索引号: A/2023-1
    统一登记号: ALDR-2023-0010001
    发文机关: [zfb, 安澜县教育局]
    承办单位: 安澜县教育局
    成文日期: 2023年10月12日
    发布日期: 2023/10/13 9:05
    施行日期: 2023-11-1
    有效期至: 2028-10-31
    有效性: 现行有效
    公开属性: 主动公开
    文种: 令
    主题分类: jiaoyu
    特色主题: [上学]
    服务对象: 个人
    关键词: [no, 2023]
    摘要: >-
      第一行
      第二行
    来源: 本站
    附件:
      - 表格.xlsx
      - {名称: 说明, 文件: sub/说明.pdf}
    废止: [澜政办发〔2020〕1号, a/old, {document: a/old, articles: [第三条], on: 2023-11-02, note: 部分废止}]
    依据: {title: 某条例, documentNumber: 国务院令第711号, url: "https://www.gov.cn/"}
    草稿: 否
    slug: tongzhi
    ---
    正文见[旧文件](../old)。
    """,
    "Content/a/2023-3/表格.xlsx": "12345",
    "Content/a/2023-3/sub/说明.pdf": "1",
    "Content/a/old.md": "---\ntitle: 旧文件\n---\n",
    "Content/about.md": "---\ntitle: 关于\nkind: 普通页面\n---\n",
    "Content/_drafts/x.md": "never read",
    "Content/a/_note.md": "never read",
    "Content/a/.hidden.md": "never read",
  ]

  @Test("has no findings") func clean() async throws {
    #expect(try await Fixture(Self.files).findings() == [])
  }

  @Test("gives its settings, kinds, columns and files") func surroundings() async throws {
    let library = try await Fixture(Self.files).load()
    #expect(library.site.shortName == "安澜" && library.site.pageSize == 50 && library.site.timeZone == "Asia/Urumqi")
    #expect(library.site.contact.email == "a@anlan.example" && library.site.baseURL == "https://www.anlan.example/")
    #expect(
      library.site.organizations == [
        Organization(id: "zfb", name: "安澜县人民政府办公室", agencyCodes: ["澜政办发"], level: "县级"),
        Organization(id: "安澜县教育局", name: "安澜县教育局"),
      ])
    #expect(library.site.topics == [Term(id: "jiaoyu", name: "科技、教育"), Term(id: "民政", name: "民政")])
    #expect(library.site.synonyms == [["老年人", "老人"]])
    #expect(library.kinds.map(\.id) == ["all", "normative", "page", "policy"])
    #expect(library.columns.map(\.path) == ["a", "a/b"])
    let column = try #require(library.columns.first)
    #expect(column.title == "政策文件" && column.kind == "policy" && column.order == 3 && column.description == "公开政策")
    #expect(column.updateEvery == .months(6) && library.columns[1].updateEvery == .days(14))
    #expect(
      library.files == [
        "a/b/草案 一.pdf": 1, "a/b/ledger.csv": 3, "a/2023-3/表格.xlsx": 5, "a/2023-3/sub/说明.pdf": 1,
      ])
    #expect(library.documents.map(\.id.path) == ["a/2023-3", "a/b/x", "a/old", "about"])
    #expect(library.failedDocuments.isEmpty)
  }

  @Test("gives documents with every word of section 1") func document() async throws {
    let library = try await Fixture(Self.files).load()
    let document = try #require(library.documents.first)
    #expect(document.title == "“<script>”与 {{花括号}} 'x'" && document.kind == "policy" && document.column == "a")
    #expect(document.url == "a/tongzhi/" && document.documentNumber?.text == "澜政办发〔2023〕3号")
    #expect(document.indexNumber == "A/2023-1" && document.registrationNumber == "ALDR-2023-0010001")
    #expect(document.issuers == ["安澜县人民政府办公室", "安澜县教育局"] && document.responsibleBody == "安澜县教育局")
    #expect(document.documentDate?.iso == "2023-10-12" && document.publishedOn?.isoMinute == "2023-10-13 09:05")
    #expect(document.effectiveOn?.iso == "2023-11-01" && document.expiresOn?.iso == "2028-10-31")
    #expect(document.declaredValidity == .inForce && document.disclosure == .proactive && document.form == "命令")
    #expect(document.topics == ["科技、教育"] && document.themes == ["上学"] && document.audience == ["个人"])
    #expect(document.keywords == ["no", "2023"] && document.summary == "第一行第二行" && document.origin == "本站")
    #expect(
      document.attachments == [
        Attachment(title: "表格", path: "a/2023-3/表格.xlsx", byteCount: 5),
        Attachment(title: "说明", path: "a/2023-3/sub/说明.pdf", byteCount: 1),
      ])
    #expect(!document.isDraft)
    #expect(
      document.body.targets.map(\.destination) == ["../old"] && document.body.targets.first?.location.start.line == 31)
    #expect(document.body.targets.first?.location.sourceLine == "正文见[旧文件](../old)。")
  }

  @Test("gives references in each of their forms") func references() async throws {
    let document = try #require(try await Fixture(Self.files).load().documents.first)
    let repealed = try #require(document.relations[.repeals])
    let number = DocumentNumber(agencyCode: "澜政办发", year: 2020, serial: 1)
    #expect(
      repealed.map(\.target) == [.number(number, issuer: nil), .path(DocumentID("a/old")), .path(DocumentID("a/old"))])
    #expect(repealed[2].articles == ["第三条"] && repealed[2].on?.iso == "2023-11-02" && repealed[2].note == "部分废止")
    #expect(
      document.relations[.basedOn]?.map(\.target)
        == [.external(title: "某条例", documentNumber: "国务院令第711号", url: "https://www.gov.cn/")])
    let place = document.frontMatter.location(of: repealed[1].place)
    #expect(place.start == SourcePosition(line: 26, column: 20) && place.length == 5)
  }

  @Test("gives the fields of a kind") func ownFields() async throws {
    let fields = try await Fixture(Self.files).load().documents[1].fields
    #expect(fields["line"] == .text("文字") && fields["story"] == .text("第一段\n\n---\n第二段"))
    #expect(fields["day"] == CalendarDate(year: 2024, month: 2, day: 29).map(FieldValue.date))
    #expect(
      fields["amount"] == .number("-12.5") && fields["flag"] == .boolean(true) && fields["category"] == .text("建议"))
    #expect(fields["ways"] == .list([.text("电话"), .text("信函")]) && fields["reader"] == .text("张三"))
    #expect(fields["site"] == .link(title: "主页", url: "https://www.anlan.example/"))
    #expect(fields["draftFile"] == .file(Attachment(title: "草案 一", path: "a/b/草案 一.pdf", byteCount: 1)))
    guard case .table(let ledger)? = fields["ledger"] else {
      Issue.record("ledger is \(String(describing: fields["ledger"]))")
      return
    }
    #expect(ledger.file == Attachment(title: "ledger", path: "a/b/ledger.csv", byteCount: 3))
    guard case .reference(let basis)? = fields["basis"], case .number(_, let issuer) = basis.target else {
      Issue.record("basis is \(String(describing: fields["basis"]))")
      return
    }
    #expect(issuer == "安澜县人民政府办公室")
  }

  @Test("is read the same by one task and by many") func order() async throws {
    var fixture = Fixture(Self.files)
    for number in 0..<200 { fixture.texts["Content/a/n\(number).md"] = "---\ntitel: x\n---\n\(number)" }
    let one = try await fixture.load(jobs: 1)
    let many = try await fixture.load(jobs: 7)
    #expect(one.findings == many.findings && one.findings.count == 400)
    #expect(one.documents.map(\.id) == many.documents.map(\.id))
  }

  @Test("may be empty of documents, and a body may be empty") func empty() async throws {
    let library = try await Fixture(["Content/b.md": "---\ntitle: 甲\nkind: page\n---"]).load()
    #expect(library.findings == [] && library.documents.map(\.id.path) == ["b"])
    var fixture = Fixture()
    fixture.texts = Fixture.kinds
    fixture.texts["Content/site.yml"] = Fixture.siteText
    #expect(try await fixture.load().findings == [])
  }
}
