import Base
import Documents
import Markdown
import Resolution
import Testing

@testable import Search

/// The index has the tables' text as readers see it, and nothing that only belongs to the page.
@Suite struct TableTextTests {
  private static let lines = [
    TableLine(key: "a", label: "受理", groups: ["申请"]), TableLine(key: "b", label: "办结", groups: ["申请"]),
  ]

  private static func document(_ name: String, _ edit: (inout Document) -> Void = { _ in }) -> Document {
    var document = Document(
      id: DocumentID("ku/" + name), column: "ku", kind: "list", slug: name,
      frontMatter: SourceText(path: "Content/ku/\(name).md", bytes: Array("---\n".utf8)))
    document.title = name
    edit(&document)
    return document
  }

  private static func table(_ form: TableForm, _ rows: [DataTable.Row]) -> DataTable {
    DataTable(
      file: Attachment(title: "表", path: "ku/t/t.csv", byteCount: 9), form: form, columns: form.columns, rows: rows,
      source: SourceText(path: "Content/ku/t.csv", bytes: []))
  }

  private static func corpus(
    _ more: [Document], form: TableForm = TableForm(), table: DataTable? = nil, text: String = ""
  ) -> Corpus {
    let field = Field(key: "sheet", label: "收费清单", type: .table, table: form)
    let holder = document("t") {
      $0.title = "公告"
      if let table { $0.fields["sheet"] = .table(table) }
      $0.body = Body(text: readMarkdown(Array(text.utf8)[...]).text)
    }
    return Corpus(
      site: Site(), kinds: [Kind(id: "list", label: "清单", lifecycle: .none, fields: [field])], columns: [],
      documents: [holder] + more, asOf: CalendarDate(year: 2026, month: 11, day: 21) ?? CalendarDate(daysSince1970: 0))
  }

  private static func text(_ table: DataTable, _ corpus: Corpus) -> [String] {
    let bytes = TableText(table, caption: "标题", of: document("t"), in: corpus).bytes
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
  }

  @Test func `caption, headings under headings, cells once where they are joined`() {
    let form = TableForm(columns: [
      TableColumn(key: "name", label: "名称"), TableColumn(key: "x", label: "基准", groups: ["标准"]),
      TableColumn(key: "y", label: "上浮", groups: ["标准"]),
    ])
    let rows = [
      DataTable.Row(cells: ["甲 & <乙>", "一", "二"]), DataTable.Row(cells: ["丙", "一", "三"], joined: [1]),
    ]
    let table = Self.table(form, rows)
    #expect(Self.text(table, Self.corpus([])) == ["标题", "名称 标准", "基准 上浮", "甲 & <乙> 一 二", "丙 三"])
  }

  @Test func `the state of a row stands behind its last day`() {
    let form = TableForm(
      columns: [
        TableColumn(key: "name", label: "任务"), TableColumn(key: "closesOn", label: "截止", type: .date),
        TableColumn(key: "who", label: "单位"),
      ], lifecycle: .task)
    let table = Self.table(form, [DataTable.Row(cells: ["修路", "2026-11-01", "交通局"])])
    #expect(Self.text(table, Self.corpus([])) == ["标题", "任务 截止 状态 单位", "修路 2026-11-01 已逾期 交通局"])
  }

  @Test func `links are their words; of what is not public not even those of its address`() {
    let form = TableForm(columns: [TableColumn(key: "what", label: "依据", type: .link)])
    let cells = [
      "ku/open", "[看这里](ku/open)", "ku/secret", "[草案](ku/secret)", "https://www.example.test/a/b",
      "[外](https://x.test/)",
    ]
    let corpus = Self.corpus([
      Self.document("open") { $0.title = "公开的办法" }, Self.document("secret") { $0.isDraft = true },
    ])
    let table = Self.table(form, cells.map { DataTable.Row(cells: [$0]) })
    #expect(
      Self.text(table, corpus)
        == ["标题", "依据", "公开的办法", "看这里", "", "草案", "www.example.test", "外"].filter { !$0.isEmpty })
  }

  @Test func `all choices of boxes, as the paper form has them`() {
    let column = TableColumn(key: "how", label: "渠道", type: .choice, choices: ["网站", "公报"], showsBoxes: true)
    let table = Self.table(TableForm(columns: [column]), [DataTable.Row(cells: ["网站"])])
    #expect(Self.text(table, Self.corpus([])) == ["标题", "渠道", "网站 公报"])
  }

  @Test func `an official form has headings above and to the left`() {
    let columns = [
      TableColumn(key: "item", label: "项目", isHeader: true), TableColumn(key: "n", label: "自然人", type: .number),
      TableColumn(key: "c", label: "企业", groups: ["法人"], type: .number),
    ]
    let table = Self.table(
      TableForm(columns: columns, lines: Self.lines),
      [DataTable.Row(cells: ["受理", "3", "4"]), DataTable.Row(cells: ["办结", "1", "2"])])
    #expect(Self.text(table, Self.corpus([])) == ["标题", "项目 自然人 法人", "企业", "申请 受理 3 4", "办结 1 2"])
  }

  @Test func `blocks of a form have names and headings of their own`() {
    let columns = [
      TableColumn(key: "item", label: "信息内容", isHeader: true), TableColumn(key: "made", label: "制发", type: .number),
      TableColumn(key: "sum", label: "金额", type: .number),
    ]
    let lines = [
      TableLine(key: "a", label: "规章", groups: ["第一项"], columns: ["made"]),
      TableLine(key: "b", label: "文件", groups: ["第一项"], columns: ["made"]),
      TableLine(key: "c", label: "收费", groups: ["第八项"], columns: ["sum"]),
    ]
    let rows = [["规章", "1", ""], ["文件", "2", ""], ["收费", "", "9"]].map { DataTable.Row(cells: $0) }
    let table = Self.table(TableForm(columns: columns, lines: lines), rows)
    #expect(
      Self.text(table, Self.corpus([])) == [
        "标题", "第一项", "信息内容 制发", "规章 1", "文件 2", "第八项", "信息内容 金额", "收费 9",
      ])
  }

  @Test(arguments: [nil, "二、收费"]) func `tables are found where they stand, and no button of the page is`(
    _ heading: String?
  ) async throws {
    var form = TableForm(columns: [TableColumn(key: "name", label: "收费项目")])
    form.heading = heading
    let table = Self.table(form, [DataTable.Row(cells: ["停车费"])])
    let corpus = Self.corpus(
      [], form: form, table: table, text: "一、总则\n\n正文。\n\n## 二、收费\n\n如下。\n\n## 三、附则\n\n自公布之日起施行。\n")
    let index = try await SearchAssembly(corpus: corpus, jobs: 1).index()
    let grams = try IndexReader(index).grams()
    for found in ["收费", "费项", "目停", "车费"] { #expect(grams[found] != nil, "\(found)") }
    // Across the end of one text and the beginning of the next.
    for found in heading == nil ? ["行公"] : ["下公", "费三"] { #expect(grams[found] != nil, "\(found)") }
    for lost in ["下载", "载表", "cs", "字节"] { #expect(grams[lost] == nil, "\(lost)") }
  }
}
