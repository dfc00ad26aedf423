import Base
import Documents
import Resolution

/// A consultation must last at least 30 days, counting both ends, unless it gives a reason (`short-consultation`,
/// error; 重大行政决策程序暂行条例 art. 15). Applies to kinds with a field `shortenedReason`.
struct ShortConsultations: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let kinds = Set(context.corpus.kinds.values.filter { $0.has(.shortenedReason) }.map(\.id))
    return context.documents.compactMap { document in
      guard kinds.contains(document.kind), let opensOn = document.opensOn, let closesOn = document.closesOn,
        closesOn >= opensOn, document.text(in: .shortenedReason) == nil
      else { return nil }
      let days = closesOn.daysSince1970 - opensOn.daysSince1970 + 1
      guard days < 30 else { return nil }
      return Diagnostic(
        "short-consultation", at: document.location(of: .closesOn), "征求意见的期限是\(days)日，一般不少于30日",
        cures: ["改为 \(opensOn.adding(days: 29).iso) 或者更晚，或者写上 shortenedReason（缩短理由）"],
        related: [document.related(.opensOn)])
    }
  }
}
