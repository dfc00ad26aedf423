import Base
import Documents
import Resolution

/// An interpreted document must have interpretations in as many forms as `interpretationForms` in site.yml requires for
/// the level of its issuer (`few-interpretation-forms`, warning). One without any counts in its first year, unless a deadline of its kind
/// says so anyway.
struct InterpretationForms: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let corpus = context.corpus
    guard !corpus.site.interpretationForms.isEmpty else { return [] }
    let levels = Dictionary(
      corpus.site.organizations.map { ($0.name, $0.level ?? "") }, uniquingKeysWith: { first, _ in first })
    return corpus.entries.compactMap { entry in
      guard corpus.kind(of: entry)?.duties.contains(.interpretation) ?? false,
        entry.incoming.contains(where: { $0.kind == .interprets }) || isAwaited(entry, corpus),
        let level = entry.document.issuers.first.flatMap({ levels[$0] }),
        let wanted = corpus.site.interpretationForms[level]
      else { return nil }
      let forms = corpus.interpretationForms(of: entry).count
      guard forms < wanted else { return nil }
      return Diagnostic(
        "few-interpretation-forms", .warning, at: entry.document.location(of: .title),
        "\(level)文件应有 \(wanted) 种解读形式，\(forms == 0 ? "还没有解读" : "现有 \(forms) 种")",
        cures: [forms == 0 ? "发布解读，写上 interprets（解读对象）" : "补充其他形式的解读，写上 interpretationForm（解读形式）"])
    }
  }

  /// Whether somebody has to be told that there is no interpretation at all.
  private func isAwaited(_ entry: CorpusEntry, _ corpus: Corpus) -> Bool {
    guard let day = entry.document.publishedOn?.day, day >= corpus.asOf.adding(months: -12),
      !(entry.status?.state.isEnded ?? false), !entry.document.onlyActs
    else { return false }
    return !(corpus.kind(of: entry)?.deadlines ?? []).contains { deadline in
      guard case .record(.interpretation, let usual, _) = deadline.form else { return false }
      return corpus.site.length(of: deadline, usual) != nil
    }
  }
}
