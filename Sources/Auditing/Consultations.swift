import Base
import Documents
import Resolution

/// A consultation lasts 30 days at least, both ends counted, unless it says why not (重大行政决策程序暂行条例 art. 15;
/// `short-consultation`, error). It concerns the kinds that have a field `shortenedReason`.
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

/// What a consultation or a hearing came to is made public in time (`overdue-outcome`, warning). In how many days, local
/// rules say: `outcomeDays` in site.yml.
struct OverdueOutcomes: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.corpus.entries.compactMap { entry in
      context.corpus.outcomeOverdue(of: entry).map { due in
        Diagnostic(
          "overdue-outcome", .warning, at: entry.document.location(of: .closesOn), "应于 \(due.iso) 前反馈结果，已经逾期",
          cures: ["发布反馈文件，写上 outcomeOf（反馈对象）: \(entry.document.id.path)"])
      }
    }
  }
}

/// Opinions received are those adopted, adopted in part and not adopted (`opinion-counts`, error); those not adopted have
/// their reasons (`missing-reasons`, warning).
struct OpinionCounts: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document -> [Diagnostic] in
      func count(_ field: KnownField) -> Int? { document.text(in: field).flatMap { Int($0) } }
      guard let received = count(.received), let adopted = count(.adopted) else { return [] }
      let (partly, rest) = (count(.partlyAdopted), count(.notAdopted))
      let sum = adopted + (partly ?? 0) + (rest ?? 0)
      var findings: [Diagnostic] = []
      if sum > received || (rest != nil && sum != received) {
        findings.append(
          Diagnostic(
            "opinion-counts", at: document.location(of: .received), "收到意见 \(received) 条，采纳、部分采纳和未采纳的合计 \(sum) 条",
            cures: ["核对各项条数"]))
      }
      if let rest, rest > 0, document.text(in: .reasons) == nil {
        findings.append(
          Diagnostic(
            "missing-reasons", .warning, at: document.location(of: .notAdopted), "有未采纳的意见，没有写理由",
            cures: ["写上 reasons（未采纳理由）"]))
      }
      return findings
    }
  }
}
