import Auditing
import Base
import Documents
import Resolution
import TestSupport
import Testing

/// Each rule fires at the right place and is silent on clean text.
@Suite struct RuleTests {
  private static let head = "---\ntitle: 甲\nattachments: [a.pdf]\n---\n"

  private static func document(_ path: String, _ edit: (inout Document) -> Void = { _ in }) -> Document {
    let parts = path.split(separator: "/").map(String.init)
    var document = Document(
      id: DocumentID(path), column: parts.dropLast().joined(separator: "/"), kind: "policy", slug: parts.last ?? "",
      frontMatter: SourceText(path: "Content/\(path).md", bytes: Array(head.utf8)))
    document.title = "甲"
    document.places["attachments"] = 28..<35
    edit(&document)
    return document
  }

  private static func column(_ path: String, targets: [BodyTarget] = []) -> Column {
    var column = Column(path: path, frontMatter: SourceText(path: "Content/\(path)/_column.md", bytes: []))
    column.title = "栏目\(path)"
    column.introduction = Body(targets: targets)
    return column
  }

  private static func link(
    _ destination: String, in path: String = "Content/a/d.md", line: Int = 7, isImage: Bool = false
  ) -> BodyTarget {
    BodyTarget(
      destination: destination, isImage: isImage,
      location: Diagnostic.Location(
        path: path, start: SourcePosition(line: line, column: 3), length: 9, sourceLine: "见[甲](x.md)"))
  }

  private static func findings(
    _ documents: [Document], columns: [Column] = [column("a")], files: [String: Int] = [:],
    failedFiles: Set<String> = []
  ) -> [Diagnostic] {
    let kind = Kind(id: "policy", label: "政策文件", lifecycle: .validity)
    let corpus = Corpus(
      site: Site(), kinds: [kind], columns: columns, documents: documents, asOf: CalendarDate(daysSince1970: 20_000),
      failed: Set(failedFiles.map(DocumentID.init(sourcePath:))))
    return Audit.findings(
      in: AuditContext(corpus: corpus, documents: documents, files: files, failedFiles: failedFiles))
  }

  /// `path:line:column severity rule message`.
  private static func texts(_ findings: [Diagnostic]) -> [String] {
    findings.map { finding in
      let place = finding.location
      return
        "\(place.path):\(place.start.line):\(place.start.column) \(finding.severity) \(finding.rule) \(finding.message)"
    }
  }

  @Test func `a clean library has no findings`() {
    let clean = Self.document("a/d") {
      $0.attachments = [Attachment(title: "表", path: "a/a.pdf", byteCount: 1)]
      let links = ["e.md", "./e", "../a/e.md#x", "/a/e", "图.png", "https://x.example", "#y", "../"]
      $0.body = Body(targets: links.map { Self.link($0) })
    }
    #expect(Self.texts(Self.findings([clean, Self.document("a/e")], files: ["a/a.pdf": 1, "a/图.png": 1])) == [])
  }

  @Test("dead links are errors", arguments: ["none.md", "../../out.md", "a.pdf", "", "%zz", "e.md/x"])
  func deadLink(destination: String) {
    let document = Self.document("a/d") { $0.body = Body(targets: [Self.link(destination)]) }
    let findings = Self.findings([document, Self.document("a/e")])
    #expect(
      Self.texts(findings) == ["Content/a/d.md:7:3 error dead-link “\(destination)”在 Content/ 中不存在，链接是死链"])
    #expect(findings.first?.location.length == 9 && findings.first?.location.sourceLine == "见[甲](x.md)")
  }

  @Test func `a dead link names what is near`() {
    let document = Self.document("a/d") { $0.body = Body(targets: [Self.link("2023-4.md")]) }
    let findings = Self.findings([document, Self.document("a/2023-3")])
    #expect(findings.first?.cures.first?.contains("a/2023-3") == true, "\(findings.first?.cures ?? [])")
  }

  @Test func `dead links of a column's introduction are found`() {
    let column = Self.column("a", targets: [Self.link("none.png", in: "Content/a/_column.md", line: 5, isImage: true)])
    #expect(
      Self.texts(Self.findings([Self.document("a/d")], columns: [column]))
        == ["Content/a/_column.md:5:3 error dead-link “none.png”在 Content/ 中不存在，链接是死链"])
  }

  @Test func `a link to what is not public is a warning`() {
    let open = Self.document("a/d") { $0.body = Body(targets: [Self.link("e.md")]) }
    let hidden = Self.document("a/e") { $0.isDraft = true }
    #expect(
      Self.texts(Self.findings([open, hidden]))
        == ["Content/a/d.md:7:3 warning unpublished-link 链接指向的 a/e 在这一天没有公开，读者只会看到文字"])
  }

  @Test func `nothing follows from a document that could not be read`() {
    let document = Self.document("a/d") {
      $0.body = Body(targets: [Self.link("e.md"), Self.link("f/index.md"), Self.link("f")])
      $0.relations[.basedOn] = [Reference(target: .path(DocumentID("a/e")))]
    }
    let findings = Self.findings(
      [document], columns: [Self.column("a"), Self.column("b")], files: ["a/f/x.pdf": 1, "b/y.pdf": 1],
      failedFiles: ["a/e.md", "a/f/index.md", "b/g.md"])
    #expect(Self.texts(findings) == [])
  }

  @Test func `two files of one page with one name clash`() {
    let document = Self.document("a/d") {
      $0.attachments = [Attachment(title: "一", path: "a/x/a.pdf", byteCount: 1)]
      $0.body = Body(targets: [Self.link("y/a.pdf"), Self.link("x/a.pdf")])
    }
    #expect(
      Self.texts(Self.findings([document], files: ["a/x/a.pdf": 1, "a/y/a.pdf": 1]))
        == ["Content/a/d.md:7:3 error file-name-clash 文件 a/y/a.pdf 与文件 a/x/a.pdf 在网站上会同名：/a/d/a.pdf"])
    let column = Self.column("a", targets: [Self.link("x/a.pdf"), Self.link("y/a.pdf")])
    #expect(
      Self.texts(Self.findings([Self.document("a/d")], columns: [column], files: ["a/x/a.pdf": 1, "a/y/a.pdf": 1]))
        == ["Content/a/d.md:7:3 error file-name-clash 文件 a/y/a.pdf 与文件 a/x/a.pdf 在网站上会同名：/a/a.pdf"])
  }

  @Test func `a file may not take the page's own name`() {
    let document = Self.document("a/d") { $0.body = Body(targets: [Self.link("x/index.html")]) }
    #expect(
      Self.texts(Self.findings([document], files: ["a/x/index.html": 1]))
        .contains("Content/a/d.md:7:3 error file-name-clash 文件 a/x/index.html 与网页在网站上会同名：/a/d/index.html"))
  }

  @Test func `files that nobody uses are warnings`() {
    #expect(
      Self.texts(Self.findings([Self.document("a/d")], files: ["a/x.pdf": 1, "_kinds/note.txt": 1]))
        == ["Content/a/x.pdf:1:1 warning unused-file 没有文件引用它，不会发布"])
    let column = Self.column("a", targets: [Self.link("x.pdf")])
    #expect(Self.findings([Self.document("a/d")], columns: [column], files: ["a/x.pdf": 1]).isEmpty)
  }

  @Test func `a column that shows nothing is a warning`() {
    let hidden = Self.document("b/x") { $0.isDraft = true }
    let columns = [Self.column("a"), Self.column("b"), Self.column("c"), Self.column("c/e")]
    let documents = [Self.document("a/d"), hidden]
    #expect(
      Self.texts(Self.findings(documents, columns: columns)) == [
        "Content/b/_column.md:1:1 warning empty-column 空白栏目：“栏目b”没有任何公开的内容",
        "Content/c/e/_column.md:1:1 warning empty-column 空白栏目：“栏目c/e”没有任何公开的内容",
      ])
    let requested = Self.document("b/x") { $0.disclosure = .onRequest }
    #expect(Self.findings([Self.document("a/d"), requested], columns: [columns[0], columns[1]]).isEmpty)
  }

  @Test func `references that do not resolve are found`() {
    let document = Self.document("a/d") {
      $0.relations[.repeals] = [Reference(target: .path(DocumentID("a/ee")), place: 11..<14)]
    }
    let findings = Self.findings([document, Self.document("a/e")])
    #expect(Self.texts(findings) == ["Content/a/d.md:2:8 error dangling-reference “a/ee”不是本库的文件"])
    #expect(findings.first?.cures.first == "是否想写：a/e？")
  }
}
