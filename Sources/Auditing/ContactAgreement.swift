import Base
import Documents
import Resolution

/// The address, telephone number and so on in a guide must agree with site.yml (`contact-differs`, warning);
/// 政府信息公开条例 art. 12.
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
