import Base
import Documents
import Loading
import TestSupport
import Testing

@Suite("Tables from CSV files")
struct TableTests {
  private static let kind = """
    label: 台账
    fields:
      - key: rows
        label: 任务
        type: table
        required: true
        lifecycle: task
        columns:
          - {key: number, label: 序号, type: number, required: true, unique: true}
          - {key: task, label: 任务, type: text, required: true, header: true}
          - {key: way, label: 渠道, type: choice, choices: [网站, 公报], many: true}
          - {key: closesOn, label: 完成时限}
          - {key: evidence, label: 佐证, type: reference, many: true}

    """

  private static func fixture(_ csv: String) -> Fixture {
    Fixture([
      "Templates/kinds/ledger.yml": kind, "Content/a/d.md": "---\ntitle: 甲\nkind: ledger\nrows: t.csv\n---\n",
      "Content/a/t.csv": csv,
    ])
  }

  /// Findings of a site whose only mistakes are in the table: `line:column length rule`.
  private static func findings(_ csv: String) async throws -> [String] {
    try await fixture(csv).findings().map { $0.hasPrefix("a/t.csv:") ? String($0.dropFirst(8)) : $0 }
  }

  private static func table(_ csv: String) async throws -> DataTable? {
    try await fixture(csv).load().documents.first?.tables.first?.table
  }

  @Test("keep their cells, with commas, quotation marks and line breaks inside quotation marks") func quoted()
    async throws
  {
    let table = try await Self.table("\u{FEFF}序号,任务,完成时限\r\n1,\"甲,乙\"\"丙\"\"\r\n丁\",2026年11月30日\r\n\r\n")
    #expect(table?.rows.map(\.cells) == [["1", "甲,乙\"丙\"\n丁", "2026-11-30"]])
    #expect(table?.columns.map(\.key) == ["number", "task", "closesOn"])
  }

  @Test("a cell ^^ has the value of the one above") func merged() async throws {
    let table = try await Self.table("序号,任务,渠道\n1,甲,网站\n2,乙,^^\n")
    #expect(table?.rows.map { $0.cells[2] } == ["网站", "网站"])
    #expect(table?.rows.map(\.joined) == [[], [2]])
    #expect(
      try await Self.findings("序号,任务\n^^,甲\n1,乙\n^^,丙\n") == [
        "2:1 2 table-merge", "2:1 2 table-merge", "4:1 2 table-merge",
      ])
  }

  @Test("with a thousand mistakes are read no further") func tooManyFindings() async throws {
    let rows = (1...1200).map { "第\($0)行,甲\n" }
    let findings = try await Self.fixture("序号,任务\n" + rows.joined()).load().findings
    #expect(findings.count == 1001)
    #expect(findings.filter { $0.rule == "table-findings" }.map(\.short) == ["a/t.csv:1001:1 6 table-findings"])
    #expect(findings.last?.location.start.line == 1001)
    #expect(
      try await Self.findings("序号,任务\n" + rows.prefix(999).joined()).allSatisfy { $0.hasSuffix("wrong-type") })
  }

  @Test("whatever stands in a cell is read as it was written, with either line end", arguments: 1...40) func roundTrip(
    seed: UInt64
  ) async throws {
    var dice = Dice(state: seed)
    let pieces = ["甲", "乙丙", ",", "\"", "\n", "a", " ", "=", "、", "^", "é"]
    let rows = (1...6).map { number in
      [String(number)]
        + (1...2).map { _ in
          "甲" + (0..<Int.random(in: 0...6, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
            + "乙"
        }
    }
    let end = seed % 2 == 0 ? "\r\n" : "\n"
    let lines = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    let library = try await Fixture.document(
      "---\ntitle: 甲\nkind: all\nledger: t.csv\n---\n",
      ["Content/a/t.csv": (["序号,一,二"] + lines).joined(separator: end)]
    ).load()
    #expect(library.findings == [], "seed \(seed)")
    #expect(library.documents.first?.tables.first?.table.rows.map(\.cells) == rows, "seed \(seed)")
  }

  @Test("no bytes make the reader stumble", arguments: 1...40) func noise(seed: UInt64) async throws {
    var dice = Dice(state: seed)
    let pieces = ["甲", ",", "\"", "\n", "\r", "\r\n", "^^", "序号", "任务", "1"]
    let noise = (0..<60).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
    _ = try await Self.fixture("序号,任务\n" + noise).load()
    _ = try await Self.fixture(noise).load()
  }

  /// SplitMix64.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test("every mistake of a file is found in one run, at its line and column") func mistakes() async throws {
    let csv = """
      序号,任务,任务,渠到,渠道,完成时限
      1,甲,,,网站、报纸,2026-02-30
      1,,,,,2026.3.1
      x,丙
      二,丁,,,公报,

      """
    #expect(
      try await Self.findings(csv) == [
        "1:7 2 table-heading", "1:10 2 table-heading", "2:7 5 wrong-choice", "2:13 10 no-such-day",
        "3:1 1 table-duplicate", "3:3 1 table-empty", "3:7 8 date-form", "4:3 1 table-cells", "5:1 1 wrong-type",
      ])
  }

  @Test("a heading may be the key; one that is required must be there") func headings() async throws {
    #expect(try await Self.findings("number,task\n1,甲\n") == [])
    #expect(try await Self.findings("序号,渠道\n1,网站\n") == ["1:1 2 table-heading"])
    #expect(try await Self.findings("序号,,任务\n1,,甲\n") == ["1:4 1 table-heading"])
  }

  @Test("the state of a row is never typed") func state() async throws {
    let findings = try await Self.fixture("序号,任务,状态\n1,甲,已完成\n").load().findings
    #expect(findings.map(\.message) == ["状态由系统按日期计算，不写在表格中"])
  }

  @Test("quotation marks are closed, and nothing follows them") func quotes() async throws {
    #expect(try await Self.findings("序号,任务\n1,\"甲\n2,乙\n") == ["2:3 1 table-quote"])
    #expect(try await Self.findings("序号,任务\n1,\"甲\"乙\n2,丙\n") == ["2:3 3 table-quote"])
  }

  @Test("another separator is named", arguments: ["序号;任务", "序号\t任务", "序号，任务"]) func separators(heading: String)
    async throws
  {
    #expect(try await Self.findings(heading + "\n1;甲\n").first?.hasSuffix("table-separator") == true)
  }

  @Test("a file in GB 18030 is refused with the cure") func encoding() async throws {
    var fixture = Self.fixture("")
    fixture.bytes["Content/a/t.csv"] = [0xD0, 0xF2, 0xBA, 0xC5, 0x2C, 0xC8, 0xCE, 0xCE, 0xF1, 0x0A]
    let library = try await fixture.load()
    #expect(library.findings.map(\.short) == ["a/t.csv:1:1 1 encoding"])
    #expect(library.findings.first?.cures.first?.contains("iconv -f GB18030") == true)
    #expect(library.documents.isEmpty && library.failedDocuments == ["Content/a/d.md", "Content/a/t.csv"])
  }

  @Test("rows without any content are none") func emptyRows() async throws {
    #expect(try await Self.table("序号,任务\n1,甲\n,\n\n2,乙\n,")?.rows.count == 2)
  }

  @Test("references are numbers, content paths, addresses, or named ones") func references() async throws {
    let good = "序号,任务,佐证\n1,甲,a/d；高政办发〔2023〕3号；[通报](https://x.gov.cn/)\n"
    #expect(try await Self.findings(good) == [])
    #expect(
      try await Self.findings("序号,任务,佐证\n1,甲,高政办发[2023]3号\n2,乙,随便\n3,丙,https://\n") == [
        "2:5 12 document-number", "3:5 2 reference-form", "4:5 8 web-address",
      ])
  }

  @Test("without columns in the kind any headings will do, and numbers are known as such") func anyHeadings()
    async throws
  {
    let library = try await Fixture.document(
      "---\ntitle: 甲\nkind: all\nledger: t.csv\n---\n", ["Content/a/t.csv": "名称,金额,编号\n甲,-12.5,007\n乙,,008\n"]
    ).load()
    #expect(library.findings == [])
    #expect(library.documents.first?.tables.first?.table.columns.map(\.type) == [.text, .number, .text])
  }

  @Test("names in a masked column, and numbers of persons beside them, are refused") func masked() async throws {
    let kind = """
      label: 补贴
      fields:
        - key: rows
          label: 名单
          type: table
          columns:
            - {key: name, label: 姓名, type: person, masked: true}
            - {key: note, label: 备注, type: text}

      """
    let fixture = Fixture([
      "Templates/kinds/subsidy.yml": kind, "Content/a/d.md": "---\ntitle: 甲\nkind: subsidy\nrows: t.csv\n---\n",
      "Content/a/t.csv": "姓名,备注\n张三,\n李*,13800001111\n王*,0000-6010001\n",
    ])
    #expect(try await fixture.findings() == ["a/t.csv:2:1 2 unmasked-name", "a/t.csv:3:4 11 personal-number"])
  }
}

@Suite("Official forms")
struct FormTests {
  private static let kind = """
    label: 年报
    fields:
      - key: rows
        label: 表
        type: table
        columns:
          - {key: item, label: 项目, type: text, header: true}
          - {key: one, label: 自然人, type: number, required: true}
          - {key: two, label: 企业, group: 法人, type: number, required: true}
          - {key: total, label: 总计, type: number, required: true}
        lines:
          - {key: new, label: 新收}
          - {key: old, label: 结转}
          - {key: done, label: 办结}
        sums: [total = one + two, new + old = done]

    """

  private static func fixture(_ csv: String) -> Fixture {
    Fixture([
      "Templates/kinds/report.yml": kind, "Content/a/d.md": "---\ntitle: 甲\nkind: report\nrows: t.csv\n---\n",
      "Content/a/t.csv": csv,
    ])
  }

  @Test("numbers that add up are read by the keys of row and column, whatever the order of the rows") func sound()
    async throws
  {
    let library = try await Self.fixture("项目,自然人,企业,总计\n结转,1,0,1\n新收,2,3,5\n办结,3,3,6\n").load()
    let table = library.documents.first?.tables.first?.table
    #expect(library.findings == [])
    #expect(table?.number("new", "total") == ExactNumber(5) && table?.number("done", "two")?.count == 3)
  }

  @Test("every row and every column that does not add up is an error at its cell") func sums() async throws {
    let findings = try await Self.fixture("项目,自然人,企业,总计\n新收,2,3,6\n结转,1,0,1\n办结,3,4,7\n").load().findings
    #expect(findings.map(\.short) == ["a/t.csv:2:6 1 table-sum", "a/t.csv:2:8 1 table-sum"])
    #expect(
      findings.map(\.message) == ["“新收”＋“结转”为 3，“办结”为 4，应当相等", "“总计”为 6，“自然人”＋“企业”为 5，应当相等"])
  }

  @Test("rows that are missing, strange or empty are errors") func rows() async throws {
    let findings = try await Self.fixture("项目,自然人,企业,总计\n新收,2,,2\n结专,1,0,1\n新收,1,0,1\n").load().findings
    #expect(
      findings.map(\.short) == [
        "a/t.csv:2:6 1 table-empty", "a/t.csv:3:1 2 table-rows", "a/t.csv:4:1 2 table-rows", "a/t.csv:4:1 2 table-rows",
      ])
  }

  @Test("a kind's own mistakes are found in the kind") func kinds() async throws {
    let text = Self.kind.replacing("new + old = done", with: "new + odl = done").replacing(
      "type: number", with: "type: file")
    var fixture = Fixture()
    fixture.texts["Templates/kinds/report.yml"] = text
    #expect(
      Set(try await fixture.load().findings.map(\.rule)) == ["wrong-choice", "unknown-key"])
  }
}
