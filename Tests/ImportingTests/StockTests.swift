import Base
import Disk
import Documents
import Importing
import Manuscripts
import TestSupport
import Testing

struct StockTests {
  private static let list = """
    政策文件清单
    序号,标题名称,文号,发文机关,成文时间,公开日期,有效性,链接,附件路径,文件路径,备注
    1,关于水价的通知,澜水发〔2024〕3号,县水利局、县发展改革局,2024.5.6,2024-05-08 09:30,现行有效,/art/12.html /art/12b.html,表.xlsx；图.png,docs\\3.docx,
    2,关于电价的通知,无,县水利局,2024年5月32日,,,,,,甲

    3,,,,,,,,,,
    """

  private static func table(_ text: String = list) throws -> StockTable {
    try StockTable(Array(text.utf8), name: "清单.csv")
  }

  private static func items(_ text: String, mapping: String? = nil) throws -> [StockItem] {
    let table = try table(text)
    let site = site()
    let own = mapping.flatMap {
      StockMapping.read(Array($0.utf8), path: "清单.mapping.yml", of: table, kinds: site.kinds).mapping
    }
    let reader = StockReader(table, own ?? StockMapping(guessing: table, kinds: site.kinds), site: site)
    return table.rows.map(reader.item)
  }

  @Test func `titles above the head and empty rows are passed over`() throws {
    let table = try Self.table()
    #expect(table.headings.first == "序号" && table.rows.map(\.number) == [3, 4, 5])
    #expect(table.rows.allSatisfy { $0.cells.count == table.headings.count })
  }

  @Test func `a list that cannot be read says why`() throws {
    for (text, word) in [("", "空"), ("甲,甲\n1,2\n", "两列")] {
      #expect { try Self.table(text) } throws: { ($0 as? StockTable.Fault)?.message.contains(word) ?? false }
    }
    #expect { try StockTable(Array("{\n".utf8), name: "documents.jsonl") } throws: {
      ($0 as? StockTable.Fault)?.message == "清单第 1 行不是 JSON 对象"
    }
    #expect { try StockTable(Array("PK\u{3}\u{4}".utf8), name: "清单.xlsx") } throws: { $0 is StockTable.Fault }
  }

  @Test func `a list in GBK, as Excel writes it, is read`() throws {
    let bytes: [UInt8] = [
      0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xCE, 0xC4, 0xBA, 0xC5, 0x0D, 0x0A, 0xBC, 0xD7, 0x2C, 0x31, 0x0D, 0x0A,
    ]
    let table = try StockTable(bytes, name: "清单.csv")
    #expect(table.headings == ["标题", "文号"] && table.rows.map(\.cells) == [["甲", "1"]])
  }

  @Test func `headings of other systems are guessed, and what is not known is said`() throws {
    let mapping = StockMapping(guessing: try Self.table(), kinds: site().kinds)
    #expect(
      mapping.columns.map(\.target.word) == [
        "-", "title", "documentNumber", "issuer", "documentDate", "publishedOn", "validity", "aliases", "attachments",
        "file", "-",
      ])
    #expect(mapping.columns.map(\.isDoubtful) == Array(repeating: false, count: 10) + [true])
    #expect(mapping.text.contains("备注: \"-\"  # 没有认出来\n") && mapping.text.contains("标题名称: title\n"))
  }

  @Test func `a column of paths is a file whatever it is called, a column of remarks is not`() throws {
    func target(_ text: String) throws -> [String] {
      StockMapping(guessing: try Self.table(text), kinds: []).columns.map(\.target.word)
    }
    #expect(try target("标题,文件\n甲,a.docx\n乙,b.doc\n") == ["title", "file"])
    #expect(try target("标题,附件\n甲,3\n乙,1\n") == ["title", "-"])
    #expect(try target("标题,发文字耗\n甲,3\n") == ["title", "documentNumber"])
  }

  @Test func `the mapping that was written is the one that is read`() throws {
    let table = try Self.table()
    let guessed = StockMapping(guessing: table, kinds: [])
    let read = StockMapping.read(Array(guessed.text.utf8), path: "清单.mapping.yml", of: table, kinds: [])
    #expect(read.findings == [])
    #expect(read.mapping?.columns.map(\.target) == guessed.columns.map(\.target))
    let edited = guessed.text.replacing("备注: \"-\"", with: "备注: 摘要")
    let own = StockMapping.read(Array(edited.utf8), path: "清单.mapping.yml", of: table, kinds: [])
    #expect(own.mapping?.columns.last?.target == .field(.summary))
  }

  @Test func `a mapping with a mistake is none`() throws {
    let table = try Self.table()
    for (text, rule) in [
      ("标题名称: 题目\n", "unknown-word"), ("标题名: title\n", "unknown-key"), ("标题名称: title\n备注: 标题\n", "duplicate-key"),
    ] {
      let (mapping, findings) = StockMapping.read(Array(text.utf8), path: "清单.mapping.yml", of: table, kinds: [])
      #expect(mapping == nil && findings.map(\.rule) == [rule], "\(text): \(findings)")
    }
  }

  @Test func `a row states facts in the form that Loading reads`() throws {
    let item = try Self.items(Self.list)[0]
    let values = item.entries.map { "\($0.key): \($0.value.words)" }
    #expect(
      values == [
        "title: 关于水价的通知", "documentNumber: 澜水发〔2024〕3号", "issuer: 县水利局、县发展改革局", "documentDate: 2024-05-06",
        "publishedOn: 2024-05-08 09:30", "validity: 有效", "aliases: /art/12.html、/art/12b.html",
      ])
    #expect(item.file == "docs/3.docx" && item.attachments == ["表.xlsx", "图.png"] && item.refusal == nil)
  }

  @Test func `what cannot be read is a question, and a row without a title is refused`() throws {
    let items = try Self.items(Self.list)
    #expect(items[1].questions.map(\.message) == ["成文日期“2024年5月32日”不是日期的写法"])
    #expect(!items[1].entries.contains { $0.key == "documentNumber" || $0.key == "documentDate" })
    #expect(items[2].refusal == "没有标题，也没有文件")
  }

  @Test func `a column is named by its folder or its title, and gives its kind`() throws {
    let items = try Self.items("标题,栏目\n甲,政策文件\n乙,zhengji/\n丙,zhengc\n")
    #expect(items.map(\.column) == ["zhengce", "zhengji", nil])
    #expect(items.map(\.kind) == ["normative", "consultation", nil])
    #expect(items[2].refusal == "栏目“zhengc”不存在，是否想写：zhengce、zhengji？")
  }

  @Test func `paths stay below the list`() throws {
    for path in ["/etc/passwd", "../a.docx", "C:\\a.docx", "http://a.cn/b.docx"] {
      #expect(try Self.items("标题,文件路径\n甲,\(path)\n")[0].refusal != nil, "\(path)")
    }
    #expect(try Self.items("标题,文件路径\n甲,./a/../b.docx\n")[0].file == "b.docx")
  }

  @Test func `the facts of a row lie over those of its file, and a contradiction is a question`() throws {
    let item = try Self.items(Self.list)[0]
    let file = manuscript("^关于水价的通知\n各单位：\n请执行。\n附件：1.表\n县水利局\n2024年5月7日")
    let facts = item.facts(of: file, site: site(), wish: ImportWish(column: "zhengce", files: ["表.xlsx", "图.png"]))
    #expect(facts["publishedOn"]?.words == "2024-05-08 09:30" && facts["documentNumber"]?.words == "澜水发〔2024〕3号")
    #expect(facts["documentDate"]?.words == "2024-05-07")
    #expect(
      facts.questions.map(\.message).contains("成文日期有两种说法：原件（第6段）是“2024-05-07”，清单第3行是“2024-05-06”，已写前一个"))
    #expect(!facts.questions.contains { $0.rule == "missing-field" })
    #expect(facts["attachments"]?.words == "title: 表, file: 表.xlsx、图.png")
  }

  @Test func `a row without a file is a document of its title and its text`() throws {
    let item = try Self.items("标题,正文,原文链接\n关于水价的通知,\"各单位：\n请执行。\",https://www.example.cn/1\n")[0]
    #expect(item.manuscript.blocks.count == 2)
    let facts = item.facts(of: item.manuscript, site: site())
    #expect(facts["title"]?.words == "关于水价的通知" && facts.taken == [])
    #expect(!facts.questions.contains { $0.rule == "missing-title" })
    #expect(facts["aliases"]?.words == "https://www.example.cn/1")
  }

  @Test func `the rows of another Gongkai are a list`() throws {
    let row = """
      {"id":"zhengce/2023-3","url":"https://a.cn/zhengce/2023-3/","kind":"normative","column":"zhengce","title":"甲",\
      "documentNumber":null,"issuer":["县水利局","县财政局"],"publishedOn":"2023-01-02","validity":{"state":"inForce"},\
      "attachments":[{"title":"表","url":"https://a.cn/zhengce/2023-3/b.xlsx","bytes":3}],"topics":["卫生、体育"]}
      """
    let table = try StockTable(Array((row + "\n\n").utf8), name: "documents.jsonl")
    let mapping = StockMapping(guessing: table, kinds: site().kinds)
    let item = StockReader(table, mapping, site: site()).item(table.rows[0])
    #expect(item.column == "zhengce" && item.name == "2023-3" && item.kind == "normative")
    #expect(item.entries.first { $0.key == "aliases" }?.value.words == "https://a.cn/zhengce/2023-3/")
    #expect(item.entries.first { $0.key == "issuer" }?.value.words == "县水利局、县财政局")
    #expect(item.entries.first { $0.key == "topics" }?.value.words == "卫生、体育")
  }
}

/// Rows of a list, taken one by one.
struct StockImportTests {
  private static func items(_ text: String) throws -> [StockItem] {
    let table = try StockTable(Array(text.utf8), name: "清单.csv")
    let reader = StockReader(table, StockMapping(guessing: table, kinds: []), site: site())
    return table.rows.map(reader.item)
  }

  private struct Broken: Error {}

  @Test func `an import that was broken off goes on where it was`() async throws {
    let folder = try ScratchFolder()
    let items = try Self.items("标题\n甲\n乙\n丙\n")
    let path = folder.root + "/清单.csv.journal"
    var first = StockImport(items, journal: try StockJournal(path: path))
    await #expect(throws: Broken.self) {
      try await first.run(batch: 2) { items in
        if items.contains(where: { $0.title == "丙" }) { throw Broken() }
        return items.map { .taken("Content/a/\($0.row).md", []) }
      }
    }
    var taken: [String] = []
    var second = StockImport(items, journal: try StockJournal(path: path))
    let report = try await second.run { items in
      taken += items.map(\.title)
      return items.map { .taken("Content/a/\($0.row).md", []) }
    }
    #expect(taken == ["丙"] && report.taken == 1 && report.done == 2)
    #expect(report.summary == "清单 3 行：导入 1 篇，以前导入过 2 篇")
  }

  @Test func `a row that was changed is taken again, one that was refused is tried again`() async throws {
    let folder = try ScratchFolder()
    let path = folder.root + "/journal"
    var first = StockImport(try Self.items("标题,文号\n甲,1\n乙,2\n"), journal: try StockJournal(path: path))
    _ = try await first.run { $0.map { $0.title == "甲" ? .taken("a", []) : .refused("没有文件") } }
    var taken: [String] = []
    var second = StockImport(try Self.items("标题,文号\n甲,3\n乙,2\n"), journal: try StockJournal(path: path))
    _ = try await second.run { items in
      taken += items.map(\.title)
      return items.map { _ in .taken("b", []) }
    }
    #expect(taken == ["甲", "乙"])
  }

  @Test func `the last line of a journal may be torn`() throws {
    let folder = try ScratchFolder()
    try folder.write("journal", "0123456789abcdef\ta/1.md\n01234567")
    var journal = try StockJournal(path: folder.root + "/journal")
    #expect(journal.documents == ["0123456789abcdef": "a/1.md"])
    try journal.enter("fedcba9876543210", "a/2.md")
    #expect(try StockJournal(path: folder.root + "/journal").documents.count == 2)
  }

  @Test func `a row that stands twice is taken once, and a dry run leaves no journal`() async throws {
    let folder = try ScratchFolder()
    let path = folder.root + "/journal"
    var run = StockImport(try Self.items("标题\n甲\n甲\n"), journal: try StockJournal(path: path))
    let report = try await run.run(isDry: true) { $0.map { _ in .taken("a", []) } }
    #expect(report.taken == 1 && report.refused == 1 && folder.text("journal") == nil)
  }

  @Test func `the report says what came of each row, and no cell computes`() async throws {
    let folder = try ScratchFolder()
    var run = StockImport(
      try Self.items("标题\n甲\n=1+1\n\"丙,丁\"\n"), journal: try StockJournal(path: folder.root + "/journal"))
    let report = try await run.run { items in
      items.map { item in
        item.title == "甲" ? .taken("Content/a.md", [ImportQuestion("核对日期", cures: ["对照原件"])]) : .refused("没有文件")
      }
    }
    #expect(
      String(decoding: report.csv.dropFirst(3), as: UTF8.self) == """
        行,标题,结果,文档,说明\r
        2,甲,已导入，待核对,Content/a.md,核对日期；对照原件\r
        3, =1+1,未导入,,没有文件\r
        4,"丙,丁",未导入,,没有文件\r

        """)
  }
}
