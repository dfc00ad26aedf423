import Manuscripts
import OfficeFiles
import TestSupport
import Testing

struct SheetManuscriptTests {
  /// A workbook with one sheet, whose styles have these formats.
  private static func book(_ xml: String, formats: [String] = [], from1904: Bool = false) -> [UInt8] {
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(escaped(code))\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
    return Office.bytes(of: [
      (
        "xl/workbook.xml",
        "<workbook \(Office.names)><workbookPr date1904=\"\(from1904 ? 1 : 0)\"/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", Office.relations([("r1", "worksheet", "worksheets/sheet1.xml")])),
      ("xl/worksheets/sheet1.xml", "<worksheet \(Office.names)>\(xml)</worksheet>"),
      (
        "xl/styles.xml",
        "<styleSheet \(Office.names)><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles)<xf numFmtId=\"14\"/><xf numFmtId=\"31\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"
      ),
    ])
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  private static func shown(_ value: String, _ format: String, from1904: Bool = false) throws -> String {
    let xml = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row></sheetData>"
    return try Workbook(book(xml, formats: [format], from1904: from1904)).sheets.first?.rows[0].cells[0].text ?? ""
  }

  @Test(arguments: [
    ("46000", #"yyyy"年"m"月"d"日""#, "2025年12月9日"), ("46000", "yyyy/mm/dd;@", "2025/12/09"),
    ("1", "yyyy-m-d", "1900-1-1"),
    ("61", "yyyy-m-d", "1900-3-1"), ("46000.5", "yyyy-m-d h:mm", "2025-12-9 12:00"),
    ("46000", #"[DBNum1][$-804]yyyy"年"m"月"d"日""#, "二〇二五年十二月九日"), ("46000", #"[$-804]aaaa"#, "星期二"),
    ("0.75", #"上午/下午h"时"mm"分""#, "下午6时00分"), ("1.5", "[h]:mm", "36:00"), ("0.0005", "mm:ss.0", "00:43.2"),
    ("0.125", "0.0%", "12.5%"), ("1234567.891", "#,##0.00", "1,234,567.89"), ("-1234", "#,##0;(#,##0)", "(1,234)"),
    ("0", #"0;-0;"-""#, "-"), ("123", "000000", "000123"), ("2.25", "0.0", "2.3"), ("-2.25", "0.0", "-2.3"),
    ("1.0049999999999999", "0.00", "1.01"), ("0.30000000000000004", "General", "0.3"),
    ("0.3333333333333333", "General", "0.333333333"),
    ("123456", #"0!.0,"万""#, "12.3万"), ("1234.5", #"_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ "#, "¥1,234.50"),
    ("13812345678", "000-0000-0000", "138-1234-5678"), ("24000", "0.00E+00", "2.40E+04"),
    ("12345", #"[>=10000]0.0,"千";0"#, "12.3千"),
    ("15", #""第"0"号""#, "第15号"), ("5", "G/通用格式\"元\"", "5元"), ("123456789012", "0", "123456789012"),
  ])
  func `a number is shown by its format as Excel shows it`(_ value: String, _ format: String, _ text: String) throws {
    #expect(try Self.shown(value, format) == text)
  }

  @Test func `days count from 1904 if the workbook says so`() throws {
    #expect(try Self.shown("44538", "yyyy-m-d", from1904: true) == "2025-12-9")
  }

  @Test func `a day that is shown whole is known as one; a month is not`() throws {
    let xml =
      "<sheetData><row r=\"1\"><c s=\"2\"><v>46000</v></c><c s=\"3\"><v>46000</v></c><c s=\"1\"><v>46000</v></c></row></sheetData>"
    let cells = try Workbook(Self.book(xml, formats: [#"yyyy"年"m"月""#])).sheets[0].rows[0].cells
    #expect(cells.map(\.text) == ["2025/12/9", "2025年12月9日", "2025年12月"])
    #expect(cells.map(\.value) == [.date("2025-12-09"), .date("2025-12-09"), .text])
  }

  @Test func `a number that lost figures, a failed formula and one without result are doubts at their cells`() throws {
    let xml =
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1.10101199003071E+17</v></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c>"
      + "<c r=\"C1\"><f>SUM(A1)</f></c><c r=\"D1\"><f>1+1</f><v>2</v></c><c r=\"E1\" t=\"s\"><v>7</v></c></row></sheetData>"
    let manuscript = try SheetManuscript.read(Self.book(xml))
    #expect(
      manuscript.doubts.map { "\($0.kind) \($0.text) \($0.place?.text ?? "")" } == [
        "lostDigits 110101199003071000 工作表“表”A1", "formula #REF! 工作表“表”B1", "formula =SUM(A1) 工作表“表”C1",
        "formula 7 工作表“表”E1",
      ])
  }

  @Test func `titles stand above the table, notes below, blank rows and columns nowhere`() throws {
    let xml =
      "<sheetData>" + Office.row(1, ["2026年补贴表"]) + Office.row(2, ["", "", "", "单位：元"])
      + Office.row(4, ["姓名", "", "类别", "金额"])
      + Office.row(5, ["张*", "", "低保", "1"]) + Office.row(6, ["李*", "", "低保", "2"]) + Office.row(9, ["注：按月公布。"])
      + Office.row(400, ["", " "]) + "</sheetData><mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>"
    #expect(
      try Outline.of(SheetManuscript.read(Self.book(xml)).blocks) == [
        "2026年补贴表", "单位：元", "# 姓名|类别|金额", "| 张*|低保|1", "| 李*|低保|2", "注：按月公布。",
      ])
  }

  @Test func `merged cells go on below and to the right, and make a head of several rows`() throws {
    let xml =
      "<sheetData>" + Office.row(1, ["项目", "标准"]) + Office.row(2, ["", "甲", "乙"]) + Office.row(3, ["住宅", "1", "2"])
      + Office.row(4, ["", "3", "4"])
      + "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>"
    #expect(
      try Outline.of(SheetManuscript.read(Self.book(xml)).blocks) == [
        "# 项目|标准<2>", "# ^^|甲|乙", "| 住宅|1|2", "| ^^|3|4",
      ])
  }

  @Test func `what is hidden, beneath merged cells or a comment stops the import and is left out`() throws {
    let bytes = Office.workbook(
      [
        (
          "甲", "visible",
          "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + Office.row(1, ["a", "秘1", "b"])
            + Office.row(2, ["秘2", "", "c"], "hidden=\"1\"") + Office.row(3, ["d", "", "秘3"])
            + "</sheetData><mergeCells><mergeCell ref=\"A3:C3\"/></mergeCells>"
        ), ("乙", "veryHidden", "<sheetData>" + Office.row(1, ["秘4"]) + "</sheetData>"),
      ],
      [
        "xl/worksheets/_rels/sheet1.xml.rels": Office.relations([("c", "comments", "../comments1.xml")]),
        "xl/comments1.xml":
          "<comments \(Office.names)><authors><author>王某</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>核对</t></text></comment></commentList></comments>",
      ])
    let manuscript = try SheetManuscript.read(bytes)
    #expect(Outline.of(manuscript.blocks) == ["# a|b", "d"])
    let stops = manuscript.obstacles.map { "\($0.kind) \($0.text) \($0.author ?? "") \($0.place?.text ?? "")" }
    #expect(
      stops == [
        "hiddenText 秘3  工作表“甲”C3", "hiddenText 秘2\tc  工作表“甲”第2行", "hiddenText 秘1  工作表“甲”B列", "comment 核对 王某 工作表“甲”A1",
        "hiddenText 秘4  工作表“乙”",
      ])
    #expect(manuscript.omissions.map(\.text) == manuscript.obstacles.map(\.text))
  }

  @Test func `a value whose format shows nothing is hidden, a zero is not`() throws {
    let xml = "<sheetData><row r=\"1\"><c s=\"1\"><v>5</v></c><c s=\"2\"><v>0</v></c></row></sheetData>"
    #expect(try Workbook(Self.book(xml, formats: [";;;", "0;-0;"])).obstacles.map(\.text) == ["5"])
  }

  @Test func `several sheets have their names as headings, but not those that nobody gave or that have a title`() throws
  {
    let bytes = Office.workbook([
      ("Sheet1", "visible", "<sheetData>\(Office.row(1, ["a", "b"]))</sheetData>"),
      ("名单", "visible", "<sheetData>\(Office.row(1, ["c", "d"]))</sheetData>"), ("空", "visible", "<sheetData/>"),
      ("有题", "visible", "<sheetData>\(Office.row(1, ["题目"]))\(Office.row(2, ["e", "f"]))</sheetData>"),
    ])
    #expect(try Outline.of(SheetManuscript.read(bytes).blocks) == ["# a|b", "名单", "# c|d", "题目", "# e|f"])
  }

  @Test func `signs that XML does not have are read from their form`() throws {
    let xml = "<sheetData>\(Office.row(1, ["甲_x000D_\n乙_x4E00_丙_xZ", "b"]))</sheetData>"
    #expect(try Workbook(Self.book(xml)).sheets[0].rows[0].cells[0].text == "甲\n乙一丙_xZ")
  }

  /// The same two lines, as programs write them.
  private static let tables: [[UInt8]] = [
    Array("\u{FEFF}姓名,金额\r\n张*,\"1,200\"\r\n,\r\n".utf8), Array("姓名\t金额\n张*\t1,200\n".utf8),
    "\u{FEFF}姓名\t金额\r\n张*\t1,200\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] },
    Hex.bytes("D0D5C3FB2CBDF0B6EE0AD5C52A2C22312C32303022"), Array("姓名;金额\n张*;=\"1,200\"".utf8),
  ]

  @Test(arguments: tables)
  func `tables as text are read in any encoding, with commas, tabs or semicolons`(_ bytes: [UInt8]) throws {
    let manuscript = try SheetManuscript.read(bytes)
    #expect(Outline.of(manuscript.blocks) == ["# 姓名|金额", "| 张*|1,200"])
    #expect(manuscript.doubts.isEmpty)
  }

  @Test func `what a spreadsheet wrote in place of content is a doubt`() throws {
    let doubts = try SheetManuscript.read(Array("证号,数,甲\n1.1E+17,#N/A,2\n".utf8)).doubts
    #expect(
      doubts.map { "\($0.kind) \($0.text) \($0.place?.text ?? "")" } == [
        "lostDigits 1.1E+17 A2", "formula #N/A B2",
      ])
  }

  @Test func `a grid larger than memory is for is refused, one cell far away is not`() throws {
    let diagonal = (1...1500).map { "<row r=\"\($0)\"><c r=\"\(OfficePlace.letters($0))\($0)\"><v>1</v></c></row>" }
      .joined()
    #expect(throws: OfficeFault.tooLarge) { try SheetManuscript.read(Self.book("<sheetData>\(diagonal)</sheetData>")) }
    let far =
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData>"
      + "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
    #expect(try !SheetManuscript.read(Self.book(far)).obstacles.isEmpty)
  }

  @Test func `spoiled workbooks and tables are refused or read, but end`() {
    var faults = Faults(seed: 16)
    let xml =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + Office.row(1, ["a", "b"])
      + "<row r=\"2\"><c s=\"1\"><v>46000</v></c><c t=\"b\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    let sources = [Self.book(xml, formats: [#"yyyy"年"m"月";[Red]-0.0#,%E+0"#]), Array("甲,\"乙\"\n1,2\n".utf8)]
    for source in sources {
      for _ in 0..<400 { _ = try? SheetManuscript.read(faults.spoil(source)) }
    }
  }

  @Test func `any format and any number come to an end`() throws {
    var faults = Faults(seed: 9)
    let signs = Array(#"0#?.,%E+-ymdhsaAP/[]"$;\_*@<>=1"#)
    for _ in 0..<600 {
      let code = String(
        (0..<Int.random(in: 1...14, using: &faults)).map { _ in signs.randomElement(using: &faults) ?? "0" })
      let number =
        ["0", "-1.5", "46000.123", "1E-300", "9.99E+307", "123456789012345678"].randomElement(using: &faults) ?? "0"
      let safe = code.replacing("<", with: "&lt;")
      _ = try? Self.shown(number, safe)
    }
  }
}
