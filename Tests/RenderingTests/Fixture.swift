import Diagnostics
import Documents
import Resolution
import Testing

/// Small corpora in a few words.
enum Fixture {
  static let kinds = [
    Kind(id: "policy", label: "政策文件", lifecycle: .validity),
    Kind(id: "consultation", label: "意见征集", lifecycle: .consultation),
    Kind(id: "publicNotice", label: "公示", lifecycle: .publicNotice),
  ]

  static func day(_ iso: String) -> CalendarDate {
    guard case .success(let day) = CalendarDate.parse(iso) else { preconditionFailure("\(iso) is no date") }
    return day
  }

  /// A document at `path`, changed by `edit`.
  static func document(_ path: String, kind: String = "policy", _ edit: (inout Document) -> Void = { _ in }) -> Document
  {
    let parts = path.split(separator: "/").map(String.init)
    var document = Document(
      id: DocumentID(path), column: parts.dropLast().joined(separator: "/"), kind: kind, slug: parts.last ?? "",
      frontMatter: SourceText(path: "Content/\(path).md", bytes: Array("---\ntitle: \(path)\n---\n".utf8)))
    document.title = path
    edit(&document)
    return document
  }

  static func corpus(_ documents: [Document], on asOf: String = "2026-11-21") -> Corpus {
    var site = Site()
    site.name = "安澜县"
    site.baseURL = "https://own.example/"
    site.organizer = "安澜县人民政府"
    let columns = Set(documents.map(\.column)).map { path in
      var column = Column(path: path, frontMatter: SourceText(path: "Content/\(path)/_column.md", bytes: []))
      column.title = path
      return column
    }
    return Corpus(site: site, kinds: kinds, columns: columns, documents: documents, asOf: day(asOf))
  }
}
