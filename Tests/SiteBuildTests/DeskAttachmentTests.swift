import Disk
import Documents
import Foundation
import Glibc
import Importing
import SiteBuild
import TestSupport
import Testing

@Suite struct DeskAttachmentTests {
  private static let path = "Content/zhengce/first.md"

  private func files(_ site: SiteFixture, disk: Disk = Disk()) -> DeskFiles {
    DeskFiles(root: site.root, disk: disk, now: { "2026-11-21T09:30" })
  }

  private func add(_ bytes: String, _ name: String, to files: DeskFiles, folder: String = "Content/zhengce") throws
    -> String
  {
    var file = try files.incoming(name)
    try file.take(Array(bytes.utf8))
    return try files.add(file, named: name, to: folder, by: "王敏")
  }

  private func incoming(_ site: SiteFixture) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: site.root + "/Content/.desk/incoming")
  }

  @Test func `a file gets a name that nobody has, whatever its case, and is in the log`() throws {
    let site = try SiteFixture()
    let files = files(site)
    #expect(try add("一", "表.csv", to: files) == "表.csv")
    #expect(try add("二", "表.csv", to: files) == "表-2.csv")
    #expect(try add("三", "A.txt", to: files) == "A.txt")
    #expect(try add("四", "a.txt", to: files) == "a-2.txt")
    #expect(site.text("Content/zhengce/表.csv") == "一" && site.text("Content/zhengce/表-2.csv") == "二")
    let first = try #require(try files.log.entries().first)
    #expect(first.deed == .added && first.path == "Content/zhengce/表.csv" && first.user == "王敏")
    #expect(incoming(site) == [])
  }

  @Test func `of many at once nobody writes over another`() async throws {
    let site = try SiteFixture()
    let files = files(site)
    let names = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<12 { group.addTask { try add("\(number)", "表.csv", to: files) } }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(Set(names).count == 12)
    #expect(Set(names.compactMap { site.text("Content/zhengce/" + $0) }) == Set((0..<12).map(String.init)))
  }

  @Test func `a full disk leaves nothing behind`() throws {
    let site = try SiteFixture()
    var calls = SystemCalls.live
    calls.write = { _, _ in -Int(ENOSPC) }
    let files = files(site, disk: Disk(calls: calls))
    #expect(throws: FileError.self) { try add("一", "表.csv", to: files) }
    #expect(site.text("Content/zhengce/表.csv") == nil && incoming(site) == [])
  }

  @Test func `where the disk knows no links, nothing is written over either`() throws {
    let site = try SiteFixture()
    var calls = SystemCalls.live
    calls.link = { _, _ in -EPERM }
    let files = files(site, disk: Disk(calls: calls))
    #expect(try add("一", "表.csv", to: files) == "表.csv")
    #expect(try add("二", "表.csv", to: files) == "表-2.csv")
    #expect(site.text("Content/zhengce/表.csv") == "一")
  }

  @Test(arguments: ["Content/nowhere", "Content/.desk", "Content/link", "Templates", "Content/zhengce/first.md"])
  func `files go into folders of Content only, and through no link`(_ folder: String) throws {
    let site = try SiteFixture()
    try FileManager.default.createSymbolicLink(atPath: site.root + "/Content/link", withDestinationPath: "/tmp")
    let files = files(site)
    #expect(throws: DeskFiles.Refusal.self) { try add("一", "表.csv", to: files, folder: folder) }
    #expect(incoming(site) == [])
  }

  @Test(
    arguments: [
      ("a.csv", "", "空文件"), ("a.html", "<p>", "不能公开"), ("a.pdf", "<html><script>", "内容是网页"),
      ("a.docx.exe", "MZ", "不能公开"),
      ("a", "x", "没有扩展名"), ("a.svg", "<svg><script/></svg>", "不能公开"), ("a.pdf", "%PDF-1.7", nil), ("a.csv", "1,2", nil),
    ] as [(String, String, String?)])
  func `what a check would not let pass does not come in`(_ name: String, _ bytes: String, _ said: String?) throws {
    let files = files(try SiteFixture())
    var file = try files.incoming(name)
    try file.take(Array(bytes.utf8))
    let fault = try files.fault(of: file, named: name, in: Site())
    #expect(said.map { fault?.contains($0) ?? false } ?? (fault == nil), "\(fault ?? "")")
  }

  @Test(arguments: [
    ("附件1.docx", "附件1.docx"), ("../../etc/passwd.TXT", "passwd.txt"), ("C:\\我的\\表 1.xlsx", "表 1.xlsx"),
    (".htaccess", "htaccess"),
    ("a\u{0}b\u{202E}c\u{200B}.pdf", "abc.pdf"), ("~$草稿.docx", "$草稿.docx"), ("a<b>:c?.csv", "abc.csv"), ("", "附件"),
    ("...", "附件"), ("/", "附件"),
    ("e\u{301}.txt", "\u{E9}.txt"), ("⻓城.pdf", "长城.pdf"), ("50%#.txt", "50.txt"), (" a  b .txt", "a b.txt"),
  ])
  func `names are such that pages, links and disks bear them`(_ given: String, _ name: String) {
    #expect(DeskFiles.attachmentName(given) == name)
  }

  @Test func `long names are shortened before their ending`() {
    let name = DeskFiles.attachmentName(String(repeating: "长", count: 300) + ".docx")
    #expect(name.hasSuffix("长.docx") && name.utf8.count <= 200)
  }

  @Test func `a document moves into a folder of its own, and its copies know it`() throws {
    let site = try SiteFixture()
    let files = files(site)
    let text = try #require(site.text(Self.path))
    #expect(try files.moveIntoFolder(Self.path, by: "王敏") == "Content/zhengce/first/index.md")
    #expect(site.text(Self.path) == nil && site.text("Content/zhengce/first/index.md") == text)
    #expect(try files.copies(of: "Content/zhengce/first/index.md").count == 1)
    #expect(try files.moveIntoFolder("Content/zhengce/first/index.md", by: nil) == "Content/zhengce/first/index.md")
  }

  @Test func `a document stays where something has the name of its folder`() throws {
    let site = try SiteFixture(["Content/zhengce/first/表.csv": "1"])
    #expect(try files(site).moveIntoFolder(Self.path, by: nil) == Self.path)
    #expect(site.text(Self.path) != nil)
  }

  @Test func `what never came in whole goes when the desk starts`() throws {
    let site = try SiteFixture(["Content/.desk/incoming/1.csv": "half"])
    try files(site).tidy()
    #expect(incoming(site) == nil)
  }

  @Test func `files that a document lists, shows and does not name`() async throws {
    let site = try SiteFixture([
      "Content/zhengce/b/index.md":
        "---\ntitle: 乙\nissuer: 县政府\npublishedOn: 2026-01-05\nattachments: [{title: 名单, file: 甲.csv}]\n---\n\n![图](%E5%9B%BE.png)\n",
      "Content/zhengce/b/甲.csv": "1", "Content/zhengce/b/图.png": "x", "Content/zhengce/b/多.csv": "2",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/zhengce/b/link.csv", withDestinationPath: "/etc/passwd")
    let live = try await LiveSite(site.request())
    let found = try await live.attachments(of: "Content/zhengce/b/index.md")
    #expect(
      Dictionary(found.map { ($0.name, $0.use) }, uniquingKeysWith: { first, _ in first }) == [
        "甲.csv": .listed, "图.png": .text, "多.csv": .none, "link.csv": .unreadable,
      ])
    #expect(found.first?.title == "名单")
  }

  @Test func `a file that was sent is imported as one on the disk, and not twice`() async throws {
    let site = try SiteFixture()
    let request = ImportRequest(site: site.request(), files: [], column: "zhengce", reading: FileReading())
    let bytes = Array("关于电价的通知\n各单位：\n请遵照执行。\n安澜县民政局\n2024年5月6日\n".utf8)
    guard case .document(let document, let path, _) = try await importFile(bytes, named: "dianjia.txt", request).outcome
    else {
      Issue.record("nothing imported")
      return
    }
    #expect(path == "zhengce/dianjia" && site.text("Content/zhengce/dianjia/index.md") != nil)
    #expect(ImportAccount(document).facts.contains { $0.text.hasPrefix("标题：关于电价的通知") })
    guard case .known(let known) = try await importFile(bytes, named: "x.txt", request).outcome else {
      Issue.record("imported twice")
      return
    }
    #expect(known == "zhengce/dianjia/index.md")
  }
}
