import Diagnostics
import Documents
import Resolution

/// The outcome of a consultation is made public after the consultation has opened (`date-order`, error).
struct OutcomeOrder: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.links.compactMap { link in
      guard link.relation.kind == .outcomeOf, let opensOn = link.target.opensOn else { return nil }
      let field = link.source.publishedOn == nil ? CommonField.documentDate : .publishedOn
      guard let day = link.source.publishedOn?.day ?? link.source.documentDate, day < opensOn else { return nil }
      return Diagnostic(
        "date-order", at: link.source.location(of: field),
        "\(field.label) \(day.iso) 早于所反馈的征集的开始日期 \(opensOn.iso)", cures: ["核对两个日期"],
        related: [link.target.related(.opensOn)])
    }
  }
}
