import Base
import Documents
import Resolution

/// Documents whose validity is computed need the day on which they were made public (`missing-date`, warning): readers
/// look for it, and without it they come last in every list. A library in which most have none does without.
struct MissingDates: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let documents = context.documents.filter { document in
      !document.isDraft && document.disclosure == .proactive && context.lifecycle(of: document) == .validity
    }
    let undated = documents.filter { $0.publishedOn == nil }
    guard undated.count * 2 < documents.count else { return [] }
    return undated.map { document in
      Diagnostic(
        "missing-date", .warning, at: document.location(of: .publishedOn), "没有写发布日期：网页上不显示日期，在列表中排在最后",
        cures: ["写上 publishedOn（发布日期），即最初公开的日期"])
    }
  }
}
