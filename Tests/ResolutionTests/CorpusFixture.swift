import Base
import Documents
import Resolution
import TestSupport

/// Short ways to write small corpora.
enum CorpusFixture: DocumentFixture {
  static let kinds = [
    Kind(id: "policy", label: "政策文件", lifecycle: .validity),
    Kind(id: "notice", label: "通知公告", lifecycle: .none),
    Kind(id: "consultation", label: "意见征集", lifecycle: .consultation),
    Kind(id: "publicNotice", label: "公示", lifecycle: .publicNotice),
    Kind(id: "task", label: "任务", lifecycle: .task),
  ]

  /// A document `zhengce/<name>`, changed by `edit`.
  static func document(
    _ name: String, kind: String = "policy", _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    document(at: "zhengce/" + name, kind: kind, edit)
  }

  /// A reference by path to `zhengce/<name>`.
  static func reference(_ name: String, on: String? = nil, articles: [String] = []) -> Reference {
    reference(to: "zhengce/" + name, on: on, articles: articles)
  }

  static func corpus(_ documents: [Document], on asOf: String) -> Corpus {
    Corpus(site: Site(), kinds: kinds, columns: [], documents: documents, asOf: day(asOf))
  }

  /// The state of `zhengce/<name>`; nil when it is not public or has no lifecycle.
  static func state(_ name: String, _ documents: [Document], on asOf: String) -> State? {
    corpus(documents, on: asOf)[DocumentID("zhengce/" + name)]?.status?.state
  }
}
