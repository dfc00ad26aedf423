import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("Values of front matter")
struct ValueTests {
  /// Each mistake is on line 3, after the title.
  @Test(
    "of the wrong type are errors",
    arguments: [
      ("source: [甲]", "3:9 3 wrong-type"), ("issuer: {name: 甲}", "3:9 9 wrong-type"),
      ("summary: {a: b}", "3:10 6 wrong-type"), ("keywords: [[甲]]", "3:12 3 wrong-type"),
      ("成文日期: [2023-01-01]", "3:7 12 wrong-type"), ("draft: 真", "3:8 1 wrong-type"),
      ("source: |\n  甲\n  乙", "3:9 1 wrong-type"), ("validity: [废止]", "3:11 4 wrong-type"),
      ("slug: [a]", "3:7 3 wrong-type"), ("repeals: [[a/b]]", "3:11 5 wrong-type"),
      ("kind: [policy]", "3:7 8 wrong-type"),
    ])
  func wrongType(line: String, expected: String) async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n\(line)\n---\n") == [expected])
  }

  @Test(
    "that must be one of some words are errors otherwise, with the words",
    arguments: [
      ("validity: 有郊", "3:11 2 wrong-choice", "有效"), ("公开属性: 公开", "3:7 2 wrong-choice", "主动公开"),
      ("文种: 办法", "3:5 2 wrong-choice", "通知"), ("disclosure: onrequest", "3:13 9 wrong-choice", "依申请公开"),
    ])
  func wrongChoice(line: String, expected: String, word: String) async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n\(line)\n---\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:" + expected])
    #expect(findings.first?.cures.contains { $0.contains(word) } == true)
  }

  @Test("of 有效性 may be any of its words") func validity() async throws {
    for word in DeclaredValidity.allCases.flatMap(\.words) + DeclaredValidity.allCases.map(\.rawValue) {
      #expect(try await Fixture.findings(in: "---\ntitle: 甲\nvalidity: \(word)\n---\n") == [])
    }
  }

  @Test("of 有效期 are a number of years and months, or 长期") func termForm() async throws {
    let findings = try await Self.dated("有效期: 五年整").load().findings
    #expect(findings.map(\.short) == ["a/d.md:4:6 3 term-form"])
    #expect(findings.first?.message == "有效期“五年整”不是期限的写法")
    for term in ["5年", "五年", "6个月", "1年6个月", "长期"] {
      #expect(try await Self.dated("有效期: \(term)").findings() == [])
    }
  }

  @Test("of 有效期 are counted from 施行日期") func termStart() async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n有效期: 5年\n---\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:3:6 2 term-start"])
    #expect(findings.first?.cures == ["写上 effectiveOn（施行日期）"])
    // A document without an end needs no beginning; a malformed beginning has its own finding.
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n有效期: 长期\n---\n") == [])
    #expect(
      try await Fixture.findings(in: "---\ntitle: 甲\n施行日期: 2026.1.1\n有效期: 5年\n---\n") == ["3:7 8 date-form"])
  }

  @Test("of 有效期 and 有效期至 end on one day") func termOrder() async throws {
    let findings = try await Self.dated("有效期至: 2032-01-01\n有效期: 5年").load().findings
    #expect(findings.map(\.short) == ["a/d.md:5:6 2 term-order"])
    #expect(findings.first?.message == "有效期“5年”自 2027-01-01 起算到 2031-12-31 为止，与有效期至 2032-01-01 不一致")
    #expect(findings.first?.related.map(\.location.start) == [SourcePosition(line: 4, column: 7)])
    #expect(try await Self.dated("有效期至: 2031-12-31\n有效期: 5年").findings() == [])
    #expect(
      try await Self.dated("有效期至: 2031-12-31\n有效期: 长期").load().findings.map(\.message) == [
        "有效期“长期”自 2027-01-01 起算没有终止日期，与有效期至 2031-12-31 不一致"
      ])
  }

  /// A document that is in force from 2027-01-01, with these lines from line 4 on.
  private static func dated(_ lines: String) -> Fixture {
    Fixture.document("---\ntitle: 甲\n施行日期: 2027-01-01\n\(lines)\n---\n")
  }

  @Test(
    "that are dates have one of three forms; other forms are errors with the date that is meant",
    arguments: [
      ("2023.10.12", "date-form", "改为：2023-10-12"), ("20231012", "date-form", "改为：2023-10-12"),
      ("２０２３年１０月１２日", "date-form", "改为：2023-10-12"), ("2023-10-12 08:00", "date-form", "改为：2023-10-12"),
      ("2023年10月", "date-form", "写作 2023-10-12、2023/10/12 或 2023年10月12日"),
      ("12/10/2023", "date-form", "写作 2023-10-12、2023/10/12 或 2023年10月12日"),
      ("2023-02-30", "no-such-day", "核对后改正日期"), ("2023-13-01", "no-such-day", "核对后改正日期"),
      ("2023年2月29日", "no-such-day", "核对后改正日期"), ("2023-01-00", "no-such-day", "核对后改正日期"),
      ("1066-01-01", "date-range", "核对后改正年份"), ("2203-01-01", "date-range", "核对后改正年份"),
      ("1949-09-30", "date-range warning", "不是历史档案的，核对后改正年份"),
    ])
  func dates(text: String, rule: String, cure: String) async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n施行日期: \(text)\n---\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:3:7 \(text.count) \(rule)"])
    #expect(findings.first?.cures == [cure])
  }

  @Test(
    "that are dates are accepted between 1949-10-01 and 2099-12-31",
    arguments: ["1949-10-01", "2024-02-29", "2024/2/29", "2024年02月29日", "2099-12-31"])
  func goodDates(text: String) async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\neffectiveOn: \(text)\n---\n") == [])
  }

  @Test(
    "of 发布日期 may have a time", arguments: [("2023-10-12 9:30", []), ("2023-10-12 24:00", ["3:14 16 date-form"])])
  func moments(text: String, expected: [String]) async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\npublishedOn: \(text)\n---\n") == expected)
  }

  @Test("must be there: a title, what the kind requires, the ground of a refusal") func required() async throws {
    #expect(try await Fixture.findings(in: "---\nform: 通知\n---\n") == ["1:1 1 missing-title"])
    #expect(try await Fixture.findings(in: "---\ntitle: \"\"\n---\n") == ["2:8 2 missing-title"])
    #expect(try await Fixture.findings(in: "---\n标题:\n---\n") == ["2:4 1 missing-title"])
    let normative = "---\ntitle: 甲\nkind: 行政规范性文件\n"
    #expect(try await Fixture.findings(in: normative + "---\n") == ["1:1 1 missing-field"])
    #expect(try await Fixture.findings(in: normative + "发文字号: \"\"\n---\n") == ["4:7 2 missing-field"])
    #expect(try await Fixture.findings(in: normative + "发文字号: 高政发〔2023〕1号\n---\n") == [])
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n公开属性: 不予公开\n---\n") == ["3:7 4 withheld-ground"])
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n公开属性: 不予公开\n不公开依据: 第十四条\n---\n") == [])
  }

  @Test("of kind are ids or labels of kinds that exist") func kinds() async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n类型: polisy\n---\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:3:5 6 unknown-kind"])
    #expect(findings.first?.cures.first == "是否想写：policy？")
    let column = ["Content/a/_column.md": "---\ntitle: 甲\n---\n"]
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\n---\n", column) == ["1:1 1 missing-kind"])
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\nkind: 政策文件\n---\n", column) == [])
  }

  @Test("of lists that site.yml has are checked against it, by name or id") func terms() async throws {
    let site =
      Fixture.siteText + """
        topics: [{id: jiaoyu, name: 科技、教育}]
        themes: [上学]
        audiences: [个人]
        organizations: [安澜县教育局]

        """
    let wrong = "---\ntitle: 甲\ntopics: [教育, 科技、教育]\nthemes: 入学\naudience: [企业]\nissuer: 安澜教育局\n---\n"
    let findings = try await Fixture.document(wrong, ["Content/site.yml": site]).load().findings
    #expect(
      findings.map(\.short) == [
        "a/d.md:3:10 2 unknown-topic", "a/d.md:4:9 2 unknown-theme", "a/d.md:5:12 2 unknown-audience",
        "a/d.md:6:9 5 unknown-issuer warning",
      ])
    #expect(findings.first?.cures.first == "是否想写：科技、教育？")
    #expect(findings.last?.cures.first == "是否想写：安澜县教育局？")
    let right = "---\ntitle: 甲\ntopics: [jiaoyu]\nthemes: 上学\naudience: [个人]\nissuer: 安澜县教育局\n---\n"
    #expect(try await Fixture.findings(in: right, ["Content/site.yml": site]) == [])
    #expect(try await Fixture.findings(in: wrong) == [], "a site without lists takes every term")
  }

  @Test(
    "of a kind's own fields are checked by their types",
    arguments: [
      ("story: [甲]", "4:8 3 wrong-type"), ("day: 2023-02-30", "4:6 10 no-such-day"),
      ("amount: 12元", "4:9 3 wrong-type"), ("amount: 1.", "4:9 2 wrong-type"), ("flag: 也许", "4:7 2 wrong-type"),
      ("category: 提按", "4:11 2 wrong-choice"), ("category: [提案]", "4:11 4 wrong-type"),
      ("ways: [电话, 网上]", "4:12 2 wrong-choice"), ("reader: [张三]", "4:9 4 wrong-type"),
      ("site: www.gov.cn", "4:7 10 web-address"), ("site: {title: 甲}", "4:7 10 missing-field"),
      ("site: {titel: 甲, url: \"https://a.cn\"}", "4:8 5 unknown-key"),
      ("draftFile: 没有.pdf", "4:12 6 attachment-missing"),
      ("ledger: 表.xlsx", "4:9 6 wrong-type"), ("basis: 《办法》", "4:8 4 reference-form"),
      ("line: {a: b}", "4:7 6 wrong-type"),
    ])
  func ownFields(line: String, expected: String) async throws {
    #expect(try await Fixture.findings(in: "---\ntitle: 甲\nkind: all\n\(line)\n---\n") == [expected])
  }
}
