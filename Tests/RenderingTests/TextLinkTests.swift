import Base
import Documents
import Markdown
import Papers
import Resolution
import TestSupport
import Testing

@testable import Rendering

@Suite("what texts only write out becomes links")
struct TextLinkTests {
  private static func links(_ text: String, of label: String = "", in corpus: Corpus = Fixture.corpus([])) -> String {
    let links = TextLinks(corpus: corpus, address: PageAddress("a/x/"))
    return links.html(text, of: label).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The text with ‹…› around each link and its address after it.
  private static func marked(_ text: String, of label: String = "") -> String {
    links(text, of: label).replacing("<wbr>", with: "").replacing("</a>", with: "›")
      .replacing(/<a href="([^"]*)"[^>]*>/) { "‹\($0.1)|" }
  }

  @Test(
    "telephone numbers are linked",
    arguments: [
      ("咨询电话：0000-6070133。", "咨询电话：‹tel:0000-6070133|0000-6070133›。"),
      (
        "县卫生健康局0000-6050122，县住建局0991-12345678。",
        "县卫生健康局‹tel:0000-6050122|0000-6050122›，县住建局‹tel:0991-12345678|0991-12345678›。"
      ),
      ("拨打010-65296114转8001。", "拨打‹tel:010-65296114,8001|010-65296114转8001›。"),
      ("（0991）2345678", "‹tel:0991-2345678|（0991）2345678›"),
      ("0991－2345678", "‹tel:0991-2345678|0991－2345678›"),
      ("0991—2345678", "‹tel:0991-2345678|0991—2345678›"),
      ("联系电话：0000-6070133、6070134", "联系电话：‹tel:0000-6070133|0000-6070133›、‹tel:0000-6070134|6070134›"),
      ("联系人手机13800000000", "联系人手机‹tel:13800000000|13800000000›"),
      ("张三，13912345678", "张三，‹tel:13912345678|13912345678›"),
      ("138-0000-0000", "‹tel:138-0000-0000|138-0000-0000›"),
      ("+86 13800000000", "‹tel:+8613800000000|+86 13800000000›"),
      ("+86-991-2345678", "‹tel:+86-991-2345678|+86-991-2345678›"),
      ("400-820-8820", "‹tel:400-820-8820|400-820-8820›"),
      ("客服电话4008208820", "客服电话‹tel:4008208820|4008208820›"),
      ("请拨打12345反映", "请拨打‹tel:12345|12345›反映"),
      ("12345政务服务便民热线", "‹tel:12345|12345›政务服务便民热线"),
      ("举报电话：12388", "举报电话：‹tel:12388|12388›"),
      ("电话：6070133", "电话：‹tel:6070133|6070133›"),
      ("电话 09916070133", "电话 ‹tel:09916070133|09916070133›"),
      ("电话/传真：0000-6010002", "电话/传真：‹tel:0000-6010002|0000-6010002›"),
      ("电话：0000-6010001，传真：0000-6010002", "电话：‹tel:0000-6010001|0000-6010001›，传真：0000-6010002"),
      ("邮编000000，电话0000-6010001", "邮编000000，电话‹tel:0000-6010001|0000-6010001›"),
    ])
  func phones(_ text: String, _ expected: String) {
    #expect(Self.marked(text) == expected)
  }

  @Test(
    "figures that mean something else are not",
    arguments: [
      "澜政办发〔2022〕10号", "2026年11月26日", "2026-11-26", "2026-11-26 08:30", "8:30至12:00", "6222021234567890123",
      "账号：0200-12345678",
      "开户账号 13800000000", "身份证号13800000000", "330106199001011234", "91330106MA2XXXXX0K", "1,234,567.89元",
      "15000000000元", "总投资13800000000.00",
      "18000000000吨", "共12345人", "第12345号", "GB/T 9704-2012", "DB65/T 0123-2019", "索引号：0000-20261126",
      "编号0571-87654321", "0571-20261126",
      "统一社会信用代码：113301060026000000", "000000000/2026-00012", "澜公网安备 00000000000000号", "澜ICP备00000000号-1",
      "传真0000-6010002", "邮编310000",
      "QQ群：12345678", "许可证编号：0571-1234567", "138****0000", "电话告知家长12345人次", "12345件", "面积6070133平方米",
      "电话：张三，每月6070133元",
      "3.1415926535", "1/13800000000", "13800000000-1", "A13800000000", "0.6070133", "2026—20271234", "合同编号13912345678",
      "x0000-6070133", "（2026）1234567",
      "电话接通率2026年", "拨打120急救电话", "与“110”、“119”报警电话联动", "拨打次数110次", "120平方米", "110千伏", "95598元", "12月5日",
      "第0991-2345678号",
    ])
  func falseFriends(_ text: String) {
    #expect(Self.links(text) == text)
  }

  @Test("the name of a field or column says what figures are")
  func labels() {
    #expect(Self.marked("6070133", of: "联系电话") == "‹tel:6070133|6070133›")
    #expect(Self.marked("6070133", of: "户数") == "6070133")
    #expect(Self.marked("0100-2023001", of: "索引号") == "0100-2023001")
    #expect(Self.marked("0100-2023001", of: "地址") == "‹tel:0100-2023001|0100-2023001›")
    #expect(Self.marked("0000-6010002", of: "传真") == "0000-6010002")
  }

  @Test("mail and web addresses are linked, without the punctuation of the sentence")
  func addresses() {
    #expect(
      Self.marked("邮箱xxgk@anlan.example。来信zhujian2@mail.anlan.gov.cn，")
        == "邮箱‹mailto:xxgk@anlan.example|xxgk@anlan.example›。来信‹mailto:zhujian2@mail.anlan.gov.cn|zhujian2@mail.anlan.gov.cn›，"
    )
    #expect(
      Self.links("见https://zwfw.example.gov.cn/a?b=1&c=2。").contains(
        #"href="https://zwfw.example.gov.cn/a?b=1&amp;c=2" rel="external noopener" class="external">"#))
    #expect(Self.marked("（https://own.example/x/）") == "（‹https://own.example/x/|https://own.example/x/›）")
    #expect(!Self.links("https://own.example/x/").contains("external"))
    for text in ["@某人", "a@b", "a@1.2.3.4", "user@", "http://", "https://。", "javascript://x.cn", "ftp://a.example/"] {
      #expect(Self.links(text) == text)
    }
  }

  @Test("a long address may break after its signs")
  func breaks() {
    #expect(Self.links("https://a.example/b/c").contains(">https://a.<wbr>example/<wbr>b/<wbr>c</a>"))
  }

  @Test("markup in a text stays text")
  func escaping() {
    let html = Self.links("<b>0000-6070133</b> \"a\"@x.example https://a.example/\"><script>")
    #expect(!html.contains("<b>") && !html.contains("<script>"))
    #expect(html.contains("&lt;b&gt;<a href=\"tel:0000-6070133\">"))
    #expect(html.contains("href=\"https://a.example/\""))
  }

  // MARK: Texts

  private static func page(_ markdown: String, _ others: [Document] = [], _ edit: (inout Document) -> Void = { _ in })
    -> String
  {
    let document = Fixture.document("a/x") {
      $0.body = Body(text: readMarkdown(Array(markdown.utf8)[...]).text)
      edit(&$0)
    }
    let corpus = Fixture.corpus([document] + others)
    let links = TextLinks(corpus: corpus, address: PageAddress("a/x/"), document: document)
    let writer = BodyWriter(
      resolver: LinkResolver(corpus: corpus, documents: [document] + others, files: ["a/t.png": 1]),
      host: "own.example", links: links)
    return String(decoding: writer.html(document.body.text, from: "a/x.md", on: PageAddress("a/x/")), as: UTF8.self)
  }

  @Test("links and code of the author stay as they are")
  func nothingInLinks() {
    let html = Self.page("[电话0000-6070133](https://b.example/)，`0000-6070134`，<https://c.example/>，**电话**：6070135\n")
    #expect(html.split(separator: "<a").count == 4)
    #expect(html.contains("<code>0000-6070134</code>"))
    #expect(html.contains("<strong>电话</strong>：<a href=\"tel:6070135\">6070135</a>"))
  }

  @Test("a picture opens in its own size, unless the author linked it")
  func pictures() {
    let html = Self.page("![办理流程](t.png)\n\n[![办理流程](t.png)](https://b.example/)\n")
    #expect(html.contains(#"<p><a class="picture" href="t.png" title="看原图"><img src="t.png" alt="办理流程" /></a></p>"#))
    #expect(html.split(separator: "class=\"picture\"").count == 2)
  }

  private static func numbered(_ path: String, _ serial: Int, on day: String = "2024-01-01", year: Int = 2022)
    -> Document
  {
    Fixture.document(path) {
      $0.documentNumber = DocumentNumber(agencyCode: "澜政办发", year: year, serial: serial)
      $0.publishedOn = Moment(day: Fixture.day(day))
    }
  }

  @Test("the number of a public document is a link to it")
  func numbers() {
    let target = Self.numbered("a/t", 10)
    let link = "<a href=\"../../a/t/\">澜政办发〔2022〕10号</a>"
    for (text, expected) in [
      ("见澜政办发〔2022〕10号。", "见\(link)。"), ("（澜政办发〔2022〕10号）", "（\(link)）"), ("按照澜政办发〔2022〕10号文件", "按照\(link)文件"),
      ("澜政办发[2022]10号", "<a href=\"../../a/t/\">澜政办发[2022]10号</a>"),
      ("鲁澜政办发〔2022〕10号", nil), ("澜政办发〔2022〕11号", nil), ("政办发〔2022〕10号", nil), ("澜政发〔2022〕10号", nil),
      ("澜政办发〔2022〕10", nil),
    ] as [(String, String?)] {
      // A line alone would be the head of a paper.
      #expect(Self.page("前文。\n\n\(text)；\n", [target]).contains(expected ?? ">\(text)；</p>"), "\(text)")
    }
  }

  @Test("a number that two documents have, or one that is not public, or the document's own, is no link")
  func ambiguousNumbers() {
    #expect(!Self.page("澜政办发〔2022〕10号", [Self.numbered("a/t", 10), Self.numbered("b/t", 10)]).contains("<a"))
    #expect(!Self.page("澜政办发〔2022〕10号", [Self.numbered("a/t", 10, on: "2027-01-01")]).contains("<a"))
    #expect(
      !Self.page("澜政办发〔2022〕10号") { $0.documentNumber = DocumentNumber(agencyCode: "澜政办发", year: 2022, serial: 10) }
        .contains("<a"))
  }

  // MARK: 附件说明

  private static let files = [
    Attachment(title: "任务分解表", path: "a/x/b.xlsx", byteCount: 1),
    Attachment(title: "申请表", path: "a/x/c.docx", byteCount: 1),
  ]

  @Test("the lines of 附件说明 lead to the files with those titles")
  func attachmentNotes() {
    let html = Self.page("各单位：\n\n附件：1.任务分解表\n\n2.申请表\n\n3.没有的表\n\n安澜县人民政府\n\n2026年1月5日\n") {
      $0.attachments = Self.files
    }
    #expect(html.contains("附件：1.<a href=\"../../a/x/b.xlsx\">任务分解表</a></p>"))
    #expect(html.contains("2.<a href=\"../../a/x/c.docx\">申请表</a></p>"))
    #expect(html.contains("3.没有的表</p>"))
  }

  @Test("a single attachment without a number")
  func singleAttachment() {
    let html = Self.page("各单位：\n\n附件：申请表\n\n安澜县人民政府\n\n2026年1月5日\n") { $0.attachments = Self.files }
    #expect(html.contains("附件：<a href=\"../../a/x/c.docx\">申请表</a></p>"))
  }

  @Test("and to the texts printed below the paper")
  func annexes() {
    let html = Self.page("各单位：\n\n附件：1.任务分解表\n\n安澜县人民政府\n\n2026年1月5日\n\n附件1\n\n任务分解表\n\n一、总体要求。\n")
    #expect(html.contains("附件：1.<a href=\"#fujian-1\">任务分解表</a>"))
    #expect(html.contains("<p id=\"fujian-1\" class=\"annex-mark\">附件1</p>"))
  }
}
