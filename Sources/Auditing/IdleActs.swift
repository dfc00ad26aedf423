import Base
import Documents
import Resolution

/// An act must have a date (`act-undated`, warning), and what it ends or extends must have a validity
/// (`act-without-effect`, warning); otherwise it changes nothing for readers.
struct IdleActs: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.pairs.filter { $0.relation.kind.isAct && $0.source.id != $0.target.id }.flatMap { pair in
      [undated(pair), stateless(pair, in: context)].compactMap(\.self)
    }
  }

  private func undated(_ pair: DocumentPair) -> Diagnostic? {
    guard pair.relation.effectiveOn == nil else { return nil }
    return Diagnostic(
      "act-undated", .warning, at: pair.location, "\(pair.verb)没有日期，不会生效：本文件没有施行日期、发布日期和成文日期",
      cures: ["写上 effectiveOn（施行日期），或者在这一项中写 on（日期）"])
  }

  private func stateless(_ pair: DocumentPair, in context: AuditContext) -> Diagnostic? {
    guard pair.relation.kind.endsTarget || pair.relation.kind == .extends,
      let kind = context.corpus.kind(of: pair.target),
      kind.lifecycle != .validity
    else { return nil }
    return Diagnostic(
      "act-without-effect", .warning, at: pair.location,
      "\(pair.target.shortName)是“\(kind.label)”，这一类型不计算有效性，\(pair.verb)不会在它的网页上标明状态",
      cures: ["核对\(pair.verb)的对象；它确实是政策文件的，改正它的 kind（类型）"], related: [pair.target.related(.title)])
  }
}
