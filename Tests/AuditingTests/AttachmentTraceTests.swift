import Auditing
import Base
import Documents
import OfficeFiles
import Resolution
import TestSupport
import Testing

/// What is said of the files that a site passes on.
struct AttachmentTraceTests: DocumentFixture {
  private static func findings(
    _ reading: AttachmentReading, name: String = "x.docx", site: Site = Site(),
    _ edit: (inout Document) -> Void = { _ in }
  ) -> [String] {
    let document = document(at: "a/d", kind: "policy") { document in
      document.publishedOn = Moment(day: day("2025-01-01"))
      document.attachments = [Attachment(title: "附件", path: "a/" + name, byteCount: 1)]
      edit(&document)
    }
    let corpus = Corpus(
      site: site, kinds: [Kind(id: "policy", label: "政策文件", lifecycle: .none)],
      columns: [column("a", title: "甲")], documents: [document], asOf: day("2026-01-01"))
    var context = AuditContext(corpus: corpus, documents: [document], files: ["a/" + name: 1])
    context.attachments = ["a/" + name: reading]
    return Audit.findings(in: context).filter { $0.rule != "unused-file" }.map {
      "\($0.severity) \($0.rule) \($0.message)"
    }
  }

  private static func findings(
    _ kind: OfficeTrace.Kind, at place: OfficePlace? = nil, _ names: [String] = [], count: Int = 1, pages: Int? = nil,
    name: String = "x.docx", site: Site = Site()
  ) -> [String] {
    var content = OfficeContent()
    content.note(kind, at: place, count: count)
    for name in names { content.note(kind, name: name, count: 0) }
    content.pageCount = pages
    return findings(AttachmentReading(content), name: name, site: site)
  }

  @Test func `each kind of trace has its sentence, with the first place and how many there are`() {
    #expect(
      Self.findings(.revision, at: .paragraph(12), ["张三", "李四"], count: 3) == [
        "warning attachment-revisions “x.docx”有 3 处修订没有接受（张三、李四），第一处在第12段，读者能看到改动前的文字"
      ])
    #expect(
      Self.findings(.comment, at: .cell(sheet: "名单", row: 5, column: 3)) == [
        "warning attachment-comments “x.docx”有 1 条批注，在工作表“名单”C5，读者能看到"
      ])
    #expect(
      Self.findings(.hiddenSheet, ["底稿"], count: 1) == [
        "warning attachment-hidden “x.docx”有 1 个隐藏的工作表（“底稿”），读者能让它显示"
      ])
    let rules: [(OfficeTrace.Kind, String)] = [
      (.speakerNotes, "attachment-comments"), (.hiddenText, "attachment-hidden"), (.hiddenRows, "attachment-hidden"),
      (.hiddenColumns, "attachment-hidden"), (.hiddenSlide, "attachment-hidden"), (.externalLink, "attachment-links"),
      (.position, "attachment-position"), (.protection, "attachment-encrypted"),
    ]
    for (kind, rule) in rules {
      #expect(Self.findings(kind, at: .page(1)).map { String($0.split(separator: " ")[1]) } == [rule])
    }
    #expect(Self.findings(.company, ["某局"]).isEmpty)
  }

  @Test func `only a name of a person is one`() {
    var site = Site()
    site.organizations = [Organization(id: "x", name: "安澜县 民政局")]
    for name in [
      "Administrator", "微软用户", "安澜县民政局", "python-docx", "某某镇人民政府", "办公室", "??", "WPS 用户", "Apache POI", "财政局预算股",
    ] {
      #expect(Self.findings(.author, [name], site: site).isEmpty, "\(name)")
    }
    for name in ["张三", "王中科", "zhang", "lijun123"] {
      #expect(
        Self.findings(.author, [name, "Admin"]) == ["warning attachment-author “x.docx”的属性里有人名“\(name)”，读者能看到"])
    }
  }

  @Test func `a PDF is a scan if most of its pages have no text`() {
    #expect(Self.findings(.pageWithoutText, count: 5, pages: 10).isEmpty)
    #expect(Self.findings(.pageWithoutText, count: 6, pages: 10).count == 1)
    #expect(
      Self.findings(.pageWithoutText, count: 2, pages: 2) == [
        "warning attachment-scan “x.docx”2 页都没有文字，是扫描的图片，搜索不到，不能复制，读屏软件不能朗读"
      ])
  }

  @Test func `a password is an error, what is damaged or too large a warning, other forms are only counted`() {
    let said = [OfficeFault.encrypted, .damaged, .readerFailed, .tooLarge, .otherForm, .noReader].map {
      Self.findings(AttachmentReading($0)).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    }
    #expect(
      said == [
        ["error attachment-encrypted"], ["warning attachment-damaged"], ["warning attachment-damaged"],
        ["warning attachment-unread"], [], [],
      ])
    var content = OfficeContent()
    let text = String(repeating: "字", count: OfficeContent.mostText / 3)
    for _ in 0..<2 { content.add(text, at: .page(1)) }
    #expect(Self.findings(AttachmentReading(content)) == ["warning attachment-unread “x.docx”文字太多，后面的没有检查"])
  }

  @Test func `what the guard says has the place inside the file`() {
    let sighting = AttachmentSighting(
      "personal-phone", .error, "有手机号 138******78", cures: [], at: .cell(sheet: "名单", row: 2, column: 2), count: 7)
    let said = ["error personal-phone “x.docx”工作表“名单”B2：有手机号 138******78，同类的共 7 处"]
    #expect(Self.findings(AttachmentReading(OfficeContent(), sightings: [sighting])) == said)
  }

  @Test func `a file is reported once in a text, and not at all where it stays closed`() {
    var content = OfficeContent()
    content.note(.position)
    let reading = AttachmentReading(content)
    let link = BodyTarget(
      destination: "x.docx", isImage: false, location: Diagnostic.Location(path: "Content/a/d.md", start: .start))
    #expect(Self.findings(reading) { $0.body = Body(text: $0.body.text, targets: [link, link]) }.count == 1)
    #expect(Self.findings(reading) { $0.disclosure = .onRequest }.isEmpty)
  }
}
