import Base
import Documents
import Resolution

/// Documents whose validity is computed need the day on which they were made public (`missing-date`, warning): readers
/// look for it, and without it they come last in every list.
struct MissingDates: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.filter { document in
      document.publishedOn == nil && !document.isDraft && document.disclosure == .proactive
        && context.lifecycle(of: document) == .validity
    }
    .map { document in
      Diagnostic(
        "missing-date", .warning, at: document.location(of: .publishedOn), "没有写发布日期：网页上不显示日期，在列表中排在最后",
        cures: ["写上 publishedOn（发布日期），即最初公开的日期"])
    }
  }
}
