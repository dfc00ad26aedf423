import Base
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// One way to break a good site, with all findings that must result.
struct Breakage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Path → bytes, written over the good site.
  let files: [String: [UInt8]]
  let findings: [String]
  /// Part of a fix that some finding suggests.
  let cure: String?

  init(_ name: String, _ files: [String: [UInt8]], _ findings: [String], cure: String? = nil) {
    testDescription = name
    self.files = files
    self.findings = findings
    self.cure = cure
  }

  /// A broken document `zhengce/d.md`; its findings are given without the path.
  static func document(_ name: String, _ text: String, _ findings: [String], cure: String? = nil) -> Breakage {
    Breakage(name, ["Content/zhengce/d.md": Array(text.utf8)], findings.map { "zhengce/d.md:" + $0 }, cure: cure)
  }
}

/// Each mistake is found at its place, nothing is published, and the existing site stays.
@Suite struct BadInputTests {
  /// Built once; each case breaks a copy of it.
  static let good = Task { () throws -> SiteFixture in
    let site = try SiteFixture()
    _ = try await site.publish()
    return site
  }

  static let documents: [Breakage] = [
    .document(
      "unknown key", "---\ntitle: 甲\nkeyword: 乙\n---\n", ["3:1 7 unknown-key"], cure: "keywords"),
    .document("key twice", "---\ntitle: 甲\nsummary: 乙\nsummary: 丙\n---\n", ["4:1 7 duplicate-key"]),
    .document("key in both languages", "---\ntitle: 甲\n标题: 乙\n---\n", ["3:1 2 key-in-two-languages"]),
    .document("list for a text", "---\ntitle: [甲, 乙]\n---\n", ["2:8 6 wrong-type"]),
    .document("text for a flag", "---\ntitle: 甲\ndraft: 也许\n---\n", ["3:8 2 wrong-type"]),
    .document("no such day", "---\ntitle: 甲\n施行日期: 2023-02-30\n---\n", ["3:7 10 no-such-day"]),
    .document("absurd year", "---\ntitle: 甲\ndocumentDate: 0023-02-03\n---\n", ["3:15 10 date-range"]),
    .document("missing title", "---\nsummary: 甲\n---\n", ["1:1 1 missing-title"]),
    .document("front matter not closed", "---\ntitle: 甲\n\n正文\n", ["1:1 3 front-matter-open"]),
    .document("no front matter", "正文\n", ["1:1 1 front-matter-missing"]),
    .document("YAML syntax", "---\ntitle: \"甲\nsummary: 乙\n---\n", ["2:8 1 yaml-syntax"]),
    .document("tab", "---\ntitle: 甲\nattachments:\n\t- 甲.pdf\n---\n", ["4:1 1 yaml-tab"], cure: "空格"),
    .document("broken after BOM", "\u{FEFF}---\ntilte: 甲\ntitle: 乙\n---\n", ["2:1 5 unknown-key"], cure: "title"),
    .document("broken with CRLF", "---\r\ntitle: 乙\r\n施行日期: 2023-02-30\r\n---\r\n", ["3:7 10 no-such-day"]),
    .document("empty file", "", ["1:1 1 empty-file"]),
    .document("javascript link", "---\ntitle: 甲\n---\n\n见[此](javascript:alert(1))。\n", ["5:2 24 link-scheme"]),
    .document("data link", "---\ntitle: 甲\n---\n\n![图](data:text/html,x)\n", ["5:1 22 link-scheme"]),
    .document("raw HTML", "---\ntitle: 甲\n---\n\n见 <b>粗</b>\n", ["5:3 3 raw-html", "5:7 4 raw-html"]),
    .document("unknown kind", "---\ntitle: 甲\nkind: polcy\n---\n", ["3:7 5 unknown-kind"], cure: "policy"),
    .document("dead link", "---\ntitle: 甲\n---\n\n见[此](frist.md)。\n", ["5:2 13 dead-link"], cure: "zhengce/first"),
    .document(
      "dangling reference", "---\ntitle: 甲\nrepeals: zhengce/frist\n---\n", ["3:10 13 dangling-reference"],
      cure: "zhengce/first"),
    .document("NUL", "---\ntitle: 甲\n---\n\n正\0文\n", ["5:2 1 nul-byte"]),
    .document("slug that climbs", "---\ntitle: 甲\nslug: ../x\n---\n", ["3:7 4 file-name"]),
    .document("attachment that climbs", "---\ntitle: 甲\n附件: [../../../etc/passwd]\n---\n", ["3:6 19 attachment-path"]),
  ]

  static let others: [Breakage] = [
    Breakage(
      "GB 18030",
      [
        "Content/zhengce/d.md": [0x2D, 0x2D, 0x2D, 0x0A] + Array("title: ".utf8) + [0xB9, 0xD8, 0xD3, 0xDA, 0x0A]
          + Array("---\n".utf8) + [0xD5, 0xFE, 0xB8, 0xAE, 0xD0, 0xC5, 0xCF, 0xA2, 0xB9, 0xAB, 0xBF, 0xAA, 0x0A]
      ],
      ["zhengce/d.md:1:1 1 encoding"], cure: "iconv -f GB18030 -t UTF-8"),
    Breakage(
      "two documents with one URL",
      ["Content/zhengce/z.md": Array("---\ntitle: 甲\nslug: first\n---\n".utf8)], ["zhengce/z.md:3:7 5 url-collision"]),
    Breakage(
      "two with one number and issuer",
      [
        "Content/zhengce/x.md": Array("---\ntitle: 甲\n发文机关: 安澜县民政局\n发文字号: 澜民发〔2024〕1号\n---\n".utf8),
        "Content/zhengce/y.md": Array("---\ntitle: 乙\n发文字号: 澜民发〔2024〕1号\n发文机关: 安澜县民政局\n---\n".utf8),
      ], ["zhengce/y.md:3:7 11 duplicate-number"]),
    Breakage(
      "Chinese name", ["Content/zhengce/通知.md": Array("---\ntitle: 甲\n---\n".utf8)],
      ["zhengce/通知.md:1:1 1 file-name"], cure: "slug"),
    Breakage(
      "name with a space", ["Content/zhengce/a b.md": Array("---\ntitle: 甲\n---\n".utf8)],
      ["zhengce/a b.md:1:1 1 file-name"], cure: "slug"),
    Breakage(
      "folder that is reserved", ["Content/search/_column.md": Array("---\ntitle: 甲\nkind: page\n---\n".utf8)],
      ["search/_column.md:1:1 1 empty-column warning", "search/_column.md:1:1 1 reserved-name"]),
    Breakage(
      "mistake in site.yml", ["Content/site.yml": Array((SiteFixture.siteText + "pagesize: 3\n").utf8)],
      ["site.yml:12:1 8 unknown-key"], cure: "pageSize"),
    Breakage(
      "mistake in a kind of the site's own",
      ["Content/_kinds/motion.yml": Array("label: 代表议案\nfields:\n  - {key: session, label: 届次, type: txt}\n".utf8)],
      ["_kinds/motion.yml:3:37 3 wrong-choice"], cure: "text"),
    Breakage(
      "kind whose template is missing",
      ["Content/_kinds/motion.yml": Array("label: 代表议案\ntemplate: motion\n".utf8)],
      ["\(SiteFixture.templates)/motion.mustache:1:1 1 template-missing"]),
    Breakage(
      "a file of 50 MB", ["Content/zhengce/d.md": [UInt8](repeating: 0x61, count: 50 << 20)],
      ["zhengce/d.md:1:1 1 file-size"]),
  ]

  @Test("is found where it is, and the old site stays", arguments: documents + others)
  func broken(_ breakage: Breakage) async throws {
    let site = try SiteFixture(copyOf: try await Self.good.value)
    let before = site.output
    #expect(before.count > 20)
    for (path, bytes) in breakage.files { try site.write(path, bytes) }
    let outcome = try await site.build()
    #expect(outcome.publication == nil)
    #expect(outcome.check.findings.map(\.short).sorted() == breakage.findings.sorted())
    if let cure = breakage.cure {
      #expect(outcome.check.findings.contains { $0.cures.contains { $0.contains(cure) } }, "\(outcome.check.findings)")
    }
    #expect(site.output == before)
  }

  @Test func `a link that leaves the root is a finding`() async throws {
    let site = try SiteFixture(copyOf: try await Self.good.value)
    let before = site.output
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/zhengce/d.md", withDestinationPath: "/etc/passwd")
    let outcome = try await site.build()
    #expect(outcome.check.findings.map(\.short) == ["zhengce/d.md:1:1 1 symlink-outside"])
    #expect(outcome.publication == nil && site.output == before)
  }

  @Test func `a date before 1949 is only a warning`() async throws {
    let site = try SiteFixture(["Content/zhengce/d.md": SiteFixture.document("title: 甲\ndocumentDate: 1949-09-30")])
    #expect(try await site.findings() == ["zhengce/d.md:3:15 10 date-range warning"])
  }

  @Test(
    "what only looks like a mistake is none",
    arguments: [
      "---\ntitle: 甲---乙\nsummary: |\n  一\n  ---\n  二\n---\n\n正文\n\n---\n\n后文\n",
      "\u{FEFF}---\r\ntitle: 甲\r\n---\r\n\r\n正文\r\n",
      "---\ntitle: \"<script>alert(1)</script> {{x}} '引' \\\"号\\\"\"\n---\n",
      "---\ntitle: 甲\n---\n",
    ]) func fine(text: String) async throws
  {
    let site = try SiteFixture(["Content/zhengce/d.md": text])
    #expect(try await site.findings() == [])
  }

  @Test func `200 broken documents are 200 findings, each in its place`() async throws {
    let site = try SiteFixture()
    var expected: [String] = []
    for number in 0..<200 {
      let name = String(1000 + number)
      let blank = String(repeating: "# 注释\n", count: number % 7)
      let head = "---\ntitle: 第\(number)篇\n\(blank)"
      let line = 3 + number % 7
      let (rest, finding): (String, String) =
        switch number % 5 {
        case 0: ("titel: 甲\n---\n", "\(line):1 5 unknown-key")
        case 1: ("documentDate: 2023-02-30\n---\n", "\(line):15 10 no-such-day")
        case 2: ("basedOn: 澜政发〔1999〕\(number)号\n---\n", "\(line):10 \(10 + String(number).count) dangling-reference")
        case 3: ("---\n正文\n\n见[此](nothing.md)\n", "\(line + 3):2 15 dead-link")
        default: ("---\n正文\n\n见<u>\n", "\(line + 3):2 3 raw-html")
        }
      let text = head + rest
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let mark = number % 3 == 0 ? "\u{FEFF}" : ""
      try site.write(["Content/zhengce/\(name).md": mark + lines.joined(separator: number % 2 == 0 ? "\n" : "\r\n")])
      expected.append("zhengce/\(name).md:\(finding)")
    }
    let outcome = try await site.build()
    #expect(outcome.check.findings.map(\.short) == expected)
    #expect(outcome.publication == nil)
  }
}
