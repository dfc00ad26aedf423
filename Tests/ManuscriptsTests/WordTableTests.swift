import Manuscripts
import OfficeFiles
import Testing

struct WordTableTests {
  private static func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  private static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(Word.p(text))</w:tc>"
  }

  private static let (tall, below) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>")

  @Test func `cells have their width and go on below; the head is what the file repeats`() throws {
    let head = "<w:tblHeader/>"
    let table =
      Self.row(Self.cell("项", Self.tall), Self.cell("单位", "<w:gridSpan w:val=\"2\"/>"), properties: head)
      + Self.row(Self.cell("", Self.below), Self.cell("甲"), Self.cell("乙"), properties: head)
      + Self.row(Self.cell("1"), Self.cell("2"), Self.cell("3"))
      + Self.row(Self.cell("4"), Self.cell("5"), Self.cell("6"), properties: head)
    let manuscript = try Word.read("<w:tbl>\(table)</w:tbl>")
    #expect(manuscript.table() == ["# 项 | 单位*2", "# ^^ | 甲 | 乙", "1 | 2 | 3", "4 | 5 | 6"])
    #expect(manuscript.doubts.isEmpty)
  }

  @Test func `a cell goes on below only under one of the same width`() throws {
    let wide = "<w:gridSpan w:val=\"2\"/>"
    let table =
      Self.row(Self.cell("甲", Self.tall + wide), Self.cell("乙"))
      + Self.row(Self.cell("丙", Self.below), Self.cell("丁"), Self.cell("戊"))
      + Self.row(Self.cell("己", Self.below), Self.cell("庚"), Self.cell("辛"))
    let manuscript = try Word.read("<w:tbl>\(table)</w:tbl>")
    #expect(manuscript.table() == ["甲*2 | 乙", "丙 | 丁 | 戊", "^^ | 庚 | 辛"])
    #expect(manuscript.doubts.map(\.kind) == [.tableGrid])
  }

  @Test func `what stands in the lower part of a cell is not shown by Word, and said`() throws {
    let table = Self.row(Self.cell("甲", Self.tall)) + Self.row(Self.cell("密", Self.below))
    let manuscript = try Word.read("<w:tbl>\(table)</w:tbl>")
    #expect(manuscript.table() == ["甲", "^^"])
    #expect(manuscript.left == ["hiddenText 密 第1个表格第2行第1格"])
    #expect(manuscript.stops == ["hiddenText 密 - 第1个表格第2行第1格"])
  }

  @Test func `rows may begin late and end early; old files join cells in another way`() throws {
    let table =
      Self.row(Self.cell("甲"), Self.cell("乙"), Self.cell("丙"))
      + Self.row(Self.cell("丁"), properties: "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")
      + Self.row(Self.cell("戊", "<w:hMerge w:val=\"restart\"/>"), Self.cell("", "<w:hMerge/>"), Self.cell("己"))
    let manuscript = try Word.read("<w:tbl>\(table)</w:tbl>")
    #expect(manuscript.table() == ["甲 | 乙 | 丙", " | 丁 | ", "戊*2 | 己"] && manuscript.doubts.isEmpty)
  }

  @Test func `a row that is too short is filled and doubted`() throws {
    let manuscript = try Word.read(
      "<w:tbl>\(Self.row(Self.cell("甲"), Self.cell("乙")))\(Self.row(Self.cell("丙")))</w:tbl>")
    #expect(manuscript.table() == ["甲 | 乙", "丙 | "] && manuscript.doubtful == ["tableGrid 甲 乙"])
  }

  @Test func `cells hold paragraphs and tables; controls may stand around rows and cells`() throws {
    let inner = "<w:tbl>\(Self.row(Self.cell("内"), Self.cell("里")))</w:tbl>"
    let control = { (inside: String) in "<w:sdt><w:sdtPr/><w:sdtContent>\(inside)</w:sdtContent></w:sdt>" }
    let table =
      control(Self.row(control(Self.cell("甲")), "<w:tc>\(Word.p("一"))\(Word.p("二"))\(inner)<w:p/></w:tc>"))
      + Self.row(Self.cell("乙"), Self.cell("丙"))
    let manuscript = try Word.read("<w:tbl>\(table)</w:tbl>")
    #expect(manuscript.table() == ["甲 | 一/二", "乙 | 丙"])
    guard case .table(let outer)? = manuscript.blocks.first,
      case .table(let nested)? = outer.rows[0].cells[1].blocks.last
    else { throw Missing() }
    #expect(Manuscript.rows(of: nested) == ["内 | 里"])
    #expect(nested.rows[0].cells[1].place == .tableCell(table: 2, row: 1, column: 2))
    #expect(outer.rows[1].cells[0].place == .tableCell(table: 1, row: 2, column: 1))
  }

  @Test func `rows that a change removed or that are hidden are left out, and said`() throws {
    let table =
      Self.row(Self.cell("甲")) + Self.row(Self.cell("删"), properties: "<w:del w:author=\"张三\"/>")
      + Self.row(Self.cell("藏"), properties: "<w:hidden/>")
    let manuscript = try Word.read("<w:tbl>\(table)</w:tbl>")
    #expect(manuscript.table() == ["甲"])
    #expect(manuscript.left.map { $0.prefix(12) } == ["deletedText ", "hiddenText 藏"])
    #expect(
      manuscript.stops == [
        "revision 删 张三 第1个表格第2行第1格", "hiddenText 藏 - 第1个表格第3行第1格",
      ])
  }
}
