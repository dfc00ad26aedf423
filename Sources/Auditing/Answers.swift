import Base
import Documents
import Resolution

/// An answer rests on what is in force (`question-basis-ended`, warning); its page says so as well.
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

/// A document that has to be interpreted is so in as many forms as `interpretationForms` in site.yml asks of offices of
/// its level (`few-interpretation-forms`, warning).
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

/// Telephone, address and the like of a guide agree with site.yml (`contact-differs`, warning): 政府信息公开条例 art. 12.
struct ContactAgreement: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let contact = context.corpus.site.contact
    return context.documents.flatMap { document in
      (context.corpus.kind(of: document)?.ownFields ?? []).compactMap { field -> Diagnostic? in
        guard let word = field.contactWord, let common = contact[word], let own = document.fields[field.key]?.words,
          !own.isEmpty, !own.contains(where: { $0.contains(common) })
        else { return nil }
        return Diagnostic(
          "contact-differs", .warning, at: document.location(of: field.key),
          "\(field.label)与 site.yml 的“\(common)”不一致", cures: ["核对后改正其中一处"])
      }
    }
  }
}
