import Manuscripts
import OfficeFiles
import Testing

struct WordTextTests {
  @Test func `runs are one text; blanks stay where they are kept; breaks, tabs and hyphens are read`() throws {
    let manuscript = try Word.read(
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space=\"preserve\">乙　</w:t>"
        + "<w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/></w:r></w:p><w:p/>")
    #expect(manuscript.lines == ["甲乙　\t丙/丁-"])
    #expect(manuscript.paragraphs[0].spans == [.text("甲乙　\t丙"), .lineBreak, .text("丁-")])
  }

  @Test func `paragraphs have the places at which the reader of attachments finds them`() throws {
    let table = "<w:tbl><w:tr><w:tc>\(Word.p("格"))</w:tc></w:tr></w:tbl>"
    let manuscript = try Word.read(Word.p("一") + "<w:p/>" + Word.p("二") + table + Word.p("三"))
    #expect(manuscript.paragraphs.map(\.place) == [.paragraph(1), .paragraph(2), .paragraph(3)])
    #expect(
      manuscript.blocks.contains {
        if case .table(let table) = $0 { table.place == .tableCell(table: 1, row: 1, column: 1) } else { false }
      })
  }

  @Test func `a page begins behind a break, with a paragraph that asks for it, and with a section`() throws {
    let page = "<w:r><w:br w:type=\"page\"/></w:r>"
    let section = { (type: String) in "<w:sectPr><w:type w:val=\"\(type)\"/></w:sectPr>" }
    let manuscript = try Word.read(
      Word.p("一") + "<w:p>\(page)</w:p>" + Word.p("二") + Word.p("三", "<w:pageBreakBefore/>")
        + "<w:p>\(Word.r("四"))\(page)</w:p>" + Word.p("五") + "<w:p>\(page)\(Word.r("六"))</w:p>"
        + Word.p("七", section("nextPage")) + Word.p("八", section("continuous")) + Word.p("九", section("nextPage"))
        + "<w:tbl><w:tr><w:tc>\(Word.p("十"))</w:tc></w:tr></w:tbl>" + "<w:sectPr/>")
    #expect(manuscript.lines == ["一", "二", "三", "四", "五", "六", "七", "八", "九"])
    #expect(
      manuscript.paragraphs.map(\.startsPage) == [false, true, true, false, true, true, false, false, true])
    guard case .table(let table)? = manuscript.blocks.last,
      case .paragraph(let first)? = table.rows[0].cells[0].blocks.first
    else { throw Missing() }
    #expect(first.startsPage)
  }

  @Test func `addresses outside are links, places in the file are text`() throws {
    let manuscript = try Word.read(
      "<w:p><w:hyperlink r:id=\"l\">\(Word.r("网"))\(Word.r("站"))</w:hyperlink><w:hyperlink w:anchor=\"_Toc1\">\(Word.r("目录"))</w:hyperlink></w:p>"
        + "<w:p>\(Self.field(" HYPERLINK \"https://a.gov.cn/\" ", Word.r("甲")))\(Self.field(" HYPERLINK \\l \"b\" ", Word.r("乙")))</w:p>",
      ["rels": "l hyperlink https://www.gov.cn/ !"])
    #expect(manuscript.lines == ["<网站 https://www.gov.cn/>目录", "<甲 https://a.gov.cn/>乙"])
  }

  /// A field in parts.
  static func field(_ code: String, _ result: String?) -> String {
    let mark = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">\(code)</w:instrText></w:r>"
      + (result.map { mark("separate") + $0 } ?? "") + mark("end")
  }

  @Test func `of a field the result is read; what may be old, or has none, is doubted`() throws {
    let simple = "<w:fldSimple w:instr=\" REF 表1 \">\(Word.r("表一"))</w:fldSimple>"
    let nested = Self.field(" IF \(Self.field("MERGEFIELD x", Word.r("内"))) = 1 ", Word.r("外"))
    let manuscript = try Word.read(
      "<w:p>\(simple)</w:p><w:p>\(Self.field(" DATE \\@ ", Word.r("2023年")))</w:p><w:p>\(Word.r("甲"))\(Self.field(" XE \"甲\" ", nil))</w:p>"
        + "<w:p>\(Self.field(" DOCPROPERTY 文号 ", nil))</w:p>")
    #expect(manuscript.lines == ["表一", "2023年", "甲"])
    #expect(manuscript.doubtful == ["field DATE \\@", "field DOCPROPERTY 文号"])
    #expect(nested.isEmpty == false)
  }

  @Test func `a field inside the code of another is not seen`() throws {
    let mark = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let manuscript = try Word.read(
      "<w:p>\(mark("begin"))<w:r><w:instrText>IF </w:instrText></w:r>\(Self.field("MERGEFIELD x", Word.r("内")))"
        + "\(mark("separate"))\(Word.r("外"))\(mark("end"))</w:p>")
    #expect(manuscript.lines == ["外"] && manuscript.left == ["hiddenText 内 第1段"])
  }

  @Test func `a field without an end hides nothing`() throws {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
    let manuscript = try Word.read("<w:p>\(begin)\(Word.r("甲"))</w:p>" + Word.p("乙"))
    #expect(manuscript.lines == ["甲", "乙"] && manuscript.doubtful == ["field TOC"] && manuscript.left.isEmpty)
  }

  @Test func `a table of contents stays text, over paragraphs; the number of the page goes`() throws {
    let mark = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let line = "\(Word.r("第一章"))<w:r><w:tab/></w:r>\(Self.field("PAGEREF _Toc1", Word.r("1")))"
    let manuscript = try Word.read(
      "<w:p>\(mark("begin"))<w:r><w:instrText>TOC \\o</w:instrText></w:r>\(mark("separate"))\(line)</w:p><w:p>\(line)\(mark("end"))</w:p>"
        + "<w:p>\(Word.r("页"))\(Self.field("PAGE", Word.r("7")))</w:p>")
    #expect(manuscript.lines == ["第一章\t1", "第一章\t1", "页"] && manuscript.left == ["pageNumber 7 第3段"])
  }

  @Test(arguments: [
    ("eq \\o\\ac(○,3)", "③"), ("SYMBOL 254 \\f \"Wingdings\"", "☑"), ("eq \\f(1,2)", nil),
  ])
  func `fields that keep no result are written as Word shows them, where that is known`(
    _ code: String, _ shown: String?
  )
    throws
  {
    let manuscript = try Word.read("<w:p>\(Self.field(code, nil))</w:p>")
    #expect(manuscript.lines == (shown.map { [$0] } ?? []))
    #expect(manuscript.doubtful == (shown == nil ? ["field \(code)"] : []))
  }

  @Test func `fields of old forms show what is ticked and chosen`() throws {
    let form = { (code: String, data: String) in
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(data)</w:ffData></w:fldChar></w:r><w:r><w:instrText>\(code)</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let list = "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/></w:ddList>"
    let manuscript = try Word.read(
      "<w:p>\(form("FORMCHECKBOX", "<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"))"
        + "\(form("FORMCHECKBOX", "<w:checkBox><w:default w:val=\"0\"/></w:checkBox>"))\(form("FORMDROPDOWN", list))</w:p>"
    )
    #expect(manuscript.lines == ["☑☐乙"])
  }

  @Test func `characters of symbol fonts are written as every font has them; others are doubted`() throws {
    let symbol = { (font: String, number: String) in "<w:r><w:sym w:font=\"\(font)\" w:char=\"\(number)\"/></w:r>" }
    let manuscript = try Word.read(
      "<w:p>\(symbol("Wingdings", "F0FE"))\(symbol("Wingdings 2", "0052"))\(symbol("Wingdings", "F0A8"))\(symbol("Symbol", "F0D6"))"
        + "\(Word.r("&#xF0FC;R", "<w:rFonts w:ascii=\"Wingdings\"/>"))</w:p>"
        + "<w:p>\(symbol("Unknown", "F041"))\(Word.r("&#xE123;字"))</w:p>")
    #expect(manuscript.lines == ["☑☑□√✓R", "\u{F041}\u{E123}字"])
    #expect(manuscript.doubtful == ["privateCharacters R", "privateCharacters \u{F041}\u{E123}"])
  }

  @Test func `raised and lowered figures are characters; other raised text is doubted`() throws {
    let raised = "<w:vertAlign w:val=\"superscript\"/>"
    let manuscript = try Word.read(
      "<w:p>\(Word.r("m"))\(Word.r("2", raised))\(Word.r("H"))\(Word.r("2", "<w:vertAlign w:val=\"subscript\"/>"))\(Word.r("注", raised))</w:p>"
    )
    #expect(manuscript.lines == ["m²H₂注"] && manuscript.doubtful == ["raisedText 注"])
    // As LibreOffice writes it.
    let moved = { (number: Int) in "<w:position w:val=\"\(number)\"/><w:sz w:val=\"19\"/>" }
    let size = "<w:sz w:val=\"24\"/>"
    let other = try Word.read(
      "<w:p>\(Word.r("m", size))\(Word.r("2", moved(8)))\(Word.r("H", size))\(Word.r("2", moved(-2)))\(Word.r("3", size + "<w:position w:val=\"8\"/>"))</w:p>"
    )
    #expect(other.lines == ["m²H₂3"])
  }

  @Test func `struck text is doubted`() throws {
    let manuscript = try Word.read(
      "<w:p>\(Word.r("旧", "<w:strike/>"))\(Word.r("的", "<w:dstrike/>"))\(Word.r("新", "<w:strike w:val=\"0\"/>"))</w:p>")
    #expect(manuscript.lines == ["旧的新"] && manuscript.doubtful == ["struckText 旧的"])
  }

  @Test func `lines to write on are seen, blanks between underlined words are not`() throws {
    let line = "<w:u w:val=\"single\"/>"
    let manuscript = try Word.read(
      "<w:p>\(Word.r("姓名："))\(Word.r("    ", line))\(Word.r("甲 乙", line))\(Word.r(" ", line))\(Word.r("　　", line))\(Word.r("　"))</w:p>"
    )
    #expect(manuscript.lines == ["姓名：＿＿甲 乙 ＿＿　"])
  }

  @Test func `an annotation stands behind its word, a formula is text and doubted`() throws {
    let ruby = "<w:r><w:ruby><w:rt>\(Word.r("zhū"))</w:rt><w:rubyBase>\(Word.r("铢"))</w:rubyBase></w:ruby></w:r>"
    let formula = "<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>=b</m:t></m:r></m:oMath>"
    let manuscript = try Word.read("<w:p>\(Word.r("五"))\(ruby)\(Word.r("钱"))</w:p><w:p>\(formula)</w:p>")
    #expect(manuscript.lines == ["五铢（zhū）钱", "a=b"] && manuscript.doubtful == ["object a=b"])
  }

  @Test func `controls, smart tags and directions are only around the text`() throws {
    let control = "<w:sdt><w:sdtPr><w:alias w:val=\"题\"/></w:sdtPr><w:sdtContent>\(Word.r("控"))</w:sdtContent></w:sdt>"
    let manuscript = try Word.read(
      "<w:p>\(control)<w:smartTag>\(Word.r("标"))</w:smartTag><w:dir>\(Word.r("向"))</w:dir></w:p>"
        + "<w:sdt><w:sdtContent>\(Word.p("段"))</w:sdtContent></w:sdt><w:altChunk r:id=\"x\"/>")
    #expect(manuscript.lines == ["控标向", "段"] && manuscript.doubtful == ["object 嵌入的另一份文件"])
  }

  @Test func `an initial and a heading that runs into its text are one paragraph with what follows`() throws {
    let manuscript = try Word.read(
      Word.p("为", "<w:framePr w:dropCap=\"drop\"/>") + Word.p("了加强管理")
        + Word.p("题", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + Word.p("文"))
    #expect(manuscript.lines == ["为了加强管理", "题文"])
  }

  @Test func `a text box stands behind the paragraph that holds it, once, and is doubted if that says something`()
    throws
  {
    let box = { (text: String) in
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>\(Word.p(text))</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        + "<mc:Fallback><w:pict><v:textbox><w:txbxContent>\(Word.p(text))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    }
    let manuscript = try Word.read("<w:p>\(box("框"))\(Word.r("外"))</w:p><w:p>\(box("独"))</w:p>" + Word.p("后"))
    #expect(manuscript.lines == ["外", "框", "独", "后"])
    #expect(manuscript.paragraphs.map(\.frame) == [.text, .textBox, .textBox, .text])
    #expect(manuscript.doubtful == ["textBox 框"])
  }
}

struct Missing: Error {}
