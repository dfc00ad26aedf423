import Base
import Documents
import Resolution

/// What a document repeals, replaces, amends, extends or corrects must have been made before it (`act-order`, error).
struct ActOrder: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.pairs.compactMap { pair in
      guard pair.relation.kind.isAct, pair.source.id != pair.target.id, let acting = pair.source.made,
        let target = pair.target.made, acting.day < target.day
      else { return nil }
      return Diagnostic(
        "act-order", at: pair.location,
        "\(pair.verb)的对象\(pair.target.shortName)（\(target.day.iso)）比本文件（\(acting.day.iso)）还晚",
        cures: ["核对两个日期；关系写反了的，移到较晚的那一篇中"],
        related: [pair.source.related(acting.field), pair.target.related(target.field)])
    }
  }
}
