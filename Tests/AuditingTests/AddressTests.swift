import Auditing
import Base
import Documents
import Resolution
import TestSupport
import Testing

/// Two owners of one address, for every pair of owner types that content can bring together.
@Suite struct AddressTests {
  private static func text(_ path: String, _ lines: String = "") -> SourceText {
    SourceText(path: "Content/\(path).md", bytes: Array("---\ntitle: 甲\n\(lines)---\n".utf8))
  }

  private static func document(
    _ path: String, kind: String = "policy", slug: String? = nil, _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    let parts = path.split(separator: "/").map(String.init)
    var document = Document(
      id: DocumentID(path), column: parts.dropLast().joined(separator: "/"), kind: kind,
      slug: slug ?? parts.last ?? "", frontMatter: text(path, slug.map { "slug: \($0)\n" } ?? "attachments: [x]\n"))
    if let slug { document.places["slug"] = 21..<(21 + slug.utf8.count) }
    edit(&document)
    return document
  }

  private static func column(_ path: String, _ edit: (inout Column) -> Void = { _ in }) -> Column {
    var column = Column(path: path, frontMatter: text(path + "/_column"))
    column.title = path
    edit(&column)
    return column
  }

  private static func attach(_ paths: String...) -> (inout Document) -> Void {
    { document in
      document.attachments = paths.map { Attachment(title: "附件", path: $0, byteCount: 1) }
      document.places["attachments"] = 31..<34
    }
  }

  private static func table(_ path: String, rows: Int = 1, pageSize: Int = 100) -> FieldValue {
    let rows = (0..<rows).map { DataTable.Row(cells: ["甲\($0)"]) }
    return .table(
      DataTable(
        file: Attachment(title: "表", path: path, byteCount: 1), form: TableForm(pageSize: pageSize),
        columns: [TableColumn(key: "a", label: "名称", type: .text)], rows: rows,
        source: SourceText(path: path, bytes: [])))
  }

  /// `rule message path:line:column < place of the other`.
  private static func findings(_ documents: [Document], columns: [String] = ["a"]) -> [String] {
    findings(documents, columns: columns.map { column($0) }, files: [:])
  }

  private static func findings(_ documents: [Document], columns: [Column], files: [String: Int]) -> [String] {
    let kinds = [
      Kind(id: "policy", label: "政策文件", lifecycle: .validity), package,
      Kind(id: "page", label: "普通页面", lifecycle: .none),
    ]
    let corpus = Corpus(
      site: Site(), kinds: kinds, columns: columns, documents: documents,
      asOf: CalendarDate(daysSince1970: 20_000))
    let context = AuditContext(corpus: corpus, documents: documents, files: files)
    return Audit.findings(in: context).filter { ["url-collision", "file-name-clash", "file-name"].contains($0.rule) }
      .map {
        finding in
        let places = ([finding.location] + finding.related.map(\.location)).map { place in
          "\(place.path.dropFirst("Content/".count)):\(place.start.line):\(place.start.column)"
        }
        return "\(finding.rule) \(finding.message) \(places.joined(separator: " < "))"
      }
  }

  private static var package: Kind {
    var kind = Kind(id: "package", label: "打包", lifecycle: .none)
    kind.isBundle = true
    return kind
  }

  @Test func `names that the program lengthens are measured with what it adds`() {
    func slug(_ count: Int) -> String { String(repeating: "n", count: count) }
    #expect(Self.findings([Self.document("a/p", kind: "package", slug: slug(251))]) == [])
    #expect(
      Self.findings([Self.document("a/p", kind: "package", slug: slug(252))]) == [
        "file-name 打包下载的压缩文件的文件名有 256 字节，不能超过 255 字节（一个汉字 3 字节） a/p.md:1:1"
      ])
    let path = "a/\(slug(246)).csv"
    let paged = Self.document("a/t") { $0.fields["list"] = Self.table(path, rows: 101) }
    #expect(Self.findings([paged]).map { $0.hasPrefix("file-name 表格 a/nnnn") } == [true])
    let plain = Self.document("a/t") { $0.fields["list"] = Self.table(path, rows: 100) }
    #expect(Self.findings([plain]) == [])
    let folders = (0..<9).map { _ in slug(240) }.joined(separator: "/")
    #expect(Self.findings([Self.document("\(folders)/d")]).filter { $0.contains("不能超过 2048 字节") }.count == 1)
  }

  @Test func `two documents`() {
    #expect(
      Self.findings([Self.document("a/y"), Self.document("a/z", slug: "Y")]) == [
        "url-collision 网址 /a/Y/ 已被另一个文件占用 a/z.md:3:7 < a/y.md:1:1"
      ])
  }

  @Test func `a document and a column`() {
    #expect(
      Self.findings([Self.document("a/b")], columns: ["a", "a/b"]) == [
        "url-collision 网址 /a/b/ 已被另一个文件占用 a/b.md:1:1 < a/b/_column.md:1:1"
      ])
  }

  @Test func `two columns that differ in letter case alone`() {
    #expect(
      Self.findings([Self.document("a/y")], columns: ["a", "a/B", "a/b"]).filter { $0.hasPrefix("url") } == [
        "url-collision 网址 /a/b/ 已被另一个文件占用 a/b/_column.md:1:1 < a/B/_column.md:1:1"
      ])
  }

  @Test func `a file that a column shows and the further pages of its list, before it has any`() {
    let linked = Self.column("a") {
      $0.introduction = Body(targets: [
        BodyTarget(
          destination: "page", isImage: false,
          location: Diagnostic.Location(path: "Content/a/_column.md", start: SourcePosition(line: 5, column: 3)))
      ])
    }
    #expect(
      Self.findings([Self.document("a/y")], columns: [linked], files: ["a/page": 1]) == [
        "file-name-clash 文件 a/page 与网页在网站上会同名：/a/page a/_column.md:5:3 < a/_column.md:1:1"
      ])
  }

  @Test func `a file that a column shows and a document below it`() {
    let linked = Self.column("a") {
      $0.introduction = Body(targets: [
        BodyTarget(
          destination: "files/y", isImage: false,
          location: Diagnostic.Location(path: "Content/a/_column.md", start: SourcePosition(line: 5, column: 3)))
      ])
    }
    #expect(
      Self.findings([Self.document("a/y")], columns: [linked], files: ["a/files/y": 1]) == [
        "file-name-clash 网页与文件 a/files/y 在网站上会同名：/a/y/index.html a/y.md:1:1 < a/_column.md:5:3"
      ])
  }

  @Test func `two documents of which one is not public yet`() {
    let coming = Self.document("a/z", slug: "y") { $0.publishedOn = Moment(day: CalendarDate(daysSince1970: 30_000)) }
    #expect(Self.findings([Self.document("a/y"), coming]).count == 1)
    #expect(Self.findings([Self.document("a/y"), Self.document("a/z", slug: "y") { $0.isDraft = true }]) == [])
  }

  @Test(
    "an attachment and a file that the page itself publishes",
    arguments: [
      ("a/x/index.html", "policy", "网页", "a/d/index.html"),
      ("a/t.csv", "policy", "表格 a/d/t.csv ", "a/d/t.csv"),
      ("a/t.rows.json", "policy", "表格 a/d/t.csv 的筛选数据", "a/d/t.rows.json"),
      ("a/page", "policy", "网页", "a/d/page"), ("a/all", "package", "打包下载的全文页", "a/d/all"),
      ("a/d.zip", "package", "打包下载的压缩文件", "a/d/d.zip"), ("a/D.ZIP", "package", "打包下载的压缩文件", "a/d/D.ZIP"),
      ("a/tongji-ledger-years.csv", "policy", "统计表的下载文件", "a/d/tongji-ledger-years.csv"),
    ]) func attachments(file: String, kind: String, name: String, address: String)
  {
    let document = Self.document("a/d", kind: kind) {
      Self.attach(file)(&$0)
      $0.fields["list"] = Self.table("a/d/t.csv", rows: 3, pageSize: 1)
      $0.overviews = [.ledger]
    }
    #expect(
      Self.findings([document]) == ["file-name-clash 文件 \(file) 与\(name)在网站上会同名：/\(address) a/d.md:3:17 < a/d.md:1:1"])
  }

  @Test func `two attachments`() {
    #expect(
      Self.findings([Self.document("a/d", Self.attach("a/x/b.pdf", "a/y/b.pdf"))]) == [
        "file-name-clash 文件 a/y/b.pdf 与文件 a/x/b.pdf 在网站上会同名：/a/d/b.pdf a/d.md:3:17 < a/d.md:3:17"
      ])
  }

  @Test func `two tables of one name`() {
    let document = Self.document("a/d") {
      $0.fields["one"] = Self.table("a/x/t.csv")
      $0.fields["two"] = Self.table("a/y/t.csv")
    }
    #expect(
      Self.findings([document]) == [
        "file-name-clash 表格 a/y/t.csv 与表格 a/x/t.csv 在网站上会同名：/a/d/t.csv a/d.md:1:1 < a/d.md:1:1"
      ])
  }

  @Test func `one file that is attached and linked is one file`() {
    let document = Self.document("a/d") {
      Self.attach("a/b.pdf")(&$0)
      $0.fields["list"] = Self.table("a/t.csv")
    }
    #expect(Self.findings([document, Self.document("a/e", Self.attach("a/b.pdf"))]) == [])
  }
}
