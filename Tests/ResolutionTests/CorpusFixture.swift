import Base
import Documents
import Resolution

/// Small corpora in a few words.
enum CorpusFixture {
  static let kinds = [
    Kind(id: "policy", label: "政策文件", lifecycle: .validity),
    Kind(id: "notice", label: "通知公告", lifecycle: .none),
    Kind(id: "consultation", label: "意见征集", lifecycle: .consultation),
    Kind(id: "publicNotice", label: "公示", lifecycle: .publicNotice),
    Kind(id: "task", label: "任务", lifecycle: .task),
  ]

  static func day(_ iso: String) -> CalendarDate {
    guard case .success(let day) = CalendarDate.parse(iso) else { preconditionFailure("\(iso) is no date") }
    return day
  }

  /// A document `zhengce/<name>`, changed by `edit`.
  static func document(
    _ name: String, kind: String = "policy", _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    let path = "zhengce/" + name
    var document = Document(
      id: DocumentID(path), column: "zhengce", kind: kind, slug: name,
      frontMatter: SourceText(path: "Content/\(path).md", bytes: Array("---\ntitle: \(name)\n---\n".utf8)))
    document.title = name
    edit(&document)
    return document
  }

  /// A reference by path to `zhengce/<name>`.
  static func reference(_ name: String, on: String? = nil, articles: [String] = []) -> Reference {
    Reference(target: .path(DocumentID("zhengce/" + name)), on: on.map(day), articles: articles)
  }

  static func corpus(_ documents: [Document], on asOf: String) -> Corpus {
    Corpus(site: Site(), kinds: kinds, columns: [], documents: documents, asOf: day(asOf))
  }

  /// The state of `zhengce/<name>`; nil when it is not public or has no lifecycle.
  static func state(_ name: String, _ documents: [Document], on asOf: String) -> State? {
    corpus(documents, on: asOf)[DocumentID("zhengce/" + name)]?.status?.state
  }
}
