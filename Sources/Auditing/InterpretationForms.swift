import Base
import Documents
import Resolution

/// An interpreted document must have interpretations in as many forms as `interpretationForms` in site.yml requires for
/// the level of its issuer (`few-interpretation-forms`, warning).
struct InterpretationForms: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let corpus = context.corpus
    guard !corpus.site.interpretationForms.isEmpty else { return [] }
    let levels = Dictionary(
      corpus.site.organizations.map { ($0.name, $0.level ?? "") }, uniquingKeysWith: { first, _ in first })
    return corpus.entries.compactMap { entry in
      guard corpus.kind(of: entry)?.duties.contains(.interpretation) ?? false,
        entry.incoming.contains(where: { $0.kind == .interprets }),
        let level = entry.document.issuers.first.flatMap({ levels[$0] }),
        let wanted = corpus.site.interpretationForms[level]
      else { return nil }
      let forms = corpus.interpretationForms(of: entry).count
      guard forms < wanted else { return nil }
      return Diagnostic(
        "few-interpretation-forms", .warning, at: entry.document.location(of: .title),
        "\(level)文件应有 \(wanted) 种解读形式，现有 \(forms) 种", cures: ["补充其他形式的解读，写上 interpretationForm（解读形式）"])
    }
  }
}
