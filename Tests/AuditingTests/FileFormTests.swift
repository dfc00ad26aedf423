import Auditing
import Base
import Documents
import Resolution
import TestSupport
import Testing

/// Rules about files and days of publication, and about documents that have other errors.
struct FileFormTests: DocumentFixture {
  private static func findings(
    _ documents: [Document], files: [String: Int] = [:], faulty: [Document] = []
  ) -> [String] {
    let kind = Kind(id: "policy", label: "政策文件", lifecycle: .validity)
    let corpus = Corpus(
      site: Site(), kinds: [kind], columns: [column("a", title: "甲")], documents: documents, asOf: day("2026-01-01"),
      failed: Set(faulty.map(\.id)))
    let context = AuditContext(
      corpus: corpus, documents: documents, files: files, faulty: faulty, failedFiles: Set(faulty.map(\.sourcePath)))
    return Audit.checks.flatMap { $0(context) }.sorted().filter { $0.rule != "empty-column" }
      .map { "\($0.rule) \($0.severity.rawValue) \($0.message)" }
  }

  private static func document(
    _ name: String, links: [(String, Bool)] = [], _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    document(at: "a/" + name, kind: "policy") { document in
      document.publishedOn = Moment(day: day("2025-01-01"))
      let place = Diagnostic.Location(path: "Content/a/\(name).md")
      document.body = Body(
        text: document.body.text,
        targets: links.map { BodyTarget(destination: $0.0, isImage: $0.1, location: place) })
      edit(&document)
    }
  }

  @Test func `what runs is an error wherever it is named, pictures that browsers do not show are warnings`() {
    let files = ["a/x.heic": 1, "a/y.TIF": 1, "a/z.png": 1, "a/p.exe": 1, "a/q.VBS": 1, "a/f.html": 1]
    let text = Self.document(
      "d", links: [("x.heic", true), ("y.TIF", true), ("z.png", true), ("y.TIF", false), ("q.VBS", false)]
    ) {
      $0.attachments = [Attachment(title: "程序", path: "a/p.exe", byteCount: 1)]
      $0.fields["draftFile"] = .file(Attachment(title: "网页", path: "a/f.html", byteCount: 1))
    }
    let runs = "，放在网站上会在读者的浏览器或者服务器上运行，不能公开"
    #expect(
      Self.findings([text], files: files) == [
        "program-file error “f.html”是网页、程序或脚本（.html）" + runs, "program-file error “p.exe”是网页、程序或脚本（.exe）" + runs,
        "program-file error “q.VBS”是网页、程序或脚本（.vbs）" + runs,
        "image-form warning 多数浏览器不显示 .heic 图片“x.heic”", "image-form warning 多数浏览器不显示 .tif 图片“y.TIF”",
      ])
  }

  @Test func `an empty file is a warning where a text links to it; of a list its reader has said so`() {
    let document = Self.document("d", links: [("x.pdf", false), ("y.pdf", false)]) {
      $0.attachments = [Attachment(title: "空", path: "a/z.pdf", byteCount: 0)]
    }
    #expect(
      Self.findings([document], files: ["a/x.pdf": 0, "a/y.pdf": 1, "a/z.pdf": 0]) == [
        "attachment-empty warning “x.pdf”是空文件"
      ])
  }

  private static func rules(
    _ name: String, types: Set<String> = [], fault: FileFault? = nil, isImage: Bool = false
  ) -> [String] {
    let document = document("d", links: [(name, isImage)])
    var site = Site()
    site.attachmentTypes = types
    let corpus = Corpus(
      site: site, kinds: [Kind(id: "policy", label: "政策文件", lifecycle: .validity)], columns: [column("a", title: "甲")],
      documents: [document], asOf: day("2026-01-01"))
    let context = AuditContext(
      corpus: corpus, documents: [document], files: ["a/" + name: 1],
      fileFaults: fault.map { ["a/" + name: $0] } ?? [:])
    return Audit.checks.flatMap { $0(context) }.filter { $0.rule != "empty-column" }
      .map { $0.rule + ($0.severity == .error ? "" : " warning") }
  }

  @Test(
    "what everybody can open is published",
    arguments: [
      "a.pdf", "a.OFD", "a.wps", "a.et", "a.dps", "a.docx", "a.csv", "a.json", "a.svg", "a.zip", "a.tar.gz", "a.mp4",
      "v1.2.docx", "www.gaotang.gov.cn.pdf", "app.com.pdf", "附件1.doc", "config.txt", "a.b.c.xlsx", "js.pdf",
      "run.sh.zip",
    ])
  func published(_ name: String) { #expect(Self.rules(name) == []) }

  @Test(
    "what runs in a browser, on a server or a computer is refused by any of its endings",
    arguments: [
      "a.html", "a.HTM", "a.xhtml", "a.js", "a.mjs", "a.svgz", "a.xml", "a.xsl", "a.php", "a.exe", "a.lnk", "a.url",
      "a.pdf.exe", "a.php.pdf", "a.html.gz", "a.jsp.docx", "a.shtml", "a.hta", "a.jar", "a.iso", "a.htaccess",
      "a.html .pdf",
    ])
  func refused(_ name: String) {
    #expect(Self.rules(name) == ["program-file"])
    #expect(Self.rules(name, types: ["html", "exe", "php", "xml"]) == ["program-file"])
  }

  @Test("other types are the site's to add") func types() {
    for name in ["a.dwg", "a.SHP", "a.kmz"] {
      #expect(Self.rules(name) == ["attachment-type"])
      #expect(Self.rules(name, types: ["dwg", "shp", "kmz"]) == [])
    }
    #expect(Self.rules("a.csv.gz") == ["attachment-type"])
    #expect(Self.rules("a.xlsm") == ["macro-file warning"])
    #expect(Self.rules("a.psd", isImage: true) == ["attachment-type", "image-form warning"])
  }

  @Test("what a look into a file has found is said where the file is used") func faults() {
    #expect(Self.rules("a.pdf", fault: .runs("程序")) == ["file-content"])
    #expect(Self.rules("a.svg", fault: .script("onload")) == ["file-content"])
    #expect(Self.rules("a.doc", fault: .isRather("PDF")) == ["file-content warning"])
    #expect(Self.rules("a.docx", fault: .macros) == ["macro-file warning"])
    #expect(Self.rules("a.exe", fault: .runs("程序")) == ["program-file"])
  }

  @Test func `a policy without a day of publication is a warning where others have one, a draft is not`() {
    let dated = ["a", "b"].map { Self.document($0) }
    let undated = Self.document("d") { $0.publishedOn = nil }
    #expect(Self.findings(dated + [undated]) == ["missing-date warning 没有写发布日期：网页上不显示日期，在列表中排在最后"])
    #expect(Self.findings([undated]) == [])
    #expect(Self.findings(dated + [Self.document("d") { ($0.publishedOn, $0.isDraft) = (nil, true) }]) == [])
  }

  @Test func `links and references of a document with other errors are checked too`() {
    let faulty = Self.document("x", links: [("no.md", false), ("d.md", false)]) {
      $0.relations[.repeals] = [Self.reference(to: "a/none"), Self.reference(to: "a/d")]
    }
    #expect(
      Self.findings([Self.document("d")], faulty: [faulty]) == [
        "dangling-reference error “a/none”不是本库的文件", "dead-link error “no.md”在 Content/ 中不存在，链接是死链",
      ])
  }
}
