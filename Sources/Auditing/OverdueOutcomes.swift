import Base
import Documents
import Resolution

/// The outcome of a consultation or a hearing must be published in time (`overdue-outcome`, warning). Local rules set
/// the time limit: `outcomeDays` in site.yml.
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
