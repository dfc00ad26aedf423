import Base
import Documents
import Loading
import TestSupport
import Testing

@Suite("What spreadsheets leave in CSV files")
struct SpreadsheetTests {
  private static let people = """
    label: 发放
    fields:
      - key: rows
        label: 明细
        type: table
        columns:
          - {key: number, label: 序号, type: number, required: true, unique: true}
          - {key: name, label: 姓名, type: person, required: true, masked: true}
          - {key: amount, label: 金额, type: number}

    """

  private static func fixture(_ csv: [UInt8], kind: String, title: String) -> Fixture {
    var fixture = Fixture([
      "Templates/kinds/people.yml": people,
      "Content/a/d.md": "---\ntitle: \(title)\nkind: \(kind)\n\(kind == "all" ? "ledger" : "rows"): t.csv\n---\n",
    ])
    fixture.bytes["Content/a/t.csv"] = csv
    return fixture
  }

  private static func load(_ csv: String, kind: String = "all", title: String = "甲") async throws -> Library {
    try await fixture(Array(csv.utf8), kind: kind, title: title).load()
  }

  private static func findings(_ csv: String, kind: String = "all") async throws -> [String] {
    try await load(csv, kind: kind).findings.map { String($0.short.dropFirst("a/t.csv:".count)) }
  }

  private static func rows(_ csv: String, kind: String = "all") async throws -> [[String]]? {
    try await load(csv, kind: kind).documents.first?.tables.first?.table.rows.map(\.cells)
  }

  @Test("empty columns and rows at the end are no part of the table") func emptyEnds() async throws {
    let csv = "项目,标准,,\n登记费,80,,\n,,,\n工本费,10\n,,,\n"
    #expect(try await Self.findings(csv).isEmpty)
    #expect(try await Self.rows(csv) == [["登记费", "80"], ["工本费", "10"]])
    #expect(try await Self.findings("项目,标准,,\n登记费,80,,乙\n") == ["1:8 1 table-heading"])
    #expect(try await Self.findings("项目,,标准\n登记费,,80\n") == ["1:4 1 table-heading"])
  }

  @Test("lines may end as on an old Mac, and findings count them") func carriageReturns() async throws {
    #expect(try await Self.rows("项目,标准\r登记费,80\r工本费,\"10\r元\"\r") == [["登记费", "80"], ["工本费", "10\n元"]])
    #expect(try await Self.findings("项目,标准\r登记费,80\r工本费,#REF!\r") == ["3:5 5 excel-value warning"])
  }

  @Test(
    "what Excel wrote in place of a value is found",
    arguments: [
      "#REF!", "合计#REF!元", "#N/A", "#value!", "#DIV/0!", "######", "##", "1.23E+17", "9.13703e+17", "1E+11", "-3.2E+12",
    ])
  func traces(text: String) async throws {
    #expect(try await Self.findings("项目,说明\n甲,\(text)\n") == ["2:3 \(text.count) excel-value warning"])
    #expect(try await Self.findings("序号,姓名,金额\n1,张*,\(text)\n", kind: "people") == ["2:6 \(text.count) excel-value"])
    #expect(try await Self.findings("项目,\(text)\n甲,乙\n") == ["1:4 \(text.count) excel-value"])
  }

  @Test("a code without its last digits is another code") func codes() async throws {
    #expect(try await Self.findings("单位,统一社会信用代码\n甲,9.13703E+17\n") == ["2:3 11 excel-value"])
  }

  @Test(
    "measured values and ordinary texts are left alone", arguments: ["2.4E+04", "#1", "C++", "A#B", "1+1", "E+17", "＃"])
  func values(text: String) async throws {
    #expect(try await Self.findings("项目,说明\n甲,\(text)\n").isEmpty)
  }

  @Test(
    "blanks below the texts of a leading column are merged cells",
    arguments: [
      ("类别,项目\n养老,甲\n,乙\n救助,丙\n", ["3:1 1 table-blank warning"]),
      ("序号,类别,项目\n1,养老,甲\n2,,乙\n3,,丙\n", ["3:3 1 table-blank warning"]),
      ("类别,小类,项目\n养老,津贴,甲\n^^,,乙\n", ["3:4 1 table-blank warning"]),
      ("类别,小类,项目\n养老,津贴,甲\n,,乙\n", ["3:1 1 table-blank warning", "3:2 1 table-blank warning"]),
      // Not clear: repeated texts, a blank at the top, rows without anything else, an ordinary column.
      ("序号,职务,姓名\n1,科员,甲\n2,,乙\n3,科员,丙\n", []), ("类别,项目\n,甲\n养老,乙\n", []),
      ("类别,项目\n养老,甲\n^^,乙\n", []), ("项目,备注\n甲,无\n乙,\n", []), ("项目,类别,单位\n甲,养老,元\n乙,,元\n", []),
    ]) func blanks(csv: String, expected: [String]) async throws
  {
    #expect(try await Self.findings(csv) == expected)
  }

  @Test(
    "a file of another kind is one finding that quotes nothing",
    arguments: [
      [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0xFF], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00],
      Array("<html><table><tr><td>甲,乙</td></tr></table></html>".utf8), Array("%PDF-1.7\n".utf8),
    ]) func foreign(bytes: [UInt8]) async throws
  {
    let findings = try await Self.fixture(bytes, kind: "all", title: "甲").load().findings
    #expect(findings.map(\.short) == ["a/t.csv:1:1 1 table-format"])
    #expect(findings.first?.location.sourceLine == "" && findings.first?.cures.count == 1)
  }

  @Test(
    "a title above the heading row is one finding",
    arguments: [
      ("2026年台账,,\n序号,姓名,金额\nx,张三,y\n", "people", ["1:1 7 table-title"]),
      ("2026年台账\n序号,姓名,金额\n1,张*,1\n", "people", ["1:1 7 table-title"]),
      ("2026年台账,,\n单位：元,,2026年\n序号,姓名,金额\n1,张*,1\n", "people", ["1:1 7 table-title"]),
      ("收费目录,,\n,,\n单位：元,,2026年\n项目,标准,依据\n甲,乙,丙\n", "all", ["1:1 4 table-title"]),
      (",收费目录,\n项目,标准,依据\n甲,乙,丙\n", "all", ["1:2 4 table-title"]),
      ("项目\n登记费\n", "all", []), ("指标,2024,2025\n甲,乙,丙\n", "all", []), ("单价：元,数量\n1,2\n", "all", []),
    ]) func titles(csv: String, kind: String, expected: [String]) async throws
  {
    #expect(try await Self.findings(csv, kind: kind) == expected)
  }

  @Test("a heading that begins with a less-than sign is a heading") func lessThan() async throws {
    #expect(try await Self.rows("<60分,60分以上\n3,40\n") == [["3", "40"]])
  }

  @Test("the cure of a title names the line of the heading row") func titleCure() async throws {
    let findings = try await Self.load("甲,,\n单位：元,,\n项目,标准,依据\n乙,丙,丁\n").findings
    #expect(findings.map(\.message) == ["第一行像是表的标题，表头在第 3 行"])
    #expect(findings.first?.cures == ["删去第 1 行至第 2 行，第一行写表头"])
  }

  @Test("a row of totals among people is one finding; where any text may stand, it is text") func totals() async throws
  {
    #expect(
      try await Self.findings("序号,姓名,金额\n1,张*,80\n合 计,,80\n", kind: "people") == ["3:1 3 table-total"])
    #expect(try await Self.findings("项目,金额\n甲,80\n合计,80\n").isEmpty)
    #expect(
      try await Self.findings("序号,姓名,金额\n1,张*,80\n注：以上为一季度数,,\n", kind: "people") == ["3:1 9 table-remark"])
    #expect(try await Self.findings("项目,金额\n甲,80\n注：以上为一季度数,\n").isEmpty)
  }

  @Test(
    "the cure of a number is the number",
    arguments: [
      ("２", ["改为：2"]), ("\"1,190\"", ["改为：1190"]), ("¥190", ["改为：190"]), ("－３．５", ["改为：-3.5"]),
      ("332.50元", ["改为：332.50", "“元”写在表头，或者写在单位一列"]), ("85％", ["换算成表头的单位，只写半角数字"]), ("1.2万", ["换算成表头的单位，只写半角数字"]),
      ("/", ["没有的留空"]), ("\"1,19\"", ["只写半角数字，不带单位和分隔符"]), ("约3", ["只写半角数字，不带单位和分隔符"]),
    ]) func numbers(text: String, cures: [String]) async throws
  {
    let findings = try await Self.load("序号,姓名,金额\n1,张*,\(text)\n", kind: "people").findings
    #expect(findings.map(\.rule) == ["wrong-type"] && findings.first?.cures == cures)
  }

  @Test(
    "a name may be masked in any of the usual ways",
    arguments: ["张*", "张＊", "张某", "张某某", "张xx", "张XX", "张×", "张××", "张○○", "张〇〇", "欧阳*", "张*三", "李OO"])
  func masks(name: String) async throws {
    #expect(try await Self.findings("序号,姓名,金额\n1,\(name),1\n", kind: "people").isEmpty)
  }

  @Test("a whole name is not", arguments: ["张三", "张三（户主）", "Max", "XO", "张三Alex"])
  func names(name: String) async throws {
    #expect(
      try await Self.findings("序号,姓名,金额\n1,\(name),1\n", kind: "people") == ["2:3 \(name.count) unmasked-name"])
  }
}

@Suite("Deadlines in words")
struct DeadlineTests {
  private static let kind = """
    label: 台账
    fields:
      - key: rows
        label: 任务
        type: table
        lifecycle: task
        columns:
          - {key: task, label: 任务, type: text, required: true}
          - {key: closesOn, label: 完成时限, required: true}

    """

  private static func load(_ words: String, _ frontMatter: String) async throws -> Library {
    try await Fixture([
      "Templates/kinds/ledger.yml": kind, "Content/a/d.md": "---\nkind: ledger\nrows: t.csv\n\(frontMatter)\n---\n",
      "Content/a/t.csv": "任务,完成时限\n甲,\(words)\n",
    ]).load()
  }

  @Test(
    "mean a day, and are kept",
    arguments: [
      ("2026年11月底前", "2026-11-30"), ("2026年8月31日前", "2026-08-31"), ("8月31日以前", "2026-08-31"), ("2月底", "2026-02-28"),
      ("2028年2月末", "2028-02-29"), ("2026年11月", "2026-11-30"), ("全年", "2026-12-31"), ("2027年底前", "2027-12-31"),
      ("年底", "2026-12-31"), ("2026年内", "2026-12-31"), ("上半年", "2026-06-30"), ("2026年第三季度", "2026-09-30"),
      ("三季度末前", "2026-09-30"), ("9月中旬", "2026-09-20"), ("十一月底前完成", "2026-11-30"), ("２０２６年６月底前", "2026-06-30"),
      ("持续推进", ""), ("长期坚持", ""), ("常态化", ""), ("每季度末", ""),
    ]) func words(words: String, day: String) async throws
  {
    let library = try await Self.load(words, "title: 2026年任务\npublishedOn: 2027-01-05")
    #expect(library.findings == [])
    let row = library.documents.first?.tables.first?.table.rows.first
    #expect(row?.cells == ["甲", day] && row?.shown == ["甲", words])
  }

  @Test(
    "that leave the day open are no deadline", arguments: ["11月前", "2026年前", "尽快", "13月底前", "2月30日前", "三季度前", "9月中旬前"])
  func open(words: String) async throws {
    let findings = try await Self.load(words, "title: 2026年任务").findings
    #expect(findings.map(\.rule) == ["date-form"])
  }

  @Test("the year is that of the table: 年度 in its title, or else that of its publication") func year() async throws {
    let published = try await Self.load("全年", "title: 任务\npublishedOn: 2025-03-01")
    #expect(published.documents.first?.tables.first?.table.rows.first?.cells == ["甲", "2025-12-31"])
    #expect(try await Self.load("全年", "title: 任务").findings.map(\.rule) == ["date-form"])
  }

  @Test("a day that Excel stored as a number is told") func serial() async throws {
    let findings = try await Self.load("46295", "title: 2026年任务").findings
    #expect(findings.map(\.rule) == ["date-form"] && findings.first?.cures == ["改为：2026-09-30"])
  }

  @Test("a day in figures is shown as before") func figures() async throws {
    let library = try await Self.load("2026年11月30日", "title: 任务")
    #expect(library.documents.first?.tables.first?.table.rows.first?.shown == ["甲", "2026-11-30"])
  }
}
