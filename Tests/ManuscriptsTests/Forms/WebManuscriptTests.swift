import Manuscripts
import OfficeFiles
import TestSupport
import Testing

struct WebManuscriptTests {
  /// A page whose text is this; the rest of the page is what old sites have around it.
  private static func page(_ text: String, head: String = "", before: String = "", after: String = "") -> String {
    """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><title>通知_县政府</title>\(head)
    <style>.a{}</style><script>var a="<div><div>";</script></head><body>
    <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>\(before)
    <div class="box"><div class="pages_content" id="zoom"><!-- 正文 --><p>各镇人民政府，县政府各部门：</p>\(text)
    <p>请认真贯彻执行，不得有误。本通知自印发之日起施行，有效期五年。</p></div></div>\(after)
    <div class="footer">主办：县人民政府　备案号：鲁ICP备1号</div></body></html>
    """
  }

  /// The blocks between the first and the last paragraph.
  private static func blocks(_ text: String, file: @escaping (String) -> [UInt8]? = { _ in nil }) throws -> [String] {
    let lines = Outline.of(try WebManuscript.read(Array(page(text).utf8), file: file).blocks)
    #expect(lines.first == "各镇人民政府，县政府各部门：" && lines.last == "请认真贯彻执行，不得有误。本通知自印发之日起施行，有效期五年。")
    return Array(lines.dropFirst().dropLast())
  }

  private static func read(_ text: String) throws -> Manuscript { try WebManuscript.read(Array(page(text).utf8)) }

  @Test func `the content is found; what stands around it is left out as navigation`() throws {
    let manuscript = try Self.read("<p>正文。</p>")
    #expect(Outline.of(manuscript.blocks).count == 3)
    #expect(manuscript.omissions.map(\.kind) == [.navigation, .navigation])
    #expect(manuscript.omissions.map(\.text) == ["首页\n政务公开", "主办：县人民政府　备案号：鲁ICP备1号"])
  }

  @Test(arguments: ["#zoom", ".pages_content", "div.pages_content", "div#zoom.pages_content"])
  func `the content can be named`(_ selector: String) throws {
    let bytes = Array(Self.page("<p>正文。</p>").utf8)
    #expect(try WebManuscript.read(bytes, select: selector).blocks.count == 3)
    #expect(try Outline.of(WebManuscript.read(bytes, select: ".footer").blocks) == ["主办：县人民政府　备案号：鲁ICP备1号"])
  }

  @Test(arguments: ["#nowhere", "div > p", "", "#"])
  func `what no part of the page is called by is said`(_ selector: String) {
    #expect(throws: OfficeFault.noText) {
      try WebManuscript.read(Array(Self.page("").utf8), select: selector)
    }
  }

  @Test func `content in cells of a table that arranges the page is found`() throws {
    let page = """
      <body><table width=980><tr><td><a href=a>首页</a></td></tr><tr><td><table><tr><td>栏目导航</td><td class=con>
      <p>第一条　为了规范供热，制定本办法。</p><p>第二条　本办法自印发之日起施行。</p></td></tr></table></td></tr><tr><td>版权所有</td></tr></table>
      """
    #expect(
      try Outline.of(WebManuscript.read(Array(page.utf8)).blocks) == [
        "第一条　为了规范供热，制定本办法。", "第二条　本办法自印发之日起施行。",
      ])
  }

  @Test func `a page says its encoding, or has another`() throws {
    // <meta charset=gb2312><p>供热办法，朱镕基 in GBK, and the same said of UTF-8.
    let gbk =
      Array("<meta charset=gb2312><body><p>".utf8) + Hex.bytes("B9A9C8C8B0ECB7A8A3ACD6ECE946BBF9") + Array("</p>".utf8)
    #expect(try Outline.of(WebManuscript.read(gbk).blocks) == ["供热办法，朱镕基"])
    let utf8 = Array("<meta http-equiv=Content-Type content=\"text/html; charset=GBK\"><body><p>供热办法，朱镕基。</p>".utf8)
    let manuscript = try WebManuscript.read(utf8)
    #expect(Outline.of(manuscript.blocks) == ["供热办法，朱镕基。"] && manuscript.doubts.isEmpty)
    let broken = try WebManuscript.read(utf8 + [0xFF, 0xFF])
    #expect(broken.doubts.map(\.kind) == [.encoding])
  }

  @Test func `meta tags and the table of 索引号 are statements; the table is no text`() throws {
    let head = #"<meta name="ArticleTitle" content="供热办法"><META NAME="PubDate" CONTENT="2023-10-12 09:30"/>"#
    let table =
      "<table><tr><td>索 引 号：</td><td>113/2023-1</td><td>文　　号:</td><td>高政发〔2023〕1号</td></tr><tr><td>成文日期</td><td>2023年10月11日</td></tr></table>"
    let inside = try WebManuscript.read(Array(Self.page("", head: head).replacing("<!-- 正文 -->", with: table).utf8))
    let outside = try WebManuscript.read(Array(Self.page("", head: head, before: table).utf8))
    let list =
      "<ul><li><b>索引号：</b>113/2023-1</li><li><b>文号：</b><span>高政发〔2023〕1号</span></li><li>成文日期：2023年10月11日</li></ul>"
    let listed = try WebManuscript.read(Array(Self.page("", head: head, before: list).utf8))
    for manuscript in [inside, outside, listed] {
      #expect(
        manuscript.statements.map { "\($0.name)=\($0.value)" } == [
          "title=通知_县政府", "ArticleTitle=供热办法", "PubDate=2023-10-12 09:30", "索引号=113/2023-1", "文号=高政发〔2023〕1号",
          "成文日期=2023年10月11日",
        ])
      #expect(manuscript.blocks.count == 2)
      #expect(manuscript.omissions.contains { $0.text.contains("113/2023-1") })
    }
  }

  @Test func `paragraphs end at blocks and at breaks; blanks in front are an indent`() throws {
    let manuscript = try Self.read(
      "<div>&nbsp;&nbsp;&nbsp;&nbsp;第一条　甲<br>　　第二条　乙<br/><br/>丙\n丁 a\nb</div><p style='text-indent:2em'>戊</p><p>&nbsp;</p>"
    )
    #expect(Outline.of(manuscript.blocks).dropFirst().dropLast() == ["第一条　甲", "第二条　乙", "丙丁 a b", "戊"])
    let indents = manuscript.blocks.compactMap {
      if case .paragraph(let paragraph) = $0 { paragraph.look.indent } else { nil }
    }
    #expect(indents == [2, 2, 2])
  }

  @Test func `a break in what is centred or set to the right is one of the line`() throws {
    let text = "<p align=center>关于印发<br>《办法》的通知</p><div style='text-align: right'>县政府<br>2023年1月1日</div>"
    #expect(try Self.blocks(text) == ["关于印发⏎《办法》的通知", "县政府⏎2023年1月1日"])
  }

  @Test func `headings, bold, size, font and colour are evidence`() throws {
    let manuscript = try Self.read(
      "<h2>标题</h2><p align=center><font color=red face='方正小标宋简体' style='font-size:22pt'><b>红头</b></font></p><p><strong>第一条</strong>　内容。</p>"
    )
    let paragraphs = manuscript.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    #expect(paragraphs[1].headingLevel == 2)
    let look = paragraphs[2].look
    #expect(look.alignment == .center && look.isRed && look.isBold && look.size == 22 && look.font == "方正小标宋简体")
    #expect(paragraphs[3].look.lead == 3 && !paragraphs[3].look.isBold)
  }

  @Test func `lists have their numbers written out`() throws {
    let text =
      "<ol start=3><li>甲<ul><li>乙</li></ul></li><li value=9>丙</li></ol><ol type=a><li>丁</li></ol><ol type=I><li>戊</li></ol><ol style='list-style-type: cjk-ideographic'><li><p>己</p><p>庚</p></li></ol>"
    #expect(try Self.blocks(text) == ["3. 甲", "乙", "9. 丙", "a. 丁", "I. 戊", "一、己", "庚"])
  }

  @Test func `numbers that an office program wrote are doubted, numbers of pages are left out`() throws {
    let head = #"<meta name="generator" content="LibreOffice 7.4">"#
    let manuscript = try WebManuscript.read(Array(Self.page("<ol><li>甲</ol><p>— 1 —</p>", head: head).utf8))
    #expect(manuscript.doubts == [Doubt(.numbering, text: "LibreOffice 7.4", at: nil)])
    #expect(manuscript.omissions.contains { $0.kind == .pageNumber } && manuscript.blocks.count == 3)
    #expect(try WebManuscript.read(Array(Self.page("<p>甲</p>", head: head).utf8)).doubts.isEmpty)
  }

  @Test func `tables keep their merged cells and their head`() throws {
    let text = """
      <table border=1><caption>表1</caption><thead><tr><th rowspan=2>项目</th><th colspan=2>标准</th></tr><tr><th>甲</th><th>乙</th></tr></thead>
      <tr><td>住宅</td><td>22.5<br>元</td><td rowspan="0">注</td></tr><tr><td>商铺</td><td><p>26</p></td></tr><tr><td colspan=1>仓库</td></tr></table>
      """
    #expect(
      try Self.blocks(text) == ["表1", "# 项目|标准<2>", "# ^^|甲|乙", "| 住宅|22.5⏎元|注", "| 商铺|26|^^", "| 仓库||^^"])
  }

  @Test func `cells that would lie over others are cut, which is a doubt`() throws {
    let manuscript = try Self.read(
      "<table border=1><tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=3>c</td></tr></table>")
    #expect(Outline.of(manuscript.blocks).dropFirst().dropLast() == ["| a|b", "| c|^^"])
    #expect(manuscript.doubts.map(\.kind) == [.tableGrid])
  }

  @Test func `a table in a cell is a table; one without lines around others arranges them`() throws {
    let inner = "<table border=1><tr><td>a</td><td>b</td></tr></table>"
    #expect(try Self.blocks("<table><tr><td>甲</td><td>\(inner)</td></tr></table>") == ["甲", "| a|b"])
    let nested = try Self.read("<table border=1><tr><td>甲</td><td>\(inner)</td></tr></table>")
    guard case .table(let table) = nested.blocks[1], case .table(let cell)? = table.rows[0].cells[1].blocks.first else {
      Issue.record("no table in the table")
      return
    }
    #expect(cell.columnCount == 2)
  }

  @Test func `hidden text stops the import, scripts and comments are none`() throws {
    let manuscript = try Self.read(
      "<p style='DISPLAY: none'>秘1</p><span hidden>秘2</span><script>x()</script><!-- y --><input type=hidden value=z>")
    #expect(
      manuscript.obstacles.map(\.text) == ["秘1", "秘2"] && manuscript.obstacles.allSatisfy { $0.kind == .hiddenText })
    #expect(manuscript.omissions.filter { $0.kind == .hiddenText }.map(\.text) == ["秘1", "秘2"])
    #expect(manuscript.blocks.count == 2)
  }

  @Test func `links keep their addresses, those that lead nowhere are text`() throws {
    #expect(
      try Self.blocks(
        "<p>附件：<a href=' ./P02.pdf '>标准</a>、<a href='javascript:void(0)'>打印</a><a href='#top'>顶</a>，<a href='http://a.cn/b?c=1&d'>网址</a></p>"
      )
        == ["附件：[标准](P02.pdf)、打印顶，[网址](http://a.cn/b?c=1&d)"])
  }

  @Test func `pictures beside the page and in it are taken, others are doubts`() throws {
    let text =
      "<p><img src='./a%20b.png?1' alt='图'><img src='data:image/png;base64,iVBORw0KGgo='><img src='http://a.cn/c.png'><img src='../d.png'></p>"
    let manuscript = try WebManuscript.read(Array(Self.page(text).utf8)) { $0 == "a b.png" ? [1, 2, 3] : nil }
    #expect(manuscript.pictures.map(\.name) == ["a b.png", "image2.png"])
    #expect(manuscript.pictures[0].bytes == [1, 2, 3] && manuscript.pictures[0].description == "图")
    #expect(manuscript.pictures[1].bytes == Hex.bytes("89504E470D0A1A0A"))
    #expect(
      manuscript.doubts.map(\.text) == ["http://a.cn/c.png", "../d.png"]
        && manuscript.doubts.allSatisfy { $0.kind == .picture })
    #expect(Outline.of(manuscript.blocks)[1] == "{picture 0}{picture 1}")
  }

  @Test(
    arguments: [
      ("../a", nil), ("/a", nil), ("http://x/a", nil), ("a/../b", nil), ("./x/%E5%9B%BE.pdf#1", "x/图.pdf"),
      ("%B9%AB%B8%E6.doc", "公告.doc"),
    ] as [(String, String?)])
  func `an address means a file beside the page or none`(_ address: String, _ path: String?) {
    #expect(WebAddress(address).path == path)
  }

  @Test func `raised figures become characters, struck and private ones are doubts`() throws {
    let manuscript = try Self.read("<p>100m<sup>2</sup>，x<sup>甲</sup>，<s>删</s>，\u{E000}</p>")
    #expect(Outline.of(manuscript.blocks)[1] == "100m²，x甲，删，\u{E000}")
    #expect(manuscript.doubts.map(\.kind) == [.raisedText, .struckText, .privateCharacters])
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000), String(repeating: "<font size=1>", count: 300),
    "<p " + String(repeating: "a=1 ", count: 100_000) + ">",
    (0..<200).map { "<font size=\($0)>" }.joined() + String(repeating: "<p>x", count: 100_000),
  ])
  func `pages that would cost more than their length are refused`(_ text: String) {
    #expect(throws: OfficeFault.tooLarge) { try WebManuscript.read(Array(text.utf8)) }
  }

  @Test func `long pages and long attributes are read`() throws {
    let rows = String(repeating: "<tr><td>甲乙</td><td>丙，丁</td></tr>", count: 5000)
    let text =
      "<p title='\(String(repeating: "x", count: 1 << 20))'>a</p><table border=1>\(rows)</table>"
      + String(repeating: "<p>段落，一", count: 5000)
    #expect(try Self.read(text).blocks.count == 5004)
    #expect(throws: OfficeFault.tooLarge) { try WebManuscript.read([UInt8](repeating: 0x61, count: 17 << 20)) }
  }

  @Test func `spoiled pages are refused or read, but end`() {
    var faults = Faults(seed: 3)
    let source = Array(
      Self.page(
        "<table border=1><tr><td rowspan=3 colspan=2>a<td>b<tr><td>c</table><ol type=i start=2><li>d<li>e</ol><img src=x><p align=right>f<br>g<sup>2</sup>&nbsp;&#x4e00;&quot;"
      ).utf8)
    for _ in 0..<600 { _ = try? WebManuscript.read(faults.spoil(source)) }
  }
}
