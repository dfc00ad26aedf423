import Base
import Documents
import Resolution

/// What a document repeals, replaces, amends, extends or corrects was made before it (`act-order`, error; domain rule V6).
struct ActOrder: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.links.compactMap { link in
      guard link.relation.kind.isAct, link.source.id != link.target.id, let acting = link.source.made,
        let target = link.target.made, acting.day < target.day
      else { return nil }
      return Diagnostic(
        "act-order", at: link.location,
        "\(link.verb)的对象\(link.target.shortName)（\(target.day.iso)）比本文件（\(acting.day.iso)）还晚",
        cures: ["核对两个日期；关系写反了的，移到较晚的那一篇中"],
        related: [link.source.related(acting.field), link.target.related(target.field)])
    }
  }
}
