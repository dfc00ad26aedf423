import Base
import Documents
import Resolution

/// An act has a day (`act-undated`, warning), and ends or extends only what has a validity (`act-without-effect`,
/// warning): otherwise readers see no change.
struct IdleActs: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.links.filter { $0.relation.kind.isAct && $0.source.id != $0.target.id }.flatMap { link in
      [undated(link), stateless(link, in: context)].compactMap(\.self)
    }
  }

  private func undated(_ link: ActedOn) -> Diagnostic? {
    guard link.relation.effectiveOn == nil else { return nil }
    return Diagnostic(
      "act-undated", .warning, at: link.location, "\(link.verb)没有日期，不会生效：本文件没有施行日期、发布日期和成文日期",
      cures: ["写上 effectiveOn（施行日期），或者在这一项中写 on（日期）"])
  }

  private func stateless(_ link: ActedOn, in context: AuditContext) -> Diagnostic? {
    guard link.relation.kind.endsTarget || link.relation.kind == .extends,
      let kind = context.corpus.kind(of: link.target),
      kind.lifecycle != .validity
    else { return nil }
    return Diagnostic(
      "act-without-effect", .warning, at: link.location,
      "\(link.target.shortName)是“\(kind.label)”，这一类型不计算有效性，\(link.verb)不会在它的网页上标明状态",
      cures: ["核对\(link.verb)的对象；它确实是政策文件的，改正它的 kind（类型）"], related: [link.target.related(.title)])
  }
}
