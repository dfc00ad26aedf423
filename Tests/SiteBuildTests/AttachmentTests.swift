import Base
import Foundation
import OfficeFiles
import Publishing
import SiteBuild
import Synchronization
import TestSupport
import Testing

/// Attachments are looked into when a site is checked or built.
struct AttachmentTests {
  private static let clean = Office.word(Office.paragraph("正文"))
  private static let personal = Office.word(
    Office.paragraph("一") + Office.paragraph("联系人：张三，身份证号110101199003070038"))

  private static func site(_ files: [String: [UInt8]], _ front: String) throws -> SiteFixture {
    let site = try SiteFixture([
      "Content/zhengce/a/index.md": SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\n" + front)
    ])
    for (name, bytes) in files { try site.write("Content/zhengce/a/" + name, bytes) }
    return site
  }

  @Test func `personal data in an attachment is an error in the line that names it`() async throws {
    let site = try Self.site(
      ["a.docx": Self.clean, "名单.docx": Self.personal, "b.csv": Array("甲,110101199003070038\n".utf8)],
      "attachments:\n  - a.docx\n  - {title: 名单, file: 名单.docx}\n  - b.csv")
    let findings = try await checkSite(site.request()).findings.filter { $0.rule.hasPrefix("personal") }
    #expect(
      findings.map { "\($0.location.start.line):\($0.location.start.column) \($0.message.prefix(14))" } == [
        "6:23 “名单.docx”第2段：有", "7:5 “b.csv”第1行：有身份",
      ])
    #expect(findings.allSatisfy { !$0.message.contains("19900307") && !$0.location.sourceLine.contains("19900307") })
    let outcome = try await site.build()
    #expect(outcome.publication == nil && outcome.check.attachments == AttachmentCounts(read: 3))
  }

  @Test func `what a row says of a person is seen in a sheet and in a table, below a title`() async throws {
    let rows = [["临时救助公示"], ["序号", "姓 名", "致贫原因"], ["1", "王*", "因病"], ["2", "李大明", "因残"], ["3", "赵小红", "因学"]]
    let sheet = rows.enumerated().map { Office.row($0 + 2, $1) }.joined()
    let table = rows.map { row in
      "<w:tr>" + row.map { "<w:tc>\(Office.paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }
    let site = try Self.site(
      [
        "a.xlsx": Office.workbook([("名单", "visible", "<sheetData>\(sheet)</sheetData>")]),
        "b.docx": Office.word("<w:tbl>\(table.joined())</w:tbl>"),
        "c.docx": Office.word("<w:tbl>\(table.prefix(3).joined())</w:tbl>"),
      ], "attachments: [a.xlsx, b.docx, c.docx]")
    let findings = try await checkSite(site.request()).findings.filter { $0.rule == "personal-health" }
    #expect(
      findings.map(\.message) == [
        "“a.xlsx”工作表“名单”B5：全名和“致贫原因”在同一张表里，属于敏感个人信息，共 2 行",
        "“b.docx”第1个表格第4行第2格：全名和“致贫原因”在同一张表里，属于敏感个人信息，共 2 行",
      ])
  }

  @Test func `files that stay closed, tables, and files that nobody names are not looked into`() async throws {
    let site = try Self.site(["a.docx": Self.personal], "attachments: [a.docx]\ndisclosure: 依申请公开")
    try site.write("Content/zhengce/first.docx", Self.personal)
    #expect(try await checkSite(site.request()).attachments == AttachmentCounts())
    let draft = try Self.site(["a.docx": Self.personal], "attachments: [a.docx]\ndraft: true")
    let findings = try await checkSite(draft.request()).findings.filter { $0.rule == "personal-identity" }
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func `what was read of a file is kept by its content, and read again with --full or when it was damaged`()
    async throws
  {
    let site = try Self.site(["a.pdf": Array("%PDF-1.4".utf8)], "attachments: [a.pdf]")
    let asked = Counter()
    func build(isFull: Bool = false, program: String) async throws -> BuildOutcome {
      var request = site.request(isFull: isFull, program: program)
      request.pdfReader = { _ in
        asked.add()
        return .text(Array("手机13812345678\u{C}".utf8))
      }
      request.keepGoing = true
      return try await buildSite(request, version: "0")
    }
    // The error leaves the document out; what was read of its file is kept all the same.
    let first = try await build(program: "1")
    #expect(first.check.findings.contains { $0.rule == "personal-phone" && $0.message.hasPrefix("“a.pdf”第1页：") })
    #expect(asked.value == 1)
    let folder = site.root + "/.Output.gongkai/readings"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    let second = try await build(program: "2")
    #expect(asked.value == 1 && second.check.findings == first.check.findings)
    try site.write(
      "Content/zhengce/a/index.md",
      Array(SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\nattachments: [b.pdf]").utf8))
    try FileManager.default.moveItem(
      atPath: site.root + "/Content/zhengce/a/a.pdf", toPath: site.root + "/Content/zhengce/a/b.pdf")
    _ = try await build(program: "3")
    #expect(asked.value == 1)
    _ = try await build(isFull: true, program: "3")
    #expect(asked.value == 2)
    let kept = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try Data("gongkai-reading/1\nx".utf8).write(to: URL(filePath: folder + "/" + kept))
    _ = try await build(program: "4")
    #expect(asked.value == 3)
    // A check believes what a build has kept.
    var check = site.request()
    check.pdfReader = { _ in
      asked.add()
      return nil
    }
    #expect(try await checkSite(check).findings.contains { $0.rule == "personal-phone" })
    #expect(asked.value == 3)
    // What is no longer named is no longer kept.
    try site.write("Content/zhengce/a/index.md", Array(SiteFixture.document("title: 甲\npublishedOn: 2024-01-01").utf8))
    _ = try await build(program: "5")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func `what nobody has looked into is counted, also when nothing was touched`() async throws {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    let site = try Self.site(
      ["a.pdf": Array("%PDF-1.4".utf8), "b.doc": compound, "c.docx": Self.clean], "attachments: [a.pdf, b.doc, c.docx]")
    try await Task.sleep(for: .milliseconds(1300))
    for _ in 0..<2 {
      #expect(try await site.build().check.attachments == AttachmentCounts(read: 1, otherForm: 1, noReader: 1))
    }
  }

  @Test func `a word is held against the day of the oldest text that names the file`() async throws {
    let site = try Self.site(
      ["a.docx": Office.word(Office.paragraph("由县国土资源局负责"))], "attachments: [a.docx]")
    try site.write([
      "Content/_wording/old.yml": """
      label: 旧称
      rule: outdated-term
      level: warning
      source: 机构改革方案
      words:
        - {word: 国土资源局, instead: 自然资源局, since: 2019-04-01}

      """
    ])
    #expect(try await checkSite(site.request()).findings.contains { $0.rule == "outdated-term" })
    try site.write(
      "Content/zhengce/b.md",
      Array(
        SiteFixture.document("title: 乙\ndocumentDate: 2010-01-01\npublishedOn: 2010-01-02\nattachments: [a/a.docx]")
          .utf8))
    #expect(try await !checkSite(site.request()).findings.contains { $0.rule == "outdated-term" })
  }
}

/// A number that tasks count up.
private final class Counter: Sendable {
  private let count = Atomic(0)
  var value: Int { count.load(ordering: .relaxed) }
  func add() { count.add(1, ordering: .relaxed) }
}
