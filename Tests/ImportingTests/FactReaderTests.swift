import Base
import Documents
import Importing
import Manuscripts
import OfficeFiles
import Papers
import Testing

/// A manuscript of paragraphs, one a line; a line that begins with `^` is set in the middle in large type.
func manuscript(_ text: String) -> Manuscript {
  var manuscript = Manuscript()
  for (index, line) in text.split(separator: "\n").enumerated() {
    var paragraph = ManuscriptParagraph([.text(String(line.drop { $0 == "^" }))], at: .paragraph(index + 1))
    paragraph.look.size = 16
    if line.hasPrefix("^") { (paragraph.look.size, paragraph.look.alignment) = (22, .center) }
    manuscript.blocks.append(.paragraph(paragraph))
  }
  return manuscript
}

/// A site with two columns.
func site(documents: [Document] = []) -> ImportSite {
  var site = Site()
  site.organizations = [Organization(id: "zfb", name: "安澜县人民政府办公室", agencyCodes: ["澜政办发"])]
  site.topics = [Term(id: "czjr", name: "财政、金融、审计"), Term(id: "ws", name: "卫生、体育")]
  site.themes = [Term(id: "yl", name: "养老")]
  site.synonyms = [["养老", "老年人"]]
  var consultation = Kind(id: "consultation", label: "征求意见", lifecycle: .consultation)
  consultation.titleWords = ["征求意见"]
  var normative = Kind(
    id: "normative", label: "行政规范性文件", lifecycle: .validity,
    fields: [
      Field(key: "publishedOn", label: "发布日期", type: .date, isRequired: true),
      Field(key: "documentNumber", label: "发文字号", type: .text, isRequired: true),
    ])
  normative.numberWords = ["规字"]
  let columns = [("zhengce", "政策文件", "normative"), ("zhengji", "意见征集", "consultation")].map { path, title, kind in
    var column = Column(path: path, frontMatter: SourceText(path: "Content/\(path)/_column.md", bytes: []))
    (column.title, column.kind) = (title, kind)
    return column
  }
  return ImportSite(site: site, kinds: [consultation, normative], columns: columns, documents: documents)
}

/// What the front matter of a text will say.
func facts(_ text: String, _ wish: ImportWish = ImportWish()) -> ImportedFacts {
  FactReader.facts(of: manuscript(text), site: site(), wish: wish)
}

extension ImportedFacts {
  fileprivate func fact(_ key: String) -> String? { self[key]?.words }
  fileprivate func proposal(_ key: String) -> FrontMatterEntry? { entries.first { $0.key == key && $0.isProposal } }
  fileprivate func asks(_ rule: String) -> ImportQuestion? { questions.first { $0.rule == rule } }
}

struct FactReaderTests {
  /// A notice with everything that a paper has.
  private static let notice = """
    安澜县人民政府办公室文件
    澜政办发〔2023〕7号
    ^安澜县人民政府办公室
    ^关于印发安澜县养老服务补贴办法的
    ^通　　知
    各乡镇人民政府：
    根据《社会救助暂行办法》（国务院令第649号）、《某省养老条例》，现将办法印发给你们。
    本办法自2023年8月1日起施行，有效期5年。《安澜县养老办法》（澜政办发〔2019〕2号）同时废止。
    附件：1.补贴标准表
    2.申请表
    安澜县人民政府办公室
    2023年7月20日
    （此件公开发布）
    抄送：县委办公室。
    安澜县人民政府办公室　2023年7月20日印发
    """

  @Test func `a paper states its facts, each with its place`() {
    let facts = facts(Self.notice)
    #expect(facts.fact("title") == "安澜县人民政府办公室关于印发安澜县养老服务补贴办法的通知")
    #expect(facts.fact("documentNumber") == "澜政办发〔2023〕7号")
    #expect(facts.fact("issuer") == "安澜县人民政府办公室")
    #expect(facts.fact("documentDate") == "2023-07-20")
    #expect(facts.fact("effectiveOn") == "2023-08-01")
    #expect(facts.fact("term") == "5年")
    #expect(facts.fact("disclosure") == "主动公开")
    #expect(facts.fact("form") == "通知")
    #expect(facts.fact("publishedOn") == nil)
    let date = facts.entries.first { $0.key == "documentDate" }
    #expect(date?.place == .paragraph(12) && date?.evidence == "2023年7月20日")
    #expect(facts.taken == [0, 1, 2, 3, 4])
  }

  @Test func `other documents and subjects are proposals with their sentence`() {
    let facts = facts(Self.notice)
    #expect(facts.proposal("repeals")?.evidence == "《安澜县养老办法》（澜政办发〔2019〕2号）同时废止。")
    #expect(facts.proposal("repeals")?.value.words == "title: 安澜县养老办法, documentNumber: 澜政办发〔2019〕2号")
    #expect(
      facts.proposal("basedOn")?.value.words == "title: 社会救助暂行办法, documentNumber: 国务院令第649号、title: 某省养老条例")
    #expect(facts.proposal("themes")?.value.words == "养老")
    #expect(facts.fact("themes") == nil && facts.proposal("topics") == nil)
  }

  @Test func `a document of the library is named by its number`() {
    var old = Document(
      id: DocumentID("zhengce/2019-2"), column: "zhengce", kind: "normative", slug: "2019-2",
      frontMatter: SourceText(path: "Content/zhengce/2019-2.md", bytes: []))
    old.documentNumber = DocumentNumber("澜政办发〔2019〕2号")
    let facts = FactReader.facts(of: manuscript(Self.notice), site: site(documents: [old]))
    #expect(facts.proposal("repeals")?.value == .list([.scalar("澜政办发〔2019〕2号")]))
  }

  @Test func `listed attachments are the files beside it, or a question`() {
    let beside = facts(Self.notice, ImportWish(files: ["附件2：申请表.docx", "补贴标准表.xlsx"]))
    #expect(
      beside["attachments"]?.words == "title: 补贴标准表, file: 补贴标准表.xlsx、title: 申请表, file: 附件2：申请表.docx")
    #expect(beside.asks("listed-attachment") == nil)
    let alone = facts(Self.notice)
    #expect(alone.asks("listed-attachment")?.message == "正文列有附件“补贴标准表”、“申请表”，没有找到")
    #expect(alone["attachments"] == nil && alone.proposal("attachments") != nil)
    #expect(facts(Self.notice + "\n附件1\n补贴标准表\n附件2\n申请表").asks("listed-attachment") == nil)
  }

  @Test func `without looks and red head a title is told by its words`() {
    let facts = facts("关于做好\n防汛工作的通知\n澜水发〔2024〕3号\n各乡镇：\n请遵照执行。\n安澜县水利局\n2024年5月6日")
    #expect(facts.fact("title") == "关于做好防汛工作的通知" && facts.fact("documentNumber") == "澜水发〔2024〕3号")
    #expect(facts.taken == [0, 1, 2])
  }

  @Test func `a first line that is no title is only proposed`() {
    let facts = facts("防汛工作\n请遵照执行。")
    #expect(facts["title"] == nil && facts.proposal("title")?.value == .scalar("防汛工作"))
    #expect(facts.asks("missing-title") != nil && facts.taken == [])
  }

  @Test func `a signature of somebody else than the red head decides nothing`() {
    let facts = facts(
      "安澜县人民政府文件\n澜政发〔2024〕3号\n^关于转发县教育局工作意见的通知\n各乡镇：\n现予转发。\n安澜县教育局\n2024年5月6日")
    #expect(facts["issuer"] == nil && facts["documentDate"] == nil)
    #expect(facts.proposal("issuer")?.value == .scalar("安澜县人民政府"))
    #expect(facts.asks("signature-issuer")?.places == [.paragraph(6), .paragraph(1)])
  }

  @Test func `joint issuers are a list, and a body broken over two lines is one`() {
    let facts = facts(
      "^关于住房的通知\n各单位：\n请执行。\n惠州市财政局　国家金融监督管理总局\n惠州监管分局\n2024年5月6日")
    #expect(facts.fact("issuer") == "惠州市财政局、国家金融监督管理总局惠州监管分局")
  }

  @Test func `what counts from a day that the paper does not state is proposed`() {
    let facts = facts("^关于水价的通知\n各单位：\n本通知自印发之日起施行，有效期五年。\n安澜县水利局\n2024年5月6日")
    #expect(facts["effectiveOn"] == nil && facts.proposal("effectiveOn")?.value == .scalar("2024-05-06"))
    #expect(facts["term"] == nil && facts.proposal("term")?.value == .scalar("五年"))
    #expect(facts.asks("start-text") != nil && facts.asks("term-start") != nil)
  }

  @Test func `the day of printing makes it certain`() {
    let facts = facts(
      "^关于水价的通知\n各单位：\n本通知自印发之日起施行。\n安澜县水利局\n2024年5月6日\n抄送：县委。\n安澜县水利局办公室 2024年5月6日印发")
    #expect(facts.fact("effectiveOn") == "2024-05-06" && facts.asks("start-text") == nil)
  }

  @Test func `two first days are a question`() {
    let facts = facts("^关于水价的通知\n各单位：\n本通知自2024年6月1日起施行。\n本办法自2024年7月1日起施行。\n安澜县水利局\n2024年5月6日")
    #expect(facts["effectiveOn"] == nil)
    #expect(facts.asks("start-text")?.message == "正文写明的施行日期不止一个：2024-06-01、2024-07-01")
  }

  @Test func `a year of the number that is not that of the date is a question with both places`() {
    let facts = facts("安澜县人民政府文件\n澜政发〔2016〕3号\n^关于水价的通知\n各单位：\n请执行。\n安澜县人民政府\n2019年7月24日")
    #expect(facts.asks("number-year")?.places == [.paragraph(2), .paragraph(7)])
    #expect(facts.asks("number-year")?.message == "发文字号的年份 2016 与成文日期 2019-07-24 不是同一年")
  }

  @Test func `the note decides on publication, and the stricter of two holds`() {
    let withheld = facts("^关于水价的通知\n各单位：\n请执行。\n安澜县水利局\n2024年5月6日\n（此件不予公开）")
    #expect(withheld.fact("disclosure") == "不予公开" && withheld.asks("withheld-ground") != nil)
    let both = facts("^关于水价的通知\n各单位：\n请执行。\n安澜县水利局\n2024年5月6日\n（此件公开发布）\n（此件依申请公开）")
    #expect(both.fact("disclosure") == "依申请公开" && both.asks("disclosure-note")?.places.count == 2)
    #expect(facts("机密★1年\n^关于水价的通知\n各单位：\n请执行。").asks("secrecy-mark") != nil)
  }

  @Test func `slips in a number are kept and asked about, blanks are not`() {
    let printed = facts("安澜县人民政府文件\n澜政发 〔2024〕 3 号\n^关于水价的通知\n各单位：")
    #expect(printed.fact("documentNumber") == "澜政发〔2024〕3号" && printed.asks("document-number") == nil)
    let slip = facts("安澜县人民政府文件\n澜政发[2024]3号\n^关于水价的通知\n各单位：")
    #expect(slip.fact("documentNumber") == "澜政发[2024]3号")
    #expect(slip.asks("document-number")?.cures == ["改为：澜政发〔2024〕3号"])
  }

  @Test func `what the kind requires and nobody states is asked in the words of check`() {
    let facts = facts(Self.notice, ImportWish(column: "zhengce"))
    #expect(facts.kind == "normative" && facts.column == "zhengce" && facts["kind"] == nil)
    #expect(facts.questions.filter { $0.rule == "missing-field" }.map(\.message) == ["发布日期缺失，行政规范性文件必须填写"])
  }

  @Test func `kind and column are proposed by the words of title and number`() {
    let facts = facts("安澜县水利局文件\n澜水规字〔2024〕3号\n^关于水价的通知\n各单位：\n请执行。")
    #expect(facts.kind == nil && facts.proposal("kind")?.value == .scalar("normative"))
    #expect(facts.column == nil && facts.columns == ["zhengce"])
    #expect(facts.questions.contains { $0.message.contains("政策文件（zhengce）") })
  }

  @Test func `a web page states facts of its own, and a contradiction is a question`() {
    var page = manuscript("关于水价的通知\n各单位：\n请执行。\n安澜县水利局\n2024年5月6日")
    page.statements = [
      FileStatement(name: "ArticleTitle", value: "关于水价的通知"),
      FileStatement(name: "PubDate", value: "2024-05-08 09:30"), FileStatement(name: "索引号：", value: "00001/2024-3"),
      FileStatement(name: "成文日期", value: "2024年5月7日"), FileStatement(name: "有效性", value: "有效"),
      FileStatement(name: "发文字号", value: "无"), FileStatement(name: "主题分类", value: "综合\\财政、金融、审计"),
    ]
    let facts = FactReader.facts(of: page, site: site())
    #expect(facts.fact("publishedOn") == "2024-05-08 09:30" && facts.fact("indexNumber") == "00001/2024-3")
    #expect(facts.fact("topics") == "财政、金融、审计" && facts["documentNumber"] == nil)
    #expect(facts["validity"] == nil && facts.proposal("validity")?.value == .scalar("有效"))
    #expect(facts.fact("documentDate") == "2024-05-06")
    #expect(
      facts.asks("signature-date")?.message
        == "成文日期有两种说法：原件（第5段）是“2024-05-06”，网页自述是“2024-05-07”，已写前一个")
  }

  @Test func `a title keeps the blanks between bodies and between Latin words`() {
    #expect(facts("^财政部 税务总局关于 Open Data 的公　告\n各单位：\n请执行。").fact("title") == "财政部 税务总局关于Open Data的公告")
  }

  @Test func `a note under the title states the order that made rules public`() {
    let facts = facts("^安澜县河道管理办法\n（2023年8月1日安澜县人民政府令第5号公布　自2023年10月1日起施行）\n第一条　为了管理河道。")
    #expect(facts.fact("documentNumber") == "安澜县人民政府令第5号" && facts.fact("issuer") == "安澜县人民政府")
    #expect(facts["documentDate"] == nil && facts.proposal("documentDate")?.value == .scalar("2023-08-01"))
  }

  @Test func `the words of a subject are not looked for in the names of bodies`() {
    let facts = facts("^安澜县财政局关于人民政府网站的通知\n各单位：\n请执行。")
    #expect(facts.proposal("topics") == nil)
  }

  @Test func `nothing is read out of nothing`() {
    let facts = facts("")
    #expect(facts.entries == [] && facts.taken == [] && facts.asks("missing-title") != nil)
  }
}
