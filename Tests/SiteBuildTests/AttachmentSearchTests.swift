import Base
import Foundation
import OfficeFiles
import Publishing
import SiteBuild
import TestSupport
import Testing

/// What attachments say is found with their documents, as far as readers may find it.
struct AttachmentSearchTests {
  private static func site(_ files: [String: [UInt8]], settings: String = "") throws -> SiteFixture {
    let site = try SiteFixture([
      "Content/site.yml": SiteFixture.siteText + settings,
      "Content/zhengce/a/index.md": SiteFixture.document(
        "title: 甲\npublishedOn: 2024-01-01\nattachments: [\(files.keys.sorted().joined(separator: ", "))]"),
    ])
    for (name, bytes) in files { try site.write("Content/zhengce/a/" + name, bytes) }
    return site
  }

  /// The texts of attachments in the index of the release, one line for each passage, sorted.
  private static func texts(_ site: SiteFixture) throws -> [String] {
    let folder = site.root + "/Output/search/files"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.flatMap { name in
      let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
      return JSONValue(json: bytes)?["texts"]?.list(\.text) ?? []
    }.sorted()
  }

  /// Whether any file of the index has a text.
  private static func indexHolds(_ text: String, _ site: SiteFixture) throws -> Bool {
    let folder = site.root + "/Output/search"
    return try FileManager.default.subpathsOfDirectory(atPath: folder).contains { path in
      (try? Data(contentsOf: URL(filePath: folder + "/" + path)))?.firstRange(of: Data(text.utf8)) != nil
    }
  }

  private static func sheet(_ rows: [[String]]) -> String {
    "<sheetData>" + rows.enumerated().map { Office.row($0 + 1, $1) }.joined() + "</sheetData>"
  }

  @Test func `paragraphs are lines, and the cells of a row stand in one`() async throws {
    let table = "<w:tbl><w:tr><w:tc>\(Office.paragraph("丙"))</w:tc><w:tc>\(Office.paragraph("丁"))</w:tc></w:tr></w:tbl>"
    let site = try Self.site([
      "a.docx": Office.word(Office.paragraph("甲文") + Office.paragraph("乙文") + table),
      "b.xlsx": Office.workbook([
        ("一", "visible", Self.sheet([["子", "丑"], ["寅"]])), ("二", "visible", Self.sheet([["卯"]])),
      ]), "c.txt": Array("辰\n巳\n".utf8),
    ])
    _ = try await site.publish()
    #expect(try Self.texts(site) == ["子 丑\n寅\n卯", "甲文\n乙文\n丙 丁", "辰\n巳"])
  }

  @Test func `the lines of a page of a PDF are put together; its blank lines stay ends`() async throws {
    let site = try Self.site(["a.pdf": Array("%PDF-1.4".utf8)])
    var request = site.request()
    request.pdfReader = { _ in .text(Array("第一\n句完。\n\nopen\ndata 第二句\u{C}第二页\u{C}".utf8)) }
    _ = try await buildSite(request, version: "0")
    #expect(try Self.texts(site) == ["第一句完。\nopen data 第二句\n第二页"])
  }

  @Test func `what is hidden, deleted, remarked or on every page is not found`() async throws {
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着</w:t></w:r></w:p>"
    let deleted =
      "<w:p><w:r><w:t>改前</w:t></w:r><w:del w:author=\"李四\"><w:r><w:delText>删了</w:delText></w:r></w:del></w:p>"
    let comment = "<w:comment w:id=\"7\">\(Office.paragraph("批着"))</w:comment>"
    let site = try Self.site([
      "a.docx": Office.word(
        Office.paragraph("一文") + hidden + Office.paragraph("二文") + deleted,
        [
          "word/comments.xml": "<w:comments \(Office.names)>\(comment)</w:comments>",
          "word/header1.xml": "<w:hdr \(Office.names)>\(Office.paragraph("眉上"))</w:hdr>",
        ]),
      "b.xlsx": Office.workbook([
        ("一", "visible", Self.sheet([["子文"]])), ("选项", "hidden", Self.sheet([["藏表"]])),
      ]),
    ])
    _ = try await site.publish()
    #expect(try Self.texts(site) == ["一文", "二文", "子文"])
    for text in ["藏着", "删了", "改前", "批着", "眉上", "藏表"] { #expect(try !Self.indexHolds(text, site), "\(text)") }
  }

  @Test func `rows and paragraphs with personal data are not found, a table of people not at all`() async throws {
    let people = [["姓名", "致贫原因"], ["李大明", "因残"], ["赵小红", "因学"]]
    let site = try Self.site([
      "a.docx": Office.word(
        Office.paragraph("前文") + Office.paragraph("王老五，家住安澜小区3号楼2单元501室") + Office.paragraph("后文")),
      "b.xlsx": Office.workbook([
        ("名单", "visible", Self.sheet(people)),
        ("通讯", "visible", Self.sheet([["科室", "电话"], ["钱七", "联系电话：13812345678"], ["办公室", "0000-1234567"]])),
      ]),
    ])
    _ = try await site.publish()
    #expect(try Self.texts(site) == ["前文", "办公室 0000-1234567", "后文", "科室 电话"].sorted())
    for text in ["王老五", "李大明", "钱七", "1381"] { #expect(try !Self.indexHolds(text, site), "\(text)") }
  }

  @Test func `a file that says that it is not for everybody is found by its name only`() async throws {
    let site = try Self.site(["a.docx": Office.word(Office.paragraph("会议材料，请勿外传") + Office.paragraph("议题一"))])
    let outcome = try await site.build()
    #expect(outcome.check.findings.contains { $0.rule == "secrecy-word" } && outcome.publication != nil)
    #expect(try Self.texts(site) == [] && Self.indexHolds("a.docx", site))
  }

  @Test func `files of documents that are not public leave no trace`() async throws {
    for front in ["draft: true", "disclosure: 依申请公开", "publishedOn: 2027-01-01"] {
      let site = try SiteFixture([
        "Content/zhengce/a/index.md": SiteFixture.document(
          "title: 甲\n" + (front.hasPrefix("published") ? "" : "publishedOn: 2024-01-01\n")
            + "attachments: [{title: 底稿表, file: a.docx}]\n" + front)
      ])
      try site.write("Content/zhengce/a/a.docx", Office.word(Office.paragraph("未公开的话")))
      _ = try await site.publish()
      #expect(try Self.texts(site) == [] && !Self.indexHolds("底稿表", site), "\(front)")
    }
  }

  @Test func `as many characters are taken as the site says, and a build says what was cut`() async throws {
    let bytes = Office.word(Office.paragraph("一二三四五") + Office.paragraph("六七八九十"))
    for (settings, texts, cut) in [
      ("attachmentCharacters: 7\n", ["一二三四五\n六七"], 1), ("attachmentCharacters: 10\n", ["一二三四五\n六七八九十"], 0),
      ("attachmentCharacters: 5\n", ["一二三四五"], 1), ("attachmentCharacters: 0\n", [], 0),
    ] {
      let site = try Self.site(["a.docx": bytes], settings: settings)
      let outcome = try await site.build()
      #expect(try Self.texts(site) == texts, "\(settings)")
      #expect(outcome.check.attachments == AttachmentCounts(read: 1, cut: cut), "\(settings)")
    }
    // A check does not search, and so has nothing to cut.
    let site = try Self.site(["a.docx": bytes], settings: "attachmentCharacters: 7\n")
    #expect(try await checkSite(site.request()).attachments == AttachmentCounts(read: 1))
  }

  @Test func `a site without attachments has no file for them`() async throws {
    let site = try SiteFixture()
    _ = try await site.publish()
    #expect(!FileManager.default.fileExists(atPath: site.root + "/Output/search/files"))
    #expect(try !Self.indexHolds("\"files\"", site))
  }

  @Test func `a document that is shown as it was keeps its attachments in the search`() async throws {
    let site = try Self.site(["a.docx": Office.word(Office.paragraph("附件的话"))])
    _ = try await site.publish()
    let text = SiteFixture.document("title: 甲\npublishedOn: 2024-01-01\nkeyword: 乙\nattachments: [a.docx]")
    try site.write("Content/zhengce/a/index.md", Array(text.utf8))
    let outcome = try await site.build(keepGoing: true)
    #expect(outcome.held == ["Content/zhengce/a/index.md"])
    #expect(try Self.texts(site) == ["附件的话"])
  }

  @Test func `what was kept of a file gives the same index as the file itself`() async throws {
    let site = try Self.site(["a.docx": Office.word(Office.paragraph("一文") + Office.paragraph("二文"))])
    let first = try await site.publish()
    let kept = try await buildSite(site.request(program: "2"), version: "0")
    let full = try await buildSite(site.request(isFull: true, program: "3"), version: "0")
    #expect(kept.publication?.treeHash == first.treeHash && full.publication?.treeHash == first.treeHash)
  }

  @Test func `a question that only an attachment answers is no unanswered one`() async throws {
    let site = try Self.site(["a.docx": Office.word(Office.paragraph("岗位代码按照岗位表填写"))])
    let line = "- - - [21/Nov/2026:10:00:00 +0800] \"GET /search/?q=岗位代码按照岗位表 HTTP/1.1\" 200 1\n"
    let queries = try await UnansweredQueries([Array(line.utf8)], site.request())
    #expect(queries.literal == 1 && queries.none.isEmpty)
  }
}
