import Base
import Foundation
import SiteBuild
import TestSupport
import Testing

/// What once ended the program, or came out as it must not, is a finding at its place.
@Suite struct TrapTests {
  private static let gazette = "Content/gongbao/_column.md"
  private static let gazetteColumn = "---\ntitle: 公报\nkind: gazette\n---\n"

  private static func issue(_ number: String) -> String {
    "---\ntitle: 公报\npublishedOn: 2024-07-01\nyear: 2024\nnumber: \(number)\n---\n"
  }

  @Test(
    "a number of a series below 1 is no member of it",
    arguments: [("0", 1), ("-3", 2), ("1.5", 3), ("-999999999999", 13)])
  func series(number: String, length: Int) async throws {
    let site = try SiteFixture([
      "Content/_kinds/qikan.yml":
        "label: 期刊\nfields:\n  - {key: number, label: 期号, type: number}\nseries: [{key: number}]\n",
      "Content/zhengce/1.md": SiteFixture.document("title: 公报\nkind: qikan\nnumber: \(number)"),
    ])
    let found = try await checkSite(site.request()).findings.filter { $0.rule == "series-gap" }
    #expect(found.map(\.short) == ["zhengce/1.md:4:9 \(length) series-gap"])
    #expect(found.map(\.message) == ["期号应是从 1 开始的整数，不能是 \(number)"])
  }

  @Test(
    "a number with more figures than are read says how many may be",
    arguments: ["-9223372036854775808", "9223372036854775807", "1000000000000", "0.1234567"])
  func range(number: String) async throws {
    let site = try SiteFixture([Self.gazette: Self.gazetteColumn, "Content/gongbao/1.md": Self.issue(number)])
    let found = try await checkSite(site.request()).findings.filter { $0.rule == "wrong-type" }
    #expect(found.map(\.short) == ["gongbao/1.md:5:9 \(number.count) wrong-type"])
    #expect(found.first?.message.contains("-999999999999 到 999999999999") == true)
  }

  @Test("sums of opinions and years at the ends of the range are computed")
  func counts() async throws {
    let site = try SiteFixture([
      "Content/_kinds/outcome.yml": """
      label: 反馈
      fields:
        - {key: received, label: 收到, type: text}
        - {key: adopted, label: 采纳, type: text}
        - {key: partlyAdopted, label: 部分采纳, type: number}
        - {key: year, label: 报告年度, type: text}

      """,
      "Content/zhengce/x.md": SiteFixture.document(
        "title: 甲\nkind: outcome\nreceived: 1\nadopted: 999999999999\npartlyAdopted: 999999999999\nyear: '-9223372036854775808'"
      ),
    ])
    let found = try await checkSite(site.request()).findings.filter { $0.severity == .error }
    #expect(found.map(\.rule) == ["opinion-counts"])
    #expect(found.first?.message.contains("合计 1999999999998 条") == true)
  }

  static let documents: [Breakage] = [
    .document(
      "anchor and merge", "---\ntitle: 甲\nbasedOn: &x {document: zhengce/first}\nevaluates: {<<: *x}\n---\n",
      ["3:10 2 yaml-syntax"], cure: "*x"),
    .document("alias of a text", "---\ntitle: &t 甲\nsummary: *t\n---\n", ["2:8 2 yaml-syntax"], cure: "*t"),
    .document("tag", "---\ntitle: 甲\nsummary: !!str 乙\n---\n", ["3:10 5 yaml-syntax"], cure: "引号"),
    .document("noncharacter by escape", "---\ntitle: \"甲\\uFFFE\"\n---\n", ["2:8 9 control-character"]),
    .document("direction by escape", "---\ntitle: \"甲\\u202E乙\"\n---\n", ["2:8 10 text-direction"]),
    .document("invisible by escape", "---\ntitle: \"甲\\u200B乙\"\n---\n", ["2:8 10 invisible-character"]),
    .document("noncharacter by reference", "---\ntitle: 甲\n---\n\n甲&#xFFFF;乙\n", ["5:2 8 html-entity"], cure: "删去"),
    .document("control by reference", "---\ntitle: 甲\n---\n\n甲&#1;乙\n", ["5:2 4 html-entity"]),
    .document("direction by reference", "---\ntitle: 甲\n---\n\n甲&#x202e;乙\n", ["5:2 8 html-entity"]),
    .document(
      "slug beyond a name", "---\ntitle: 甲\nslug: \(String(repeating: "a", count: 256))\n---\n", ["3:7 256 file-name"]),
  ]

  static let others: [Breakage] = [
    Breakage(
      "two files of one id",
      [
        "Content/zhengce/x.md": Array("---\ntitle: 甲\nslug: one\n---\n".utf8),
        "Content/zhengce/x/index.md": Array("---\ntitle: 乙\nslug: two\n---\n".utf8),
      ], ["zhengce/x/index.md:1:1 1 url-collision"]),
    Breakage(
      "two column files",
      ["Content/zhengce/_Column.md": Array("---\ntitle: 乙\nkind: policy\n---\n".utf8)],
      ["zhengce/_Column.md:1:1 1 file-name", "zhengce/_column.md:1:1 1 url-collision"]),
    Breakage(
      "name of a file that turns around", ["Content/zhengce/\u{202E}fdp.exe": [0x4D]],
      ["zhengce/\u{202E}fdp.exe:1:1 1 file-name"]),
    Breakage(
      "time zone that browsers do not know",
      ["Content/site.yml": Array((SiteFixture.siteText + "timeZone: Asia/Beijing\n").utf8)],
      ["site.yml:12:11 12 time-zone"], cure: "Asia/Shanghai"),
    Breakage(
      "filter with the name of a part of the address",
      [
        "Content/_kinds/own.yml": Array(
          "label: 自有\nfields:\n  - {key: page, label: 页, type: choice, choices: [甲], facet: true}\n".utf8)
      ], ["_kinds/own.yml:3:62 4 reserved-name"]),
  ]

  @Test("is found where it is, and nothing is published", arguments: documents + others)
  func broken(_ breakage: Breakage) async throws {
    let site = try SiteFixture(copyOf: try await BadInputTests.good.value)
    for (path, bytes) in breakage.files { try site.write(path, bytes) }
    let outcome = try await site.build()
    #expect(outcome.publication == nil)
    #expect(outcome.check.findings.map(\.short).sorted() == breakage.findings.sorted())
    if let cure = breakage.cure {
      #expect(outcome.check.findings.contains { $0.cures.contains { $0.contains(cure) } }, "\(outcome.check.findings)")
    }
  }

  @Test("a page never holds what a reference must not bring, whoever leaves the document out")
  func references() async throws {
    let site = try SiteFixture([
      "Content/zhengce/x.md": SiteFixture.document("title: 甲")
        + "[链接&#1;](https://a.example/&#xFFFE; \"&#x2066;\") ![图&#xFDD0;](x.png)\n"
    ])
    #expect(try await site.findings().contains { $0.hasSuffix("html-entity") })
  }

  @Test("of one line with thousands of mistakes, a thousand are listed and the others counted")
  func manyFindings() async throws {
    let line = String(repeating: "<b>", count: 20_000)
    let site = try SiteFixture(["Content/zhengce/x.md": SiteFixture.document("title: 甲") + line + "\n"])
    let found = try await checkSite(site.request()).findings.filter { $0.location.path.hasSuffix("x.md") }
    #expect(found.count == 1001 && found.filter { $0.rule == "more-findings" }.map(\.severity) == [.error])
    #expect(found.allSatisfy { $0.location.sourceLine.count <= 400 })
    #expect(found.first { $0.rule == "more-findings" }?.message.contains("另有 19000 处") == true)
  }
}
