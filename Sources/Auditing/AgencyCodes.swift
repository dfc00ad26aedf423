import Base
import Documents
import Papers
import Resolution

/// The 机关代字 of a number must be that of an issuer (`agency-code`, warning), as far as site.yml lists whose it is.
struct AgencyCodes: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let organizations = context.corpus.site.organizations
    let owners = Dictionary(
      grouping: organizations.flatMap { body in body.agencyCodes.map { ($0, body.name) } }, by: \.0
    )
    .mapValues { $0.map(\.1) }
    return context.documents.compactMap { document in
      guard let code = document.documentNumber?.agencyCode, let owners = owners[code], !document.issuers.isEmpty,
        !document.issuers.contains(where: owners.contains)
      else { return nil }
      return Diagnostic(
        "agency-code", .warning, at: document.location(of: .documentNumber),
        "机关代字“\(code)”是\(owners.joined(separator: "、"))的，发文机关写的是\(document.issuers.joined(separator: "、"))",
        cures: ["核对发文字号和发文机关；代字有误的，改 site.yml 中的 agencyCodes"], related: [document.related(.issuer)])
    }
  }
}
