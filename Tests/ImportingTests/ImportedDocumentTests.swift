import Base
import Documents
import Manuscripts
import OfficeFiles
import TestSupport
import Testing

@testable import Importing

@Suite("A file as a document")
struct ImportedDocumentTests {
  private static let site = ImportSite(site: Site(), kinds: [], columns: [], documents: [])
  private static let source = ImportSource(name: "a.docx", checksum: String(repeating: "0", count: 64))

  private func document(
    _ reading: ReadFile, _ allowance: ImportedDocument.Allowance = .init()
  ) throws(ImportFault) -> ImportedDocument {
    try ImportedDocument(of: reading, source: Self.source, site: Self.site, wish: ImportWish(), allowing: allowance)
  }

  private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

  private func paragraph(_ inner: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(inner)</w:p>"
  }

  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p>\(text.isEmpty ? "" : run(text))</w:p></w:tc>"
  }

  @Test("a Word file: numbers, breaks, notes, merged cells, signs of Markdown")
  func word() throws {
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
    let table =
      "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
      + "<w:tr>\(cell("项目", "<w:vMerge w:val=\"restart\"/>"))\(cell("标准", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
      + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("城市"))\(cell("农村"))</w:tr>"
      + "<w:tr>\(cell("甲|乙"))\(cell("同上", "<w:gridSpan w:val=\"2\"/>"))</w:tr></w:tbl>"
    let bytes = Office.word(
      paragraph(run("为了防汛，制定本办法。"), list) + paragraph(run("标准为2*3*4元") + note + run("，见附表。"), list)
        + paragraph(run("电话：0000") + "<w:r><w:br/></w:r>" + run("地址：甲路")) + table + paragraph(run("1. 附则")),
      [
        "word/numbering.xml":
          "<w:numbering \(Office.names)><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
          + "<w:numFmt w:val=\"chineseCountingThousand\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"第%1条　\"/></w:lvl></w:abstractNum>"
          + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        "word/footnotes.xml":
          "<w:footnotes \(Office.names)><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>\(run("按年调整。"))</w:p>"
          + "</w:footnote></w:footnotes>",
        "word/_rels/document.xml.rels": Office.relations([
          ("r1", "numbering", "numbering.xml"), ("r2", "footnotes", "footnotes.xml"),
        ]),
      ])
    let document = try document(FileReading().read(bytes, name: "a.docx"))
    #expect(
      document.body.markdown == """
        第一条　为了防汛，制定本办法。

        第二条　标准为2\\*3\\*4元①，见附表。

        电话：0000\\
        地址：甲路

        | 项目 | 标准：城市 | 标准：农村 |
        | --- | --- | --- |
        | 甲\\|乙 | 同上 ||

        1\\. 附则

        ① 按年调整。

        """)
  }

  @Test("a letter that the reader has lost stops it, with its place")
  func lost() {
    var manuscript = Manuscript()
    manuscript.blocks = [Pages.paragraph("补助标准为82元。")]
    let letters = [OfficePiece(place: .paragraph(1), text: "补助标准为820元。")]
    #expect(throws: ImportFault.lostLetters([.init(text: "补助标准为820元。", place: .paragraph(1))])) {
      try document(ReadFile(manuscript, letters: letters))
    }
  }

  @Test("who accepts changes wants no comments; who drops comments has not accepted changes")
  func obstacles() {
    func passes(_ kind: Obstacle.Kind, _ allowance: ImportedDocument.Allowance) -> Bool {
      var manuscript = Manuscript()
      manuscript.blocks = [Pages.paragraph("甲。")]
      manuscript.obstacles = [Obstacle(kind, text: "乙", at: nil)]
      return (try? document(ReadFile(manuscript, letters: []), allowance)) != nil
    }
    for kind in Obstacle.Kind.allCases {
      #expect(!passes(kind, .init()))
      #expect(passes(kind, .init(acceptsChanges: true)))
      #expect(passes(kind, .init(dropsComments: true)) == (kind != .revision))
    }
  }

  @Test("the line that makes it a draft is where it is said to be")
  func draft() throws {
    var manuscript = Manuscript()
    manuscript.blocks = [Pages.paragraph("甲。")]
    var document = try document(ReadFile(manuscript, letters: []))
    let line = document.draftLine
    document.isDraft = true
    #expect(document.text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].hasPrefix("draft: true"))
  }

  @Test("a sheet that fits a table of the kind is its file, with what stands around it in the body")
  func sheets() throws {
    let form = TableForm(columns: [
      TableColumn(key: "name", label: "姓名", isRequired: true), TableColumn(key: "amount", label: "金额", type: .number),
    ])
    let kind = Kind(
      id: "aid", label: "救助", lifecycle: .none,
      fields: [Field(key: "rows", label: "名单", type: .table, isRequired: true, table: form)])
    var column = Column(path: "aid", frontMatter: SourceText(path: "Content/aid/_column.md", bytes: []))
    column.kind = "aid"
    let site = ImportSite(site: Site(), kinds: [kind], columns: [column], documents: [])
    let csv = Array("甲镇救助名单,\n姓名,金额\n张*,100\n".utf8)
    let document = try ImportedDocument(
      of: FileReading().read(csv, name: "a.csv"), source: Self.source, site: site, wish: ImportWish(column: "aid"),
      allowing: .init())
    #expect(document.files.map(\.name) == ["index.md", "rows.csv"])
    #expect(String(decoding: document.files[1].bytes.dropFirst(3), as: UTF8.self) == "姓名,金额\n张*,100\n")
    #expect(document.facts["rows"] == .scalar("rows.csv"))
    #expect(!document.text.contains("|"), "\(document.text)")
  }
}
