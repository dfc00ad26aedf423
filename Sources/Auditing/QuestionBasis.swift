import Base
import Documents
import Resolution

/// What an answer is based on must be in force (`question-basis-ended`, warning); if not, its page says so as well.
struct QuestionBasis: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let corpus = context.corpus
    return corpus.entries.filter { corpus.kind(of: $0)?.layout == .question }.flatMap { entry in
      corpus.endedBasis(of: entry).map { relation, basis in
        Diagnostic(
          "question-basis-ended", .warning, at: entry.document.frontMatter.location(of: relation.place),
          "答复所依据的\(basis.document.shortName)\(basis.status?.state.label ?? "")", cures: ["按现行文件修改答复，改正 basedOn（依据）"])
      }
    }
  }
}
