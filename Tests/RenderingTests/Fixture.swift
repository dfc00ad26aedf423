import Base
import Documents
import Papers
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// Short ways to write small corpora.
enum Fixture: DocumentFixture {
  static let kinds = [
    Kind(id: "policy", label: "政策文件", lifecycle: .validity),
    Kind(id: "consultation", label: "意见征集", lifecycle: .consultation),
    Kind(id: "publicNotice", label: "公示", lifecycle: .publicNotice),
    Kind(id: "task", label: "工作任务", lifecycle: .task),
    Kind(id: "interpretation", label: "政策解读", lifecycle: .none),
    Kind(id: "page", label: "普通页面", lifecycle: .none, template: "page"),
    Kind(id: "question", label: "政策问答", lifecycle: .none, template: "question"),
    Kind(id: "list", label: "数据表", lifecycle: .validity, layout: .table),
    Kind(id: "survey", label: "问卷", lifecycle: .consultation, template: "consultation"),
  ]

  /// A document at `path`, changed by `edit`.
  static func document(_ path: String, kind: String = "policy", _ edit: (inout Document) -> Void = { _ in }) -> Document
  {
    document(at: path, kind: kind) {
      $0.title = path
      edit(&$0)
    }
  }

  static func corpus(_ documents: [Document], on asOf: String = "2026-11-21") -> Corpus {
    var site = Site()
    site.name = "安澜县"
    site.baseURL = "https://own.example/"
    site.organizer = "安澜县人民政府"
    let columns = Set(documents.map(\.column)).map { column($0, title: $0) }
    return Corpus(site: site, kinds: kinds, columns: columns, documents: documents, asOf: day(asOf))
  }

  /// The document `a/z` of 澜政发〔2024〕5号, in force since 2024-05-01, which acts on `a/t`.
  static func acting(
    _ kind: RelationKind, articles: [String] = [], until: String? = nil, note: String? = nil,
    _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    document("a/z") {
      $0.title = "后法"
      $0.documentNumber = DocumentNumber(agencyCode: "澜政发", year: 2024, serial: 5)
      $0.effectiveOn = day("2024-05-01")
      $0.relations[kind] = [reference("a/t", articles: articles, until: until, note: note)]
      edit(&$0)
    }
  }

  static func reference(
    _ path: String, articles: [String] = [], until: String? = nil, note: String? = nil, on: String? = nil
  ) -> Reference {
    reference(to: path, on: on, until: until, articles: articles, note: note)
  }

  /// What the page of the document at `path` says.
  static func box(_ path: String, of corpus: Corpus) -> View? {
    guard let entry = corpus[DocumentID(path)] else { return nil }
    let acts = entry.acts
    let box = ValidityView(corpus: corpus, entry: entry, address: PageAddress(path + "/"), acts: acts).box
    box.map { precondition(Shape.validity.misfit($0) == nil, "the box has a member that its shape lacks") }
    return box
  }
}

extension View {
  /// A member of an object.
  subscript(name: String) -> View? {
    if case .object(let members) = self { members[MemberName(name)] } else { nil }
  }

  /// The elements of a list.
  var elements: [View] {
    if case .list(let views) = self { views } else { [] }
  }

  var text: String? {
    switch self {
    case .text(let text): text
    case .html(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }

  /// The text of a sentence, badges in ［］.
  var sentence: String {
    (self["parts"]?.elements ?? []).map { part in
      part["text"]?.text ?? part["badge"]?["label"]?.text.map { "［\($0)］" } ?? ""
    }.joined()
  }

  /// Statement and sentences of each panel of a box, with its days.
  var panels: [(from: String?, until: String?, sentences: [String])] {
    (self["panels"]?.elements ?? []).map { panel in
      let notices = (panel["notices"]?["items"]?.elements ?? []).map(\.sentence)
      return (
        panel["from"]?.text, panel["until"]?.text, [panel["statement"]?.text].compactMap(\.self) + notices
      )
    }
  }
}
