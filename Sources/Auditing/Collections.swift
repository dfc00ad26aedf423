import Base
import Documents
import Resolution

/// The words of 归集 must be existing kinds, topics, offices, columns or states (`unknown-word`, error), and the query
/// must find something (`empty-collection`, warning).
struct Collections: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let inDocuments = context.documents.flatMap { document in
      document.collects.map { findings($0, in: document.frontMatter, asking: document.id, context) } ?? []
    }
    let inColumns = context.columns.flatMap { column in
      column.collects.map { findings($0, in: column.frontMatter, asking: nil, context) } ?? []
    }
    return inDocuments + inColumns
  }

  private func findings(
    _ query: Query, in file: SourceText, asking: DocumentID?, _ context: AuditContext
  ) -> [Diagnostic] {
    let unknown = query.conditions.flatMap { condition -> [Diagnostic] in
      guard let words = Classification(condition.criterion, in: context.corpus).vocabulary else { return [] }
      let known = Set(words)
      return condition.words.filter { !known.contains($0.text) }.map { word in
        let near = NearMiss.cure(for: word.text, among: words)
        let names = words.filter { $0.utf8.contains { $0 > 0x7F } }
        let all = names.count <= 20 ? ["可以写的有：" + names.joined(separator: "、")] : []
        return Diagnostic(
          "unknown-word", at: file.location(of: word.place), "归集的条件“\(word.text)”没有定义", cures: near.isEmpty ? all : near
        )
      }
    }
    if !unknown.isEmpty || !context.corpus.gather(query, for: asking).entries.isEmpty { return unknown }
    return [
      Diagnostic(
        "empty-collection", .warning, at: file.location(of: query.place), "归集没有找到公开的文件", cures: ["核对条件，放宽或者改正"])
    ]
  }
}
