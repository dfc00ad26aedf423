import Base
import OfficeFiles
import TestSupport
import Testing

struct WordTests {
  private static func read(
    _ body: String, _ others: KeyValuePairs<String, String> = [:]
  ) throws -> OfficeContent {
    try OfficeReader().read(Office.word(body, others), ending: "docx")
  }

  private static func texts(_ content: OfficeContent) -> [String] {
    content.pieces.map { "\($0.place.text)：\($0.text)" }
  }

  @Test func `paragraphs have numbers, without blank ones; cells have those of table, row and cell`() throws {
    let table =
      "<w:tbl><w:tr><w:tc>\(Office.paragraph("甲"))</w:tc><w:tc>\(Office.paragraph("乙"))</w:tc></w:tr>"
      + "<w:tr><w:tc>\(Office.paragraph("丙"))</w:tc></w:tr></w:tbl>"
    let content = try Self.read(
      Office.paragraph("标题") + "<w:p/>" + Office.paragraph("正文") + table + Office.paragraph("后文"))
    #expect(
      Self.texts(content) == [
        "第1段：标题", "第2段：正文", "第1个表格第1行第1格：甲", "第1个表格第1行第2格：乙", "第1个表格第2行第1格：丙", "第3段：后文",
      ])
    #expect(content.traces.isEmpty)
  }

  @Test func `a number that Word has cut into runs is one text; tabs and breaks stay`() throws {
    let content = try Self.read(
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>1101</w:t></w:r><w:r><w:t xml:space=\"preserve\">0119 </w:t>"
        + "<w:tab/><w:t>乙</w:t><w:br/><w:t>&#x4E19;&amp;</w:t></w:r></w:p>")
    #expect(content.pieces.map(\.text) == ["11010119 \t乙\n丙&"])
  }

  @Test func `changes that nobody has accepted are noted, with their authors; what they deleted is text, too`() throws {
    let content = try Self.read(
      Office.paragraph("一")
        + "<w:p><w:ins w:author=\"张三\"><w:r><w:t>加的</w:t></w:r></w:ins>"
        + "<w:del w:author=\"李四\"><w:r><w:delText>删的</w:delText></w:r></w:del></w:p>"
        + "<w:p><w:pPr><w:pPrChange w:author=\"张三\"><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>三</w:t></w:r></w:p>")
    let trace = try #require(content.trace(.revision))
    #expect(trace.count == 3 && trace.names == ["张三", "李四"] && trace.place == .paragraph(2))
    #expect(content.pieces.map(\.text) == ["一", "加的删的", "三"])
    #expect(content.pieces.map(\.isShown) == [true, false, true])
  }

  @Test func `comments are noted where they are in the text`() throws {
    let content = try Self.read(
      Office.paragraph("一") + "<w:p><w:r><w:t>二</w:t></w:r><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>",
      [
        "word/comments.xml":
          "<w:comments \(Office.names)><w:comment w:id=\"7\" w:author=\"李四\">\(Office.paragraph("勿外传"))</w:comment></w:comments>"
      ])
    let trace = try #require(content.trace(.comment))
    #expect(trace.count == 1 && trace.names == ["李四"] && trace.place == .paragraph(2))
    #expect(Self.texts(content).last == "批注：勿外传")
  }

  @Test(arguments: [
    ("<w:rPr><w:vanish/></w:rPr>", true), ("<w:rPr><w:vanish w:val=\"1\"/></w:rPr>", true),
    ("<w:rPr><w:vanish w:val=\"0\"/></w:rPr>", false), ("<w:rPr><w:webHidden/></w:rPr>", false),
    ("<w:rPr><w:rStyle w:val=\"h\"/></w:rPr>", true), ("<w:rPr><w:rStyle w:val=\"n\"/></w:rPr>", false),
    ("<w:rPr><w:rStyle w:val=\"h\"/><w:vanish w:val=\"false\"/></w:rPr>", false),
    ("<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>", false),
  ])
  func `text is hidden by its own property or by that of its style`(_ properties: String, _ isHidden: Bool) throws {
    let styles =
      "<w:styles \(Office.names)><w:style w:styleId=\"n\"/><w:style w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    let content = try Self.read(
      "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r>\(properties)<w:t>字</w:t></w:r></w:p>",
      ["word/styles.xml": styles])
    #expect((content.trace(.hiddenText) != nil) == isHidden)
    #expect(content.pieces == [OfficePiece(place: .paragraph(1), text: "字", isShown: !isHidden)])
  }

  @Test func `a text box is read once, notes, headers and footers after the body`() throws {
    let box = "<w:txbxContent>\(Office.paragraph("框"))</w:txbxContent>"
    let content = try Self.read(
      "<w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent>"
        + "<w:t>外</w:t></w:r></w:p>",
      [
        "word/footnotes.xml": "<w:footnotes \(Office.names)>\(Office.paragraph("注"))</w:footnotes>",
        "word/header2.xml": "<w:hdr \(Office.names)>\(Office.paragraph("眉"))</w:hdr>",
      ])
    #expect(Self.texts(content) == ["第1段：框", "第2段：外", "脚注或尾注：注", "页眉或页脚：眉"])
  }

  @Test func `an annotation stands behind its word`() throws {
    let run = { (text: String) in "<w:r><w:t>\(text)</w:t></w:r>" }
    let ruby = "<w:r><w:ruby><w:rt>\(run("zhū"))</w:rt><w:rubyBase>\(run("铢"))</w:rubyBase></w:ruby></w:r>"
    #expect(try Self.read("<w:p>\(run("五"))\(ruby)\(run("钱"))</w:p>").pieces.map(\.text) == ["五铢zhū钱"])
  }

  @Test func `the names of people are in the properties`() throws {
    let content = try Self.read(
      Office.paragraph("一"), ["docProps/core.xml": Office.properties(creator: "张三", changedBy: "李四")])
    #expect(content.trace(.author)?.names == ["张三", "李四"])
  }
}
