import Manuscripts
import OfficeFiles
import Testing

@testable import Importing

/// Manuscripts in few words.
enum Pages {
  static func paragraph(
    _ text: String, label: String = "", center: Bool = false, size: Double = 16, font: String = "仿宋", level: Int? = nil
  ) -> ManuscriptBlock {
    var paragraph = ManuscriptParagraph([.text(text)])
    paragraph.label = label
    paragraph.headingLevel = level
    (paragraph.look.size, paragraph.look.font) = (size, font)
    paragraph.look.alignment = center ? .center : .start
    return .paragraph(paragraph)
  }

  static func title(_ text: String) -> ManuscriptBlock { paragraph(text, center: true, size: 22, font: "小标宋") }

  /// Cells: `甲`, `甲×2` for one of two columns, `^` for the lower part of the one above, `^×2`.
  static func table(_ columns: Int, _ rows: [[String]], headers: Int = 0) -> ManuscriptBlock {
    let rows = rows.enumerated().map { number, cells in
      ManuscriptTable.Row(
        cells.map { cell in
          let parts = cell.split(separator: "×", omittingEmptySubsequences: false)
          let lines = parts[0].split(separator: "/").map { ManuscriptBlock.paragraph(.init([.text(String($0))])) }
          return ManuscriptTable.Cell(
            parts[0] == "^" ? [] : lines, columns: parts.count > 1 ? Int(parts[1]) ?? 1 : 1,
            continuesAbove: parts[0] == "^")
        }, isHeader: number < headers)
    }
    return .table(ManuscriptTable(rows: rows, columnCount: columns))
  }

  static func body(_ blocks: [ManuscriptBlock], taken: Set<Int> = [], notes: [ManuscriptNote] = []) -> ImportedBody {
    var manuscript = Manuscript()
    (manuscript.blocks, manuscript.notes) = (blocks, notes)
    return ImportedBody(manuscript, taken: taken)
  }

  static func lines(_ blocks: [ManuscriptBlock], taken: Set<Int> = []) -> [String] {
    body(blocks, taken: taken).markdown.split(separator: "\n").map(String.init)
  }
}

@Suite("A manuscript as the body of a document")
struct BodyTests {
  @Test("paragraphs one by one, without blank ones, numbers written out")
  func paragraphs() {
    let body = Pages.body([
      Pages.paragraph("各镇人民政府："), Pages.paragraph("　"), Pages.paragraph("为了加强管理，制定本办法。", label: "第一条　"),
      Pages.paragraph("落款　　　"),
    ])
    #expect(body.markdown == "各镇人民政府：\n\n第一条　为了加强管理，制定本办法。\n\n落款\n")
  }

  @Test("titles of annexes and of annexed texts are headings, in one line; numbered paragraphs are none")
  func headings() {
    let text = Pages.paragraph("为了做好防汛工作，现将有关事项通知如下，请认真执行，不得有误，各单位应当加强值守。")
    #expect(
      Pages.lines([
        Pages.paragraph("各镇人民政府："), text, Pages.paragraph("甲县人民政府"), Pages.paragraph("2026年5月6日"), Pages.title("甲县防汛"),
        Pages.title("应急预案"), Pages.title("（试行）"), Pages.paragraph("总　则", label: "第一章　", center: true, font: "黑体"), text,
        Pages.paragraph("一、总体要求", font: "黑体"), Pages.paragraph("工作原则", level: 2), Pages.paragraph("统一", level: 3), text,
        Pages.paragraph("附件1", font: "黑体"),
        Pages.title("任　务　表"), text,
      ]) == [
        "各镇人民政府：", "为了做好防汛工作，现将有关事项通知如下，请认真执行，不得有误，各单位应当加强值守。", "甲县人民政府", "2026年5月6日",
        "## 甲县防汛应急预案（试行）", "## 第一章　总　则", "为了做好防汛工作，现将有关事项通知如下，请认真执行，不得有误，各单位应当加强值守。", "一、总体要求",
        "## 工作原则", "### 统一", "为了做好防汛工作，现将有关事项通知如下，请认真执行，不得有误，各单位应当加强值守。", "附件1", "## 任　务　表",
        "为了做好防汛工作，现将有关事项通知如下，请认真执行，不得有误，各单位应当加强值守。",
      ])
  }

  @Test("what stands in the front matter is not in the body")
  func taken() {
    #expect(Pages.lines([Pages.title("关于防汛的通知"), Pages.paragraph("甲。")], taken: [0]) == ["甲。"])
  }

  @Test("merged cells, a head of two rows, breaks in cells")
  func tables() {
    #expect(
      Pages.lines([
        Pages.table(
          5,
          [
            ["序号", "工作", "单位×2", "时限"], ["^", "^", "牵头", "配合", "^"], ["1", "甲", "乙局、/戊局", "丙局/丁局", "年底"],
            ["2", "^", "各局×2", ""], ["计", "2项×4"],
          ])
      ]) == [
        "| 序号 | 工作 | 单位：牵头 | 单位：配合 | 时限 |", "| --- | --- | --- | --- | --- |", "| 1 | 甲 | 乙局、戊局 | 丙局<br>丁局 | 年底 |",
        "| 2 | ^^ | 各局 || |", "| 计 | 2项 ||||",
      ])
    #expect(
      Pages.lines([Pages.table(3, [["表", "甲×2"], ["1", "大×2"], ["2", "^×2"]], headers: 1)])
        == ["| 表 | 甲 ||", "| --- | --- | --- |", "| 1 | 大 ||", "| 2 | ^^ ||"])
  }

  @Test("the name of a table stands above it, a frame is none")
  func titleRows() {
    #expect(
      Pages.lines([Pages.table(2, [["收费表×2"], ["项目", "标准"], ["甲", "5元"]]), Pages.table(1, [["注意/事项"]])])
        == ["收费表", "| 项目 | 标准 |", "| --- | --- |", "| 甲 | 5元 |", "注意", "事项"])
  }

  @Test("a head that is divided by blank cells")
  func dividedHead() {
    #expect(
      Pages.lines([Pages.table(3, [["项目", "标准×2"], ["", "城市", "农村"], ["甲", "5元", "3元"]])])
        == ["| 项目 | 标准：城市 | 标准：农村 |", "| --- | --- | --- |", "| 甲 | 5元 | 3元 |"])
  }

  @Test("a table in a cell loses no letter, and is said")
  func nested() {
    let inner = Pages.table(2, [["丙", "1"], ["丁", "2"]])
    let table = ManuscriptTable(
      rows: [
        .init([.init([Pages.paragraph("甲")]), .init([Pages.paragraph("乙")])]),
        .init([.init([Pages.paragraph("内")]), .init([inner])]),
      ], columnCount: 2)
    let body = Pages.body([.table(table)])
    #expect(body.markdown == "| 甲 | 乙 |\n| --- | --- |\n| 内 | 丙　1<br>丁　2 |\n")
    #expect(body.remarks.count == 1)
  }

  @Test("notes: the mark of printed papers, and another where the text counts with it")
  func notes() {
    var paragraph = ManuscriptParagraph([.text("全县52万人"), .note(0), .text("，户籍60万人。")])
    let note = ManuscriptNote(mark: "1", blocks: [Pages.paragraph("统计年鉴。")])
    #expect(
      Pages.body([.paragraph(paragraph)], notes: [note]).markdown == "全县52万人①，户籍60万人。\n\n① 统计年鉴。\n")
    paragraph.spans.append(.text("①是"))
    #expect(
      Pages.body([.paragraph(paragraph)], notes: [note]).markdown == "全县52万人〔注1〕，户籍60万人。①是\n\n〔注1〕 统计年鉴。\n")
  }

  @Test("links that lead nowhere are text and said, pictures have plain names")
  func linksAndPictures() {
    var manuscript = Manuscript()
    manuscript.blocks = [
      .paragraph(
        .init([
          .link("甲", to: "https://a.cn/(x y)"), .link("乙", to: "file:///D:/乙.docx"), .link("丙", to: "#_Toc1"),
          .picture(0),
          .picture(1), .picture(2), .picture(3),
        ]))
    ]
    manuscript.pictures = [
      .init(name: "示意 图.png", bytes: [1], description: "示意\n图"), .init(name: "image1.emf", bytes: [2], description: ""),
      .init(name: "a.png", bytes: [3], description: ""), .init(name: "a.png", bytes: [4], description: "丁"),
    ]
    let body = ImportedBody(manuscript, taken: [])
    #expect(body.markdown == "[甲](https://a.cn/%28x%20y%29)乙丙![示意 图](image-1.png)![](a.png)![丁](image-4.png)\n")
    #expect(body.pictures.map(\.name) == ["image-1.png", "a.png", "image-4.png"])
    #expect(body.remarks.count == 2)
  }
}
