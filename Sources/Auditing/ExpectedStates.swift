import Base
import Documents
import Papers
import Resolution

/// Lists of documents must agree with their states (`listed-state`, warning): what 清理结果 lists as 继续有效 must be in force
/// on the day of the list. The kind says which states a field expects.
struct ExpectedStates: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let corpus = context.corpus
    return corpus.entries.flatMap { entry -> [Diagnostic] in
      let document = entry.document
      guard let day = document.documentDate ?? document.publishedOn?.day else { return [] }
      let fields = (corpus.kind(of: document)?.ownFields ?? []).filter { !$0.expectedStates.isEmpty }
      return fields.flatMap { field in
        document.references(in: field.key).compactMap { finding($0, field, document, day, corpus) }
      }
    }
  }

  private func finding(
    _ reference: Reference, _ field: Field, _ document: Document, _ day: CalendarDate, _ corpus: Corpus
  ) -> Diagnostic? {
    guard let target = corpus.target(of: reference, in: document), let history = target.history else { return nil }
    let state = history.state(on: day)
    guard !field.expectedStates.contains(where: { $0.rawValue == state.rawValue }) else { return nil }
    let words = field.expectedStates.compactMap(\.words.first).joined(separator: "、")
    let name = target.document.documentNumber?.text ?? "《\(target.document.title)》"
    return Diagnostic(
      "listed-state", .warning, at: document.frontMatter.location(of: reference.place),
      "\(field.label)列出的\(name)在 \(day.iso) 是“\(state.label)”，应为\(words)", cures: ["把它移到相应的一类，或者核对它的日期和关系"],
      related: [Diagnostic.Related(target.document.location(of: .title), name)])
  }
}
