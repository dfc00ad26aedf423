import Base
import Documents
import Resolution

/// A column must show at least one column or document, if only by title and number (`empty-column`, warning):
/// inspections count 空白栏目 as a fault (政府网站与政务新媒体检查指标). One declared 不涉及 must show none (`not-applicable`, warning).
struct EmptyColumns: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let empty = context.corpus.emptyColumns(failed: context.failed).map {
      Diagnostic(
        "empty-column", .warning, at: $0.frontMatter.whole, "空白栏目：“\($0.title)”没有任何公开的内容",
        cures: ["补充内容，或合并、关闭这个栏目；依法不涉及的，写 notApplicable（不涉及）"])
    }
    let filled = context.corpus.filledColumns(failed: context.failed)
    return empty
      + context.columns.compactMap { column in
        guard !column.path.isEmpty, let declared = column.notApplicable, filled.contains(column.path) else {
          return nil
        }
        return Diagnostic(
          "not-applicable", .warning, at: column.frontMatter.location(of: declared.place), "声明不涉及的栏目有公开的内容",
          cures: ["删去 notApplicable（不涉及）"])
      }
  }
}
