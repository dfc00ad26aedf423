import Manuscripts
import OfficeFiles
import Testing

/// What programs put into the clipboard as HTML, written as they write it.
enum Copied {
  /// Word 2016: everything in `<style>` that its filter leaves, conditional comments, unquoted attributes broken over lines.
  static func word(_ text: String, after: String = "") -> String {
    """
    <html xmlns:v="urn:schemas-microsoft-com:vml"
    xmlns:o="urn:schemas-microsoft-com:office:office"
    xmlns:w="urn:schemas-microsoft-com:office:word"
    xmlns="http://www.w3.org/TR/REC-html40">

    <head>
    <meta http-equiv=Content-Type content="text/html; charset=utf-8">
    <meta name=ProgId content=Word.Document>
    <meta name=Generator content="Microsoft Word 15">
    <link rel=File-List href="file:///C:/Users/ZHANG~1/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
    <!--[if gte mso 9]><xml>
     <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
    </xml><![endif]-->
    <style>
    <!--
     /* Font Definitions */
     @font-face
    \t{font-family:Wingdings;
    \tpanose-1:5 0 0 0 0 0 0 0 0 0;}
     p.MsoNormal, li.MsoNormal, div.MsoNormal
    \t{mso-style-unhide:no;margin:0cm;text-align:justify;font-size:10.5pt;}
     @list l0:level1
    \t{mso-level-number-format:japanese-counting;mso-level-text:"%1、";}
    -->
    </style>
    </head>

    <body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>
    <!--StartFragment-->

    \(text)

    <!--EndFragment-->\(after)
    </body>

    </html>
    """
  }

  /// An item of a list of Word: its number in front, for programs that know no lists.
  static func item(_ number: String, _ text: String, font: String = "宋体") -> String {
    """
    <p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;
    mso-char-indent-count:0;mso-list:l0 level1 lfo1'><![if !supportLists]><span
    lang=EN-US style='font-family:\(font);mso-fareast-font-family:\(font);mso-bidi-font-family:
    \(font)'><span style='mso-list:Ignore'>\(number)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
    </span></span></span><![endif]>\(text)<span lang=EN-US><o:p></o:p></span></p>
    """
  }

  /// WPS: quoted attributes, a `mso-spacerun` on every run, `<font>` inside it.
  static func wps(_ text: String) -> String {
    """
    <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>\
    <meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=ProgId  content=Word.Document >\
    <meta name=Generator  content="Microsoft Word 14" ><title></title><!--[if gte mso 9]><xml><w:WordDocument>\
    <w:BrowserLevel>MicrosoftInternetExplorer4</w:BrowserLevel></w:WordDocument></xml><![endif]--><style>
    @font-face{
    font-family:"Times New Roman";
    }
    p.MsoNormal{
    mso-style-name:正文;
    margin:0pt;
    font-size:10.5000pt;
    }
    </style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment-->\
    <div class="Section0"  style="layout-grid:15.6000pt;" >\(text)</div><!--EndFragment--></body></html>
    """
  }

  static func wpsRun(_ text: String, _ style: String = "") -> String {
    """
    <span style="mso-spacerun:'yes';font-family:仿宋;mso-bidi-font-family:'Times New Roman';font-size:16.0000pt;\
    mso-font-kerning:1.0000pt;\(style)" ><font face="仿宋" >\(text)</font></span>
    """
  }

  /// Excel: the fragment begins inside the table, looks are classes.
  static func excel(_ rows: String, columns: String = "<col width=72 span=3 style='width:54pt'>") -> String {
    """
    <html xmlns:v="urn:schemas-microsoft-com:vml"
    xmlns:x="urn:schemas-microsoft-com:office:excel"
    xmlns="http://www.w3.org/TR/REC-html40">
    <head>
    <meta http-equiv=Content-Type content="text/html; charset=utf-8">
    <meta name=ProgId content=Excel.Sheet>
    <meta name=Generator content="Microsoft Excel 15">
    <style>
    <!--table
    \t{mso-displayed-decimal-separator:"\\.";
    \tmso-displayed-thousand-separator:"\\,";}
    .xl65
    \t{mso-number-format:"\\#\\,\\#\\#0\\.00";text-align:center;}
    -->
    </style>
    </head>
    <body link="#0563C1" vlink="#954F72">
    <table border=0 cellpadding=0 cellspacing=0 width=216 style='border-collapse:
     collapse;width:162pt'>
    <!--StartFragment-->
     \(columns)
     \(rows)
    <!--EndFragment-->
    </table>
    </body>
    </html>
    """
  }
}

struct ClipboardTests {
  private static func read(_ html: String) throws -> Manuscript { try WebManuscript.read(pasted: html) }
  private static func lines(_ html: String) throws -> [String] { Outline.of(try read(html).blocks) }

  @Test func `paragraphs of Word come without its styles; smart tags are their text`() throws {
    let text = """
      <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于印发《办法》<span
      lang=EN-US><o:p></o:p></span></span></b></p>
      <p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋'>自<st1:chsdate
      Year="2026" Month="3" Day="1" IsLunarDate="False" IsROCDate="False" w:st="on"><span lang=EN-US>2026</span>年<span lang=EN-US>3</span>月<span
      lang=EN-US>1</span>日</st1:chsdate>起施行。<span lang=EN-US><o:p></o:p></span></span></p>
      <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
      """
    #expect(try Self.lines(Copied.word(text)) == ["关于印发《办法》", "自2026年3月1日起施行。"])
    let manuscript = try Self.read(Copied.word(text))
    #expect(manuscript.doubts.isEmpty && manuscript.omissions.isEmpty && manuscript.statements.isEmpty)
  }

  @Test(arguments: [
    ("一、", "宋体", "一、总则"), ("（一）", "宋体", "（一）总则"), ("第一条", "宋体", "第一条　总则"), ("1.", "宋体", "1. 总则"),
    ("(2)", "宋体", "(2) 总则"),
    ("l", "Wingdings", "● 总则"), ("Ø", "Wingdings", "➢ 总则"), ("ü", "Wingdings", "✓ 总则"), ("·", "Symbol", "• 总则"),
  ])
  func `numbers and bullets of lists are written out`(_ number: String, _ font: String, _ line: String) throws {
    #expect(try Self.lines(Copied.word(Copied.item(number, "总则", font: font))) == [line])
  }

  @Test func `a bullet that is a picture is a bullet`() throws {
    let item = Copied.item("<img width=15 height=15 src=\"file:///C:/clip_image001.gif\" alt=\"*\">", "总则")
    #expect(try Self.lines(Copied.word(item)) == ["• 总则"])
  }

  @Test func `changes come as accepted, and whoever made them is known`() throws {
    let text = """
      <p class=MsoNormal>处<span class=msoDel><del cite="mailto:Zhang%20San" datetime="2026-11-20T09:14">三</del></span><span
      class=msoIns><ins cite="mailto:Zhang%20San" datetime="2026-11-20T09:14">五</ins></span>百元罚款。</p>
      """
    let manuscript = try Self.read(Copied.word(text))
    #expect(Outline.of(manuscript.blocks) == ["处五百元罚款。"])
    #expect(manuscript.omissions.map { "\($0.kind) \($0.text)" } == ["deletedText 三"])
    #expect(
      manuscript.obstacles.map { "\($0.kind) \($0.text) \($0.author ?? "")" } == [
        "revision 三 Zhang San", "revision 五 Zhang San",
      ])
    // On a page, it is only struck through.
    #expect(try Self.lines("<p>原价<del>20</del>元</p>") == ["原价20元"])
  }

  @Test func `comments, hidden text and marks of both are left out and said`() throws {
    let text = """
      <p class=MsoNormal><a style='mso-comment-reference:KS_1;mso-comment-date:20261120T1030'>供热办法</a><span class=MsoCommentReference><span
      lang=EN-US style='font-size:8.0pt'><span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]><a class=msocomanchor id="_anchor_1"
      onmouseover="msoCommentShow('_anchor_1','_com_1')" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[KS1]</a><![endif]></span></span></span>试行。<span
      style='display:none;mso-hide:all'>内部掌握：先不公布</span></p>
      <div style='mso-element:comment-list'><![if !supportAnnotations]>
      <hr class=msocomoff align=left size=1 width="33%">
      <![endif]>
      <div style='mso-element:comment'><![if !supportAnnotations]>
      <div id="_com_1" class=msocomtxt language=JavaScript><![endif]><![if !supportAnnotations]><a name="_msocom_1"></a><![endif]><p
      class=MsoCommentText>请法规科核对</p><![if !supportAnnotations]></div><![endif]></div>
      </div>
      """
    let manuscript = try Self.read(Copied.word(text))
    #expect(Outline.of(manuscript.blocks) == ["供热办法试行。"])
    #expect(
      manuscript.omissions.filter { $0.kind != .mark }.map { "\($0.kind) \($0.text)" } == [
        "hiddenText 内部掌握：先不公布", "comment 请法规科核对",
      ])
  }

  @Test func `footnotes are notes, wherever the programs put them`() throws {
    let text = """
      <p class=MsoNormal>补贴每户八百元<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
      lang=EN-US><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></span></a>。</p>
      <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
      <hr align=left size=1 width="33%">
      <![endif]>
      <div style='mso-element:footnote' id=ftn1>
      <p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a>含税。</p>
      </div></div>
      """
    let manuscript = try Self.read(Copied.word(text))
    #expect(Outline.of(manuscript.blocks) == ["补贴每户八百元{note 0}。"])
    #expect(manuscript.notes.map { Outline.of($0.blocks) } == [["含税。"]])
    #expect(manuscript.omissions.map(\.kind) == [.mark, .mark])
  }

  @Test func `tables of Word keep merged cells; the row that only says widths is none`() throws {
    let text = """
      <table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
       <thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=208 rowspan=2 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal>类别<span
       lang=EN-US><o:p></o:p></span></p></td><td colspan=2><p class=MsoNormal>标准</p></td></tr>
       <tr><td><p class=MsoNormal>城镇</p></td><td><p class=MsoNormal>农村</p></td></tr></thead>
       <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal>甲</p></td><td><p class=MsoNormal>1</p><p class=MsoNormal>元</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
       <![if !supportMisalignedColumns]>
       <tr height=0><td width=208 style='border:none'></td><td width=32 style='border:none'></td><td width=32 style='border:none'></td></tr>
       <![endif]>
      </table>
      """
    #expect(try Self.lines(Copied.word(text)) == ["# 类别|标准<2>", "# ^^|城镇|农村", "| 甲|1⏎元|"])
  }

  @Test func `a table in a cell is a table in the cell`() throws {
    let inner = "<table border=1><tr><td>子一</td><td>子二</td></tr><tr><td>1</td><td>2</td></tr></table>"
    let manuscript = try Self.read(
      Copied.word("<table border=1><tr><td>甲</td><td>\(inner)</td></tr><tr><td>乙</td><td>丙</td></tr></table>"))
    guard case .table(let table) = manuscript.blocks[0], case .table? = table.rows[0].cells[1].blocks.first else {
      Issue.record("no table in the cell")
      return
    }
  }

  @Test func `text and lists of WPS`() throws {
    let html = Copied.wps(
      """
      <p class=MsoNormal  align=center  style="text-align:center;" ><b>\(Copied.wpsRun("通　知", "font-weight:bold;"))</b><b>\
      <span style="mso-spacerun:'yes';" ><o:p></o:p></span></b></p>\
      <p class=MsoNormal  style="margin-left:0.0000pt;text-indent:32.0000pt;mso-list:l0 level1 lfo1;" ><![if !supportLists]>\
      <span style="font-family:仿宋;" ><span style='mso-list:Ignore;' >（一）<span>&nbsp;</span></span></span><![endif]>\
      \(Copied.wpsRun("加强领导。"))\(Copied.wpsRun("压实责任。"))<span style="mso-spacerun:'yes';" ><o:p></o:p></span></p>\
      <p class=MsoNormal ><span style="mso-spacerun:'yes';" ><o:p>&nbsp;</o:p></span></p>
      """)
    #expect(try Self.lines(html) == ["通　知", "（一）加强领导。压实责任。"])
  }

  @Test func `cells of Excel come as they are shown; hidden rows are left out and said`() throws {
    let rows = """
      <tr height=19 style='height:14.4pt'>
        <td height=19 class=xl65 width=72 style='height:14.4pt;width:54pt'>项目</td>
        <td colspan=2 class=xl65 style='border-left:none'>金额</td>
       </tr>
       <tr height=0 style='display:none;mso-height-source:userset'>
        <td>内部</td><td>9</td><td>9</td>
       </tr>
       <tr height=19 style='height:14.4pt'>
        <td height=19 rowspan=2 class=xl65>供热<br>
          补贴</td>
        <td class=xl65 align=right x:num="1234.5">1,234.50</td>
        <td><span style='mso-spacerun:yes'>&nbsp;</span>12.0%</td>
       </tr>
       <tr height=19 style='height:14.4pt'>
        <td height=19 class=xl65 align=right>2</td><td></td>
       </tr>
       <![if supportMisalignedColumns]>
       <tr height=0 style='display:none'><td width=72 style='width:54pt'></td><td width=72></td><td width=72></td></tr>
       <![endif]>
      """
    let manuscript = try Self.read(Copied.excel(rows))
    #expect(Outline.of(manuscript.blocks) == ["| 项目|金额<2>", "| 供热⏎补贴|1,234.50|12.0%", "| ^^|2|"])
    #expect(manuscript.omissions.map { "\($0.kind) \($0.text)" } == ["hiddenText 内部\n9\n9"])
  }

  @Test func `pages come whole, with what is around the text none`() throws {
    let html = """
      <html><body>
      <!--StartFragment--><p style="color: rgb(51, 51, 51); font-size: 16px; white-space: normal; text-align: start;">　　各镇人民政府，<a \
      href="https://www.example.gov.cn/a.html" style="color: rgb(0, 0, 238);">附件</a>：</p><ol><li>甲</li><li>乙</li></ol><br class="Apple-interchange-newline"><!--EndFragment-->
      </body></html>
      """
    #expect(try Self.lines(html) == ["各镇人民政府，[附件](https://www.example.gov.cn/a.html)：", "1. 甲", "2. 乙"])
    #expect(try Self.lines("<meta charset='utf-8'><span>一句</span><b>话</b>") == ["一句话"])
  }

  @Test(arguments: [
    "", "<p>&nbsp;</p>", "<meta charset='utf-8'><img src=\"https://a.cn/1.png\">",
    "<!--StartFragment--><!--EndFragment-->",
  ])
  func `what has no text is said to have none`(_ html: String) {
    #expect(throws: OfficeFault.noText) { try WebManuscript.read(pasted: html) }
  }

  @Test func `spoiled clipboards are refused or read, but end`() {
    var faults = Faults(seed: 9)
    let table = "<table border=1><tr><td rowspan=3>a<td>b</table>"
    let source = Array(Copied.word(Copied.item("一、", "总则") + table).utf8)
    for _ in 0..<300 { _ = try? WebManuscript.read(pasted: String(decoding: faults.spoil(source), as: UTF8.self)) }
  }

  // MARK: - Text

  @Test func `cells with tabs are a table, quoted where they have line ends`() throws {
    let manuscript = try #require(TextManuscript.table("序号\t项目\n1\t\"供热\n补贴\"\n\t\n合计\t\"说\"\"明\"\"\"\n"))
    #expect(Outline.of(manuscript.blocks) == ["| 序号|项目", "| 1|供热⏎补贴", "| |", "| 合计|说\"明\""])
  }

  @Test(arguments: ["一行", "甲\t乙", "甲\t乙\n丙", "甲\n乙", "\"甲\"乙\t1\n丙\t2", "甲\t\"乙\n丙\t2"])
  func `other texts are no table`(_ text: String) { #expect(TextManuscript.table(text) == nil) }
}
