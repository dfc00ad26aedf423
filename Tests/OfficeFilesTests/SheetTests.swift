import Base
import OfficeFiles
import TestSupport
import Testing

struct SheetTests {
  @Test func `cells have their addresses, of shared texts and their own; guides to reading are none`() throws {
    let shared =
      "<sst \(Office.names)><si><t>共</t><rPh><t>gong</t></rPh></si><si><r><t>富</t></r><r><t>文本</t></r></si></sst>"
    let bytes = Office.workbook(
      [
        (
          "名单", "visible",
          "<sheetData><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c r=\"AA2\"><v>13812345678</v></c>"
            + "<c r=\"AB2\" t=\"s\"><v>9</v></c></row></sheetData>"
        )
      ], ["xl/sharedStrings.xml": shared])
    let content = try OfficeReader().read(bytes, ending: "xlsx")
    #expect(
      content.pieces.map { "\($0.place.text)：\($0.text)" } == [
        "工作表“名单”B2：共", "工作表“名单”C2：富文本", "工作表“名单”AA2：13812345678",
      ])
  }

  @Test func `what is hidden and has text is noted: sheets, rows, columns`() throws {
    let bytes = Office.workbook([
      (
        "甲", "visible",
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
          + Office.row(1, ["a", "b", "c"]) + Office.row(2, ["d", "e"], "hidden=\"1\"")
          + Office.row(3, [], "hidden=\"1\"")
          + "</sheetData>"
      ), ("乙", "hidden", "<sheetData>\(Office.row(1, ["x"]))</sheetData>"), ("丙", "veryHidden", "<sheetData/>"),
    ])
    let content = try OfficeReader().read(bytes, ending: "xlsx")
    #expect(content.traces.map(\.kind) == [.hiddenSheet, .hiddenRows, .hiddenColumns])
    #expect(content.pieces.filter(\.isShown).map(\.text) == ["a"])
    #expect(content.trace(.hiddenSheet)?.names == ["乙"])
    #expect(content.trace(.hiddenRows)?.place == .row(sheet: "甲", 2) && content.trace(.hiddenRows)?.count == 1)
    #expect(content.trace(.hiddenColumns)?.place == .column(sheet: "甲", 2) && content.trace(.hiddenColumns)?.count == 2)
  }

  @Test func `comments are noted with cell and author, links to other workbooks with their names`() throws {
    let comments =
      "<comments \(Office.names)><authors><author>赵六</author></authors><commentList><comment ref=\"A2\" authorId=\"0\">"
      + "<text><r><t>核一下</t></r></text></comment></commentList></comments>"
    let bytes = Office.workbook(
      [("甲", "visible", "<sheetData>\(Office.row(1, ["a"]))</sheetData>")],
      [
        "xl/worksheets/_rels/sheet1.xml.rels": Office.relations([("c", "comments", "../comments1.xml")]),
        "xl/comments1.xml": comments,
      ])
    let content = try OfficeReader().read(bytes, ending: "xlsx")
    #expect(content.trace(.comment)?.names == ["赵六"])
    #expect(content.trace(.comment)?.place == .cell(sheet: "甲", row: 2, column: 1))
    #expect(content.pieces.map(\.text) == ["a", "核一下"])
  }

  @Test(
    arguments: [
      ("A1", "1 1"), ("XFD1048576", "1048576 16384"), ("XFE1", nil), ("A0", nil), ("A1048577", nil), ("1A", nil),
      ("", nil), ("ZZZZZZZZZZ9", nil), ("A99999999999999999999", nil), ("a1", nil),
    ] as [(String, String?)])
  func `an address is one that a program can have`(_ text: String, _ expected: String?) {
    #expect(OfficePlace.address(text).map { "\($0.row) \($0.column)" } == expected)
  }

  @Test func `the letters of columns go on behind Z`() {
    #expect([1, 26, 27, 702, 703, 16384].map(OfficePlace.letters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
  }
}
