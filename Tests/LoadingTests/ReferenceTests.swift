import Papers
import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("Numbers and references")
struct ReferenceTests {
  @Test("a number in the wrong brackets is shown as the contract says") func contract() async throws {
    let text = "---\ntitle: 甲\nissuer: 乙\nform: 通知\ndocumentNumber: 高政办发[2023]3号\n---\n"
    let findings = try await Fixture.document(text).load().findings
    #expect(
      findings.map(\.text) == [
        """
        Content/a/d.md:5:17: error: 发文字号应使用六角括号“〔〕” [document-number]
           5 | documentNumber: 高政办发[2023]3号
             |                 ^^^^^^^^^^^^^^^^^
             = 改为：高政办发〔2023〕3号
             = 可以自动改正：gongkai fix --rule document-number

        """
      ])
  }

  @Test(
    "every other way to misspell a number says what is wrong and how to write it",
    arguments: [
      ("高政发（2023）3号", "六角括号", "改为：高政发〔2023〕3号"), ("高政发【2023】3号", "六角括号", "改为：高政发〔2023〕3号"),
      ("高政发〔2023〕 3号", "空格", "改为：高政发〔2023〕3号"), ("国办发„2021‟5号", "六角括号", "改为：国办发〔2021〕5号"),
      ("高政发〔2023〕3", "“号”", "改为：高政发〔2023〕3号"), ("国务院令350号", "“第1号”", "改为：国务院令第350号"),
      ("高政发〔２０２３〕3号", "半角", "改为：高政发〔2023〕3号"), ("〔2023〕3号", "机关代字", "写作：某政办发〔2026〕3号"),
      ("特急 国办发明电〔2020〕14号", "紧急程度", "改为：国办发明电〔2020〕14号"), ("无", "不写这一项", "删去这一行"),
    ])
  func misspelt(number: String, word: String, cure: String) async throws {
    let findings = try await Fixture.document("---\ntitle: 甲\n发文字号: \(number)\n---\n").load().findings
    #expect(findings.map(\.short) == ["a/d.md:3:7 \(number.count) document-number"])
    #expect(findings.first?.message.contains(word) == true && findings.first?.cures == [cure])
    // The suggested fix silences the finding.
    if cure.hasPrefix("改为：") {
      #expect(try await Fixture.findings(in: "---\ntitle: 甲\n发文字号: \(cure.dropFirst(3))\n---\n") == [])
    }
  }

  /// A site whose own series is 甲政发.
  private static func findings(of number: String) async throws -> [Diagnostic] {
    var fixture = Fixture.document("---\ntitle: 甲\n发文字号: \"\(number)\"\n---\n")
    fixture.texts["Content/site.yml"] =
      Fixture.siteText + "organizations:\n  - {id: jia, name: 甲县人民政府, agencyCodes: [甲政发]}\n"
    return try await fixture.load().findings
  }

  @Test(
    "the site's own series is strict",
    arguments: [
      ("甲政发〔2023〕03号", "改为：甲政发〔2023〕3号"), ("甲政发〔2023〕第3号", "改为：甲政发〔2023〕3号"), ("甲政发〔23〕3号", "改为：甲政发〔2023〕3号"),
      ("甲政发2023年3号", "改为：甲政发〔2023〕3号"), ("甲政发[2023]3号", "改为：甲政发〔2023〕3号"), ("甲政发第三号", "改为：甲政发第3号"),
      ("特急 甲政发〔2023〕03号", "改为：甲政发〔2023〕3号"), ("甲政发〔2023〕3号、4号", "写作：甲政发〔2026〕3号"),
    ])
  func own(number: String, cure: String) async throws {
    let findings = try await Self.findings(of: number)
    #expect(findings.map(\.rule) == ["document-number"])
    #expect(findings.first?.severity == .error && findings.first?.cures == [cure])
  }

  @Test(
    "numbers of others are taken as they are printed",
    arguments: ["乙政发〔2023〕03号", "财政部 海关总署公告2022年第7号", "（78）国发45号", "主席令第三十号", "苏财（农）〔2020〕12-1号"])
  func others(number: String) async throws { #expect(try await Self.findings(of: number) == []) }

  @Test("slips of others and texts that are no number are warnings") func warnings() async throws {
    for (number, cure) in [
      ("国办发[2021]5号", "改为：国办发〔2021〕5号"), ("国发〔2020〕 第05号", "改为：国发〔2020〕第05号"), ("见附件", "对照原件核对；写作 甲政发〔2026〕3号 这样的形式"),
    ] {
      let findings = try await Self.findings(of: number)
      #expect(findings.map(\.severity) == [.warning] && findings.first?.cures == [cure], "\(number)")
    }
  }

  @Test(
    "a reference that is neither number nor path is an error",
    arguments: [
      ("《办法》", "3:11 4 reference-form"), ("某某办法", "3:11 4 reference-form"),
      ("https://a.cn/b", "3:11 14 reference-form"),
      ("a/../b", "3:11 6 reference-form"), ("a/b.md", "3:11 6 reference-form"),
      ("a/b/index.md", "3:11 12 reference-form"),
      ("/a/b/", "3:11 5 reference-form"), ("高政发(2020)1号", "3:11 11 document-number"), ("[甲]", "3:11 3 wrong-type"),
      ("{documents: a/b}", "3:12 9 unknown-key,3:11 16 reference-form"), ("{note: 甲}", "3:11 9 reference-form"),
      ("{document: a/b, title: 甲}", "3:34 1 reference-form"), ("{document: a/b, on: 2023}", "3:31 4 date-form"),
      ("{document: [a/b]}", "3:22 5 wrong-type"), ("{title: 甲, url: gov.cn}", "3:27 6 web-address"),
      ("{title: 甲, documentNumber: 国发[2020]1号}", "3:38 12 document-number"),
      ("{文件: a/b, document: a/c}", "3:21 8 key-in-two-languages"),
    ])
  func wrongForm(value: String, expected: String) async throws {
    let value = value == "{title: 甲, documentNumber: 国发[2020]1号}" ? "{title: 甲, documentNumber: \"国发[2020]1号\"}" : value
    let findings = try await Fixture.findings(in: "---\ntitle: 甲\nbasedOn: [\(value)]\n---\n")
    #expect(findings.sorted() == expected.split(separator: ",").map(String.init).sorted())
  }

  @Test("a path with extension or slashes names the path that is meant") func pathCure() async throws {
    for path in ["a/b.md", "/a/b/", "a/b/index.md"] {
      let findings = try await Fixture.document("---\ntitle: 甲\nbasedOn: \(path)\n---\n").load().findings
      #expect(findings.map(\.cures) == [["改为：a/b"]])
    }
  }

  @Test("every form that the contract names is accepted") func right() async throws {
    let text = """
      ---
      title: 甲
      repeals: 高政发〔2020〕1号
      修改:
        - 国务院令第711号
        - a/旧文件
        - about
        - {文件: a/b, 发文机关: 乙, 条款: 第三条, 日期: 2023年1月1日, 说明: "丙"}
        - {标题: 丁, 发文字号: 国发电报1号, 网址: "http://www.gov.cn/x"}
      replaces: []
      ---
      """
    let library = try await Fixture.document(text).load()
    #expect(library.findings == [])
    let relations = try #require(library.documents.first?.relations)
    #expect(relations[.repeals]?.count == 1 && relations[.amends]?.count == 5 && relations[.replaces] == nil)
  }
}
