import Base
import Testing

@testable import Papers

/// The parts of official documents, as offices print and clerks paste them.
@Suite("Parts of a paper")
struct PaperTests {
  @Test("a whole paper, from 密级 to 印发") func whole() {
    let text = """
      000012
      机密★1年
      特急
      松溪县人民政府办公室文件
      松政办发〔2024〕7号　　　签发人：赵　某
      松溪县人民政府办公室
      关于做好秋粮收购工作的通　知
      各乡镇人民政府，县政府各部门：
      现将有关事项通知如下。
      一、总体要求
      各地要加强领导。
      附件：1.收购点名单
      　　　2.2024年计划表
      松溪县人民政府办公室
      2024 年 9 月 3 日
      （此件不予公开）
      附件1
      收购点名单
      共十二处。
      抄送：县委办公室，县人大常委会办公室，
      县政协办公室。
      松溪县人民政府办公室　　2024年9月4日印发
      """
    let paper = paper(text)
    #expect(
      words(paper.roles) == [
        "copyNumber", "secrecy", "urgency", "letterhead", "number", "title", "title", "addressee", "text",
        "first 1 title",
        "text", "attachmentNote", "attachmentNote", "signature", "signatureDate", "note", "annexMark", "annexTitle",
        "text",
        "copies", "copies", "imprint",
      ])
    #expect(paper.secrecy?.value == "机密★1年" && paper.urgency?.value == "特急")
    #expect(paper.number?.value == "松政办发〔2024〕7号" && paper.signer?.value == "赵某")
    #expect(paper.title?.value == "松溪县人民政府办公室关于做好秋粮收购工作的通知")
    #expect(paper.addressee?.value == "各乡镇人民政府，县政府各部门")
    #expect(paper.attachments.map(\.value.title) == ["收购点名单", "2024年计划表"])
    #expect(paper.attachments.map(\.value.number) == [1, 2])
    #expect(paper.signatures.map { $0.bodies.map(\.value) } == [["松溪县人民政府办公室"]])
    #expect(paper.signatures.first?.date?.value.iso == "2024-09-03" && paper.printedOn?.value.iso == "2024-09-04")
    #expect(paper.notes.map(\.value.meaning) == [.withheld])
  }

  @Test(
    "signatures of one or many, of persons, on long lines",
    arguments: [
      ("松溪县民政局\n松溪县财政局\n2024年5月6日", ["松溪县民政局", "松溪县财政局"]),
      (
        "松溪县民政局　　松溪县财政局　　松溪县医疗保障局　　国家税务总局松溪县税务局　　松溪县卫生健康委员会\n2024年5月6日",
        ["松溪县民政局", "松溪县财政局", "松溪县医疗保障局", "国家税务总局松溪县税务局", "松溪县卫生健康委员会"]
      ),
      ("松 溪 县 民 政 局　松溪县财政局\n2024年5月6日", ["松溪县民政局", "松溪县财政局"]),
      ("市　长：赵某某\n2024年5月6日", ["市长：赵某某"]), ("县长　赵　某\n二〇二四年五月六日", ["县长赵某"]),
      ("松溪县防汛指挥部（代章）\n二○二四年五月六日　　", ["松溪县防汛指挥部"]), ("松溪县水利局（印章）\n2024年5月6日", ["松溪县水利局"]),
      ("松溪县水利局\n（印章）2024年5月6日", ["松溪县水利局"]), ("松溪县水利局　　2024年5月6日", ["松溪县水利局"]),
      ("松溪县水利局\n2024.5.6", ["松溪县水利局"]), ("松溪县水利局\n2024-05-06", ["松溪县水利局"]), ("松溪县水利局\n2024．5．6", ["松溪县水利局"]),
    ])
  func signatures(_ end: String, _ bodies: [String]) {
    let paper = paper("现予公布。\n" + end)
    #expect(paper.signatures.map { $0.bodies.map(\.value) } == [bodies])
    #expect(paper.signatures.first?.date?.value.iso == "2024-05-06")
    #expect(paper.roles.first == .text)
  }

  @Test(
    "marks of secrecy and of disclosure, alone or beside others",
    arguments: ["机密★1年", "000001　机密★10年　特急", "特急　秘密", "机 密"])
  func marks(_ line: String) {
    #expect(paper(line + "\n松溪县人民政府文件\n松政发〔2024〕7号").secrecy != nil)
    #expect(paper("特急　平急\n一、甲").secrecy == nil && paper("机密 档案\n一、甲").secrecy == nil)
  }

  @Test("a note of disclosure in brackets", arguments: ["（信息公开选项：不予公开）", "(公开属性：不公开)", "公开方式：不予公开"])
  func disclosure(_ line: String) {
    #expect(paper("一、甲。\n" + line).notes.map(\.value.meaning) == [.withheld])
    #expect(paper(line + "\n一、甲。").notes.map(\.value.meaning) == [.withheld])
  }

  @Test("a name over two lines is one when the issuer is known") func brokenName() {
    let known = KnownFacts(title: "甲", issuers: ["松溪县农村人居环境整治工作领导小组办公室"])
    let paper = paper("请抓好落实。\n松溪县农村人居环境整治\n工作领导小组办公室\n2024年5月6日", known: known)
    #expect(words(paper.roles) == ["text", "signature", "signature", "signatureDate"])
  }

  @Test(
    "a date without a name is the paper's only below the text",
    arguments: [
      ("正文。\n2024年5月6日", true), ("正文。\n2024年5月6日\n（此件公开发布）", true), ("二、日程\n2024年5月6日\n上午开会。", false),
      ("正文。\n会议定于2024年5月6日", false),
    ])
  func dateAlone(_ text: String, _ isDate: Bool) {
    #expect(paper(text).roles.contains(.signatureDate) == isDate)
  }

  @Test("a sentence, a closing formula and a heading are no names")
  func noNames() {
    for line in ["以上意见，请研究。", "特此通知", "专此函复", "一、工作安排"] {
      #expect(!paper("正文。\n\(line)\n2024年5月6日").roles.contains(.signature), "\(line)")
    }
  }

  @Test(
    "articles without a blank are articles in sequence, references are not",
    arguments: [
      (
        "第一条为加强管理，制定本办法。\n第二条本办法适用于本县。\n第三条违反第一条规定的，责令改正。\n第一条至第二条另行规定。",
        ["article 1", "article 2", "article 3", "text"]
      ),
      ("第五条规定的期限为三日。\n第六条所称单位包括村委会。", ["text", "text"]),
      ("第一条　甲。\n第二条乙。\n第二条之一丙。\n第三条丁。", ["article 1", "article 2", "article 2", "article 3"]),
      (
        "第一章总则\n第一条甲。\n第二条乙。\n第二章附则\n第三条丙。",
        ["chapter 1 title", "article 1", "article 2", "chapter 2 title", "article 3"]
      ),
      ("第一条甲。", ["text"]),
    ])
  func gluedArticles(_ text: String, _ roles: [String]) {
    #expect(words(paper(text).roles) == roles)
  }

  @Test("decimal headings of a plan are levels, single figures are not")
  func decimals() {
    let plan = paper("1 总则\n1.1 编制目的\n为了有序应对。\n1.2 编制依据\n1.2.1 法律\n2 组织体系\n2.1 领导机构")
    #expect(
      words(plan.roles) == [
        "decimal 1 title", "decimal 1.1 title", "text", "decimal 1.2 title", "decimal 1.2.1 title", "decimal 2 title",
        "decimal 2.1 title",
      ])
    #expect(words(paper("1 台电脑\n2.5 万元经费\n3 名人员").roles) == ["text", "text", "text"])
  }

  @Test("a pasted 目录 has no anchors, the chapters below it do")
  func contents() {
    let roles = words(paper("目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。").roles)
    #expect(
      roles == ["contents", "contents", "contents", "chapter 1 title", "article 1", "chapter 2 title", "article 2"])
  }

  @Test("题注 stands below a title") func titleNote() {
    let known = KnownFacts(title: "松溪县河道管理办法")
    let roles = words(paper("松溪县河道管理办法\n（2024年5月6日县人民政府第3次常务会议通过）\n第一条　甲。", known: known).roles)
    #expect(roles == ["title", "titleNote", "article 1"])
    #expect(words(paper("现予印发。\n# 松溪县河道管理办法\n（2024年5月6日修订）").roles) == ["text", "text", "titleNote"])
  }

  @Test(
    "notes and their meaning",
    arguments: [
      ("（此件公开发布）", DisclosureNote.Meaning.proactive), ("（此件依申请公开）", .onRequest), ("（此件不公开）", .withheld),
      ("（此件删减后公开）", .proactive), ("公开方式：依申请公开", .onRequest), ("(此件主动公开)", .proactive),
    ])
  func notes(_ line: String, _ meaning: DisclosureNote.Meaning) {
    let paper = paper("正文。\n松溪县民政局\n2024年5月6日\n\(line)")
    #expect(paper.notes.map(\.value.meaning) == [meaning] && paper.roles.last == .note)
  }

  @Test("other brackets below the date are notes that say nothing about publication") func otherNotes() {
    let paper = paper("正文。\n松溪县民政局\n2024年5月6日\n（联系人：李某，电话：0000-1234567）\n（本文有删减）")
    #expect(paper.notes.map(\.value.meaning) == [nil, nil])
  }

  @Test(
    "text that only looks like a head is text",
    arguments: ["123456\n正文。", "特急事项处理办法\n正文。", "秘密交通线旧址\n正文。", "关于文件\n正文。"])
  func noHead(_ text: String) { #expect(paper(text).roles == [.text, .text]) }
}
