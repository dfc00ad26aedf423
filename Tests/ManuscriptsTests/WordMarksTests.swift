import Manuscripts
import Testing

/// What nobody may publish unseen, and what is left out.
struct WordMarksTests {
  @Test func `text is read as if every change were accepted; each change stops the import`() throws {
    let manuscript = try Word.read(
      "<w:p>\(Word.r("每月"))<w:del w:author=\"张三\"><w:r><w:delText>780元</w:delText></w:r></w:del>"
        + "<w:ins w:author=\"李四\">\(Word.r("820元"))</w:ins><w:moveFrom w:author=\"张三\">\(Word.r("旧处"))</w:moveFrom>"
        + "<w:moveTo w:author=\"张三\">\(Word.r("新处"))</w:moveTo></w:p>")
    #expect(manuscript.lines == ["每月820元新处"])
    #expect(manuscript.left == ["deletedText 780元旧处 第1段"])
    #expect(
      manuscript.stops == [
        "revision 780元 张三 第1段", "revision 820元 李四 第1段", "revision 旧处 张三 第1段", "revision 新处 张三 第1段",
      ])
  }

  @Test func `a change that is cut into pieces is one`() throws {
    let added = { (text: String) in "<w:ins w:author=\"张三\">\(Word.r(text))</w:ins>" }
    let manuscript = try Word.read("<w:p>\(added("820"))\(added("元"))\(Word.r("，"))\(added("每月"))</w:p>\(Word.p("后"))")
    #expect(manuscript.stops == ["revision 820元 张三 第1段", "revision 每月 张三 第1段"])
  }

  @Test func `a paragraph whose end was deleted goes on in the next`() throws {
    let manuscript = try Word.read(
      Word.p("甲", "<w:jc w:val=\"center\"/><w:rPr><w:del w:author=\"张三\"/></w:rPr>")
        + Word.p("乙", "<w:jc w:val=\"right\"/>"))
    #expect(manuscript.lines == ["甲乙"] && manuscript.paragraphs[0].look.alignment == .end)
    #expect(manuscript.stops == ["revision 甲 张三 第1段"])
  }

  @Test func `a change of looks is one for a paragraph`() throws {
    let former = "<w:rPrChange w:author=\"张三\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    let manuscript = try Word.read("<w:p>\(Word.r("甲", former))\(Word.r("乙", former))</w:p>")
    #expect(manuscript.lines == ["甲乙"] && manuscript.stops == ["revision 甲乙 张三 第1段"] && manuscript.left.isEmpty)
  }

  @Test(arguments: [
    ("<w:vanish/>", true), ("<w:vanish w:val=\"0\"/>", false), ("<w:webHidden/>", false),
    ("<w:rStyle w:val=\"c\"/>", true),
    ("<w:rStyle w:val=\"d\"/>", true), ("<w:rStyle w:val=\"c\"/><w:vanish w:val=\"0\"/>", false),
  ])
  func `text is hidden by its run, its style or one that the style is based on`(_ properties: String, _ isHidden: Bool)
    throws
  {
    let styles =
      Word.style("c", "<w:rPr><w:vanish/></w:rPr>", type: "character")
      + Word.style("d", "<w:basedOn w:val=\"c\"/>", type: "character")
    let manuscript = try Word.read("<w:p>\(Word.r("明"))\(Word.r("暗", properties))</w:p>", ["styles": styles])
    #expect(manuscript.lines == [isHidden ? "明" : "明暗"])
    #expect(manuscript.left == (isHidden ? ["hiddenText 暗 第1段"] : []))
    #expect(manuscript.stops == (isHidden ? ["hiddenText 暗 - 第1段"] : []))
  }

  @Test func `hidden twice by styles is seen; hidden by the defaults of the file is hidden`() throws {
    let styles =
      Word.style("p", "<w:rPr><w:vanish/></w:rPr>") + Word.style("c", "<w:rPr><w:vanish/></w:rPr>", type: "character")
    let manuscript = try Word.read(
      "<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr>\(Word.r("明", "<w:rStyle w:val=\"c\"/>"))\(Word.r("暗"))</w:p>",
      ["styles": styles])
    #expect(manuscript.lines == ["明"] && manuscript.left == ["hiddenText 暗 第1段"])
    let defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    #expect(try Word.read(Word.p("暗"), ["styles": defaults]).lines.isEmpty)
  }

  @Test func `a hidden text box and hidden pictures are hidden`() throws {
    let box = "<w:pict><v:textbox><w:txbxContent>\(Word.p("框"))</w:txbxContent></v:textbox></w:pict>"
    let manuscript = try Word.read("<w:p><w:r><w:rPr><w:vanish/></w:rPr>\(box)</w:r></w:p>")
    #expect(manuscript.lines.isEmpty && manuscript.obstacles.map(\.text) == ["框"])
  }

  @Test func `comments stop the import at the place they are about`() throws {
    let body =
      Word.p("一")
      + "<w:p><w:commentRangeStart w:id=\"7\"/>\(Word.r("二"))<w:r><w:commentReference w:id=\"7\"/></w:r></w:p>"
    let comments =
      "<w:comment w:id=\"7\" w:author=\"李四\">\(Word.p("勿外传"))</w:comment><w:comment w:id=\"8\" w:author=\"王五\">\(Word.p("何处"))</w:comment>"
    let manuscript = try Word.read(body, ["comments": comments])
    #expect(manuscript.lines == ["一", "二"])
    #expect(manuscript.stops == ["comment 勿外传 李四 第2段", "comment 何处 王五 批注"])
    #expect(manuscript.left == ["comment 勿外传 第2段", "comment 何处 批注"])
  }

  @Test func `headers and footers are left out, each text once, and page numbers are told from texts`() throws {
    let box = "<w:r><w:pict><v:textbox><w:txbxContent>\(Word.p("— 1 —"))</w:txbxContent></v:textbox></w:pict></w:r>"
    let watermark = "<w:r><w:pict><v:shape><v:textpath string=\"机密\"/></v:shape></w:pict></w:r>"
    let manuscript = try Word.read(
      Word.p("文"),
      [
        "header1": Word.p("内部资料"), "header2": Word.p("内部资料") + "<w:p>\(watermark)</w:p>",
        "footer1": "<w:p>\(box)</w:p>",
      ])
    #expect(
      manuscript.left == ["header 内部资料 页眉或页脚", "header 机密 页眉或页脚", "pageNumber — 1 — 页眉或页脚"])
    #expect(manuscript.obstacles.isEmpty && manuscript.doubts.isEmpty)
  }
}
