import Base
import Documents
import Papers
import Resolution

/// What a text cites must be there: the article in the document (`cited-article`), and the number with the title (`cited-title`).
/// Only of documents in the library whose text is the one of that day.
struct Citations: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document -> [Diagnostic] in
      if document.body.mentions.isEmpty { return [] }
      var resolver = CitationResolver(context.corpus, document)
      return document.body.mentions.flatMap { statement in
        let meaning = resolver.meaning(of: statement.mention)
        return statement.location.map { findings(statement.mention, meaning, at: $0, on: resolver.days, context) } ?? []
      }
    }
  }

  private func findings(
    _ mention: Mention, _ meaning: CitedDocument, at location: Diagnostic.Location, on days: CitingDays,
    _ context: AuditContext
  ) -> [Diagnostic] {
    switch meaning {
    case .document(let entry):
      let cited = entry.document
      return mention.clauses.filter { context.corpus.lacks($0, entry, on: days) }.map { clause in
        Diagnostic(
          "cited-article", .warning, at: location, "正文引用\(cited.shortName)的“\(clause.name)”，那篇文件里没有这一条",
          cures: ["对照原件，核对条文的编号；引用的是另一个文本的，\(Diagnostic.checkedHint)"], related: [cited.related(.title)])
      }
    case .contradiction(let entry):
      let cited = entry.document
      guard case .title(let title, let number?) = mention.name else { return [] }
      return [
        Diagnostic(
          "cited-title", .warning, at: location, "正文引用《\(title)》（\(number.text)），本库的这个文号是“\(cited.title)”",
          cures: ["对照原件，核对标题和文号；原件如此的，\(Diagnostic.checkedHint)"], related: [cited.related(.documentNumber)])
      ]
    case .own, .ambiguous, .unknown: return []
    }
  }
}
