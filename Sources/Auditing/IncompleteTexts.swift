import Base
import Documents
import Resolution

/// What a document must have that is counted as in force in the annual report: a text, in the body or attached (`empty-text`, warning), and a
/// validity that can be told (`unstated-validity`, warning). 行政规范性文件应当载明标题、正文、文号、成文日期、发布日期和有效性.
struct IncompleteTexts: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document -> [Diagnostic] in
      guard !document.isDraft, document.disclosure == .proactive, let kind = context.corpus.kind(of: document),
        kind.duties.contains(.annualReport)
      else { return [] }
      let state = context.corpus[document.id]?.status?.state
      return [isEmpty(document) ? empty(document) : nil, state == .unstated ? unstated(document, kind) : nil]
        .compactMap(\.self)
    }
  }

  private func isEmpty(_ document: Document) -> Bool {
    document.body.isEmpty && document.attachments.isEmpty && document.tables.isEmpty && document.targets.isEmpty
  }

  private func empty(_ document: Document) -> Diagnostic {
    Diagnostic(
      "empty-text", .warning, at: document.location(of: .title), "没有正文，也没有附件：网页上只有标题",
      cures: ["写上正文；只有扫描件的，列在 attachments（附件）里"])
  }

  private func unstated(_ document: Document, _ kind: Kind) -> Diagnostic {
    Diagnostic(
      "unstated-validity", .warning, at: document.location(of: .title), "\(kind.label)的有效性未标注：没有施行日期，也没有写有效性",
      cures: ["写上 effectiveOn（施行日期）；自印发之日起施行的，写印发日期；只知道现在有效没有的，写 validity（有效性）"])
  }
}
