import Manuscripts
import Testing

struct WordLookTests {
  private static func look(_ paragraph: String, _ styles: String = "") throws -> Look {
    try Word.read(paragraph, ["styles": styles]).paragraphs[0].look
  }

  @Test func `size, font and colour are those of most characters, whatever names them`() throws {
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    let styles =
      defaults + Word.style("a", "<w:rPr><w:sz w:val=\"32\"/></w:rPr>")
      + Word.style(
        "b",
        "<w:basedOn w:val=\"a\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/></w:rPr>"
      )
    let look = try Self.look(
      "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>\(Word.r("安澜县人民政府"))\(Word.r("文件", "<w:sz w:val=\"80\"/>"))</w:p>",
      styles)
    #expect(look.size == 16 && look.font == "仿宋_GB2312" && look.alignment == .center && !look.isRed)
    #expect(try Self.look(Word.p("甲"), styles).size == 10.5)
    #expect(try Self.look(Word.p("甲"), styles).font == "宋体")
    #expect(try Self.look(Word.p("甲", run: "<w:color w:val=\"FF0000\"/>")).isRed)
    #expect(try !Self.look(Word.p("甲", run: "<w:color w:val=\"00FF00\"/>")).isRed)
  }

  @Test func `the theme names the font if a style names a role`() throws {
    let theme = Array(
      "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:minorFont><a:ea typeface=\"\"/><a:font script=\"Hans\" typeface=\"等线\"/></a:minorFont></a:theme>"
        .utf8)
    let bytes = Word.bytes(
      Word.p("甲", run: "<w:rFonts w:eastAsiaTheme=\"minorEastAsia\" w:eastAsia=\"宋体\"/>"),
      ["rels": "t theme theme/theme1.xml"], pictures: ["theme/theme1.xml": theme])
    #expect(try WordManuscript.read(bytes).paragraphs[0].look.font == "等线")
  }

  @Test func `a lead is bold or in another font than the rest`() throws {
    let kai = "<w:rFonts w:eastAsia=\"楷体\"/>"
    let fang = "<w:rFonts w:eastAsia=\"仿宋\"/>"
    #expect(try Self.look("<w:p>\(Word.r("（一）公开。", kai))\(Word.r("按月", fang))</w:p>").lead == 6)
    #expect(try Self.look("<w:p>\(Word.r("一是", "<w:b/>"))\(Word.r("公开"))</w:p>").lead == 2)
    #expect(try Self.look("<w:p>\(Word.r("公开"))\(Word.r("重点", "<w:b/>"))\(Word.r("内容"))</w:p>").lead == 0)
    #expect(
      try Self.look("<w:p>\(Word.r("公开"))\(Word.r("12", "<w:rFonts w:eastAsia=\"Times\"/>"))\(Word.r("项"))</w:p>").lead
        == 0)
    #expect(try Self.look(Word.p("全部", run: "<w:b/>")).isBold)
    #expect(try Self.look(Word.p("全部", run: "<w:b/>")).lead == 0)
  }

  @Test func `bold of a paragraph and of a character style together is none`() throws {
    let styles = Word.style("p", "<w:rPr><w:b/></w:rPr>") + Word.style("c", "<w:rPr><w:b/></w:rPr>", type: "character")
    let style = "<w:pStyle w:val=\"p\"/>"
    #expect(try Self.look(Word.p("甲", style), styles).isBold)
    #expect(try !Self.look(Word.p("甲", style, run: "<w:rStyle w:val=\"c\"/>"), styles).isBold)
    #expect(try Self.look(Word.p("甲", style, run: "<w:rStyle w:val=\"c\"/><w:b/>"), styles).isBold)
  }

  @Test(arguments: [
    ("<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", 2.0), ("<w:ind w:firstLine=\"640\"/>", 2),
    ("<w:ind w:left=\"320\" w:hanging=\"320\"/>", 0),
    ("<w:ind w:leftChars=\"1500\"/>", 15), ("", 0),
  ])
  func `the indent of the first line is in characters`(_ indent: String, _ characters: Double) throws {
    #expect(try Self.look(Word.p("甲", indent, run: "<w:sz w:val=\"32\"/>")).indent == characters)
  }

  @Test(arguments: [
    ("right", Look.Alignment.end), ("end", .end), ("center", .center), ("distribute", .center), ("both", .start),
  ])
  func `alignment`(_ value: String, _ alignment: Look.Alignment) throws {
    #expect(try Self.look(Word.p("甲", "<w:jc w:val=\"\(value)\"/>")).alignment == alignment)
  }

  @Test func `a heading is what says its level, or is built on Word's own headings`() throws {
    let styles =
      Word.style("1", "<w:name w:val=\"heading 1\"/>") + Word.style("x", "<w:basedOn w:val=\"1\"/>")
      + Word.style("o", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
    let body = ["1", "x", "o"].map { Word.p("甲", "<w:pStyle w:val=\"\($0)\"/>") }.joined()
    let own = Word.p("甲", "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>") + Word.p("乙")
    #expect(try Word.read(body + own, ["styles": styles]).paragraphs.map(\.headingLevel) == [1, 1, 3, nil, nil])
  }
}
