import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let citedBy: Shape = .object([
    "groups": .list(
      .object([
        "name": .text, "items": .linkedItems, "rest": .object(["count": .text, "items": .linkedItems]),
      ]))
  ])
}

/// 引用本文件的文件: the documents that cite one in their texts, by what readers call their kinds, first those that have a validity, each
/// newest first. Those that a relation connects with it are among the related documents already.
struct CitedByView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// How many of a kind are shown at once.
  private static let most = 20

  /// Nil if nothing cites it.
  var view: View? {
    let citing = corpus.citing(entry).compactMap { citation in corpus[citation.id].map { ($0, citation.clauses) } }
    let byLabel = Dictionary(grouping: citing) { corpus.kind(of: $0.0)?.readersLabel ?? "" }
    let groups = byLabel.sorted { order($0.value) < order($1.value) }.map { label, group in
      let all = group.sorted { CorpusEntry.newestFirst($0.0, $1.0) }.map(item)
      let rest = Array(all.dropFirst(Self.most))
      return View.make([
        "name": byLabel.count > 1 ? .text(label) : nil, "items": .list(Array(all.prefix(Self.most))),
        "rest": rest.isEmpty ? nil : .make(["count": .text(String(rest.count)), "items": .list(rest)]),
      ])
    }
    return groups.isEmpty ? nil : .make(["groups": .list(groups)])
  }

  /// The place of a group: that of the first of its kinds.
  private func order(_ group: [(CorpusEntry, [String])]) -> (Int, String) {
    group.map { (corpus.lifecycle(of: $0.0.document) == .validity ? 0 : 1, $0.0.document.kind) }.min(by: <) ?? (1, "")
  }

  private func item(_ other: CorpusEntry, _ clauses: [String]) -> View {
    .make([
      "title": .text(other.document.title), "href": .text(address.href(other.document.url)),
      "documentNumber": .optional(other.document.documentNumber?.text),
      "dateText": .optional(other.listDate?.chinese), "note": .optional(note(clauses)),
      "status": .badge(of: other, in: corpus),
    ])
  }

  private func note(_ clauses: [String]) -> String? {
    guard !clauses.isEmpty else { return nil }
    let most = 5
    return "引用" + clauses.prefix(most).joined(separator: "、") + (clauses.count > most ? "等" : "")
  }
}
