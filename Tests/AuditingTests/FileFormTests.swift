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

  @Test func `pictures that browsers do not show and programs are warnings`() {
    let files = ["a/x.heic": 1, "a/y.TIF": 1, "a/z.png": 1, "a/p.exe": 1, "a/q.vbs": 1]
    let text = Self.document(
      "d", links: [("x.heic", true), ("y.TIF", true), ("z.png", true), ("y.TIF", false), ("q.vbs", false)]
    ) {
      $0.attachments = [Attachment(title: "程序", path: "a/p.exe", byteCount: 1)]
    }
    #expect(
      Self.findings([text], files: files) == [
        "image-form warning 多数浏览器不显示 .heic 图片“x.heic”", "image-form warning 多数浏览器不显示 .tif 图片“y.TIF”",
        "program-file warning “p.exe”是程序或脚本，附件不应是程序文件", "program-file warning “q.vbs”是程序或脚本，附件不应是程序文件",
      ])
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
