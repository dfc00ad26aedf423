import Base
import Documents
import Importing
import Manuscripts
import OfficeFiles
import TestSupport
import Testing

struct SheetTableTests {
  private static let form = TableForm(columns: [
    TableColumn(key: "name", label: "姓名", isRequired: true),
    TableColumn(key: "id", label: "编号", isRequired: true, isUnique: true),
    TableColumn(key: "paidOn", label: "发放日期", type: .date), TableColumn(key: "amount", label: "金额（元）", type: .number),
    TableColumn(key: "share", label: "占比", type: .number), TableColumn(key: "isDone", label: "是否发放", type: .boolean),
    TableColumn(key: "note", label: "备注"),
  ])

  private static func table(_ csv: String, _ form: TableForm = form) throws -> SheetTable? {
    let sheet = try #require(try Workbook(Array(csv.utf8), name: "表").sheets.first)
    return SheetFit(sheet, form).map { SheetTable(sheet, $0) }
  }

  private static func lines(_ table: SheetTable?) -> [String] {
    String(decoding: table?.csv.dropFirst(3) ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `typed cells become what the table's reader takes`() throws {
    let formats = ["yyyy\"年\"m\"月\"d\"日\"", "#,##0.00", "0.0%", "0\"元\""].enumerated().map { index, code in
      "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/>"
    }
    let row =
      "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>张*</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>007</t></is></c>"
      + "<c r=\"C3\" s=\"1\"><v>46000</v></c><c r=\"D3\" s=\"2\"><v>1234.5</v></c><c r=\"E3\" s=\"3\"><v>0.125</v></c>"
      + "<c r=\"F3\" t=\"b\"><v>1</v></c><c r=\"G3\" s=\"4\"><v>5</v></c></row>"
    let bytes = Office.workbook(
      [
        (
          "表", "visible",
          "<sheetData>" + Office.row(1, ["2026年发放表"])
            + Office.row(2, ["姓名", "编号", "发放日期", "金额（元）", "占比", "是否发放", "备注"]) + row
            + "</sheetData>"
        )
      ],
      [
        "xl/styles.xml":
          "<styleSheet \(Office.names)><numFmts>\(formats.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\((0..<4).map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined())</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": "<sst \(Office.names)/>",
      ])
    let sheet = try #require(try Workbook(bytes).sheets.first)
    let fit = try #require(SheetFit(sheet, Self.form))
    #expect(fit.isWhole)
    let table = SheetTable(sheet, fit)
    #expect(Self.lines(table) == ["姓名,编号,发放日期,金额（元）,占比,是否发放,备注", "张*,007,2025-12-09,1234.50,12.5,是,5元"])
    #expect(table.questions.map(\.message) == ["“占比”在表格中是百分数，写作不带“%”的数，核对表头的单位"])
    #expect(table.above.count == 1 && table.below.isEmpty && table.omissions.isEmpty)
  }

  @Test func `columns are known by label, key, near miss and order, in the sheet's order`() throws {
    let table = try Self.table("编号,姓 名,发放日,金额,占比,发没发,note\n1,张*,2026-01-02,\"1,190\",,是,\n")
    #expect(Self.lines(table) == ["编号,姓名,发放日期,金额（元）,占比,是否发放,备注", "1,张*,2026-01-02,1190,,是,"])
    #expect(
      table?.questions.map(\.message) == ["“发放日”一列作“发放日期”", "“金额”一列作“金额（元）”", "“发没发”一列按位置作“是否发放”"])
  }

  @Test func `a column between two known ones is the only one of the table's there with such values`() throws {
    let form = TableForm(columns: [
      TableColumn(key: "name", label: "姓名", isRequired: true), TableColumn(key: "item", label: "补贴项目"),
      TableColumn(key: "quantity", label: "数量", type: .number), TableColumn(key: "unit", label: "单位"),
      TableColumn(key: "amount", label: "金额（元）", type: .number, isRequired: true),
    ])
    let table = try Self.table("姓名,面积,单位,补贴金额\n张*,3.5,亩,437.5\n", form)
    #expect(Self.lines(table) == ["姓名,数量,单位,金额（元）", "张*,3.5,亩,437.5"])
    #expect(table?.questions.map(\.message) == ["“面积”一列按位置作“数量”", "“补贴金额”一列作“金额（元）”"])
  }

  @Test func `what the table has no place for is said and left out, serial numbers only left out`() throws {
    let table = try Self.table("序号,姓名,编号,家庭住址\n1,张*,7,东街\n2,李*,8,西街\n")
    #expect(Self.lines(table) == ["姓名,编号", "张*,7", "李*,8"])
    #expect(table?.questions.map(\.message) == ["“家庭住址”不是这张表的列，没有收入表格"])
    #expect(table?.omissions.map(\.text) == ["序号\n1\n2", "家庭住址\n东街\n西街"])
  }

  @Test func `a required column that is not there is said`() throws {
    let table = try Self.table("姓名,金额（元）\n张*,1\n")
    #expect(table?.questions.map(\.message) == ["表头缺少“编号”一列"])
  }

  @Test func `titles, totals and notes are paragraphs of the text`() throws {
    let table = try Self.table("发放表,,\n单位：元,,\n姓名,编号,金额（元）\n张*,7,1\n合计,,1\n注：按月发放。,,\n")
    #expect(Self.lines(table) == ["姓名,编号,金额（元）", "张*,7,1"])
    func texts(_ blocks: [ManuscriptBlock]?) -> [String] {
      blocks?.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } } ?? []
    }
    #expect(texts(table?.above) == ["发放表", "单位：元"])
    #expect(texts(table?.below) == ["合计　1", "注：按月发放。"])
  }

  @Test func `a title over all columns is above the head and not in it`() throws {
    let xml =
      "<sheetData>" + Office.row(1, ["发放表"]) + Office.row(2, ["单位：元"]) + Office.row(3, ["姓名", "编号"])
      + Office.row(4, ["张*", "7"])
      + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
    let sheet = try #require(try Workbook(Office.workbook([("表", "visible", xml)])).sheets.first)
    let table = SheetTable(sheet, try #require(SheetFit(sheet, Self.form)))
    #expect(table.above.count == 2 && Self.lines(table) == ["姓名,编号", "张*,7"])
  }

  @Test func `merged cells are ^^, and blank where each row has its own`() throws {
    let xml =
      "<sheetData>" + Office.row(1, ["姓名", "编号", "备注"]) + Office.row(2, ["张*", "7", "甲"])
      + Office.row(3, ["李*", "", ""])
      + "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/></mergeCells>"
    let sheet = try #require(try Workbook(Office.workbook([("表", "visible", xml)])).sheets.first)
    let table = SheetTable(sheet, try #require(SheetFit(sheet, Self.form)))
    #expect(Self.lines(table) == ["姓名,编号,备注", "张*,7,甲", "李*,,^^"])
    #expect(table.questions.map(\.message) == ["“编号”每行不同，不能与上一行合并"])
  }

  @Test func `a head of several rows names columns by their groups`() throws {
    let form = TableForm(columns: [
      TableColumn(key: "item", label: "项目", isRequired: true),
      TableColumn(key: "a", label: "数量", groups: ["本年"], type: .number),
      TableColumn(key: "b", label: "数量", groups: ["上年"], type: .number),
    ])
    let xml =
      "<sheetData>" + Office.row(1, ["项目", "上年", "本年"]) + Office.row(2, ["", "数量", "数量"])
      + Office.row(3, ["甲", "1", "2"])
      + "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    let sheet = try #require(try Workbook(Office.workbook([("表", "visible", xml)])).sheets.first)
    let table = SheetTable(sheet, try #require(SheetFit(sheet, form)))
    #expect(Self.lines(table) == ["项目,上年/数量,本年/数量", "甲,1,2"])
  }

  @Test func `cells with commas, quotation marks and line breaks are read back by the table's reader`() throws {
    let table = try Self.table("姓名,编号,备注\n张*,7,\"a,\"\"b\"\"\nc\"\n")
    var records = CSVRecords(table?.csv ?? [], from: 3)
    _ = records.next()
    #expect(records.next()?.map(\.text) == ["张*", "7", "a,\"b\"\nc"])
  }

  @Test func `a sheet that names no column is none of this table`() throws {
    #expect(try Self.table("甲,乙\n1,2\n") == nil)
    #expect(try Self.table("姓名,编号\n张*,1\n", TableForm()) == nil)
  }
}
