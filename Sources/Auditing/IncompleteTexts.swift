import Base
import Documents
import Resolution

/// What a document with 有效性 must have to be one: a text, in the body or attached (`empty-text`, warning); and, for a kind whose documents are
/// counted as in force in the annual report, a validity that can be told (`unstated-validity`, warning).
struct IncompleteTexts: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document -> [Diagnostic] in
      guard !document.isDraft, document.disclosure == .proactive, context.lifecycle(of: document) == .validity else {
        return []
      }
      return [text(of: document), validity(of: document, context.corpus)].compactMap(\.self)
    }
  }

  private func text(of document: Document) -> Diagnostic? {
    guard document.body.isEmpty, document.attachments.isEmpty, document.tables.isEmpty, document.targets.isEmpty else {
      return nil
    }
    return Diagnostic(
      "empty-text", .warning, at: document.location(of: .title), "没有正文，也没有附件：网页上只有标题",
      cures: ["写上正文；只有扫描件的，列在 attachments（附件）里"])
  }

  private func validity(of document: Document, _ corpus: Corpus) -> Diagnostic? {
    guard let kind = corpus.kind(of: document), kind.duties.contains(.annualReport),
      corpus[document.id]?.status?.state == .unstated
    else { return nil }
    return Diagnostic(
      "unstated-validity", .warning, at: document.location(of: .title), "\(kind.label)的有效性未标注：没有施行日期，也没有写有效性",
      cures: ["写上 effectiveOn（施行日期）；自印发之日起施行的，写印发日期；只知道现在有效没有的，写 validity（有效性）"])
  }
}
